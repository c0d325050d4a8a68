import { reason } from '../../reasons.ts'
import { mayHandOn } from '../../rules/handing.ts'
import { eventSteps, gridEvents } from '../../resources/index.ts'
import { eventEscalated, eventNeedsService } from '../../events.ts'
import type { Ctx } from '../context.ts'
import { settleAlerts } from './alert.ts'
import { subjectOf } from './effects.ts'

/** Whether an event was answered later than its level promises. */
export function missedBy(
  { now }: Ctx,
  { respondDue, ackMissed }: { respondDue: string | null; ackMissed: 'yes' | 'no' | null },
): 'yes' | 'no' | null {
  if (ackMissed || respondDue === null) return ackMissed
  return now > respondDue ? 'yes' : 'no'
}

interface OnEvent {
  readonly id: string
  readonly text: string
}

/** Somebody is on it: the clock of the answer stops, the clock of the result runs. */
export async function handleAcknowledge(ctx: Ctx, { id, text }: OnEvent): Promise<{ acknowledgedAt: string; late: boolean }> {
  const row = await ctx.rows(gridEvents).lock(id)
  if (row.acknowledgedAt || ['void', 'joined', 'closed', 'checked', 'confirmed'].includes(row.status))
    return ctx.refuse(reason('event.not_urgent_open'))
  const late = row.respondDue !== null && ctx.now > row.respondDue
  const all = ctx.elevated()
  await all.rows(gridEvents).update(id, { acknowledgedAt: ctx.now, ackMissed: missedBy(ctx, row) }, { reason: text })
  await note(ctx, row, 'progress', `响应：${text}`)
  await settleAlerts(ctx, id, 'unanswered', `已响应：${text}`)
  return { acknowledgedAt: ctx.now, late }
}

/** Gives an event to the council. */
export async function handleEscalate(ctx: Ctx, { id, text }: OnEvent): Promise<{ sent: boolean }> {
  const row = await ctx.rows(gridEvents).lock(id)
  if (!mayHandOn(row.status)) return ctx.refuse(reason('event.over'))
  if (!ctx.has('council')) return ctx.refuse(reason('event.council_off'))
  if (row.councilState) return ctx.refuse(reason('event.council_sent'))
  await ctx.elevated().rows(gridEvents).update(id, { councilState: 'sent' }, { reason: text })
  await note(ctx, row, 'council', `提交居民议事会：${text}`)
  await ctx.emit(eventEscalated, subjectOf(row), { eventId: id, no: row.no ?? '', category: row.type })
  return { sent: true }
}

/** Gives an event to the counter. */
export async function handleNeedService(ctx: Ctx, { id, text }: OnEvent): Promise<{ sent: boolean }> {
  const row = await ctx.rows(gridEvents).lock(id)
  if (!mayHandOn(row.status)) return ctx.refuse(reason('event.over'))
  if (!ctx.has('counter')) return ctx.refuse(reason('event.counter_off'))
  if (row.serviceState) return ctx.refuse(reason('event.counter_sent'))
  await ctx.elevated().rows(gridEvents).update(id, { serviceState: 'sent' }, { reason: text })
  await note(ctx, row, 'service', `转窗口办理：${text}`)
  await ctx.emit(eventNeedsService, subjectOf(row), { eventId: id, no: row.no ?? '', category: row.type })
  return { sent: true }
}

const COUNCIL_STATES = { accepted: '已受理', resolved: '已议决', returned: '未采纳', closed: '已答复' } as const

/** Notes on the event what the council made of it. */
export async function hearCouncil(
  ctx: Ctx,
  state: keyof typeof COUNCIL_STATES,
  data: Readonly<Record<string, string | null>>,
): Promise<void> {
  if (data.source !== 'grid' || !data.sourceId) return
  const all = ctx.elevated()
  const row = await all.rows(gridEvents).find(data.sourceId)
  if (!row || row.councilState === state) return
  await all.rows(gridEvents).update(row.id, { councilState: state })
  await note(ctx, row, 'council', `居民议事会：${COUNCIL_STATES[state]}`)
}

/** Notes on the event that the counter has answered. */
export async function hearCounter(ctx: Ctx, { sourceId }: Readonly<Record<string, string | null>>): Promise<void> {
  const all = ctx.elevated()
  const row = sourceId ? await all.rows(gridEvents).find(sourceId) : undefined
  if (!row || row.serviceState !== 'sent') return
  await all.rows(gridEvents).update(row.id, { serviceState: 'answered' })
  await note(ctx, row, 'service', '窗口已答复')
}

/** Writes a record of what was done. */
export async function note(
  ctx: Ctx,
  row: { readonly id: string; readonly communityId: string | null; readonly gridId: string | null },
  kind: 'progress' | 'escalated' | 'council' | 'service' | 'urge',
  text: string,
): Promise<void> {
  const { id: eventId, communityId, gridId } = row
  await ctx.elevated().rows(eventSteps).create({ eventId, kind, text, communityId, gridId })
}
