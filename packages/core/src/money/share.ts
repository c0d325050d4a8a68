import type { Fen } from './fen.ts'

/**
 * What happens to a part of a fen: `half_up` rounds halves away from zero (四舍五入), `half_even` to the even neighbour,
 * `down` towards zero, `up` away from zero. Every rule that multiplies money declares which one it uses.
 */
export type Rounding = 'half_up' | 'half_even' | 'down' | 'up'

/** An exact share of money: 9/10 is nine tenths. Both are whole numbers, `den` is positive. */
export interface FenShare {
  readonly num: number
  readonly den: number
}

/**
 * An exact share of an amount, rounded to whole fen by a declared rule. The arithmetic is on integers of any size.
 * Of what is no whole number of fen, or no share, there is none: `NaN`, which no check of an amount lets through.
 *
 * @example
 * shareOf(1005, { num: 9, den: 10 }, 'half_up') // 905
 * shareOf(1005, { num: 9, den: 10 }, 'down') // 904
 */
export function shareOf(fen: Fen, share: FenShare, rounding: Rounding): Fen {
  if (![fen, share.num, share.den].every(Number.isSafeInteger) || share.den < 1) return Number.NaN
  const product = BigInt(fen) * BigInt(share.num)
  const den = BigInt(share.den)
  const negative = product < 0n
  const size = negative ? -product : product
  const whole = size / den
  const rest = size % den
  const rounded = whole + (goesUp(whole, rest, den, rounding) ? 1n : 0n)
  return negative && rounded !== 0n ? -Number(rounded) : Number(rounded)
}

function goesUp(whole: bigint, rest: bigint, den: bigint, rounding: Rounding): boolean {
  if (rest === 0n || rounding === 'down') return false
  if (rounding === 'up') return true
  const twice = rest * 2n
  return twice > den || (twice === den && (rounding === 'half_up' || whole % 2n === 1n))
}

/**
 * Divides an amount by weights so that the parts add up to it exactly; the fen left over go to the largest remainders, earlier parts first.
 * With no positive weight every part is 0 and nothing is divided.
 *
 * @example
 * splitFen(100, [1, 1, 1]) // [34, 33, 33]
 */
export function splitFen(total: Fen, weights: readonly number[]): readonly Fen[] {
  if (![total, ...weights].every(Number.isSafeInteger)) return weights.map(() => Number.NaN)
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum <= 0n) return weights.map(() => 0)
  const size = BigInt(Math.abs(total))
  const parts = weights.map((weight, index) => ({ index, fen: (size * BigInt(weight)) / sum, rest: (size * BigInt(weight)) % sum }))
  let left = size - parts.reduce((all, part) => all + part.fen, 0n)
  for (const part of parts.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break
    part.fen += 1n
    left -= 1n
  }
  return parts.map((part) => (total < 0 && part.fen !== 0n ? -Number(part.fen) : Number(part.fen)))
}
