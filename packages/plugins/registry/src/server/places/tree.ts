import { sql, type RawBuilder } from 'kysely'
import type { PlaceNode } from '../../actions/index.ts'
import { units } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** One level of the place tree: what stands directly in a unit, or the estates of the caller's area, each with what it holds. */
export async function placeTree(
  ctx: Ctx,
  { parentId, communityId }: { parentId?: string | null; communityId?: string | null },
): Promise<{ nodes: readonly PlaceNode[] }> {
  const street = ctx.street.code
  const level = parentId ? sql`u.parent_id = ${parentId}` : sql`u.kind = 'estate'`
  const here = communityId ? sql`u.community_id = ${communityId}` : sql`true`
  const inside = (table: string, column: string, condition = sql`true`): RawBuilder<number> => sql<number>`
    (select count(*) from ${sql.table(table)} x join registry_units r on r.street_id = x.street_id and r.id = ${sql.ref(`x.${column}`)}
      where x.street_id = ${street} and ${condition}
      and (r.id = u.id or r.estate_id = u.id or r.building_id = u.id or r.entrance_id = u.id))::int`
  const { rows } = await sql<PlaceNode>`
    select u.id, u.kind, u.name, u.community_id as "communityId", u.grid_id as "gridId",
      (select count(*) from registry_units c where c.street_id = ${street} and c.parent_id = u.id)::int as children,
      (select count(*) from registry_units r where r.street_id = ${street} and r.kind = 'room'
        and (r.id = u.id or r.estate_id = u.id or r.building_id = u.id or r.entrance_id = u.id))::int as rooms,
      ${inside('registry_households', 'unit_id', sql`x.ended_at is null`)} as households,
      ${inside('registry_people', 'home_id', sql`x.deceased_at is null and x.merged_into is null`)} as people
    from registry_units u where ${ctx.scoped(units, 'u')} and ${level} and ${here}
    order by u.sort_key, u.id limit 1000`.execute(ctx.db)
  return { nodes: rows }
}
