import { type CadencePeriod, periodsBetween } from '@linli/core/cadence'

/** What the periods of a cadence are called. */
export const PERIODS: Readonly<Record<CadencePeriod, string>> = { month: '按月', quarter: '按季度', halfYear: '按半年', year: '按年' }

/**
 * Whether a text names a period of a cadence, as core's cadence names it.
 *
 * @example
 * isPeriodOf('quarter', '2026-Q1') // true
 * isPeriodOf('quarter', '2026-01') // false
 */
export function isPeriodOf(per: CadencePeriod, key: string): boolean {
  const year = key.slice(0, 4)
  return periodsBetween(per, `${year}-01-01`, `${year}-12-31`).some((period) => period.key === key)
}
