import type { Place, ScopeLevel } from './place.ts'

/**
 * Which rows somebody may touch. One value with two interpreters: {@link covers} here and the SQL condition of the store;
 * a property test holds them equal.
 */
export type Scope =
  | { readonly kind: 'none' }
  | { readonly kind: 'street'; readonly streetId: string }
  | {
      readonly kind: 'places'
      readonly streetId: string
      /** 12-digit community codes: the communities with all their grids. */
      readonly communities: readonly string[]
      /** 15-digit grid codes, of communities that are not listed themselves. */
      readonly grids: readonly string[]
      /** Of what is divided by grid, this grid of the communities alone: somebody looks at one grid of theirs. */
      readonly onlyGrid?: string
    }

export const NO_SCOPE: Scope = { kind: 'none' }

/**
 * The scope of somebody who holds posts at these places: a street post covers all, a community post its grids.
 *
 * @example
 * scopeOf([{ streetId: '411402004', communityId: '411402004001' }]) // { kind: 'places', streetId: '411402004', communities: ['411402004001'], grids: [] }
 * scopeOf([{ streetId: '411402004', communityId: '411402004001' }, { streetId: '411402004' }]) // { kind: 'street', streetId: '411402004' }
 */
export function scopeOf(places: readonly Place[]): Scope {
  const first = places[0]
  if (!first) return NO_SCOPE
  const own = places.filter((place) => place.streetId === first.streetId)
  if (own.some((place) => !place.communityId && !place.gridId)) return { kind: 'street', streetId: first.streetId }
  const communities = sorted(own.flatMap((place) => (place.gridId || !place.communityId ? [] : [place.communityId])))
  const grids = sorted(own.flatMap((place) => (place.gridId && !communities.includes(place.communityId ?? '') ? [place.gridId] : [])))
  return { kind: 'places', streetId: first.streetId, communities, grids }
}

/**
 * Whether a scope covers a row.
 *
 * A row of a `street` resource belongs to nobody below the street: everyone in the street with the permission reads it,
 * and only a street-wide scope writes it (`writing`).
 *
 * @example
 * covers(scopeOf([{ streetId: '411402004', communityId: '411402004001' }]), { streetId: '411402004', communityId: '411402004002' }, 'community') // false
 */
export function covers(scope: Scope, row: Place, level: ScopeLevel, writing = false): boolean {
  if (scope.kind === 'none' || scope.streetId !== row.streetId) return false
  if (scope.kind === 'street') return true
  if (level === 'street') return !writing
  const isWithin = level !== 'grid' || scope.onlyGrid === undefined || row.gridId === scope.onlyGrid
  if (isWithin && row.communityId && scope.communities.includes(row.communityId)) return true
  return level === 'grid' && Boolean(row.gridId) && scope.grids.includes(row.gridId ?? '')
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}
