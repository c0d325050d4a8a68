/**
 * Where a rule comes from and whether somebody compared it with the text. Screens show 未核验 beside everything that is `unverified`.
 * `verified`: the wording was read in a public copy of the law or on an official page. `unverified`: recollection, a secondary page, or our own proposal.
 */
export interface RuleSource {
  /** Law, regulation or standard with its number or article. */
  readonly citation: string
  readonly status: 'verified' | 'unverified'
  /** What a person must confirm with the paper text before relying on it, in Chinese. */
  readonly confirm?: string
}

/**
 * The mark that a screen or a printed form puts beside a rule.
 *
 * @example
 * sourceText({ citation: 'GB/T 42195-2022', status: 'unverified' }) // 'GB/T 42195-2022（未核验）'
 */
export function sourceText(source: RuleSource): string {
  return source.status === 'verified' ? source.citation : `${source.citation}（未核验）`
}
