import type { ScopeLevel } from '@linli/core/access'

export interface ListParams {
  readonly pagination?: { readonly page: number; readonly perPage: number }
  readonly sort?: { readonly field: string; readonly order: string }
  readonly filter?: Readonly<Record<string, unknown>>
}

/** The parameters of a list as the server reads them. */
export interface ListQuery {
  readonly filter: Readonly<Record<string, unknown>>
  readonly sort?: readonly [string, 'ASC' | 'DESC']
  readonly range: readonly [number, number]
}

/** How many rows there are, as far as the server counted. */
export interface Counted {
  readonly total?: number
  /** There are more than `total`. */
  readonly more: boolean
}

/** Filters as they are sent: what was left empty is no condition, and the chosen place narrows what is divided by place. */
export function filterOf(
  filter: Readonly<Record<string, unknown>> = {},
  level: ScopeLevel = 'street',
  place: string | null = null,
): Readonly<Record<string, unknown>> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => !isEmpty(value)))
  if (place === null || level === 'street' || 'communityId' in given || 'gridId' in given || 'id' in given) return given
  if (place.length > 12) return level === 'grid' ? { ...given, gridId: place } : { ...given, communityId: place.slice(0, 12) }
  return { ...given, communityId: place }
}

export function listQuery(params: ListParams, filter: Readonly<Record<string, unknown>>): ListQuery {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 }
  const from = (page - 1) * perPage
  const sort = params.sort?.field ? { sort: [params.sort.field, params.sort.order === 'DESC' ? 'DESC' : 'ASC'] as const } : {}
  return { filter, ...sort, range: [from, from + perPage - 1] }
}

/**
 * Reads `Content-Range` and `X-Total-More`.
 *
 * @example
 * countedOf('registry.people 0-24/1000', 'true') // { total: 1000, more: true }
 */
export function countedOf(contentRange: string | null, totalMore: string | null): Counted {
  const total = /\/(\d+)\s*$/.exec(contentRange ?? '')?.[1]
  return { ...(total === undefined ? {} : { total: Number(total) }), more: totalMore === 'true' }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
