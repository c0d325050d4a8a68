import { addDays, daysBetween, parseLocalDate, weekday, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'

/** A run of days off with the holiday they belong to. Weekend days inside it are included. */
export interface HolidayPeriod {
  readonly name: string
  readonly from: LocalDate
  /** Last day off. */
  readonly to: LocalDate
}

/**
 * One year's notice on holidays and make-up working days (调休), as the State Council publishes it each autumn for the year after.
 * It may reach back into the December before (2018-12-29 was a working day because of the notice for 2019).
 */
export interface YearNotice {
  readonly year: number
  readonly holidays: readonly HolidayPeriod[]
  /** Saturdays and Sundays that are working days. */
  readonly makeUpDays: readonly LocalDate[]
  /** The notice: its number or address, or who entered it. */
  readonly source: string
  /** Whether two independent transcriptions of the notice agree on every day. An administrator's own entry is `false` until somebody else confirms it. */
  readonly crossChecked: boolean
  /** `false` while only part of the year is announced: results of that year stay provisional. */
  readonly complete: boolean
}

const reason = defineReasons({
  'notice.year': { zh: '年份应在 1900 到 2199 之间', en: 'The year lies between 1900 and 2199' },
  'notice.source': { zh: '请填写通知的来源，例如文号', en: 'Enter the source of the notice, such as its number' },
  'notice.empty': { zh: '通知里没有任何放假日期', en: 'The notice has no day off' },
  'notice.period': {
    zh: '{name}：放假结束早于开始，或超过 31 天',
    en: '{name}: the holiday ends before it starts, or is longer than 31 days',
  },
  'notice.outside': { zh: '{date} 不在 {year} 年内，也不在上一年 12 月', en: '{date} lies neither in {year} nor in the December before' },
  'notice.make_up_weekday': {
    zh: '{date} 本来就是工作日（周一至周五），不能作为补班日',
    en: '{date} is a Monday to Friday and cannot be a make-up day',
  },
  'notice.both': { zh: '{date} 既放假又补班，请核对', en: '{date} is both a day off and a make-up day' },
})

/** Every reason for which a notice can be refused; a bad date is refused as `date.format` or `date.not_real`. */
export type YearNoticeReason = Parameters<typeof reason>[0]

/** The years that calendars know; everything outside is refused, so that a mistyped year is noticed. */
export const CALENDAR_YEARS = { first: 1900, last: 2199 } as const

const LONGEST_HOLIDAY_DAYS = 31

/**
 * Checks a year's notice as an administrator enters it: every day is real and belongs to the year,
 * make-up days are Saturdays or Sundays, no day is both. Refuses with `notice.*` and the field.
 *
 * @example
 * checkYearNotice({
 *   year: 2027, holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }], makeUpDays: ['2027-01-04'],
 *   source: '示例', crossChecked: false, complete: true,
 * }).ok // false
 */
export function checkYearNotice(notice: YearNotice): Result<YearNotice> {
  const { year } = notice
  if (!Number.isInteger(year) || year < CALENDAR_YEARS.first || year > CALENDAR_YEARS.last)
    return refused(reason('notice.year', {}, 'year'))
  if (notice.source.trim() === '') return refused(reason('notice.source', {}, 'source'))
  if (notice.holidays.length === 0) return refused(reason('notice.empty', {}, 'holidays'))

  const outside = (date: LocalDate): boolean => date < `${year - 1}-12-01` || date > `${year}-12-31`
  for (const { name, from, to } of notice.holidays) {
    for (const date of [from, to]) {
      const parsed = parseLocalDate(date)
      if (!parsed.ok) return refused({ ...parsed.refusal, field: 'holidays' })
      if (outside(date)) return refused(reason('notice.outside', { date, year }, 'holidays'))
    }
    if (to < from || daysBetween(from, to) >= LONGEST_HOLIDAY_DAYS) return refused(reason('notice.period', { name }, 'holidays'))
  }
  const off = new Set(daysOff(notice).map(({ date }) => date))
  for (const date of notice.makeUpDays) {
    const parsed = parseLocalDate(date)
    if (!parsed.ok) return refused({ ...parsed.refusal, field: 'makeUpDays' })
    if (outside(date)) return refused(reason('notice.outside', { date, year }, 'makeUpDays'))
    if (weekday(date) <= 5) return refused(reason('notice.make_up_weekday', { date }, 'makeUpDays'))
    if (off.has(date)) return refused(reason('notice.both', { date }, 'makeUpDays'))
  }
  return ok(notice)
}

/** Every single day off of a notice with its holiday's name. */
export function daysOff(notice: YearNotice): readonly { readonly date: LocalDate; readonly name: string }[] {
  return notice.holidays.flatMap(({ name, from, to }) =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => ({ date: addDays(from, index), name })),
  )
}
