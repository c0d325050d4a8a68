import { buildingName, entranceName, naturalKey, roomName, roomText } from './address.ts'

/** The levels of the place tree below the community. */
export type UnitKind = 'estate' | 'building' | 'unit' | 'room'

/** What a unit takes from the one above it. */
export interface PlacedUnit {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly fullName: string | null
  readonly sortKey: string | null
  readonly estateId: string | null
  readonly buildingId: string | null
  readonly communityId: string | null
  readonly gridId: string | null
}

/** What follows from a unit's kind, name and parent. */
export interface UnitPlace {
  readonly name: string
  readonly fullName: string
  readonly sortKey: string
  readonly estateId: string | null
  readonly buildingId: string | null
}

const PARENTS: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  estate: [],
  building: ['estate'],
  unit: ['building'],
  room: ['building', 'unit'],
}

/** Under which kinds a unit may stand. */
export function parentKinds(kind: UnitKind): readonly UnitKind[] {
  return PARENTS[kind]
}

/**
 * The place of a unit in the tree: its name in the usual form, its full address, its ancestors.
 * The ancestors are columns and not a path, so that "everything in this estate" is one equality on one index.
 *
 * @example
 * placeUnit('estate', '幸福小区', undefined).fullName // '幸福小区'
 */
export function placeUnit(kind: UnitKind, text: string, parent: PlacedUnit | undefined): UnitPlace {
  const name = unitName(kind, text)
  const above = parent?.fullName ?? ''
  const key = naturalKey(name)
  return {
    name,
    fullName: `${above}${kind === 'room' ? roomText(name) : name}`,
    sortKey: parent?.sortKey ? `${parent.sortKey}/${key}`.slice(0, 120) : key,
    estateId: parent ? (parent.kind === 'estate' ? parent.id : parent.estateId) : null,
    buildingId: parent?.kind === 'building' ? parent.id : (parent?.buildingId ?? null),
  }
}

/** The name of a unit as the tree keeps it. */
export function unitName(kind: UnitKind, text: string): string {
  if (kind === 'building') return buildingName(text)
  if (kind === 'unit') return entranceName(text)
  return kind === 'room' ? roomName(text) : text.trim()
}
