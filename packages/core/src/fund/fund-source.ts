/** Where money comes from. */
export type FundSourceKind = 'budget' | 'party' | 'unit_support' | 'sponsorship' | 'welfare_fund' | 'paid_service' | 'maintenance_fund'

/** One kind of source. `trackedOnly` money belongs to others and is never spent here; `earmarked` money always carries a purpose. */
export interface FundSourceEntry {
  readonly code: FundSourceKind
  readonly zh: string
  readonly en: string
  readonly earmarked: boolean
  readonly trackedOnly: boolean
}

/** The seven kinds of source. */
export const FUND_SOURCES: readonly FundSourceEntry[] = [
  { code: 'budget', zh: '财政拨款', en: 'Public budget', earmarked: true, trackedOnly: false },
  { code: 'party', zh: '党建经费', en: 'Party-building money', earmarked: true, trackedOnly: false },
  { code: 'unit_support', zh: '单位支持', en: 'Support by units', earmarked: false, trackedOnly: false },
  { code: 'sponsorship', zh: '赞助、定向捐赠', en: 'Sponsorship and directed gifts', earmarked: true, trackedOnly: false },
  { code: 'welfare_fund', zh: '社区公益金', en: 'Community welfare fund', earmarked: true, trackedOnly: false },
  { code: 'paid_service', zh: '有偿服务收入', en: 'Income from services', earmarked: false, trackedOnly: false },
  { code: 'maintenance_fund', zh: '住宅专项维修资金', en: 'Housing maintenance fund', earmarked: true, trackedOnly: true },
]

/** Money given for something. */
export interface FundLine {
  readonly id: string
  readonly kind: FundSourceKind
  /** The purposes it may be spent on; required for earmarked kinds. Without it, any. */
  readonly purposes?: readonly string[]
  /** The communities or units it may be spent in. Without it, any. */
  readonly unitIds?: readonly string[]
  readonly from?: string
  /** The last day on which it may be spent. */
  readonly to?: string
}
