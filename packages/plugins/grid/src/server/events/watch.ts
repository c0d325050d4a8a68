import { addDays, dayOf, instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { eventUnanswered } from '../../events.ts'
import { alerts, gridEvents } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { note } from './actions.ts'
import { dataOf, subjectOf } from './effects.ts'

type Event = Row<typeof gridEvents>

/** States in which an urgent event still waits for somebody's answer. */
const UNANSWERED = ['reported', 'verified', 'dispatched', 'returned', 'reopened'] as const
const IN_HAND = [...UNANSWERED, 'accepted', 'handling'] as const
const LEVELS = ['community', 'street', 'department'] as const
const LEVEL_TITLES = { community: '社区', street: '街道', department: '部门' } as const

/** Marks urgent events that nobody has answered in time and tells the community and the street at once (W5). */
export async function watchUrgent(ctx: Ctx): Promise<void> {
  const late = await ctx.rows(gridEvents).list({
    filter: { level: 'urgent', status: UNANSWERED, acknowledgedAt_empty: true, ackMissed_empty: true, respondDue_lt: ctx.now },
    limit: 500,
    total: 'none',
  })
  for (const row of late.rows) {
    await ctx.rows(gridEvents).update(row.id, { ackMissed: 'yes', raisedTo: 'street' }, { reason: '紧急事件超时无人响应' })
    await note(ctx, row, 'escalated', `超过 ${ctx.settings.urgentRespondMinutes} 分钟无人响应，已提醒社区和街道`)
    await alert(ctx, row, 'unanswered', 'street', `紧急事件无人响应：${row.no ?? ''} ${row.title}`)
    await ctx.emit(eventUnanswered, subjectOf(row), dataOf(row))
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
}

function dueLevel({ finishDue }: Event, { now }: Ctx): (typeof LEVELS)[number] {
  const since = (days: number): string => instantAt(addDays(dayOf(now), -days), 0)
  if ((finishDue ?? now) < since(7)) return 'department'
  return (finishDue ?? now) < since(3) ? 'street' : 'community'
}

async function alert(ctx: Ctx, row: Event, kind: 'unanswered' | 'overdue', level: (typeof LEVELS)[number], summary: string): Promise<void> {
  const key = `${kind}:${row.id}:${level}:${row.reopens}`
  if (await ctx.elevated().rows(alerts).first({ key })) return
  await ctx
    .elevated()
    .rows(alerts)
    .create({ kind, key, level, summary: summary.slice(0, 160), eventId: row.id, communityId: row.communityId })
}
