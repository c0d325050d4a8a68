import { type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { freezeBase, type BaseSnapshot, type VoteRule } from '../voting/index.ts'

/** A unit of exclusive ownership. */
export interface OwnedUnit {
  readonly id: string
  /** Exclusive area in 0.01 m², a positive whole number: as registered, else as surveyed, else as in the contract. */
  readonly area: number
  /** All co-owners. Of no effect while the developer still holds the unit. */
  readonly ownerIds: readonly string[]
  /** Set while the unit is unsold, or sold and not handed over. */
  readonly developerId?: string
}

/** One head: the same owner or co-owners, with all their units. */
export interface OwnerHead {
  readonly id: string
  readonly ownerIds: readonly string[]
  readonly unitIds: readonly string[]
  /** 0.01 m² */
  readonly area: number
}

/** The frozen roll of an owners' vote. */
export interface OwnersRoll {
  readonly snapshot: BaseSnapshot
  readonly heads: readonly OwnerHead[]
  readonly units: number
}

const reason = defineReasons({
  'owners.unit_twice': { zh: '房号 {unit} 重复', en: 'Unit {unit} is listed twice' },
  'owners.unit_area': {
    zh: '房号 {unit} 的面积不对（单位 0.01 平方米的正整数）',
    en: 'Unit {unit} lacks a valid area (a positive whole number of 0.01 m²)',
  },
  'owners.unit_owner': { zh: '房号 {unit} 没有业主', en: 'Unit {unit} has no owner' },
})

/**
 * Groups units into heads: one unit is one head, its co-owners share it, and somebody with several units is one head.
 * What the developer still holds is one head of the developer. The same person alone in one unit and with a spouse in another is two heads.
 * Source: Supreme People's Court, interpretation on exclusive ownership of buildings (2009); recollection, unverified.
 *
 * @example
 * ownerHeads([{ id: '1-101', area: 9000, ownerIds: ['a', 'b'] }, { id: '1-102', area: 8000, ownerIds: ['c'] }, { id: '1-103', area: 5000, ownerIds: ['c'] }]).value.map((head) => head.area) // [9000, 13000]
 */
export function ownerHeads(units: readonly OwnedUnit[]): Result<readonly OwnerHead[]> {
  const heads = new Map<string, { id: string; ownerIds: readonly string[]; unitIds: string[]; area: number }>()
  const seen = new Set<string>()
  for (const unit of units) {
    if (seen.has(unit.id)) return refused(reason('owners.unit_twice', { unit: unit.id }))
    seen.add(unit.id)
    if (!Number.isSafeInteger(unit.area) || unit.area <= 0) return refused(reason('owners.unit_area', { unit: unit.id }, 'area'))
    const ownerIds = holdersOf(unit)
    if (ownerIds.length === 0) return refused(reason('owners.unit_owner', { unit: unit.id }, 'ownerIds'))
    const id = JSON.stringify(ownerIds)
    const head = heads.get(id) ?? { id, ownerIds, unitIds: [], area: 0 }
    head.unitIds.push(unit.id)
    head.area += unit.area
    heads.set(id, head)
  }
  return ok([...heads.values()])
}

function holdersOf(unit: OwnedUnit): readonly string[] {
  return unit.developerId === undefined ? [...new Set(unit.ownerIds)].sort() : [unit.developerId]
}

/**
 * Freezes the roll of an owners' vote at a day; an estate with no unit is refused.
 *
 * @example
 * const rule = votePreset('OWNERS_278_ORDINARY', '2026-05-20').params
 * const units = ['1', '2', '3'].map((id) => ({ id, area: 10000, ownerIds: [`o${id}`] }))
 * freezeOwners(rule, units, '2026-05-01').value.snapshot.members.length // 3
 * freezeOwners(rule, [], '2026-05-01').ok // false
 */
export function freezeOwners(rule: VoteRule, units: readonly OwnedUnit[], takenOn: LocalDate): Result<OwnersRoll> {
  const heads = ownerHeads(units)
  if (!heads.ok) return heads
  const frozen = freezeBase(
    rule,
    heads.value.map(({ id, area }) => ({ id, area })),
    takenOn,
  )
  return frozen.ok ? ok({ snapshot: frozen.value.snapshot, heads: heads.value, units: units.length }) : frozen
}
