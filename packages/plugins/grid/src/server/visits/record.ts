import type { ActionInput } from '@linli/kit'
import type { recordVisit } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { keyVisits, visits } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { pastMoment } from '../past-moment.ts'

/** A visit recorded on the phone, perhaps hours ago and without network. Sent twice, it counts once (W3). */
export async function handleRecordVisit(ctx: Ctx, input: ActionInput<typeof recordVisit>): Promise<{ status: string; repeated: boolean }> {
  const { offlineId, visitId, kind, result, findings, needs, spot, photo } = input
  const resource = (kind === 'key' ? keyVisits : visits) as typeof visits
  const row = await ctx.rows(resource).lock(visitId)
  if (row.offlineId === offlineId) return { status: row.status, repeated: true }
  const visitedAt = pastMoment(ctx, input.visitedAt)
  if (!visitedAt) return ctx.refuse(reason('visit.future', undefined, 'visitedAt'))
  if (row.status !== 'due') return ctx.refuse(reason('visit.locked'))
  const all = ctx.elevated().rows(resource)
  await all.update(visitId, { offlineId, visitedAt, spot: spot ?? null })
  const after = await all.step(visitId, 'record', {
    result,
    findings,
    needs: needs ?? null,
    ...(kind === 'key' ? {} : { photo: photo ?? null }),
  })
  return { status: after.status, repeated: false }
}
