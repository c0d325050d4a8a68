import type { LocalDate } from '../date/index.ts'

/** Where a rule comes from. */
export interface Citation {
  /** The law, standard or paper by its official name; for a choice of ours, who chose. */
  readonly source: string
  /** Article, clause or table. */
  readonly article?: string
  /** What a reader must know about it: an analogy, a recollection, a local example. */
  readonly note?: string
}

/** `verified`: somebody compared it with the text of its source. `unverified`: say 未核验 wherever it is shown. */
export type RuleStatus = 'verified' | 'unverified'

/** The jurisdiction of national rules; all others are division codes. */
export const NATION = 'CN'

/**
 * A rule as data: what it says (`params`), where and when it holds, and why.
 * Several rule sets may carry one `code`: each place and each time has its own.
 */
export interface RuleSet<Params = unknown> {
  /** What it decides: `OWNERS_278_ORDINARY`, `PROMISE_ONE_TIME_NOTICE`. */
  readonly code: string
  readonly title: { readonly zh: string; readonly en: string }
  /** `CN`, or a division code of 2, 4, 6, 9 or 12 digits. */
  readonly jurisdiction: string
  /** First day on which it holds. */
  readonly from: LocalDate
  /** Last day on which it holds; open when absent. */
  readonly to?: LocalDate
  readonly params: Params
  readonly citation: Citation
  readonly status: RuleStatus
  /**
   * A higher law that lower places may not depart from: it wins over every rule of a place within its own.
   * @default false, so that the nearest place wins
   */
  readonly prevails?: boolean
  /** Key (see {@link ruleKey}) of the rule that took its place; a superseded rule is never chosen from the day the other one holds. */
  readonly supersededBy?: string
}

/**
 * Names one rule set among those of its code: `code@jurisdiction@from`.
 *
 * @example
 * ruleKey({ code: 'RC_TERM', jurisdiction: '41', from: '2020-01-01' }) // 'RC_TERM@41@2020-01-01'
 */
export function ruleKey(rule: Pick<RuleSet, 'code' | 'jurisdiction' | 'from'>): string {
  return `${rule.code}@${rule.jurisdiction}@${rule.from}`
}

/**
 * The label to show beside a rule that nobody has compared with its source, and nothing for one that somebody has.
 *
 * @example
 * statusLabel('unverified')?.zh // '未核验'
 * statusLabel('verified') // undefined
 */
export function statusLabel(status: RuleStatus): { readonly zh: string; readonly en: string } | undefined {
  return status === 'unverified' ? { zh: '未核验', en: 'Unverified' } : undefined
}
