import type { LocalDate } from './local-date.ts'

/** A moment as ISO 8601 in UTC: `2026-11-22T12:31:28.000Z`. What is no moment comes out of these functions as the empty text. */
export type Instant = string

/** China standard time has had no daylight saving since 1991; street offices know no other zone. */
export const CHINA_OFFSET_MINUTES = 480

/**
 * The calendar day on which a moment falls in China.
 *
 * @example
 * dayOf('2026-11-22T16:00:00.000Z') // '2026-11-23'
 */
export function dayOf(instant: Instant, offsetMinutes: number = CHINA_OFFSET_MINUTES): LocalDate {
  return fromEpochMilliseconds(Date.parse(instant) + offsetMinutes * 60_000).slice(0, 10)
}

/**
 * The moment that lies `minutes` minutes after the start of a local day (0 is its first moment).
 *
 * @example
 * instantAt('2026-11-23', 9 * 60) // '2026-11-23T01:00:00.000Z'
 */
export function instantAt(date: LocalDate, minutes = 0, offsetMinutes: number = CHINA_OFFSET_MINUTES): Instant {
  return fromEpochMilliseconds(Date.parse(`${date}T00:00:00.000Z`) + (minutes - offsetMinutes) * 60_000)
}

/**
 * A moment as people read it on the wall in China, to the minute.
 *
 * @example
 * wallTime('2026-11-23T09:30:00.000Z') // '2026-11-23 17:30'
 */
export function wallTime(instant: Instant, offsetMinutes: number = CHINA_OFFSET_MINUTES): string {
  return fromEpochMilliseconds(Date.parse(instant) + offsetMinutes * 60_000)
    .slice(0, 16)
    .replace('T', ' ')
}

const FURTHEST = 8.64e15

/**
 * The moment that lies a number of milliseconds after 1970-01-01 in UTC; empty where no calendar reaches.
 *
 * @example
 * fromEpochMilliseconds(0) // '1970-01-01T00:00:00.000Z'
 * fromEpochMilliseconds(Number.NaN) // ''
 */
export function fromEpochMilliseconds(milliseconds: number): Instant {
  return Math.abs(milliseconds) <= FURTHEST ? new Date(milliseconds).toISOString() : ''
}
