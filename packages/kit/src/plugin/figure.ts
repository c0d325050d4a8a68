import { addDays, addMonths, type LocalDate } from '@linli/core/date'

/** A number on the dashboard: the count of a resource's rows, or the sum of one field, so that it opens exactly its rows. */
export interface Figure {
  /** `<plugin>.<noun>`. */
  readonly name: string
  readonly title: string
  readonly resource: string
  /** A filter of the list; days may be given as {@link RelativeDay}. */
  readonly filter?: Readonly<Record<string, unknown>>
  /** Sum this field instead of counting. */
  readonly sum?: string
  /** Group by this choice or standard column for a chart. */
  readonly by?: string
  readonly help?: string
}

const RELATIVE_DAYS = {
  $today: (today: LocalDate) => today,
  $monthStart: (today: LocalDate) => `${today.slice(0, 8)}01`,
  $yearStart: (today: LocalDate) => `${today.slice(0, 5)}01-01`,
  $in30Days: (today: LocalDate) => addDays(today, 30),
  $in60Days: (today: LocalDate) => addDays(today, 60),
  $in6Months: (today: LocalDate) => addMonths(today, 6),
} as const

/** A day that moves with the calendar, for filters that are written once. */
export type RelativeDay = keyof typeof RELATIVE_DAYS

/**
 * A filter with its relative days turned into days.
 *
 * @example
 * resolveFilter({ day_gte: '$monthStart' }, '2026-11-22') // { day_gte: '2026-11-01' }
 */
export function resolveFilter(filter: Readonly<Record<string, unknown>>, today: LocalDate): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, isRelativeDay(value) ? RELATIVE_DAYS[value](today) : value]))
}

function isRelativeDay(value: unknown): value is RelativeDay {
  return typeof value === 'string' && Object.hasOwn(RELATIVE_DAYS, value)
}
