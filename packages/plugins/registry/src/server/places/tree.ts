import { sql, type RawBuilder } from 'kysely'
import type { PlaceArea, PlaceNode } from '../../actions/index.ts'
import { units } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** How many places of a level are answered at once. */
const PAGE = 200

interface Asked {
  readonly parentId?: string | null
  readonly communityId?: string | null
  readonly gridId?: string | null
  readonly ungridded?: boolean | null
  readonly offset?: number | null
}

/**
 * One level of the place tree: what stands directly in a unit, the estates of a community, or what is highest in a grid, each with what it
 * holds. `total` says how many there are, so that nothing is cut silently.
 */
export async function placeTree(ctx: Ctx, asked: Asked): Promise<{ nodes: readonly PlaceNode[]; total: number }> {
  const where = sql`${ctx.scoped(units, 'u')} and ${levelOf(asked)} and ${asked.communityId ? sql`u.community_id = ${asked.communityId}` : sql`true`}`
  const counted = await sql<{ total: number }>`select count(*)::int as total from registry_units u where ${where}`.execute(ctx.db)
  const { rows } = await sql<PlaceNode>`
    select u.id, u.kind, u.name, u.community_id as "communityId", u.grid_id as "gridId",
      (select count(*) from registry_units c where c.street_id = u.street_id and c.parent_id = u.id)::int as children,
      ${ofKind((column) => sql`(select count(*) from registry_units r where r.street_id = u.street_id and r.${column} = u.id and r.kind = 'room')`, sql`1`)}::int as rooms,
      (${within('registry_households', 'unit_id', sql`x.ended_at is null`)})::int as households,
      (${within('registry_people', 'home_id', sql`x.deceased_at is null and x.merged_into is null`)})::int as people
    from registry_units u where ${where}
    order by u.sort_key, u.id limit ${PAGE} offset ${asked.offset ?? 0}`.execute(ctx.db)
  return { nodes: rows, total: counted.rows[0]?.total ?? 0 }
}

/** The communities and grids of the caller's area with what stands in each; places that lie in no grid are counted under their community. */
export async function placeAreas(ctx: Ctx): Promise<{ areas: readonly PlaceArea[] }> {
  const held = (table: string, home: string, condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    select h.community_id, h.grid_id, count(*)::int as n from ${sql.table(table)} x
    join registry_units h on h.street_id = x.street_id and h.id = x.${sql.ref(home)}
    where x.street_id = ${ctx.street.code} and ${condition} group by 1, 2`
  const { rows } = await sql<PlaceArea>`
    with a as (
      select u.community_id, u.grid_id, count(*) filter (where u.kind = 'estate')::int as estates,
        count(*) filter (where u.kind = 'room')::int as rooms
      from registry_units u where ${ctx.scoped(units, 'u')} group by 1, 2
    ), h as (${held('registry_households', 'unit_id', sql`x.ended_at is null`)}),
    p as (${held('registry_people', 'home_id', sql`x.deceased_at is null and x.merged_into is null`)})
    select a.community_id as "communityId", a.grid_id as "gridId", a.estates, a.rooms,
      coalesce(h.n, 0) as households, coalesce(p.n, 0) as people
    from a left join h on ${sameArea('h')} left join p on ${sameArea('p')}
    order by 1 nulls first, 2 nulls last`.execute(ctx.db)
  return { areas: rows }
}

function sameArea(other: string): RawBuilder<unknown> {
  const of = (column: string): RawBuilder<unknown> => sql`${sql.ref(`${other}.${column}`)} is not distinct from ${sql.ref(`a.${column}`)}`
  return sql`${of('community_id')} and ${of('grid_id')}`
}

function levelOf({ parentId, gridId, ungridded }: Asked): RawBuilder<unknown> {
  const here = gridId ? sql`u.grid_id = ${gridId}` : ungridded ? sql`u.grid_id is null` : undefined
  if (parentId) return here ? sql`u.parent_id = ${parentId} and ${here}` : sql`u.parent_id = ${parentId}`
  if (!here) return sql`u.kind = 'estate'`
  // The highest that lies in the grid: an estate, or a building of an estate that several grids share.
  return sql`${here} and not exists (select from registry_units p
    where p.street_id = u.street_id and p.id = u.parent_id and p.grid_id is not distinct from u.grid_id)`
}
/** The rows of a table in a unit: in itself, and in whatever stands in it. Each case is one index. */
function within(table: string, home: string, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const rows = sql`${sql.table(table)} x`
  const here = sql`(select count(*) from ${rows} where x.street_id = u.street_id and x.${sql.ref(home)} = u.id and ${condition})`
  const inside = (column: RawBuilder<unknown>): RawBuilder<unknown> => sql`((select count(*) from registry_units r join ${rows}
    on x.street_id = r.street_id and x.${sql.ref(home)} = r.id and ${condition} where r.street_id = u.street_id and r.${column} = u.id) + ${here})`
  const inEstate = sql`(select count(*) from ${rows} where x.street_id = u.street_id and x.estate_id = u.id and ${condition})`
  return sql`case u.kind when 'estate' then ${inEstate} when 'building' then ${inside(sql`building_id`)}
    when 'unit' then ${inside(sql`parent_id`)} else ${here} end`
}

function ofKind(inside: (column: RawBuilder<unknown>) => RawBuilder<unknown>, self: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(case u.kind when 'estate' then ${inside(sql`estate_id`)} when 'building' then ${inside(sql`building_id`)}
    when 'unit' then ${inside(sql`parent_id`)} else ${self} end)`
}
