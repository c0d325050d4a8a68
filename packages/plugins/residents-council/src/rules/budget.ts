/**
 * What is left of an authorised sum, in fen, beside what others of its tasks cost (N8). `null` where nothing was authorised yet.
 *
 * @example
 * leftOf(60_000, [50_000, null]) // 10000
 */
export function leftOf(authorised: number | null, others: readonly (number | null)[]): number | null {
  return authorised === null ? null : Math.max(0, authorised - others.reduce<number>((sum, each) => sum + (each ?? 0), 0))
}
