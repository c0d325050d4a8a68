import { type Actor, accessOf, type Post, type Role } from '@linli/core/access'
import type { LocalDate } from '@linli/core/date'
import type { PrivacyClass } from '@linli/core/privacy'
import { type Kysely, sql } from 'kysely'
import type { Account } from './session.ts'

interface AccountRow {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly status: string
  readonly mustChangePassword: boolean
  readonly demo: boolean
}
interface PostRow {
  readonly role: string
  readonly communityId: string | null
  readonly gridId: string | null
  readonly from: string
  readonly to: string | null
  readonly subjectResource: string | null
  readonly subjectId: string | null
}
interface RoleRow {
  readonly name: string
  readonly title: string
  readonly allow: readonly string[]
  readonly deny: readonly string[]
  readonly show: PrivacyClass
  readonly reveal: PrivacyClass
}

/** An account with what it may do, or nothing where it does not exist or is disabled. */
export interface LoadedActor {
  readonly actor: Actor
  readonly account: Account
  readonly roles: readonly Role[]
  readonly posts: readonly Post[]
}

/** Reads an account, its posts and the street's roles, and computes the access that follows on a day. */
export async function loadActor(db: Kysely<unknown>, streetId: string, accountId: string, on: LocalDate): Promise<LoadedActor | undefined> {
  const { rows: accounts } = await sql<AccountRow>`
    select id, username, name, status, must_change_password, demo from platform_accounts
    where street_id = ${streetId} and id = ${accountId}`.execute(db)
  const found = accounts[0]
  if (!found || found.status !== 'active') return undefined
  const { rows: postRows } = await sql<PostRow>`
    select r.name as role, p.community_id, p.grid_id, p."from", p."to", p.subject_resource, p.subject_id
    from platform_posts p join platform_roles r on r.street_id = p.street_id and r.id = p.role_id
    where p.street_id = ${streetId} and p.account_id = ${accountId}
    order by p.created_at, p.id`.execute(db)
  const roles = await loadRoles(db, streetId)
  const posts = postRows.map((row): Post => ({
    role: row.role,
    place: { streetId, communityId: row.communityId, gridId: row.gridId },
    from: row.from,
    to: row.to,
    subject: row.subjectResource && row.subjectId ? { resource: row.subjectResource, id: row.subjectId } : null,
  }))
  const account: Account = {
    id: found.id,
    username: found.username,
    name: found.name,
    mustChangePassword: found.mustChangePassword,
    demo: found.demo,
  }
  const actor: Actor = { kind: 'person', id: found.id, name: found.name, streetId, access: accessOf(roles, posts, on) }
  return { actor, account, roles, posts }
}

async function loadRoles(db: Kysely<unknown>, streetId: string): Promise<Role[]> {
  const { rows } = await sql<RoleRow>`
    select name, title, allow, deny, show, reveal from platform_roles where street_id = ${streetId}`.execute(db)
  return rows.map(({ name, title, allow, deny, show, reveal }) => ({ name, title, allow, deny, clearance: { show, reveal } }))
}
