import { type Access, accessOf, type Post, type Role } from '@linli/core/access'
import { sql } from 'kysely'
import type { Context } from './context.ts'

interface Held {
  readonly role: string
  readonly communityId: string | null
  readonly gridId: string | null
  readonly from: string
  readonly to: string | null
}

/**
 * What another account may do today, before something is put into its hands. `undefined` where there is no such account or it is disabled.
 *
 * @example
 * const access = await accountAccess(ctx, input.handlerId)
 * if (!access?.decide('parks.benches.mend').allowed) return reason('bench.nobody_mends')
 */
export async function accountAccess(ctx: Context, accountId: string): Promise<Access | undefined> {
  const streetId = ctx.street.code
  const { rows: active } = await sql`
    select 1 from platform_accounts where street_id = ${streetId} and id = ${accountId} and status = 'active'`.execute(ctx.db)
  if (active.length === 0) return undefined
  const { rows: held } = await sql<Held>`
    select r.name as role, p.community_id as "communityId", p.grid_id as "gridId", p."from", p."to"
    from platform_posts p join platform_roles r on r.street_id = p.street_id and r.id = p.role_id
    where p.street_id = ${streetId} and p.account_id = ${accountId}`.execute(ctx.db)
  const { rows: roles } = await sql<Pick<Role, 'name' | 'title' | 'allow' | 'deny'>>`
    select name, title, allow, deny from platform_roles where street_id = ${streetId}`.execute(ctx.db)
  const known = roles.map((role): Role => ({ ...role, clearance: { show: 'P0', reveal: 'P0' } }))
  const posts = held.map(({ role, from, to, communityId, gridId }): Post => ({ role, from, to, place: { streetId, communityId, gridId } }))
  return accessOf(known, posts, ctx.today)
}
