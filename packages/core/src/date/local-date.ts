import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { asText } from '../text/index.ts'

/**
 * A calendar day as `YYYY-MM-DD` (ISO 8601, proleptic Gregorian, years 0001–9999), without time or zone.
 * Days are strings everywhere: a `Date` is an instant, and turning one into a day silently uses the machine's zone.
 *
 * The functions on days take valid days. What cannot be a day comes out as the empty text, which no parser accepts, so that nothing throws.
 */
export type LocalDate = string

const reason = defineReasons({
  'date.format': { zh: '日期应写作 2026-01-31 这样的格式', en: 'A date is written like 2026-01-31' },
  'date.not_real': { zh: '没有这一天：{text}', en: 'There is no such day: {text}' },
})

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const EPOCH_OFFSET = 719_162
const [FIRST_EPOCH_DAY, LAST_EPOCH_DAY] = [-719_162, 2_932_896] as const

/**
 * Whether a year has a 29 February.
 *
 * @example
 * [1900, 2000, 2024, 2026].map(isLeapYear) // [false, true, true, false]
 */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/**
 * The number of days of a month (1–12).
 *
 * @example
 * daysInMonth(2024, 2) // 29
 */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/**
 * Parses `YYYY-MM-DD` and checks that the day exists.
 *
 * @example
 * parseLocalDate('2026-02-29').ok // false
 */
export function parseLocalDate(text: string): Result<LocalDate> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(asText(text))
  if (!match) return refused(reason('date.format'))
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return refused(reason('date.not_real', { text }))
  }
  return ok(text)
}

/**
 * Days since 1970-01-01 of a valid date.
 *
 * @example
 * toEpochDay('1970-01-02') // 1
 */
export function toEpochDay(date: LocalDate): number {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const before = year - 1
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0
  return (
    before * 365 +
    Math.floor(before / 4) -
    Math.floor(before / 100) +
    Math.floor(before / 400) +
    (DAYS_BEFORE_MONTH[month - 1] ?? 0) +
    leapDay +
    Number(date.slice(8, 10)) -
    1 -
    EPOCH_OFFSET
  )
}

/**
 * The date that lies a number of days after 1970-01-01; empty outside the years 1 to 9999.
 *
 * @example
 * fromEpochDay(-1) // '1969-12-31'
 */
export function fromEpochDay(epochDay: number): LocalDate {
  return epochDay >= FIRST_EPOCH_DAY && epochDay <= LAST_EPOCH_DAY ? new Date(epochDay * 86_400_000).toISOString().slice(0, 10) : ''
}

/**
 * A date moved by whole days.
 *
 * @example
 * addDays('2026-02-28', 1) // '2026-03-01'
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days)
}

/**
 * Whole days from one date to another; negative when `to` is earlier.
 *
 * @example
 * daysBetween('2026-02-27', '2026-03-01') // 2
 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from)
}

/**
 * ISO weekday: 1 Monday … 7 Sunday.
 *
 * @example
 * weekday('2026-11-22') // 7
 */
export function weekday(date: LocalDate): number {
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1
}

/**
 * A date moved by whole months; a day that the month lacks becomes its last day.
 *
 * @example
 * addMonths('2026-01-31', 1) // '2026-02-28'
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  if (!Number.isInteger(index) || year < 1 || year > 9999) return ''
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * Full years of age (周岁) on a day. Someone becomes a year older on the birthday;
 * a 29 February birthday falls on 1 March in a common year (Civil Code art. 204 counts full periods; unverified for this case).
 *
 * @example
 * ageOn('1946-11-23', '2026-11-22') // 79
 */
export function ageOn(birth: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}
