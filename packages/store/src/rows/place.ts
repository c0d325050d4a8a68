import { covers, type Place } from '@linli/core/access'
import { reason, refuse } from '../refusals/index.ts'
import type { Door } from './door.ts'

/** The place of a new row: what was given, else the only place where the actor can write. */
export async function placeOfNew(door: Door, given: Readonly<Record<string, unknown>>): Promise<Place> {
  const { plan, scope, session } = door
  const streetId = session.as.street.code
  const named = await checkedPlace(door, given.communityId, given.gridId)
  if (named.communityId || named.gridId || plan.level === 'street' || scope.kind !== 'places') return named
  const [community, ...more] = scope.communities
  const [grid, ...moreGrids] = scope.grids
  if (community !== undefined && more.length === 0 && grid === undefined) return { streetId, communityId: community, gridId: null }
  if (grid !== undefined && moreGrids.length === 0 && community === undefined && plan.level === 'grid')
    return { streetId, communityId: grid.slice(0, 12), gridId: grid }
  return refuse(reason('place.needed', undefined, 'communityId'), 400)
}

/** A place as given, with codes that exist; a grid brings its community along. */
export async function checkedPlace(door: Door, communityId: unknown, gridId: unknown): Promise<Place> {
  const { session } = door
  const streetId = session.as.street.code
  const grid = await known(door, gridId, 'gridId')
  const community = (await known(door, communityId, 'communityId')) ?? grid?.slice(0, 12) ?? null
  if (grid !== null && community !== null && !grid.startsWith(community))
    return refuse(reason('place.mismatch', { grid, community }, 'gridId'), 400)
  return { streetId, communityId: community, gridId: grid }
}

/** @throws RefusedError 403 when the scope does not reach a place */
export function mustCover({ scope, plan }: Door, place: Place): void {
  if (!covers(scope, place, plan.level, true)) refuse(reason('access.outside_scope', undefined, 'communityId'), 403)
}

async function known({ session }: Door, code: unknown, field: 'communityId' | 'gridId'): Promise<string | null> {
  if (code === undefined || code === null || code === '') return null
  const { street } = session.as
  const unknown = (): never => refuse(reason('place.unknown', { code: String(code).slice(0, 20) }, field), 400)
  const length = field === 'gridId' ? 15 : 12
  if (typeof code !== 'string' || code.length !== length || !/^\d+$/.test(code) || !code.startsWith(street.code)) return unknown()
  if (field === 'gridId') return code
  if (street.communities.some((community) => community.code === code)) return code
  if (!session.parts.plugins.has('platform')) return unknown()
  const { rows } = await session.db.query('select 1 from platform_places where street_id = $1 and code = $2', [street.code, code])
  return rows.length > 0 ? code : unknown()
}
