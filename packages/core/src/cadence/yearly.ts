import { parseLocalDate, type LocalDate } from '../date/index.ts'
import { type YearlyDeadline } from './cadence.ts'

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
