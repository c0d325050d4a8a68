import { addDays } from '@linli/core/date'

/** Days after the first day of a posting within which the photo of the paper has to be there, for it to count as posted in time (公示及时). */
export const PHOTO_DAYS = 3

/**
 * Whether the photo of a posted paper was put on in time.
 *
 * @example
 * wasShownInTime({ from: '2026-02-27', photoOn: '2026-03-02' }) // true
 * wasShownInTime({ from: '2026-02-27', photoOn: null }) // false
 */
export function wasShownInTime({ from, photoOn }: { readonly from: string; readonly photoOn: string | null }): boolean {
  return photoOn !== null && photoOn <= addDays(from, PHOTO_DAYS)
}

/** A posting's photo before and after a change. */
interface PhotoChange {
  readonly before: { readonly photo: string | null; readonly photoOn: string | null } | null
  readonly photo: string | null
  readonly today: string
}

/**
 * The day since which a posting has a photo. A better one later keeps the day of the first; without one there is none.
 *
 * @example
 * photoDay({ before: { photo: 'f1', photoOn: '2026-03-02' }, photo: 'f2', today: '2026-03-05' }) // '2026-03-02'
 */
export function photoDay({ before, photo, today }: PhotoChange): string | null {
  if (photo === null) return null
  return before?.photo ? before.photoOn : today
}
