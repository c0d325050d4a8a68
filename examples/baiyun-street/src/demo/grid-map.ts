import { areaOf, type Area, type Corner } from '@linli/plugin-grid'
import { COMMUNITY_NAMES, gridCode, GRIDS_PER_COMMUNITY } from './estates.ts'

/** Thousandths of a degree. The ground plan is invented; it only lies where the town lies. */
const ORIGIN = { lng: 115.63, lat: 34.42 } as const
const WIDTH = 10
const HEIGHT = 8

/** Where each community lies, and where its four cells meet. */
const PLAN: Readonly<Record<string, { readonly x: number; readonly y: number; readonly cross: readonly [number, number] }>> = {
  '411402004001': { x: 0, y: 0, cross: [5.4, 3.7] },
  '411402004002': { x: 10, y: 0, cross: [4.6, 4.5] },
  '411402004003': { x: 20, y: 0, cross: [5.8, 4.2] },
  '411402004004': { x: 0, y: -8, cross: [4.9, 3.6] },
  '411402004005': { x: 10, y: -8, cross: [5.2, 4.4] },
}

const at = (x: number, y: number): Corner => [ORIGIN.lng + x / 1000, ORIGIN.lat + y / 1000]

/** The outline of a community. */
export function outlineOf(community: string): Area {
  const { x, y } = PLAN[community] ?? { x: 0, y: 0 }
  return areaOf([at(x, y), at(x + WIDTH, y), at(x + WIDTH, y + HEIGHT), at(x, y + HEIGHT)])
}

/** The ground of a community's n-th cell, from 1. 绿苑 has left a strip out and 大陈 has drawn one twice, so that the map has something to find. */
export function cellArea(community: string, n: number): Area {
  const { x, y, cross } = PLAN[community] ?? { x: 0, y: 0, cross: [5, 4] }
  const [cx, cy] = [x + cross[0], y + cross[1]]
  const [right, top] = [x + WIDTH, y + HEIGHT]
  const gap = community === '411402004002' && n === 2 ? 0.6 : 0
  const over = community === '411402004004' && n === 3 ? 0.5 : 0
  const [south, north, west, east] = [cx - 0.4, cx + 0.5, cy + 0.3, cy - 0.2]
  const corners: readonly (readonly Corner[])[] = [
    [at(x, y), at(south, y), at(cx, cy), at(x, west)],
    [at(south, y), at(right - gap, y), at(right - gap, east), at(cx, cy)],
    [at(x, west), at(cx + over, cy), at(north + over, top), at(x, top)],
    [at(cx, cy), at(right, east), at(right, top), at(north, top)],
  ]
  return areaOf(corners[n - 1] ?? [])
}

/** A spot of a cell, for the n-th thing that happened there. */
export function spotIn(grid: string, n: number): { readonly lat: number; readonly lng: number } {
  const { x, y } = PLAN[grid.slice(0, 12)] ?? { x: 0, y: 0 }
  const quarter = Number(grid.slice(12)) - 1
  const [lng, lat] = at(x + (quarter % 2) * 5.6 + 1 + ((n * 37) % 30) / 10, y + Math.floor(quarter / 2) * 4.6 + 0.6 + ((n * 53) % 25) / 10)
  return { lat: Number(lat.toFixed(5)), lng: Number(lng.toFixed(5)) }
}

/** The codes of every cell. */
export const CELL_CODES: readonly string[] = Object.keys(COMMUNITY_NAMES).flatMap((community) =>
  Array.from({ length: GRIDS_PER_COMMUNITY }, (_, index) => gridCode(community, index + 1)),
)
