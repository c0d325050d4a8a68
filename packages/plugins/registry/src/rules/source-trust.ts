/** Where a fact about a person comes from. */
export type FactSource = 'official' | 'counter' | 'officer' | 'self'

/** The sources with their Chinese names, most trusted first. */
export const SOURCE_OPTIONS: Readonly<Record<FactSource, string>> = {
  official: '官方数据导入',
  counter: '窗口核验证件',
  officer: '网格入户采集',
  self: '本人自报',
}

const TRUST: Readonly<Record<FactSource, number>> = { official: 4, counter: 3, officer: 2, self: 1 }

/**
 * How far a source is trusted, 4 (official import) to 1 (self-report). The order is this project's design (domain W2), not a law.
 *
 * @example
 * trustOf('counter') > trustOf('officer') // true
 */
export function trustOf(source: FactSource): number {
  return TRUST[source]
}

/** What becomes of a change to a record: what is written at once, and what waits for somebody's decision. */
export interface TrustSplit {
  /** Fields written now. */
  readonly written: readonly string[]
  /** Fields that a less trusted source may not overwrite: each becomes a change proposal. */
  readonly proposed: readonly string[]
}

/**
 * Divides the changed fields of a record. A source as trusted as the record's, or more, overwrites; a less trusted one fills
 * what is empty and proposes the rest, so that nothing better known is lost silently (W2).
 *
 * @example
 * splitByTrust({ recorded: 'counter', given: 'officer', changed: ['phone', 'ethnicity'], isEmpty: (field) => field === 'ethnicity' })
 * // { written: ['ethnicity'], proposed: ['phone'] }
 */
export function splitByTrust(change: {
  readonly recorded: FactSource
  readonly given: FactSource
  readonly changed: readonly string[]
  isEmpty(field: string): boolean
}): TrustSplit {
  if (trustOf(change.given) >= trustOf(change.recorded)) return { written: change.changed, proposed: [] }
  return {
    written: change.changed.filter((field) => change.isEmpty(field)),
    proposed: change.changed.filter((field) => !change.isEmpty(field)),
  }
}
