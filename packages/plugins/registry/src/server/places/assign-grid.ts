import { places } from '@linli/kit/platform'
import { sql } from 'kysely'
import { units } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { reason } from '../reasons.ts'

/** Tables whose rows stand where a home stands, with the column that names the home. */
const IN_A_HOME = [
  ['registry_units', 'id'],
  ['registry_households', 'unit_id'],
  ['registry_residences', 'unit_id'],
  ['registry_organisations', 'unit_id'],
  ['registry_people', 'home_id'],
] as const
/** Tables whose rows follow a person. */
const OF_A_PERSON = ['registry_person_tags'] as const
/** Tables whose rows follow a household. */
const OF_A_HOUSEHOLD = ['registry_household_members', 'registry_household_tags'] as const

/**
 * Puts a place with everything in it under a grid. A home has one grid column, so that two grids can never cover it (W1).
 * An estate holds thousands of rows: they are moved in one statement a table; the unit's own row carries the audit.
 */
export async function assignGrid(
  ctx: Ctx,
  { id, gridCode }: { id: string; gridCode?: string | null },
): Promise<{ units: number; people: number }> {
  const unit = await ctx.rows(units).lock(id)
  const all = ctx.elevated()
  const grid = gridCode ?? null
  if (grid !== null) {
    const place = await all.rows(places).first({ code: grid, kind: 'grid' })
    if (!place) return ctx.refuse(reason('unit.no_such_grid', { code: grid }, 'gridCode'))
    if (place.parentCode !== unit.communityId) return ctx.refuse(reason('unit.grid_elsewhere', undefined, 'gridCode'))
  }
  await all.rows(units).update(id, { gridId: grid })
  const street = ctx.street.code
  const touched = sql`grid_id = ${grid}, version = version + 1, updated_at = ${ctx.now}, updated_by = ${ctx.actor.id}`
  const inside = sql`select u.id from registry_units u where u.street_id = ${street}
    and (u.id = ${id} or u.estate_id = ${id} or u.building_id = ${id} or u.parent_id = ${id})`
  const counts: Record<string, number> = {}
  for (const [table, column] of IN_A_HOME) {
    const result = await sql`update ${sql.table(table)} set ${touched}
      where street_id = ${street} and ${sql.ref(column)} in (${inside}) and grid_id is distinct from ${grid}`.execute(ctx.db)
    counts[table] = Number(result.numAffectedRows ?? 0)
  }
  for (const table of OF_A_PERSON) {
    await sql`update ${sql.table(table)} set ${touched} where street_id = ${street} and grid_id is distinct from ${grid} and person_id in (
      select p.id from registry_people p where p.street_id = ${street} and p.home_id in (${inside}))`.execute(ctx.db)
  }
  for (const table of OF_A_HOUSEHOLD) {
    await sql`update ${sql.table(table)} set ${touched} where street_id = ${street} and grid_id is distinct from ${grid} and household_id in (
      select h.id from registry_households h where h.street_id = ${street} and h.unit_id in (${inside}))`.execute(ctx.db)
  }
  return { units: (counts.registry_units ?? 0) + (unit.gridId === grid ? 0 : 1), people: counts.registry_people ?? 0 }
}
