/** What of a month's cases was hard, slow and fussy for residents. */
export interface BurdenFacts {
  readonly cases: number
  /** 难: cases noticed or refused, and hand-overs that bounced back. */
  readonly returns: number
  /** 慢: cases past their promise. */
  readonly overtime: number
  /** 繁: visits and materials asked of applicants. */
  readonly visits: number
  readonly materials: number
}

/** The three parts, each per hundred cases, or nothing without cases. They are shown apart: one number would hide which is bad. */
export interface BurdenParts {
  readonly hard: number | null
  readonly slow: number | null
  readonly fussy: number | null
}

/**
 * 难、慢、繁 as parts: returns per 100 cases, overtime per 100 cases, visits and materials per 100 cases.
 *
 * @example
 * burdenOf({ cases: 50, returns: 5, overtime: 1, visits: 60, materials: 90 }) // { hard: 10, slow: 2, fussy: 300 }
 */
export function burdenOf({ cases, returns, overtime, visits, materials }: BurdenFacts): BurdenParts {
  const per = (n: number): number | null => (cases === 0 ? null : Math.round((n * 1000) / cases) / 10)
  return { hard: per(returns), slow: per(overtime), fussy: per(visits + materials) }
}
