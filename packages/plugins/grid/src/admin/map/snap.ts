import type { LatLng, Map as LeafletMap } from 'leaflet'
import type { Coverage } from '../../actions/index.ts'
import type { Area, Corner } from '../../rules/area.ts'

/** So near to another's corner means that corner. */
const PIXELS = 14

/** A corner where the pencil is, or the neighbouring corner that is meant: cells that share corners leave no gap. */
export function snapped(map: LeafletMap, at: LatLng, { cells, communities }: Coverage, ownId: string): Corner {
  const pencil = map.latLngToContainerPoint(at)
  const corners = [
    ...cells.filter(({ id }) => id !== ownId).flatMap(({ area }) => cornersOf(area)),
    ...communities.filter(({ outlineId }) => outlineId !== ownId).flatMap(({ outline }) => cornersOf(outline)),
  ]
  const [nearest] = corners
    .map((corner) => ({ corner, distance: pencil.distanceTo(map.latLngToContainerPoint([corner[1], corner[0]])) }))
    .filter(({ distance }) => distance <= PIXELS)
    .toSorted((a, b) => a.distance - b.distance)
  return nearest?.corner ?? [Number(at.lng.toFixed(6)), Number(at.lat.toFixed(6))]
}

function cornersOf(area: Area | null): Corner[] {
  if (!area) return []
  return (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()).flat()
}
