import type { Refusal } from '@linli/core/refusal'
import { reason, refuse } from '../refusals/index.ts'
import type { Door } from './door.ts'
import { Params } from './params.ts'
import { planOf } from './plan.ts'
import { scopeCondition } from './scope-condition.ts'

/** Checks what the changed fields point at: rows that the writer can see, files that exist and fit. @throws RefusedError 422 */
export async function checkTargets(door: Door, changed: Readonly<Record<string, unknown>>): Promise<void> {
  const faults = [...(await missingRows(door, changed)), ...(await misfitFiles(door, changed))]
  if (faults.length > 0) refuse(faults)
}

/** A street-wide writer is served by the foreign keys; for others, what they cannot see is not there. */
async function missingRows({ plan, scope, session }: Door, changed: Readonly<Record<string, unknown>>): Promise<Refusal[]> {
  if (scope.kind === 'street') return []
  const given = plan.fields.filter(({ field, spec }) => spec.kind === 'ref' && typeof changed[field] === 'string')
  if (given.length === 0) return []
  const params = new Params()
  const checks = given.flatMap(({ field, spec }, index) => {
    const target = session.parts.resources.get(spec.target ?? '')
    if (!target || target.scope === 'street') return []
    const { table, level } = planOf(target)
    return [
      `exists (select 1 from ${table} where ${scopeCondition(scope, level, params)} and id = ${params.add(changed[field])}) as f${index}`,
    ]
  })
  if (checks.length === 0) return []
  const { rows } = await session.db.query(`select ${checks.join(', ')}`, params.values)
  return given.flatMap(({ field, spec }, index) =>
    rows[0]?.[`f${index}`] === false ? [reason('ref.missing', { title: spec.title }, field)] : [],
  )
}

async function misfitFiles({ plan, session }: Door, changed: Readonly<Record<string, unknown>>): Promise<Refusal[]> {
  const given = plan.fields.filter(({ field, spec }) => spec.kind === 'file' && typeof changed[field] === 'string')
  if (given.length === 0) return []
  const { rows } = await session.db.query('select id, media_type, size from platform_files where street_id = $1 and id = any($2)', [
    session.as.street.code,
    given.map(({ field }) => changed[field]),
  ])
  const files = new Map(rows.map((row) => [row.id, row]))
  return given.flatMap(({ field, spec }) => {
    const file = files.get(changed[field])
    if (!file) return [reason('file.missing', { title: spec.title }, field)]
    const type = String(file.media_type)
    if (spec.accept && !spec.accept.includes(type)) return [reason('file.type', { type, accept: spec.accept.join(', ') }, field)]
    if (spec.max !== undefined && Number(file.size) > spec.max)
      return [reason('file.too_large', { megabytes: Math.floor(spec.max / 1024 / 1024) }, field)]
    return []
  })
}
