import { addDays, addMonths, type LocalDate } from '@linli/core/date'

/** A regular meeting of a series: the day on which it is held and the last day on which its notice is in time. */
export interface PlannedDay {
  readonly day: LocalDate
  readonly noticeBy: LocalDate
}

/**
 * The days of a monthly series that can still be called in time: this month's and the next one's.
 *
 * @param dayOfMonth 1–28
 * @example
 * seriesDays(12, 5, '2026-03-08') // [{ day: '2026-04-12', noticeBy: '2026-04-07' }]
 */
export function seriesDays(dayOfMonth: number, noticeDays: number, today: LocalDate): readonly PlannedDay[] {
  const first = `${today.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`
  return [first, addMonths(first, 1)]
    .map((day) => ({ day, noticeBy: addDays(day, -noticeDays) }))
    .filter(({ day, noticeBy }) => noticeBy >= today && day > today)
}
