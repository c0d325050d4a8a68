/** What a merchant did in a year, as far as its score rests on it. */
export interface YearFacts {
  /** Months of the year in which it belonged to the alliance, begun ones counted. */
  readonly months: number
  /** Those in which it gave a discount at least once. */
  readonly activeMonths: number
  /** Fen. */
  readonly discount: number
  /** The middle one of all merchants' discounts of the year, in fen. */
  readonly medianDiscount: number
  readonly complaints: number
}

/** A score with how it came about, in words that a merchant can check. */
export interface YearScore {
  readonly points: number
  readonly grade: 'excellent' | 'good' | 'fair' | 'poor'
  readonly basis: string
}

/** The most that regularity, generosity and satisfaction can bring. Our own proposal; no regulation sets it. */
const MOST = { regular: 40, given: 30, content: 30 } as const
const PER_COMPLAINT = 10

/**
 * Scores a merchant's year out of 100: 40 for regularity (months with a use ÷ months in the alliance), 30 for what it gave (twice the
 * alliance's median brings all of it), 30 for satisfaction (ten less for each complaint).
 *
 * @example
 * scoreOf({ months: 12, activeMonths: 12, discount: 20000, medianDiscount: 10000, complaints: 1 }).points // 90
 */
export function scoreOf({ months, activeMonths, discount, medianDiscount, complaints }: YearFacts): YearScore {
  const regular = months === 0 ? 0 : Math.round((MOST.regular * Math.min(activeMonths, months)) / months)
  const full = medianDiscount * 2
  const given = discount === 0 ? 0 : full === 0 ? MOST.given : Math.round((MOST.given * Math.min(discount, full)) / full)
  const content = Math.max(0, MOST.content - PER_COMPLAINT * complaints)
  const points = regular + given + content
  return {
    points,
    grade: points >= 85 ? 'excellent' : points >= 70 ? 'good' : points >= 50 ? 'fair' : 'poor',
    basis: `活跃 ${regular}/${MOST.regular}（${activeMonths}/${months} 个月有核销），让利 ${given}/${MOST.given}，口碑 ${content}/${MOST.content}（投诉 ${complaints} 件）`,
  }
}

/**
 * The middle value; of an even number of values the lower of the two in the middle.
 *
 * @example
 * medianOf([300, 100, 200]) // 200
 */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
}
