import { mayReveal, type Purpose } from '@linli/core/privacy'
import { mustWrite } from '../context/sight.ts'
import { reason, refuse } from '../refusals/index.ts'
import type { Door } from './door.ts'
import { lockRow } from './lock-row.ts'

/** The clear values of personal fields; each look is remembered with its purpose. */
export async function revealRow(door: Door, id: string, fields: readonly string[], purpose: Purpose): Promise<Record<string, unknown>> {
  const { plan, session, show, reveal } = door
  mustWrite(session, `reveal ${plan.resource.name}`)
  const row = await lockRow(door, id, { writing: false })
  const values = Object.fromEntries(
    fields.map((field) => {
      const column = plan.byField.get(field)
      if (!column) return refuse(reason('filter.unknown', { key: field }, field), 400)
      const allowed = mayReveal(column.spec.privacy, { show, reveal }, purpose)
      return allowed.ok ? [field, row[field] ?? null] : refuse({ ...allowed.refusal, field: allowed.refusal.field ?? field }, 403)
    }),
  )
  session.audits.push({
    verb: 'reveal',
    resource: plan.resource.name,
    subjectId: row.id,
    communityId: (row.communityId as string | null) ?? null,
    gridId: (row.gridId as string | null) ?? null,
    before: null,
    after: { fields: [...fields], purpose },
    reason: null,
  })
  return values
}
