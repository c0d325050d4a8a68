import { addDays, dayOf, instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { requestNotice } from '@linli/store'
import { eventUnanswered } from '../../events.ts'
import { alerts, gridEvents } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { note } from './actions.ts'
import { dataOf, subjectOf } from './effects.ts'

type Event = Row<typeof gridEvents>
type Kind = 'unanswered' | 'overdue' | 'unchecked'
type Level = (typeof LEVELS)[number]

/** States in which an urgent event still waits for somebody's answer. */
export const UNANSWERED = ['reported', 'verified', 'dispatched', 'returned', 'reopened'] as const
const IN_HAND = [...UNANSWERED, 'accepted', 'handling'] as const
const LEVELS = ['community', 'street', 'department'] as const
const LEVEL_TITLES = { community: '社区', street: '街道', department: '部门' } as const
const MINUTE = 60_000

/** Urgent events that nobody has answered in time are told to the community, and if still nobody answers, to the street (W5). */
export async function watchUrgent(ctx: Ctx): Promise<void> {
  const { urgentRespondMinutes, urgentStreetMinutes } = ctx.settings
  const waiting = { level: 'urgent', status: UNANSWERED, acknowledgedAt_empty: true } as const
  const late = await ctx.rows(gridEvents).list({
    filter: { ...waiting, ackMissed_empty: true, respondDue_lt: ctx.now },
    limit: 500,
    total: 'none',
  })
  for (const row of late.rows) {
    await ctx.rows(gridEvents).update(row.id, { ackMissed: 'yes', raisedTo: 'community' }, { reason: '紧急事件超时无人响应' })
    await note(ctx, row, 'escalated', `超过 ${urgentRespondMinutes} 分钟无人响应，已提醒社区`)
    await alert(ctx, row, 'unanswered', 'community', `紧急事件无人响应：${row.no ?? ''} ${row.title}`)
    await requestNotice(ctx, { ...unanswered(row), permission: 'grid.handle-event', at: 'grid' })
    await requestNotice(ctx, { ...unanswered(row), permission: 'grid.alerts.settle', at: 'community' })
    await ctx.emit(eventUnanswered, subjectOf(row), dataOf(row))
  }
  const before = new Date(Date.parse(ctx.now) - urgentStreetMinutes * MINUTE).toISOString()
  const still = await ctx.rows(gridEvents).list({
    filter: { ...waiting, ackMissed: 'yes', raisedTo: 'community', respondDue_lt: before },
    limit: 500,
    total: 'none',
  })
  for (const row of still.rows) {
    await ctx.rows(gridEvents).update(row.id, { raisedTo: 'street' }, { reason: '紧急事件仍无人响应' })
    await note(ctx, row, 'escalated', '仍无人响应，已报到街道')
    await alert(ctx, row, 'unanswered', 'street', `紧急事件无人响应，社区也没有响应：${row.no ?? ''} ${row.title}`)
    await requestNotice(ctx, { ...unanswered(row), permission: 'grid.alerts.answer', at: 'street' })
  }
}

/** Raises events whose handling is overdue: to the community on the day, to the street after three days, to the department after seven. */
export async function watchOverdue(ctx: Ctx): Promise<void> {
  for await (const row of ctx.rows(gridEvents).each({ filter: { status: IN_HAND, finishDue_lt: ctx.now } })) {
    const level = dueLevel(row, ctx)
    if (LEVELS.indexOf(level) <= LEVELS.indexOf(row.raisedTo ?? level) && row.raisedTo) continue
    await ctx.rows(gridEvents).update(row.id, { raisedTo: level }, { reason: `事件超期，督办到${LEVEL_TITLES[level]}` })
    await note(ctx, row, 'escalated', `办理超期，督办到${LEVEL_TITLES[level]}`)
    await alert(ctx, row, 'overdue', level, `事件超期，督办到${LEVEL_TITLES[level]}：${row.no ?? ''} ${row.title}`)
  }
  await watchUnchecked(ctx)
}

/** What was handled days ago and nobody has checked is the street's: perhaps the only one who may check has handled it. */
async function watchUnchecked(ctx: Ctx): Promise<void> {
  const before = instantAt(addDays(ctx.today, -ctx.settings.checkDays), 0)
  for await (const row of ctx.rows(gridEvents).each({ filter: { status: ['selfSolved', 'done'], statusSince_lt: before } }))
    await alert(ctx, row, 'unchecked', 'street', `办结 ${ctx.settings.checkDays} 天没有复核：${row.no ?? ''} ${row.title}`)
}

function dueLevel({ finishDue }: Event, { now }: Ctx): Level {
  const since = (days: number): string => instantAt(addDays(dayOf(now), -days), 0)
  if ((finishDue ?? now) < since(7)) return 'department'
  return (finishDue ?? now) < since(3) ? 'street' : 'community'
}

/** One alert for each level; the one below has done its work when the next is written. */
async function alert(ctx: Ctx, row: Event, kind: Kind, level: Level, summary: string): Promise<void> {
  const rows = ctx.elevated().rows(alerts)
  const key = `${kind}:${row.id}:${level}:${row.reopens}`
  if (await rows.first({ key })) return
  const below = await rows.list({ filter: { eventId: row.id, kind, status: ['open', 'raised'] }, limit: 10, total: 'none' })
  for (const { id } of below.rows) await rows.step(id, 'pass', { answer: `没有处理，已报到${LEVEL_TITLES[level]}` })
  const { id } = await rows.create({ kind, key, level, summary: summary.slice(0, 160), eventId: row.id, communityId: row.communityId })
  if (level !== 'community') await rows.step(id, 'raise', {})
}

function unanswered({ id, communityId, gridId }: Event): {
  urgency: 'now'
  about: string
  subject: { resource: typeof gridEvents; id: string; communityId: string | null; gridId: string | null }
} {
  return { urgency: 'now', about: eventUnanswered.name, subject: { resource: gridEvents, id, communityId, gridId } }
}
