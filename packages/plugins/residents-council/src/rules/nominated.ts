import { demandNeeded } from './demand.ts'

/** What stands behind a proposal beside its supporters. */
export interface Backing {
  /** An event of the grid became it; a source that somebody chose from a list is no event. */
  readonly fromGrid: boolean
  readonly fromMembers: boolean
  /** Who proposed or supports. */
  readonly backers: readonly string[]
  /** Who sits in the council today. */
  readonly members: readonly string[]
}

/**
 * Whether a proposal needs no supporters because the grid or the council nominates it: the council where one fifth of its members stand behind
 * it, as for a meeting that they demand. Source: the street's mechanism (提议须附议，或由网格、议事会提名); the fifth is ours, unverified.
 *
 * @example
 * nominationOf({ fromGrid: false, fromMembers: true, backers: ['a'], members: ['a', 'b', 'c', 'd', 'e', 'f'] }) // undefined
 * nominationOf({ fromGrid: false, fromMembers: true, backers: ['a', 'b'], members: ['a', 'b', 'c', 'd', 'e', 'f'] }) // 'council'
 */
export function nominationOf({ fromGrid, fromMembers, backers, members }: Backing): 'grid' | 'council' | undefined {
  if (fromGrid) return 'grid'
  if (!fromMembers || members.length === 0) return undefined
  const behind = new Set(backers.filter((id) => members.includes(id)))
  return behind.size >= demandNeeded('representatives', members.length) ? 'council' : undefined
}
