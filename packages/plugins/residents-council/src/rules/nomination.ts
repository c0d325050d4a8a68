import type { NOMINATORS } from './options.ts'

/** How many have to nominate a candidate together. */
export interface NominationRule {
  readonly voters: number
  readonly households: number
}

/**
 * How many nominators a candidate still lacks: jointly ten voters, or five household representatives; the representatives of a residents' group alone.
 * Source: 河南省实施《城市居民委员会组织法》办法, art. 9.
 *
 * @example
 * nominatorsMissing('voters', 8, { voters: 10, households: 5 }) // 2
 */
export function nominatorsMissing(by: keyof typeof NOMINATORS, count: number, rule: NominationRule): number {
  return Math.max(0, (by === 'groups' ? 1 : rule[by]) - count)
}
