import { type Instant } from '../date/index.ts'
import { exactRatio, type ExactRatio } from './ratio.ts'

export interface TimedCase {
  /** Without it the case is no part of the rate, neither for nor against. */
  readonly dueAt?: Instant
  readonly doneAt?: Instant
}

export interface OnTimeCount {
  readonly onTime: number
  readonly late: number
  /** Open past the deadline: counted as late. */
  readonly overdue: number
  /** Open before the deadline: not counted yet. */
  readonly running: number
  readonly withoutDeadline: number
  /** On time over on time + late + overdue; nothing when there is none of them. */
  readonly ratio: ExactRatio | undefined
}

/**
 * How many cases were on time, only over those that have a deadline. A case done at the very moment is on time.
 *
 * @example
 * onTime([{ dueAt: '2026-05-11T10:00:00Z', doneAt: '2026-05-11T10:00:00Z' }, { doneAt: '2026-05-01T00:00:00Z' }], '2026-06-01T00:00:00Z').ratio // { num: 1, den: 1 }
 */
export function onTime(cases: readonly TimedCase[], now: Instant): OnTimeCount {
  const count = { onTime: 0, late: 0, overdue: 0, running: 0, withoutDeadline: 0 }
  for (const { dueAt, doneAt } of cases) {
    // What is done later than now has not been done yet.
    const done = doneAt !== undefined && Date.parse(doneAt) <= Date.parse(now)
    if (dueAt === undefined) count.withoutDeadline += 1
    else if (done) count[Date.parse(doneAt) <= Date.parse(dueAt) ? 'onTime' : 'late'] += 1
    else count[Date.parse(now) <= Date.parse(dueAt) ? 'running' : 'overdue'] += 1
  }
  return { ...count, ratio: exactRatio(count.onTime, count.onTime + count.late + count.overdue) }
}
