/** An amount of money in whole fen (1 yuan = 100 fen), a safe integer. Never a fraction, never a float of yuan. */
export type Fen = number

/** Largest amount that a single field accepts: 999,999,999.99 yuan. Sums stay far below the safe integers. */
export const MAX_FEN = 99_999_999_999

/**
 * Whether a value is an amount that the rules accept: a whole number of fen, not beyond {@link MAX_FEN} either way.
 *
 * @example
 * isFen(12.5) // false
 */
export function isFen(value: unknown): value is Fen {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= MAX_FEN
}

/**
 * Adds amounts. An empty list is 0 fen.
 *
 * @example
 * sumFen([1230, -30, 5]) // 1205
 */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}
