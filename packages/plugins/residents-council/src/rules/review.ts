import type { Refusal } from '@linli/core/refusal'
import { reason } from '../reasons.ts'

/** Who wants to review which sheet. */
export interface ReviewOf {
  readonly reviewerId: string
  readonly scorerId: string | null
  readonly kind: 'contest' | 'annual'
  /** Whether the reviewer's permission reaches the whole street. */
  readonly isStreet: boolean
}

/**
 * Whoever reported a sheet does not review it, and the yearly appraisal is the street's (§4.6, separation of duties).
 *
 * @example
 * mayReview({ reviewerId: 'b', scorerId: 'a', kind: 'contest', isStreet: false }) // undefined
 */
export function mayReview({ reviewerId, scorerId, kind, isStreet }: ReviewOf): Refusal | undefined {
  if (reviewerId === scorerId) return reason('appraisal.own_review')
  return kind === 'annual' && !isStreet ? reason('appraisal.street_reviews') : undefined
}
