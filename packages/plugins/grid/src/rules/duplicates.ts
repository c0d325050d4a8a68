import type { GeoPointValue } from '@linli/kit'
import { metresBetween } from './distance.ts'
import type { EventType } from './options.ts'

/** What of an event tells whether it was reported before. */
export interface Reported {
  readonly type: EventType
  readonly at: string
  readonly spot: GeoPointValue | null
  readonly unitId: string | null
  readonly place: string | null
}

export interface DuplicateRule {
  /** Metres within which two reports may be of one thing. */
  readonly metres: number
  /** Days within which they may be. */
  readonly days: number
}

const DAY = 86_400_000

/**
 * The events that a new one may repeat, nearest first: same type, within the days, and within the metres, in the same unit, or at the same written place (W6).
 * 10 metres and 3 days are the figures of a grid system seen in public code; a street sets its own. A suspicion: somebody decides.
 *
 * @example
 * const report = { type: 'facility', at: '2026-11-22T01:00:00.000Z', spot: { lat: 34.4, lng: 115.6 }, unitId: null, place: null } as const
 * likelyRepeats(report, [{ ...report, id: 'a', at: '2026-11-21T01:00:00.000Z' }], { metres: 10, days: 3 }).map(({ id }) => id) // ['a']
 */
export function likelyRepeats<E extends Reported>(report: Reported, known: readonly E[], rule: DuplicateRule): E[] {
  return known
    .flatMap((event) => {
      const apart = Math.abs(Date.parse(report.at) - Date.parse(event.at))
      if (event.type !== report.type || apart > rule.days * DAY) return []
      const metres = report.spot && event.spot ? metresBetween(report.spot, event.spot) : undefined
      const samePlace =
        (report.unitId !== null && report.unitId === event.unitId) ||
        (Boolean(report.place) && written(report.place) === written(event.place))
      if (metres === undefined ? !samePlace : metres > rule.metres) return []
      return [{ event, metres: metres ?? 0, apart }]
    })
    .toSorted((a, b) => a.metres - b.metres || a.apart - b.apart)
    .map(({ event }) => event)
}

function written(place: string | null): string {
  return (place ?? '').replaceAll(/[\s，。、,.]/gu, '')
}
