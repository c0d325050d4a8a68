import type { BodyKind } from './options.ts'

/** Which share of a body can demand that it meets, and where that stands. */
export interface DemandRule {
  readonly part: readonly [num: number, den: number]
  readonly basis: string
}

const FIFTH = [1, 5] as const
const BY_CHARTER: DemandRule = { part: FIFTH, basis: '五分之一以上成员；邻里默认值，按章程确定（未核验）' }

/**
 * Residents: 城市居民委员会组织法 (old) art. 10, Henan arts. 10–11, verified; representatives by analogy with the village law art. 25, unverified;
 * owners: Henan's property ordinance, 20 % of the owners, verified.
 */
const RULES: Readonly<Partial<Record<BodyKind, DemandRule>>> = {
  residents: { part: FIFTH, basis: '五分之一以上的成年居民或者户；城市居民委员会组织法（旧）第十条、河南省实施办法第十条' },
  representatives: { part: FIFTH, basis: '五分之一以上代表；按村民委员会组织法第二十五条类推，待核对新法（未核验）' },
  owners: { part: FIFTH, basis: '百分之二十以上业主；河南省物业管理条例' },
}

/** @example demandRule('council').part // [1, 5] */
export function demandRule(kind: BodyKind): DemandRule {
  return RULES[kind] ?? BY_CHARTER
}

/**
 * How many of a body oblige its convener: the share, never rounded down.
 *
 * @example
 * demandNeeded('representatives', 11) // 3
 */
export function demandNeeded(kind: BodyKind, base: number): number {
  const [num, den] = demandRule(kind).part
  return Math.max(1, Math.ceil((base * num) / den))
}
