import { ratioOf } from './measures.ts'

/** Orders of a time: those that count and those that do not. */
export interface HotlineSums {
  readonly received: number
  readonly excluded: number
  /** Answered, or past the time for it. */
  readonly asked: number
  readonly responded: number
  readonly revisited: number
  readonly solved: number
  readonly satisfied: number
}

/**
 * The three rates of the 12345 hotline (响应率, 解决率, 满意率) in hundredths; none where nothing is to be counted.
 *
 * @example
 * hotlineShares({ received: 9, excluded: 1, asked: 8, responded: 6, revisited: 4, solved: 3, satisfied: 2 })
 * // { responseRate: 75, solveRate: 75, satisfactionRate: 50 }
 */
export function hotlineShares(sums: HotlineSums): {
  readonly responseRate: number | null
  readonly solveRate: number | null
  readonly satisfactionRate: number | null
} {
  return {
    responseRate: ratioOf('percent', sums.responded, sums.asked),
    solveRate: ratioOf('percent', sums.solved, sums.revisited),
    satisfactionRate: ratioOf('percent', sums.satisfied, sums.revisited),
  }
}
