import type { Scope, ScopeLevel } from '@linli/core/access'
import type { Params } from './params.ts'

/**
 * The SQL of a scope: the second interpreter beside core's `covers`; a property test holds the two equal.
 * Always names the street, so that every index serves it, and never an empty list.
 */
export function scopeCondition(
  scope: Scope,
  level: ScopeLevel,
  params: Params,
  options: { readonly writing?: boolean; readonly alias?: string } = {},
): string {
  const prefix = options.alias === undefined ? '' : `"${options.alias}".`
  if (scope.kind === 'none') return 'false'
  const street = (): string => `${prefix}street_id = ${params.add(scope.streetId)}`
  if (scope.kind === 'street') return street()
  if (level === 'street') return options.writing ? 'false' : street()
  const grids = level === 'grid' ? scope.grids : []
  if (scope.communities.length === 0 && grids.length === 0) return 'false'
  const inStreet = street()
  const communities = isIn(`${prefix}community_id`, scope.communities, params).map((condition) =>
    level === 'grid' && scope.onlyGrid !== undefined ? `${condition} and ${prefix}grid_id = ${params.add(scope.onlyGrid)}` : condition,
  )
  const within = [...communities, ...isIn(`${prefix}grid_id`, grids, params)]
  return `${inStreet} and ${within.length === 1 ? within[0] : `(${within.join(' or ')})`}`
}

function isIn(column: string, codes: readonly string[], params: Params): string[] {
  if (codes.length === 0) return []
  return [codes.length === 1 ? `${column} = ${params.add(codes[0])}` : `${column} = any(${params.add(codes)})`]
}
