import { addDays, addMonths, parseLocalDate, type LocalDate } from '../date/index.ts'

/** The calendar periods in which something is expected so many times. */
export type CadencePeriod = 'month' | 'quarter' | 'halfYear' | 'year'

export interface CalendarPeriod {
  /** `2026-05`, `2026-Q2`, `2026-H1`, `2026` */
  readonly key: string
  readonly from: LocalDate
  /** Last day. */
  readonly to: LocalDate
}

const MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const

/**
 * The calendar period of a day.
 *
 * @example
 * periodOf('quarter', '2026-05-20') // { key: '2026-Q2', from: '2026-04-01', to: '2026-06-30' }
 */
export function periodOf(per: CadencePeriod, day: LocalDate): CalendarPeriod {
  const year = day.slice(0, 4)
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS[per])
  const from = `${year}-${String(index * MONTHS[per] + 1).padStart(2, '0')}-01`
  const key = { month: day.slice(0, 7), quarter: `${year}-Q${index + 1}`, halfYear: `${year}-H${index + 1}`, year }[per]
  return { key, from, to: addDays(addMonths(from, MONTHS[per]), -1) }
}

/**
 * All periods that touch a span of days, first to last; none when it ends before it starts, or when a day is none.
 *
 * @example
 * periodsBetween('month', '2026-01-15', '2026-03-01').map((period) => period.key) // ['2026-01', '2026-02', '2026-03']
 */
export function periodsBetween(per: CadencePeriod, from: LocalDate, to: LocalDate): readonly CalendarPeriod[] {
  const periods: CalendarPeriod[] = []
  if (!isPeriod(per) || !parseLocalDate(from).ok || !parseLocalDate(to).ok) return periods
  for (let period = periodOf(per, from); period.from <= to && period.to !== ''; period = periodOf(per, addDays(period.to, 1)))
    periods.push(period)
  return periods
}

/** Whether a text names a kind of period. */
export function isPeriod(per: string): per is CadencePeriod {
  return Object.hasOwn(MONTHS, per)
}
