import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { GeoPointValue } from '@linli/kit'
import type { Area } from '../../rules/area.ts'

/** The first of the cells whose area holds a point. A point on a border belongs to the cell that comes first. */
export function cellAt<Cell extends { readonly area: Area | null }>(cells: readonly Cell[], { lat, lng }: GeoPointValue): Cell | undefined {
  return cells.find(({ area }) => area && booleanPointInPolygon([lng, lat], area))
}
