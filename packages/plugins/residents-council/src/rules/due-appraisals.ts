import { periodOf } from '@linli/core/cadence'
import { addDays } from '@linli/core/date'

/** A contest or an appraisal that should have been opened by now. */
export interface DueAppraisal {
  readonly kind: 'contest' | 'annual'
  /** As it is written on the appraisal: `2026-H1`, `2026`. */
  readonly period: string
  /** Last day of the period. */
  readonly to: string
  readonly title: string
}

/** Days after the end of a period by which its contest or appraisal is opened. Our own; the street's paper names the period alone. */
const OPEN_DAYS = 31

/**
 * The contest and the appraisal that are due: each half-year by the community, each year by the street (§4.6, cadence), of the last period
 * that ended more than a month ago.
 *
 * @example
 * dueAppraisals('2026-08-01').map(({ period }) => period) // ['2026-H1', '2025']
 */
export function dueAppraisals(today: string): readonly [DueAppraisal, DueAppraisal] {
  const half = lastDue('halfYear', today)
  const year = lastDue('year', today)
  const words = `${half.key.slice(0, 4)} 年${half.key.endsWith('1') ? '上' : '下'}半年社区评比`
  return [
    { kind: 'contest', period: half.key, to: half.to, title: words },
    { kind: 'annual', period: year.key, to: year.to, title: `${year.key} 年度考评` },
  ]
}

function lastDue(per: 'halfYear' | 'year', today: string): ReturnType<typeof periodOf> {
  const running = periodOf(per, addDays(today, -OPEN_DAYS - 1))
  // The period of a month ago ended then, if it is its last day.
  return addDays(running.to, OPEN_DAYS) < today ? running : periodOf(per, addDays(running.from, -1))
}
