import type { GeoPointValue } from '@linli/kit'

const EARTH_RADIUS = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/**
 * Metres between two points, along the surface of a sphere of the earth's mean radius.
 *
 * @example
 * Math.round(metresBetween({ lat: 34.4, lng: 115.6 }, { lat: 34.401, lng: 115.6 })) // 111
 */
export function metresBetween(from: GeoPointValue, to: GeoPointValue): number {
  const [dLat, dLng] = [radians(to.lat - from.lat) / 2, radians(to.lng - from.lng) / 2]
  const h = Math.sin(dLat) ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(dLng) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}
