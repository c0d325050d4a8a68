import { addDays, addMonths, parseLocalDate, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'

/** Again and again after so many days or months since the last time: visits, reassessments. */
export interface IntervalCadence {
  readonly kind: 'interval'
  readonly every: number
  readonly unit: 'days' | 'months'
}

/** Once in a lifetime of a term: elections. */
export interface TermCadence {
  readonly kind: 'term'
  readonly years: number
  readonly warnMonthsBefore: number
}

/** Once a year by a day: annual reports. */
export interface YearlyDeadline {
  readonly kind: 'yearly'
  /** `03-31` */
  readonly by: string
}

export interface DueState {
  readonly dueOn: LocalDate
  readonly state: 'fine' | 'dueSoon' | 'overdue'
}

const reason = defineReasons({
  'cadence.due_day': { zh: '日期不对', en: 'A day is not valid' },
  'cadence.due_length': { zh: '间隔或任期应为正整数', en: 'An interval or a term is a positive whole number' },
})

/**
 * When an interval or a term falls due next, counted from the last time (or the start of the term).
 *
 * @example
 * nextDue({ kind: 'interval', every: 7, unit: 'days' }, '2026-05-01', '2026-05-09').value // { dueOn: '2026-05-08', state: 'overdue' }
 * nextDue({ kind: 'term', years: 5, warnMonthsBefore: 6 }, '2021-04-10', '2025-10-10').value // { dueOn: '2026-04-10', state: 'dueSoon' }
 */
export function nextDue(cadence: IntervalCadence | TermCadence, last: LocalDate, today: LocalDate): Result<DueState> {
  if (!parseLocalDate(last).ok || !parseLocalDate(today).ok) return refused(reason('cadence.due_day'))
  const length = cadence.kind === 'interval' ? cadence.every : cadence.years
  if (!Number.isSafeInteger(length) || length < 1 || length > 36_500) return refused(reason('cadence.due_length'))
  const dueOn =
    cadence.kind === 'interval' && cadence.unit === 'days'
      ? addDays(last, length)
      : addMonths(last, cadence.kind === 'term' ? length * 12 : length)
  const soonFrom = cadence.kind === 'term' ? addMonths(dueOn, -cadence.warnMonthsBefore) : dueOn
  return ok({ dueOn, state: today > dueOn ? 'overdue' : today >= soonFrom ? 'dueSoon' : 'fine' })
}

export interface YearlyState {
  readonly dueOn: LocalDate
  readonly state: 'onTime' | 'late' | 'open' | 'overdue'
}

/**
 * Whether something due once a year was handed in on time. A deadline of 29 February falls on 28 February in a common year.
 *
 * @example
 * yearlyState({ kind: 'yearly', by: '03-31' }, 2026, '2026-03-31', '2026-06-01') // { dueOn: '2026-03-31', state: 'onTime' }
 * yearlyState({ kind: 'yearly', by: '03-31' }, 2026, undefined, '2026-04-01').state // 'overdue'
 */
export function yearlyState(deadline: YearlyDeadline, year: number, doneOn: LocalDate | undefined, today: LocalDate): YearlyState {
  const written = `${String(year).padStart(4, '0')}-${deadline.by}`
  const dueOn = parseLocalDate(written).ok ? written : `${written.slice(0, 8)}28`
  if (doneOn !== undefined && doneOn <= today) return { dueOn, state: doneOn <= dueOn ? 'onTime' : 'late' }
  return { dueOn, state: today <= dueOn ? 'open' : 'overdue' }
}
