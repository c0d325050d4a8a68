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

/**
 * A period in words, and short enough for a dot.
 *
 * @example
 * periodWords('2026-Q2') // { long: '2026 年第 2 季度', short: '2' }
 * periodWords('2026-H1') // { long: '2026 年上半年', short: '上' }
 * periodWords('2026-03') // { long: '2026 年 3 月', short: '3' }
 */
export function periodWords(key: string): { readonly long: string; readonly short: string } {
  const [year = '', part = ''] = key.split('-')
  if (part === '') return { long: `${year} 年`, short: year.slice(-2) }
  if (part.startsWith('H')) {
    const half = part === 'H1' ? '上' : '下'
    return { long: `${year} 年${half}半年`, short: half }
  }
  const n = String(Number(part.replace('Q', '')))
  return { long: part.startsWith('Q') ? `${year} 年第 ${n} 季度` : `${year} 年 ${n} 月`, short: n }
}
