import { addWorkingDays, createWorkCalendar } from '@linli/core/calendar'
import { nationalNotices } from '@linli/core/calendar/data'
import type { LocalDate } from '@linli/core/date'
import { parseCreditCode } from '@linli/core/identifier'
import type { Result } from '@linli/core/refusal'
import { reaches } from '@linli/core/voting'

// The rules alone: no database, no server, no clock. They run in a browser as well.

/** By which day a matter that came in on a day is promised, in working days with the year's holidays and make-up days. */
export function promisedBy(
  receivedOn: LocalDate,
  workingDays: number,
): Result<{ readonly date: LocalDate; readonly provisional: boolean }> {
  const calendar = createWorkCalendar(nationalNotices)
  return calendar.ok ? addWorkingDays(calendar.value, receivedOn, workingDays) : calendar
}

/** The sentence that a form shows under a credit code: why it cannot be right, or nothing. */
export function creditCodeFault(text: string): string | undefined {
  const parsed = parseCreditCode(text)
  return parsed.ok ? undefined : parsed.refusal.zh
}

/** Whether two thirds of those entitled have agreed, in exact fractions. */
export function isTwoThirds(agreed: number, entitled: number): boolean {
  return reaches({ op: '>=', num: 2, den: 3 }, agreed, entitled)
}
