import type { Row } from '@linli/kit'
import { requestNotice } from '@linli/store'
import { eventUnanswered } from '../../events.ts'
import { gridEvents } from '../../resources/index.ts'
import { EVENT_LEVELS, type EventLevel } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'
import { note } from './actions.ts'
import { raiseAlert } from './alert.ts'
import { dataOf, subjectOf } from './effects.ts'

type Event = Row<typeof gridEvents>

/** States in which an event still waits for somebody's answer. */
export const UNANSWERED = ['reported', 'verified', 'dispatched', 'returned', 'reopened'] as const

const MINUTE = 60_000
const LEVELS = Object.keys(EVENT_LEVELS) as EventLevel[]
const WAITING = { status: UNANSWERED, acknowledgedAt_empty: true } as const

/** Events that nobody has answered within the promise of their level are told to the community, and if still nobody answers, to the street (W5). */
export async function watchUnanswered(ctx: Ctx): Promise<void> {
  const late = await ctx.rows(gridEvents).list({
    filter: { ...WAITING, ackMissed_empty: true, respondDue_lt: ctx.now },
    sort: ['respondDue', 'asc'],
    limit: 500,
    total: 'none',
  })
  for (const row of late.rows) {
    const patch = { ackMissed: 'yes', answerRaisedTo: 'community' } as const
    await ctx.rows(gridEvents).update(row.id, patch, { reason: `${EVENT_LEVELS[row.level]}事件超时无人响应` })
    await note(ctx, row, 'escalated', `超过响应时限（${promiseText(ctx, row.level)}）无人响应，已提醒社区`)
    await raiseAlert(ctx, row, 'unanswered', 'community', `${EVENT_LEVELS[row.level]}事件无人响应：${row.no ?? ''} ${row.title}`)
    await requestNotice(ctx, { ...toldOf(row), permission: 'grid.handle-event', at: 'grid' })
    await requestNotice(ctx, { ...toldOf(row), permission: 'grid.alerts.settle', at: 'community' })
    await ctx.emit(eventUnanswered, subjectOf(row), dataOf(row))
  }
  for (const level of LEVELS) await raiseToStreet(ctx, level)
}

async function raiseToStreet(ctx: Ctx, level: EventLevel): Promise<void> {
  const { urgentStreetMinutes, respondStreetHours } = ctx.settings
  const minutes = level === 'urgent' ? urgentStreetMinutes : respondStreetHours * 60
  const before = new Date(Date.parse(ctx.now) - minutes * MINUTE).toISOString()
  const still = await ctx.rows(gridEvents).list({
    filter: { ...WAITING, level, answerRaisedTo: 'community', respondDue_lt: before },
    limit: 500,
    total: 'none',
  })
  for (const row of still.rows) {
    const title = EVENT_LEVELS[level]
    await ctx.rows(gridEvents).update(row.id, { answerRaisedTo: 'street' }, { reason: `${title}事件仍无人响应` })
    await note(ctx, row, 'escalated', '仍无人响应，已报到街道')
    await raiseAlert(ctx, row, 'unanswered', 'street', `${title}事件无人响应，社区也没有响应：${row.no ?? ''} ${row.title}`)
    await requestNotice(ctx, { ...toldOf(row), permission: 'grid.alerts.answer', at: 'street' })
  }
}

function promiseText({ settings }: Ctx, level: EventLevel): string {
  switch (level) {
    case 'urgent':
      return `${settings.urgentRespondMinutes} 分钟`
    case 'major':
      return `${settings.majorRespondHours} 小时`
    case 'larger':
      return `${settings.largerRespondHours} 小时`
    case 'normal':
      return `${settings.normalRespondDays} 个工作日`
  }
}

function toldOf({ id, communityId, gridId, level }: Event): {
  urgency: 'now' | 'today'
  about: string
  subject: { resource: typeof gridEvents; id: string; communityId: string | null; gridId: string | null }
} {
  const urgency = level === 'urgent' || level === 'major' ? 'now' : 'today'
  return { urgency, about: eventUnanswered.name, subject: { resource: gridEvents, id, communityId, gridId } }
}
