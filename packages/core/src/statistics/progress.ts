import { ok, refused, type Result } from '../refusal/index.ts'
import { reduce, type ExactRatio } from './ratio.ts'
import { reason } from './reasons.ts'

export interface WeightedProgress {
  readonly weight: number
  readonly progress: ExactRatio
}

/**
 * The progress of a whole from its parts: Σ(weight × progress) ÷ Σ weight. The weights need not add up to anything; the result is never above 1.
 *
 * @returns nothing (`undefined`) when there is no part with a weight
 * @example
 * parentProgress([{ weight: 3, progress: { num: 1, den: 1 } }, { weight: 1, progress: { num: 1, den: 2 } }]).value // { num: 7, den: 8 }
 * parentProgress([]).value // undefined
 */
export function parentProgress(parts: readonly WeightedProgress[]): Result<ExactRatio | undefined> {
  let [num, den, weights] = [0n, 1n, 0n]
  for (const { weight, progress } of parts) {
    if (!Number.isSafeInteger(weight) || weight < 0) return refused(reason('statistics.weight'))
    const possible = Number.isSafeInteger(progress.num) && Number.isSafeInteger(progress.den) && progress.den > 0
    if (!possible || progress.num < 0 || progress.num > progress.den) return refused(reason('statistics.progress'))
    num = num * BigInt(progress.den) + BigInt(weight) * BigInt(progress.num) * den
    den *= BigInt(progress.den)
    weights += BigInt(weight)
  }
  return ok(weights === 0n ? undefined : reduce(num, den * weights))
}
