import { addWorkingDays, type ClockContext } from '@linli/core/calendar'
import { dayOf, instantAt, type Instant, type LocalDate } from '@linli/core/date'
import type { Settings } from '@linli/kit'
import type { Context } from '@linli/store'
import type { counter } from '../plugin.ts'
import { openingOf } from '../rules/opening.ts'

/** The context of this module's handlers. */
export type Ctx = Context<Settings<typeof counter>>

/** The account of whoever acts; nothing for the system. */
export function accountOf({ actor }: Pick<Ctx, 'actor'>): string | null {
  return actor.kind === 'person' ? actor.id : null
}

/** What core's clocks count by. */
export function clockContext({ calendar }: Pick<Ctx, 'calendar'>): ClockContext {
  return { calendar }
}

/** The close of business some working days after today. */
export function closeAfter(ctx: Ctx, workingDays: number): Instant {
  const day = dayAfter(ctx, workingDays)
  const { to = '24:00' } = openingOf(ctx.settings.opening).workingDay.at(-1) ?? {}
  const [hour = 0, minute = 0] = to.split(':').map(Number)
  return instantAt(day, hour * 60 + minute)
}

/** The day some working days after today. */
export function dayAfter(ctx: Pick<Ctx, 'calendar' | 'now'>, workingDays: number): LocalDate {
  const today = dayOf(ctx.now)
  const moved = addWorkingDays(ctx.calendar, today, workingDays)
  return moved.ok ? moved.value.date : today
}
