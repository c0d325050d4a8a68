import { addDays, type LocalDate } from '@linli/core/date'

/** How many days ahead the alliance is told that a paper runs out. */
export const WARN_DAYS = 30

/** What entitles a merchant to take part; a missing day means that the paper does not run out. */
export interface Papers {
  readonly agreementTo: LocalDate | null
  readonly licenceExpiry: LocalDate | null
}

/** A paper with the last day on which it holds. */
export interface Paper {
  readonly paper: 'agreement' | 'licence'
  readonly endsOn: LocalDate
}

/**
 * The papers that no longer hold on a day. The last day itself still counts.
 *
 * @example
 * papersEnded({ agreementTo: '2026-11-15', licenceExpiry: null }, '2026-11-16') // [{ paper: 'agreement', endsOn: '2026-11-15' }]
 */
export function papersEnded(papers: Papers, on: LocalDate): readonly Paper[] {
  return papersOf(papers).filter(({ endsOn }) => endsOn < on)
}

/** The papers that hold today and run out within thirty days. */
export function papersEnding(papers: Papers, on: LocalDate): readonly Paper[] {
  return papersOf(papers).filter(({ endsOn }) => endsOn >= on && endsOn <= addDays(on, WARN_DAYS))
}

function papersOf({ agreementTo, licenceExpiry }: Papers): readonly Paper[] {
  return [
    ...(agreementTo ? [{ paper: 'agreement' as const, endsOn: agreementTo }] : []),
    ...(licenceExpiry ? [{ paper: 'licence' as const, endsOn: licenceExpiry }] : []),
  ]
}
