import { addDays, addMonths, parseLocalDate, type LocalDate } from '../date/index.ts'

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

/**
 * When an interval or a term falls due next, counted from the last time (or the start of the term).
 *
 * @example
 * nextDue({ kind: 'interval', every: 7, unit: 'days' }, '2026-05-01', '2026-05-09') // { dueOn: '2026-05-08', state: 'overdue' }
 * nextDue({ kind: 'term', years: 5, warnMonthsBefore: 6 }, '2021-04-10', '2025-10-10') // { dueOn: '2026-04-10', state: 'dueSoon' }
 */
export function nextDue(cadence: IntervalCadence | TermCadence, last: LocalDate, today: LocalDate): DueState {
  if (cadence.kind === 'interval') {
    const dueOn = cadence.unit === 'days' ? addDays(last, cadence.every) : addMonths(last, cadence.every)
    return { dueOn, state: today > dueOn ? 'overdue' : today === dueOn ? 'dueSoon' : 'fine' }
  }
  const dueOn = addMonths(last, cadence.years * 12)
  if (today > dueOn) return { dueOn, state: 'overdue' }
  return { dueOn, state: today >= addMonths(dueOn, -cadence.warnMonthsBefore) ? 'dueSoon' : 'fine' }
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
