import { area as squareMetres } from '@turf/area'
import { difference } from '@turf/difference'
import { feature, featureCollection } from '@turf/helpers'
import { intersect } from '@turf/intersect'
import { union } from '@turf/union'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import type { Area } from '../../rules/area.ts'

/** A cell as the partition check sees it. Cells that are not drawn are checked by their homes alone. */
export interface CheckedCell {
  readonly code: string
  readonly name: string
  readonly kind: 'basic' | 'dedicated'
  readonly area: Area | null
}

/** A home with the codes of the cells that claim it. */
export interface CheckedHome {
  readonly id: string
  readonly label: string
  readonly cells: readonly string[]
}

/** Two basic cells that cover the same ground. */
export interface Overlap {
  readonly first: string
  readonly second: string
  /** Whole square metres. */
  readonly squareMetres: number
  readonly area: Area
}

/** Ground of the community that no basic cell covers. */
export interface Gap {
  readonly squareMetres: number
  readonly area: Area
}

/** What is wrong with a division into cells. Everything empty: the cells partition the area. */
export interface PartitionFaults {
  readonly overlaps: readonly Overlap[]
  readonly gaps: readonly Gap[]
  /** Homes in no basic cell. */
  readonly homesInNone: readonly CheckedHome[]
  /** Homes in more than one basic cell. */
  readonly homesInSeveral: readonly CheckedHome[]
  /** Basic cells without a drawn area: ground cannot be judged there. */
  readonly undrawn: readonly string[]
}

export interface PartitionInput {
  readonly cells: readonly CheckedCell[]
  readonly homes: readonly CheckedHome[]
  /** The outline that the cells must fill; without it only holes between the cells are gaps. */
  readonly outline?: Area | null
  /**
   * Slivers up to this many square metres are the pencil's, not a fault.
   * @default 25
   */
  readonly tolerance?: number
}

/**
 * Whether basic cells divide an area so that each home and each spot lies in exactly one (W1). Dedicated cells (a park, an office tower) may lie over
 * basic ones and are left out. The rule is this project's design after the usual requirement 「全覆盖、不交叉」, not the text of a law.
 *
 * @example
 * checkPartition({ cells: [], homes: [{ id: '1', label: '1号楼101', cells: [] }] }).homesInNone.length // 1
 */
export function checkPartition({ cells, homes, outline = null, tolerance = 25 }: PartitionInput): PartitionFaults {
  const basic = cells.filter(({ kind }) => kind === 'basic')
  const known = new Set(basic.map(({ code }) => code))
  const claims = (home: CheckedHome): number => new Set(home.cells.filter((code) => known.has(code))).size
  const drawn = basic.flatMap(({ code, area }) => (area ? [{ code, shape: shapeOf(area) }] : []))
  return {
    overlaps: overlapsOf(drawn, tolerance),
    gaps: gapsOf(
      drawn.map(({ shape }) => shape),
      outline,
      tolerance,
    ),
    homesInNone: homes.filter((home) => claims(home) === 0),
    homesInSeveral: homes.filter((home) => claims(home) > 1),
    undrawn: basic.flatMap(({ code, area }) => (area ? [] : [code])),
  }
}

/** The square metres of an area, rounded. */
export function sizeOf(area: Area): number {
  return Math.round(squareMetres(shapeOf(area)))
}

type Shape = Feature<Polygon | MultiPolygon>
interface Drawn {
  readonly code: string
  readonly shape: Shape
}

function overlapsOf(drawn: readonly Drawn[], tolerance: number): Overlap[] {
  return drawn.flatMap((first, index) =>
    drawn.slice(index + 1).flatMap((second): Overlap[] => {
      const shared = intersect(featureCollection([first.shape, second.shape]))
      if (!shared) return []
      const size = Math.round(squareMetres(shared))
      return size > tolerance ? [{ first: first.code, second: second.code, squareMetres: size, area: areaIn(shared) }] : []
    }),
  )
}

function gapsOf(shapes: readonly Shape[], outline: Area | null, tolerance: number): Gap[] {
  const [first] = shapes
  if (!first) return []
  const covered = shapes.length > 1 ? union(featureCollection([...shapes])) : first
  if (!covered) return []
  const whole = outline ? shapeOf(outline) : withoutHoles(covered)
  const rest = difference(featureCollection([whole, covered]))
  if (!rest) return []
  return partsOf(rest)
    .map((part) => ({ squareMetres: Math.round(squareMetres(shapeOf(part))), area: part }))
    .filter((gap) => gap.squareMetres > tolerance)
    .toSorted((a, b) => b.squareMetres - a.squareMetres)
}

function withoutHoles({ geometry }: Shape): Shape {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return feature({ type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.slice(0, 1)) })
}

function partsOf({ geometry }: Shape): Area[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.map((coordinates) => ({ type: 'Polygon', coordinates }) as Area)
}

function shapeOf(area: Area): Shape {
  return feature(area as Polygon | MultiPolygon)
}

function areaIn({ geometry }: Shape): Area {
  return geometry as Area
}
