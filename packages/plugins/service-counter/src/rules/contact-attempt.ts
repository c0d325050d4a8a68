/** Tries after which a client counts as not reachable. */
export const ATTEMPTS = 3

/** Between two tries; three pressed one after the other are one. */
const APART_MINUTES = 60

/**
 * Whether a try to reach a client is one of its own: an hour after the last one, so that three cannot be pressed away (K9).
 * Source: ours; the rule of one working day is core's `followUpRating`.
 *
 * @example
 * isOwnAttempt(null, '2026-05-06T01:00:00.000Z') // true
 * isOwnAttempt('2026-05-06T01:00:00.000Z', '2026-05-06T01:00:05.000Z') // false
 */
export function isOwnAttempt(lastAt: string | null, now: string): boolean {
  return lastAt === null || Date.parse(now) - Date.parse(lastAt) >= APART_MINUTES * 60_000
}
