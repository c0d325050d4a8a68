import { sql, type RawBuilder } from 'kysely'
import type { PlaceNode } from '../../actions/index.ts'
import { units } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** One level of the place tree: what stands directly in a unit, or the estates of the caller's area, each with what it holds. */
export async function placeTree(
  ctx: Ctx,
  { parentId, communityId }: { parentId?: string | null; communityId?: string | null },
): Promise<{ nodes: readonly PlaceNode[] }> {
  const level = parentId ? sql`u.parent_id = ${parentId}` : sql`u.kind = 'estate'`
  const here = communityId ? sql`u.community_id = ${communityId}` : sql`true`
  const { rows } = await sql<PlaceNode>`
    select u.id, u.kind, u.name, u.community_id as "communityId", u.grid_id as "gridId",
      (select count(*) from registry_units c where c.street_id = u.street_id and c.parent_id = u.id)::int as children,
      ${ofKind((column) => sql`(select count(*) from registry_units r where r.street_id = u.street_id and r.${column} = u.id and r.kind = 'room')`, sql`1`)}::int as rooms,
      (${within('registry_households', 'unit_id', sql`x.ended_at is null`)})::int as households,
      (${within('registry_people', 'home_id', sql`x.deceased_at is null and x.merged_into is null`)})::int as people
    from registry_units u where ${ctx.scoped(units, 'u')} and ${level} and ${here}
    order by u.sort_key, u.id limit 1000`.execute(ctx.db)
  return { nodes: rows }
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
