import { matches } from '@linli/core/access'
import type { AnyPlugin, AnyResource } from '@linli/kit'
import { PRESET_ROLES } from '@linli/kit/platform'
import { PLACES, type TestClient, type TestPost, type TestStreet } from '../street/index.ts'
import type { Known } from './known.ts'

/** Somebody with one post, and what the rules of access let them do. */
export interface Person {
  readonly name: string
  readonly role: string
  readonly street: string
  readonly community: string | undefined
  readonly grid: string | undefined
  readonly client: TestClient
  readonly accountId: string
  may(permission: string): boolean
  /** Whether a row lies where this person may look, or write. */
  reaches(row: Pick<Known, 'street' | 'community' | 'grid'>, resource: AnyResource, writing: boolean): boolean
}

/** Roles that work for a whole street; the others are held in communities, too. */
const WHOLE_STREET: ReadonlySet<string> = new Set(['street-admin', 'street-leader', 'auditor', 'party-clerk'])
/** Roles of which a community needs two, so that what one did another can check. */
const TWICE: ReadonlySet<string> = new Set(['community-director', 'counter-clerk'])
const GRIDS = { [PLACES.east]: [PLACES.firstGrid, PLACES.secondGrid], [PLACES.west]: [`${PLACES.west}001`] } as const

/** Somebody of every role that a street starts with, in two communities and in another street. */
export async function hirePeople(t: TestStreet, plugins: readonly AnyPlugin[]): Promise<Person[]> {
  const posts: TestPost[] = PRESET_ROLES.flatMap(({ name: role }): TestPost[] => {
    const communities = [PLACES.east, PLACES.west].flatMap((community): TestPost[] => [
      { role, community },
      ...(TWICE.has(role) ? [{ role, community, subject: { resource: 'platform.accounts', id: SECOND } }] : []),
    ])
    if (role === 'grid-officer')
      return Object.entries(GRIDS).flatMap(([community, grids]) => grids.map((grid) => ({ role, community, grid })))
    return WHOLE_STREET.has(role)
      ? [{ role }, { role, street: PLACES.otherStreet }]
      : [...communities, { role, street: PLACES.otherStreet, community: PLACES.abroad }]
  })
  const people: Person[] = []
  for (const post of posts) people.push(await hirePerson(t, plugins, post))
  return people
}

const SECOND = '01900000-0000-7000-8000-000000000002'

/** Hires somebody for a post of a preset role. */
export async function hirePerson(t: TestStreet, plugins: readonly AnyPlugin[], post: TestPost): Promise<Person> {
  const role = PRESET_ROLES.find(({ name }) => name === post.role)
  const allow = [...(role?.allow ?? []), ...plugins.flatMap(({ grants }) => grants?.[String(post.role)] ?? [])]
  const deny = role?.deny ?? []
  const client = t.as(post)
  const street = post.street ?? PLACES.street
  return {
    name: `${role?.title ?? ''} ${(post.grid ?? post.community ?? street).slice(6)}`,
    role: String(post.role),
    street,
    community: post.community,
    grid: post.grid,
    client,
    accountId: (await client.accountId()) ?? '',
    may: (permission) => allow.some((pattern) => matches(pattern, permission)) && !deny.some((pattern) => matches(pattern, permission)),
    reaches: (row, { scope }, writing) => {
      if (row.street !== street) return false
      if (post.community === undefined) return true
      if (scope === 'street') return !writing
      if (post.grid !== undefined) return scope === 'grid' && row.grid === post.grid
      return row.community === post.community
    },
  }
}
