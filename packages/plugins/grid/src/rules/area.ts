import * as z from 'zod'

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const ring = z.array(position).min(4).max(2000)

/** An area on the map: a GeoJSON Polygon or MultiPolygon in WGS 84, longitude first. */
export const areaSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(50) }),
    z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1).max(50)).min(1).max(50) }),
  ])
  .refine(isClosed)

/** An area on the map. */
export type Area = z.infer<typeof areaSchema>

/** A corner, longitude first. */
export type Corner = readonly [lng: number, lat: number]

/**
 * The area inside a line of corners; closed if it is not.
 *
 * @example
 * areaOf([[115.6, 34.4], [115.7, 34.4], [115.7, 34.5]]).coordinates[0].length // 4
 */
export function areaOf(corners: readonly Corner[]): Area {
  const [first] = corners
  const last = corners.at(-1)
  const isOpen = first && last && (first[0] !== last[0] || first[1] !== last[1])
  const closed = [...corners, ...(isOpen ? [first] : [])].map(([lng, lat]): [number, number] => [lng, lat])
  return { type: 'Polygon', coordinates: [closed] }
}

function isClosed(area: { readonly type: string; readonly coordinates: unknown }): boolean {
  const polygons = (area.type === 'Polygon' ? [area.coordinates] : area.coordinates) as readonly (readonly Corner[])[][]
  return polygons.flat().every((each) => {
    const [first, last] = [each[0], each.at(-1)]
    return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  })
}
