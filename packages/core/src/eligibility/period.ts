import { addDays, addMonths, weekday, type LocalDate } from '../date/index.ts'

/** Over which stretch a limit counts. A week is Monday to Sunday (ISO 8601), a month is a calendar month, both in China. */
export type LimitPeriod = 'day' | 'week' | 'month' | 'total'

/** The first and the last day of a stretch, both inclusive. */
export interface DayWindow {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * The day, ISO week or calendar month that a day belongs to. `total` has no bounds: undefined.
 *
 * @example
 * periodWindow('week', '2026-11-22') // { from: '2026-11-16', to: '2026-11-22' }
 * periodWindow('month', '2024-02-10') // { from: '2024-02-01', to: '2024-02-29' }
 */
export function periodWindow(period: LimitPeriod, on: LocalDate): DayWindow | undefined {
  if (period === 'total') return undefined
  if (period === 'day') return { from: on, to: on }
  if (period === 'week') {
    const from = addDays(on, 1 - weekday(on))
    return { from, to: addDays(from, 6) }
  }
  const from = `${on.slice(0, 8)}01`
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/**
 * How many of these days fall into the period that `on` belongs to. A day that occurs twice counts twice.
 *
 * @example
 * countInPeriod(['2026-11-15', '2026-11-16', '2026-11-22'], 'week', '2026-11-22') // 2
 */
export function countInPeriod(days: readonly LocalDate[], period: LimitPeriod, on: LocalDate): number {
  const window = periodWindow(period, on)
  return window ? days.filter((day) => day >= window.from && day <= window.to).length : days.length
}
