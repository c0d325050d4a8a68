import { addDays, dayOf, weekday, type LocalDate } from '@linli/core/date'
import * as z from 'zod'
import { metresBetween } from './distance.ts'

/** Where somebody on patrol was, and when. */
export const trackPoint = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
})
export const trackSchema = z.array(trackPoint).max(5000)
export type TrackPoint = z.infer<typeof trackPoint>

/** When somebody is on duty. A shift past midnight has `to` before `from`. */
export interface Shift {
  /** 1 Monday … 7 Sunday; none means every day. */
  readonly days: readonly string[]
  /** `08:30`, in China. */
  readonly from: string
  readonly to: string
}

/**
 * Whether a moment lies in a shift (W7: nobody is followed outside of it).
 *
 * @example
 * isOnShift({ days: ['1'], from: '08:00', to: '18:00' }, '2026-11-23T04:00:00.000Z') // true, a Monday noon
 */
export function isOnShift({ days, from, to }: Shift, at: string): boolean {
  const day = dayOf(at)
  const time = timeOf(at)
  const works = (on: LocalDate): boolean => days.length === 0 || days.includes(String(weekday(on)))
  if (from <= to) return works(day) && time >= from && time <= to
  return (works(day) && time >= from) || (works(addDays(day, -1)) && time <= to)
}

/** The points within a shift, in order of time, each moment once. */
export function trackWithin(points: readonly TrackPoint[], shift: Shift): TrackPoint[] {
  const byMoment = new Map(points.filter(({ at }) => isOnShift(shift, at)).map((point) => [Date.parse(point.at), point]))
  return [...byMoment.entries()].toSorted(([a], [b]) => a - b).map(([, point]) => point)
}

/** Metres along a track. */
export function lengthOf(points: readonly TrackPoint[]): number {
  return Math.round(points.reduce((sum, point, index) => sum + (index === 0 ? 0 : metresBetween(points[index - 1] ?? point, point)), 0))
}

/** Whether a track that ended then is kept no longer (W7). */
export function isTrackOld(endedAt: string, now: string, days: number): boolean {
  return addDays(dayOf(endedAt), days) < dayOf(now)
}

const CHINA = 8 * 3_600_000

function timeOf(at: string): string {
  return new Date(Date.parse(at) + CHINA).toISOString().slice(11, 16)
}
