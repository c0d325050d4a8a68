import type { AnyResource, RowPatch } from '@linli/kit'
import { RefusedError, tableName } from '@linli/store'
import { sql, type RawBuilder } from 'kysely'
import type { MovedReferences } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { personReferences } from './references.ts'

/** Tables of this module where the kept record may have the like already: the columns that make two rows alike. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  registry_person_tags: ['tag', 'household_tag_id', 'status'],
  registry_household_members: ['household_id'],
  registry_residences: ['unit_id', 'kind'],
  registry_affiliations: ['organisation_id', 'role'],
}
const OPEN: Readonly<Record<string, string>> = {
  registry_person_tags: `status = 'active'`,
  registry_household_members: `"to" is null`,
  registry_residences: `"to" is null`,
  registry_affiliations: `"to" is null`,
}

/** Points every reference from one person at another, in all modules, and says which rows moved and which had to stay. */
export async function moveReferences(ctx: Ctx, fromId: string, toId: string): Promise<MovedReferences> {
  const all = ctx.elevated()
  const moved: MovedReferences = []
  for (const { resource, field } of personReferences(all)) {
    const table = tableName(resource.name)
    const column = snake(field)
    const { rows } = await sql<{ id: string; alike: boolean }>`
      select x.id, ${alike(table, column, toId)} as alike from ${sql.table(table)} x
      where x.street_id = ${all.street.code} and x.${sql.ref(column)} = ${fromId} order by x.id`.execute(all.db)
    const entry = { resource: resource.name, field, ids: [] as string[], left: [] as string[] }
    for (const row of rows) {
      const isMoved = !row.alike && (await repoint(all, resource, row.id, { [field]: toId }))
      entry[isMoved ? 'ids' : 'left'].push(row.id)
    }
    if (rows.length > 0) moved.push(entry)
  }
  return moved
}

/** Points the rows that a merge moved back, as far as they still point where it put them. */
export async function returnReferences(ctx: Ctx, moved: MovedReferences, keptId: string, goneId: string): Promise<void> {
  const all = ctx.elevated()
  const known = personReferences(all)
  for (const { resource: name, field, ids } of moved) {
    const resource = known.find((each) => each.resource.name === name && each.field === field)?.resource
    if (!resource || ids.length === 0) continue
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(tableName(name))}
      where street_id = ${all.street.code} and id = any(${ids}::uuid[]) and ${sql.ref(snake(field))} = ${keptId}`.execute(all.db)
    for (const { id } of rows) await repoint(all, resource, id, { [field]: goneId })
  }
}

/** Whether the row took the change: a unique key or a rule of its module may forbid it, and then it stays where it is. */
async function repoint(all: Ctx, resource: AnyResource, id: string, patch: Readonly<Record<string, string>>): Promise<boolean> {
  try {
    await all.attempt(() => all.rows(resource).update(id, patch as RowPatch<AnyResource>, { reason: '居民记录合并' }))
    return true
  } catch (error) {
    if (error instanceof RefusedError) return false
    throw error
  }
}

function alike(table: string, column: string, toId: string): RawBuilder<boolean> {
  const columns = ALIKE[table]
  if (!columns) return sql<boolean>`false`
  const same = sql.join(
    columns.map((each) => sql`k.${sql.ref(each)} is not distinct from x.${sql.ref(each)}`),
    sql` and `,
  )
  // Rule tags are derived again for the kept record and never carried over.
  const own = table === 'registry_person_tags' ? sql`x.basis = 'rule' or ` : sql``
  return sql<boolean>`(${own}exists (select from ${sql.table(table)} k where k.street_id = x.street_id and k.${sql.ref(column)} = ${toId}
    and k.${sql.raw(OPEN[table] ?? 'true')} and ${same}))`
}

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
