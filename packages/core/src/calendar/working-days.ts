import { daysInMonth, isLeapYear, parseLocalDate, weekday, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { CALENDAR_YEARS } from './year-notice.ts'

/** How sure a result is. */
export interface Certainty {
  /** Some day that it depends on lies in a year whose notice is not known; the result may change when it is published. */
  readonly provisional: boolean
  /** The years that are missing. */
  readonly unknownYears: readonly number[]
}

/** A day found by counting. */
export interface WorkingDate extends Certainty {
  readonly date: LocalDate
}

/** A number of working days. */
export interface WorkingDayCount extends Certainty {
  readonly days: number
}

/** What a day is. */
export interface DayStatus extends Certainty {
  readonly date: LocalDate
  readonly working: boolean
  /** `make-up` is a Saturday or Sunday that is worked; a holiday on a weekend is a `holiday`. */
  readonly kind: 'weekday' | 'weekend' | 'holiday' | 'make-up'
  readonly holiday?: string
}

const reason = defineReasons({
  'calendar.amount': { zh: '天数应为整数，且不超过 {limit}', en: 'The number of days is an integer of at most {limit}' },
  'calendar.range': { zh: '日期应在 {first} 年到 {last} 年之间', en: 'The date lies between the years {first} and {last}' },
})

/** Every reason of the working-day functions; a bad date is refused as `date.format` or `date.not_real`. */
export type WorkingDayReason = Parameters<typeof reason>[0]

const AMOUNT_LIMIT = 10_000
const HYPHEN = 45
const ZERO = 48
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const
/** Notices reach back to the end of the December before: the earliest day moved so far is 29 December, in the notices for 2008 and 2019. */
const LATE_DECEMBER = '-12-25'
/** Nothing that could change. */
export const CERTAIN: Certainty = { provisional: false, unknownYears: [] }

/**
 * The working day that lies `amount` working days after a day (before it, when negative). The day itself is not counted; 0 gives the day back.
 *
 * Source: 行政许可法 art. 82 (periods in working days, holidays excluded), counting from the day after; the vectors of domain.md §3.1 are tests.
 * Refuses with `date.*`, `calendar.amount`, `calendar.range`.
 *
 * @example
 * const notice = { year: 2026, source: '示例', crossChecked: false, complete: true, makeUpDays: ['2026-10-10'], holidays: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }] }
 * const calendar = createWorkCalendar([notice])
 * const due = calendar.ok && addWorkingDays(calendar.value, '2026-09-30', 3)
 * due && due.ok && due.value.date // '2026-10-10'
 */
export function addWorkingDays(calendar: WorkCalendar, date: LocalDate, amount: number): Result<WorkingDate> {
  const day = dayOfYear(date)
  if (day < 0) return refused(refuseDate(date) ?? outOfRange())
  if (!Number.isInteger(amount) || Math.abs(amount) > AMOUNT_LIMIT) return refused(reason('calendar.amount', { limit: AMOUNT_LIMIT }))
  if (amount === 0) return ok(withCertainty(calendar, date, date, date))

  let year = yearOf(date)
  let table = calendar.table(year)
  let target = amount > 0 ? (table.workedBefore[day + 1] ?? 0) + amount - 1 : (table.workedBefore[day] ?? 0) + amount
  while (target >= table.workingDays.length || target < 0) {
    const step = target < 0 ? -1 : 1
    if (step === 1) target -= table.workingDays.length
    year += step
    if (year < CALENDAR_YEARS.first || year > CALENDAR_YEARS.last) return refused(outOfRange())
    table = calendar.table(year)
    if (step === -1) target += table.workingDays.length
  }
  const found = table.workingDays[target] ?? date
  return ok(withCertainty(calendar, found, amount > 0 ? date : found, amount > 0 ? found : date))
}

/**
 * The working days after `from` up to and including `to`; negative when `to` is earlier.
 * It is what `addWorkingDays` needs to get from a day to a working day: `addWorkingDays(from, workingDaysBetween(from, to))` is `to`.
 *
 * @example
 * const calendar = createWorkCalendar([])
 * const count = calendar.ok && workingDaysBetween(calendar.value, '2026-11-20', '2026-11-23')
 * count && count.ok && count.value.days // 1
 */
export function workingDaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): Result<WorkingDayCount> {
  const bad = refuseDate(from) ?? refuseDate(to)
  if (bad) return refused(bad)
  const [first, last] = from <= to ? [from, to] : [to, from]
  let days = workedThrough(calendar, last) - workedThrough(calendar, first)
  for (let year = yearOf(first); year < yearOf(last); year++) days += calendar.table(year).workingDays.length
  return ok({ days: from <= to ? days : 0 - days, ...certainty(calendar, first, last) })
}

/**
 * What a day is: worked or not, why, and how sure that is.
 * There is no function that answers with a bare boolean, because Monday to Friday is no answer for a year without notice.
 *
 * @example
 * const calendar = createWorkCalendar([])
 * const status = calendar.ok && describeDay(calendar.value, '2026-11-22')
 * status && status.ok && [status.value.kind, status.value.provisional] // ['weekend', true]
 */
export function describeDay(calendar: WorkCalendar, date: LocalDate): Result<DayStatus> {
  const bad = refuseDate(date)
  if (bad) return refused(bad)
  const working = isWorked(calendar, date)
  const holiday = calendar.holidayOn(date)
  const isWeekend = weekday(date) > 5
  const kind = holiday !== undefined ? 'holiday' : isWeekend ? (working ? 'make-up' : 'weekend') : 'weekday'
  return ok({ date, working, kind, ...(holiday === undefined ? {} : { holiday }), ...certainty(calendar, date, date) })
}

/** Whether a checked day is worked. */
export function isWorked(calendar: WorkCalendar, date: LocalDate): boolean {
  const { workedBefore } = calendar.table(yearOf(date))
  const day = dayOfYear(date)
  return (workedBefore[day + 1] ?? 0) > (workedBefore[day] ?? 0)
}

/**
 * How sure a result is that depends on the days from one to another. The last days of a December depend on the next year's notice as well:
 * 2018-12-31 became a day off, and 2018-12-29 a working Saturday, in the notice for 2019.
 */
export function certainty(calendar: WorkCalendar, from: LocalDate, to: LocalDate): Certainty {
  const first = yearOf(from)
  const last = yearOf(to) + (to.slice(4) >= LATE_DECEMBER ? 1 : 0)
  let unknownYears: number[] | undefined
  for (let year = first; year <= last; year++) {
    if (!calendar.isKnown(year)) (unknownYears ??= []).push(year)
  }
  return unknownYears === undefined ? CERTAIN : { provisional: true, unknownYears }
}

/** Refuses what is no day, and a day outside the years that calendars know. */
export function refuseDate(date: LocalDate): Refusal | undefined {
  if (dayOfYear(date) >= 0) return undefined
  const parsed = parseLocalDate(date)
  return parsed.ok ? outOfRange() : parsed.refusal
}

function outOfRange(): Refusal {
  return reason('calendar.range', { first: CALENDAR_YEARS.first, last: CALENDAR_YEARS.last })
}

function withCertainty(calendar: WorkCalendar, date: LocalDate, from: LocalDate, to: LocalDate): WorkingDate {
  const { provisional, unknownYears } = certainty(calendar, from, to)
  return { date, provisional, unknownYears }
}

function workedThrough(calendar: WorkCalendar, date: LocalDate): number {
  return calendar.table(yearOf(date)).workedBefore[dayOfYear(date) + 1] ?? 0
}

/**
 * The days of the year before a day; negative for what is no day of a year that calendars know.
 * Reads the characters itself: with a regular expression, a million calls would take half as long again.
 */
function dayOfYear(date: LocalDate): number {
  if (date.length !== 10 || date.charCodeAt(4) !== HYPHEN || date.charCodeAt(7) !== HYPHEN) return -1
  const year = yearOf(date)
  const month = twoDigits(date, 5)
  const day = twoDigits(date, 8)
  if (!(year >= CALENDAR_YEARS.first && year <= CALENDAR_YEARS.last && month >= 1 && day >= 1)) return -1
  if (!(day <= daysInMonth(year, month))) return -1
  return (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + day - 1
}

function yearOf(date: LocalDate): number {
  return twoDigits(date, 0) * 100 + twoDigits(date, 2)
}

/** Two digits as a number, NaN when they are none. */
function twoDigits(date: LocalDate, at: number): number {
  const [tens, ones] = [date.charCodeAt(at) - ZERO, date.charCodeAt(at + 1) - ZERO]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}
