import type { Access } from './access.ts'
import { NO_SCOPE, type Scope } from './scope.ts'

/** 12 digits: a community; 15: a grid of it. */
export type PlaceCode = string

const COMMUNITY_LENGTH = 12

/**
 * What is left of a scope when its holder looks at one community or grid of theirs; never more than the scope itself.
 * Of a grid, what is divided by community alone stays that of its community.
 *
 * @example
 * narrowScope({ kind: 'places', streetId: '411402004', communities: ['411402004001', '411402004002'], grids: [] }, '411402004001') // { kind: 'places', streetId: '411402004', communities: ['411402004001'], grids: [] }
 * narrowScope({ kind: 'places', streetId: '411402004', communities: ['411402004002'], grids: [] }, '411402004001') // { kind: 'none' }
 */
export function narrowScope(scope: Scope, place: PlaceCode): Scope {
  if (scope.kind === 'none' || !place.startsWith(scope.streetId)) return NO_SCOPE
  const community = place.slice(0, COMMUNITY_LENGTH)
  const isGrid = place.length > COMMUNITY_LENGTH
  if (scope.kind === 'street' || scope.communities.includes(community)) {
    if (scope.kind === 'places' && scope.onlyGrid !== undefined && isGrid && scope.onlyGrid !== place) return NO_SCOPE
    const onlyGrid = isGrid ? place : scope.kind === 'places' ? scope.onlyGrid : undefined
    return {
      kind: 'places',
      streetId: scope.streetId,
      communities: [community],
      grids: [],
      ...(onlyGrid === undefined ? {} : { onlyGrid }),
    }
  }
  const grids = scope.grids.filter((grid) => (isGrid ? grid === place : grid.startsWith(community)))
  return grids.length > 0 ? { kind: 'places', streetId: scope.streetId, communities: [], grids } : NO_SCOPE
}

/**
 * The same access as it looks at one community or grid: as many permissions, each reaching no further than that place.
 *
 * @example
 * narrowAccess(systemAccess('411402004'), '411402004001').scope('registry.people.read').kind // 'places'
 */
export function narrowAccess(access: Access, place: PlaceCode): Access {
  return {
    decide: (permission) => {
      const decision = access.decide(permission)
      return decision.allowed ? { ...decision, scope: narrowScope(decision.scope, place) } : decision
    },
    scope: (permission) => narrowScope(access.scope(permission), place),
    clearance: access.clearance,
    posts: access.posts,
  }
}
