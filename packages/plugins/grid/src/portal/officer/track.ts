import { callAction } from '@linli/portal'
import { useEffect } from 'react'
import type { TrackPoint } from '../../rules/track.ts'
import { rounded } from '../shared/where-am-i.ts'

const EVERY = 30_000
const MOST = 5000

/** Records the way while a patrol is under way: kept on the phone, sent every half minute; without network it waits for the end of the patrol. */
export function useTrack(patrolId: string | undefined): void {
  useEffect(() => {
    if (!patrolId || !('geolocation' in navigator)) return undefined
    const watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) =>
        keep(patrolId, [
          ...kept(patrolId),
          { at: new Date(timestamp).toISOString(), lat: rounded(coords.latitude), lng: rounded(coords.longitude) },
        ]),
      () => undefined,
      { enableHighAccuracy: true },
    )
    const timer = setInterval(() => {
      const points = takeTrack(patrolId)
      if (points.length === 0) return
      callAction('grid.add-track', { patrolId, points }).catch(() => keep(patrolId, [...points, ...kept(patrolId)]))
    }, EVERY)
    return () => {
      navigator.geolocation.clearWatch(watch)
      clearInterval(timer)
    }
  }, [patrolId])
}

/** Takes what is kept of a patrol's way out of the phone. */
export function takeTrack(patrolId: string): readonly TrackPoint[] {
  const points = kept(patrolId)
  keep(patrolId, [])
  return points
}

const keyOf = (patrolId: string): string => `linli-track-${patrolId}`

function kept(patrolId: string): readonly TrackPoint[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(patrolId)) ?? '[]') as readonly TrackPoint[]
  } catch {
    return []
  }
}

function keep(patrolId: string, points: readonly TrackPoint[]): void {
  try {
    if (points.length === 0) localStorage.removeItem(keyOf(patrolId))
    else localStorage.setItem(keyOf(patrolId), JSON.stringify(points.slice(-MOST)))
  } catch {
    // A browser that keeps nothing records no way; the patrol goes on.
  }
}
