import type { BodyKind } from './options.ts'

/** How many sit in a body by law. */
export interface SizeRule {
  readonly min: number
  readonly max: number
  readonly odd: boolean
  readonly basis: string
}

const HENAN = '41'

/**
 * The size that the law gives a body at a place; undefined where it names none.
 * Sources: 城市居民委员会组织法 (old, 5–9) and Henan's rules for it (5–7), verified; the law of 2026 is not. The owners' committee of 5 to 11, odd:
 * 住建部《业主大会和业主委员会指导规则》, from memory, unverified.
 *
 * @example
 * sizeRule('committee', '411402004001')?.max // 7
 */
export function sizeRule(kind: BodyKind, place: string): SizeRule | undefined {
  if (kind === 'committee')
    return place.startsWith(HENAN)
      ? { min: 5, max: 7, odd: false, basis: '河南省实施办法：五至七人' }
      : { min: 5, max: 9, odd: false, basis: '城市居民委员会组织法：五至九人' }
  if (kind === 'ownersCommittee') return { min: 5, max: 11, odd: true, basis: '业主大会和业主委员会指导规则：五至十一人单数（未核验）' }
  return undefined
}

/**
 * Whether so many members keep to a rule of size.
 *
 * @example
 * keepsSize({ min: 5, max: 11, odd: true, basis: '' }, 6) // false
 */
export function keepsSize({ min, max, odd }: SizeRule, members: number): boolean {
  return members >= min && members <= max && (!odd || members % 2 === 1)
}
