import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { GeoPointValue } from '@linli/kit'
import type { Area } from '../../rules/area.ts'
import { metresBetween } from '../../rules/distance.ts'

/** Metres beyond its border at which a phone may still be in the cell: indoors it knows no better. */
const NEARBY = 200

/**
 * Whether something was filled in where it says: in the cell, or as near to it as a phone indoors can tell. Without a place nothing says so; where the
 * cell is not drawn, that there is a place is all that can be asked. The distance is this project's design, not the text of a law.
 *
 * @example
 * isOnSite(null, null) // false
 */
export function isOnSite(spot: GeoPointValue | null, area: Area | null): boolean {
  if (!spot || !area) return spot !== null
  if (booleanPointInPolygon([spot.lng, spot.lat], area)) return true
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()
  return rings.some((ring) => ring.some((corner, index) => metresToSide(spot, ring[index - 1] ?? corner, corner) <= NEARBY))
}

type Corner = readonly [lng: number, lat: number]

/** Metres to the nearest point of a side, which in a town is as good as flat. */
function metresToSide(spot: GeoPointValue, from: Corner, to: Corner): number {
  const narrow = Math.cos((spot.lat * Math.PI) / 180)
  const [x, y] = [(to[0] - from[0]) * narrow, to[1] - from[1]]
  const length = x * x + y * y
  const along = length === 0 ? 0 : ((spot.lng - from[0]) * narrow * x + (spot.lat - from[1]) * y) / length
  const part = Math.min(1, Math.max(0, along))
  return metresBetween(spot, { lng: from[0] + (to[0] - from[0]) * part, lat: from[1] + (to[1] - from[1]) * part })
}
