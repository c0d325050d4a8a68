/** A share of a whole that has to be reached: `{ op: '>', num: 1, den: 2 }` is “more than half”. */
export interface VoteThreshold {
  /** `>` is 超过 / 过半 (the edge itself fails); `>=` is 不少于 / 以上 (the edge itself passes). */
  readonly op: '>' | '>='
  readonly num: number
  readonly den: number
}

/** Whether a threshold is one that can be met at all: whole numbers, a share above nothing and not beyond the whole. */
export function isThreshold(threshold: VoteThreshold): boolean {
  const { op, num, den } = threshold
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den < 1 || num < 0) return false
  return op === '>' ? num < den : op === '>=' && num > 0 && num <= den
}

/**
 * Whether `part` of `whole` reaches a threshold, by cross-multiplying whole numbers: no division, no rounding.
 * Of an empty whole nothing is ever reached, so that a body without members cannot decide; nor is a threshold that is none, or by a part of a person.
 *
 * @example
 * reaches({ op: '>=', num: 2, den: 3 }, 6, 9) // true
 * reaches({ op: '>', num: 1, den: 2 }, 5, 10) // false
 * reaches({ op: '>=', num: 2, den: 3 }, 0, 0) // false
 */
export function reaches(threshold: VoteThreshold, part: number, whole: number): boolean {
  if (!isThreshold(threshold) || !Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || whole <= 0) return false
  const left = BigInt(part) * BigInt(threshold.den)
  const right = BigInt(whole) * BigInt(threshold.num)
  return threshold.op === '>' ? left > right : left >= right
}

/**
 * The smallest whole number that reaches a threshold (at least 1); `NaN` for a threshold that is none.
 *
 * @example
 * amountNeeded({ op: '>', num: 1, den: 2 }, 10) // 6
 * amountNeeded({ op: '>=', num: 4, den: 5 }, 9) // 8
 */
export function amountNeeded(threshold: VoteThreshold, whole: number): number {
  if (!isThreshold(threshold) || !Number.isSafeInteger(whole)) return Number.NaN
  const product = BigInt(whole) * BigInt(threshold.num)
  const den = BigInt(threshold.den)
  const amount = threshold.op === '>' ? product / den + 1n : (product + den - 1n) / den
  return Math.max(1, Number(amount))
}

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

function numeral(value: number): string {
  return DIGITS[value] ?? String(value)
}

/** A share in Chinese words: `半数`, `三分之二`. */
export function shareText({ num, den }: Pick<VoteThreshold, 'num' | 'den'>): string {
  return num * 2 === den ? '半数' : `${numeral(den)}分之${numeral(num)}`
}

/**
 * A threshold in words.
 *
 * @example
 * thresholdText({ op: '>=', num: 2, den: 3 }) // { zh: '不少于三分之二', en: 'at least 2/3' }
 */
export function thresholdText(threshold: VoteThreshold): { readonly zh: string; readonly en: string } {
  const { op, num, den } = threshold
  const zh = shareText(threshold)
  return op === '>' ? { zh: `超过${zh}`, en: `more than ${num}/${den}` } : { zh: `不少于${zh}`, en: `at least ${num}/${den}` }
}
