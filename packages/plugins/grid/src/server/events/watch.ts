import { addDays, dayOf, instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { gridEvents } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { note } from './actions.ts'
import { ALERT_LEVEL_TITLES, ALERT_LEVELS, type AlertLevel, raiseAlert } from './alert.ts'
import { UNANSWERED } from './unanswered.ts'

const IN_HAND = [...UNANSWERED, 'accepted', 'handling'] as const

/** Raises events whose handling is overdue: to the community on the day, to the street after three days, to the department after seven. */
export async function watchOverdue(ctx: Ctx): Promise<void> {
  for await (const row of ctx.rows(gridEvents).each({ filter: { status: IN_HAND, finishDue_lt: ctx.now } })) {
    const level = dueLevel(row, ctx)
    if (ALERT_LEVELS.indexOf(level) <= ALERT_LEVELS.indexOf(row.raisedTo ?? level) && row.raisedTo) continue
    const title = ALERT_LEVEL_TITLES[level]
    await ctx.rows(gridEvents).update(row.id, { raisedTo: level }, { reason: `事件超期，督办到${title}` })
    await note(ctx, row, 'escalated', `办理超期，督办到${title}`)
    await raiseAlert(ctx, row, 'overdue', level, `事件超期，督办到${title}：${row.no ?? ''} ${row.title}`)
  }
  await watchUnchecked(ctx)
}

/** What was handled days ago and nobody has checked is the street's: perhaps the only one who may check has handled it. */
async function watchUnchecked(ctx: Ctx): Promise<void> {
  const before = instantAt(addDays(ctx.today, -ctx.settings.checkDays), 0)
  for await (const row of ctx.rows(gridEvents).each({ filter: { status: ['selfSolved', 'done'], statusSince_lt: before } }))
    await raiseAlert(ctx, row, 'unchecked', 'street', `办结 ${ctx.settings.checkDays} 天没有复核：${row.no ?? ''} ${row.title}`)
}

function dueLevel({ finishDue }: Row<typeof gridEvents>, { now }: Ctx): AlertLevel {
  const since = (days: number): string => instantAt(addDays(dayOf(now), -days), 0)
  if ((finishDue ?? now) < since(7)) return 'department'
  return (finishDue ?? now) < since(3) ? 'street' : 'community'
}
