import type { GeoPointValue } from '@linli/kit'

/** Where the phone is; nothing where it may not or cannot say. */
export function whereAmI(): Promise<GeoPointValue | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve(null)
      return
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: rounded(coords.latitude), lng: rounded(coords.longitude) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 5000, maximumAge: 60_000 },
    )
  })
}

/** A metre is enough. */
export function rounded(degrees: number): number {
  return Number(degrees.toFixed(5))
}
