import { shareOf, sumFen, type Fen } from '../money/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'

/** What came in per source in a year. A source without a key had none on record, which is not the same as 0. */
export type FundYear = Readonly<Record<string, Fen>>

/**
 * How money grew from a year to the next. `basisPoints` are hundredths of a percent, rounded half up; undefined where the earlier year has nothing to compare with.
 * `comparable` covers only sources that both years have: growth that comes from counting another source is not growth.
 */
export interface FundGrowth {
  readonly before: Fen
  readonly after: Fen
  readonly changeFen: Fen
  readonly basisPoints: number | undefined
  readonly comparable: { readonly before: Fen; readonly after: Fen; readonly basisPoints: number | undefined }
  readonly added: readonly string[]
  readonly dropped: readonly string[]
  readonly flags: readonly Refusal[]
}

const reason = defineReasons({
  'fund.not_grown': { zh: '同口径收入没有增长', en: 'Comparable income has not grown' },
  'fund.sources_changed': {
    zh: '来源口径有变化：新增 {added}；减少 {dropped}。请看同口径数',
    en: 'The sources changed; read the comparable figures',
  },
  'fund.nothing_to_compare': { zh: '上年没有可比的数据', en: 'The earlier year has nothing to compare with' },
})

/**
 * Compares two years per source. A change of sources is always flagged and never hidden in one figure; no growth is flagged.
 *
 * @example
 * const growth = fundGrowth({ budget: 100000 }, { budget: 110000, sponsorship: 50000 })
 * growth.basisPoints // 6000
 * growth.comparable.basisPoints // 1000
 * growth.flags.map((each) => each.code) // ['fund.sources_changed']
 */
export function fundGrowth(before: FundYear, after: FundYear): FundGrowth {
  const added = Object.keys(after).filter((source) => !Object.hasOwn(before, source))
  const dropped = Object.keys(before).filter((source) => !Object.hasOwn(after, source))
  const shared = Object.keys(before).filter((source) => Object.hasOwn(after, source))
  const [earlier, later] = [sumFen(Object.values(before)), sumFen(Object.values(after))]
  const [sharedEarlier, sharedLater] = [
    sumFen(shared.map((source) => before[source] ?? 0)),
    sumFen(shared.map((source) => after[source] ?? 0)),
  ]
  const flags: Refusal[] = []
  if (added.length > 0 || dropped.length > 0)
    flags.push(reason('fund.sources_changed', { added: added.join('、') || '无', dropped: dropped.join('、') || '无' }))
  if (sharedEarlier <= 0) flags.push(reason('fund.nothing_to_compare'))
  else if (sharedLater <= sharedEarlier) flags.push(reason('fund.not_grown'))
  return {
    before: earlier,
    after: later,
    changeFen: later - earlier,
    basisPoints: basisPoints(earlier, later),
    comparable: { before: sharedEarlier, after: sharedLater, basisPoints: basisPoints(sharedEarlier, sharedLater) },
    added,
    dropped,
    flags,
  }
}

function basisPoints(before: Fen, after: Fen): number | undefined {
  return before > 0 ? shareOf(after - before, { num: 10_000, den: before }, 'half_up') : undefined
}
