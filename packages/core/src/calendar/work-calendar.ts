import { daysInMonth, isLeapYear, toEpochDay, type LocalDate } from '../date/index.ts'
import { ok, type Result } from '../refusal/index.ts'
import { checkYearNotice, daysOff, type YearNotice } from './year-notice.ts'

/** Which days are worked. Made by {@link createWorkCalendar}; immutable, and its notices are plain JSON. */
export interface WorkCalendar {
  /** By year, one each. */
  readonly notices: readonly YearNotice[]
  /** Whether the year's notice is known in full; without it, results are provisional. */
  isKnown(year: number): boolean
  /** The table of a year, made once. For this folder's own arithmetic. */
  table(year: number): YearTable
  /** The name of the holiday that makes a day free. */
  holidayOn(date: LocalDate): string | undefined
}

/** The working days of a year, counted ahead so that no arithmetic walks from day to day. */
export interface YearTable {
  /** `workedBefore[i]`: working days among the first `i` days of the year; the last entry is the year's total. */
  readonly workedBefore: Uint16Array
  /** The year's working days in order. */
  readonly workingDays: readonly LocalDate[]
}

/**
 * Builds a calendar from years' notices (`nationalNotices` of `@linli/core/calendar/data`, an administrator's own, or none).
 * Of two notices for one year the later in the list counts. A year without notice has Monday to Friday *and* makes every result that touches it provisional.
 * Refuses with `notice.*` when a notice is wrong.
 *
 * @example
 * const calendar = createWorkCalendar([])
 * calendar.ok && calendar.value.isKnown(2026) // false
 */
export function createWorkCalendar(notices: readonly YearNotice[]): Result<WorkCalendar> {
  const byYear = new Map<number, YearNotice>()
  for (const notice of notices) {
    const checked = checkYearNotice(notice)
    if (!checked.ok) return checked
    byYear.set(notice.year, notice)
  }
  const inOrder = [...byYear.values()].toSorted((a, b) => a.year - b.year)
  const off = new Map<LocalDate, string>()
  const makeUp = new Set<LocalDate>()
  for (const notice of inOrder) {
    for (const { date, name } of daysOff(notice)) {
      off.set(date, name)
      makeUp.delete(date)
    }
    for (const date of notice.makeUpDays) {
      makeUp.add(date)
      off.delete(date)
    }
  }

  const tables = new Map<number, YearTable>()
  return ok({
    notices: inOrder,
    isKnown: (year) => byYear.get(year)?.complete === true,
    holidayOn: (date) => off.get(date),
    table: (year) => {
      const known = tables.get(year)
      if (known !== undefined) return known
      const made = buildTable(year, off, makeUp)
      tables.set(year, made)
      return made
    },
  })
}

/**
 * The same calendar with a notice added or replaced: what happens when an administrator enters next year's.
 * Open clocks keep their due day until `recomputeClock` is called with the new calendar.
 *
 * @example
 * const before = createWorkCalendar([])
 * const notice = {
 *   year: 2027, holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }], makeUpDays: [],
 *   source: '示例', crossChecked: false, complete: true,
 * }
 * const after = before.ok && withNotice(before.value, notice)
 * after && after.ok && after.value.isKnown(2027) // true
 */
export function withNotice(calendar: WorkCalendar, notice: YearNotice): Result<WorkCalendar> {
  return createWorkCalendar([...calendar.notices, notice])
}

function buildTable(year: number, off: ReadonlyMap<LocalDate, string>, makeUp: ReadonlySet<LocalDate>): YearTable {
  const length = isLeapYear(year) ? 366 : 365
  const workedBefore = new Uint16Array(length + 1)
  const workingDays: LocalDate[] = []
  const sinceMonday = (((toEpochDay(`${year}-01-01`) + 3) % 7) + 7) % 7
  let index = 0
  for (let month = 1; month <= 12; month++) {
    const prefix = `${year}-${String(month).padStart(2, '0')}-`
    for (let day = 1; day <= daysInMonth(year, month); day++) {
      const date = prefix + String(day).padStart(2, '0')
      const isWeekday = (sinceMonday + index) % 7 < 5
      if (isWeekday ? !off.has(date) : makeUp.has(date)) workingDays.push(date)
      index++
      workedBefore[index] = workingDays.length
    }
  }
  return { workedBefore, workingDays }
}
