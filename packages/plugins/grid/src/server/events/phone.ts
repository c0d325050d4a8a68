import type { ActionInput } from '@linli/kit'
import type { handleEvent } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { eventSteps, gridEvents } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { handleAcknowledge } from './actions.ts'

const AFTER = { solve: 'selfSolved', accept: 'accepted', giveBack: 'returned', begin: 'handling', finish: 'done' } as const

/** A step taken on the phone, perhaps sent twice: what is done already is not done again (W3). */
export async function handlePhoneStep(
  ctx: Ctx,
  { offlineId, eventId, does, text, photo }: ActionInput<typeof handleEvent>,
): Promise<{ status: string; repeated: boolean }> {
  const row = await ctx.rows(gridEvents).lock(eventId)
  if (does === 'acknowledge') {
    if (row.acknowledgedAt) return { status: row.status, repeated: true }
    await handleAcknowledge(ctx, { id: eventId, text: text || '网格员已到现场' })
    return { status: row.status, repeated: false }
  }
  if (row.status === AFTER[does] && row.updatedBy === ctx.actor.id) return { status: row.status, repeated: true }
  const rows = ctx.elevated().rows(gridEvents)
  const result = { result: text || '已处理', resultPhoto: photo ?? null }
  const options = { reason: `手机提交 ${offlineId.slice(0, 8)}` }
  if (does === 'giveBack' && !text) return ctx.refuse(reason('event.why_back', undefined, 'text'))
  const after =
    does === 'giveBack'
      ? await rows.step(eventId, does, { reason: (text ?? '').slice(0, 200) })
      : does === 'solve' || does === 'finish'
        ? await rows.step(eventId, does, result, options)
        : await rows.step(eventId, does, {}, options)
  if (text && (does === 'accept' || does === 'begin'))
    await ctx
      .elevated()
      .rows(eventSteps)
      .create({ eventId, kind: 'progress', text, photo: photo ?? null, communityId: row.communityId, gridId: row.gridId })
  return { status: after.status, repeated: false }
}
