/** An exact share of two whole numbers in lowest terms; `den` is positive. */
export interface ExactRatio {
  readonly num: number
  readonly den: number
}

/**
 * The ratio in lowest terms, or nothing over an empty whole (which is not zero).
 *
 * @example
 * exactRatio(9, 12) // { num: 3, den: 4 }
 * exactRatio(0, 0) // undefined
 */
export function exactRatio(num: number, den: number): ExactRatio | undefined {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0) return undefined
  return reduce(BigInt(num), BigInt(den))
}

/** Numbers too long for a safe integer would be rounded; then there is no exact ratio to give. */
export function reduce(num: bigint, den: bigint): ExactRatio | undefined {
  let [a, b] = [num < 0n ? -num : num, den]
  while (b !== 0n) [a, b] = [b, a % b]
  const ratio = { num: Number(num / a), den: Number(den / a) }
  return Number.isSafeInteger(ratio.num) && Number.isSafeInteger(ratio.den) ? ratio : undefined
}

/**
 * A ratio as a percentage with so many decimals, rounded half up from the exact value (never from a float); `—` for what is no ratio.
 *
 * @example
 * percentText({ num: 2, den: 3 }, 1) // '66.7%'
 * percentText({ num: 1, den: 8 }, 1) // '12.5%'
 */
export function percentText({ num, den }: ExactRatio, decimals = 1): string {
  if (!isRatio({ num, den })) return '—'
  const places = Math.min(6, Math.max(0, Math.trunc(decimals) || 0))
  const scaled = roundHalfUp(BigInt(num) * 100n * 10n ** BigInt(places), BigInt(den))
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  const sign = scaled < 0n ? '-' : ''
  return places === 0 ? `${sign}${text}%` : `${sign}${text.slice(0, -places)}.${text.slice(-places)}%`
}

/** Two whole numbers, the second above zero. */
function isRatio({ num, den }: ExactRatio): boolean {
  return Number.isSafeInteger(num) && Number.isSafeInteger(den) && den > 0
}

/** Whole-number division rounded half away from zero. */
export function roundHalfUp(num: bigint, den: bigint): bigint {
  return num < 0n ? -((-num * 2n + den) / (den * 2n)) : (num * 2n + den) / (den * 2n)
}

/**
 * Which of two ratios is the larger: negative, 0 or positive, like a sort function; `NaN` where one is no ratio.
 *
 * @example
 * compareRatios({ num: 1, den: 3 }, { num: 333, den: 1000 }) // 1
 */
export function compareRatios(a: ExactRatio, b: ExactRatio): number {
  if (!isRatio(a) || !isRatio(b)) return Number.NaN
  const difference = BigInt(a.num) * BigInt(b.den) - BigInt(b.num) * BigInt(a.den)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
