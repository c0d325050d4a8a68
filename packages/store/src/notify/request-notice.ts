import { accessOf, type Permission, type Place, type Post, type Role, type ScopeLevel } from '@linli/core/access'
import type { AnyResource } from '@linli/kit'
import { notifyRequested } from '@linli/kit/platform'
import { sql } from 'kysely'
import type { Context } from '../context/context.ts'

/** What somebody is to be told. */
export interface Notice {
  /** Who may do this is told. */
  readonly permission: Permission
  /** Posts of this level: who looks after the row's cell, its community, or the street. */
  readonly at: ScopeLevel
  readonly urgency: 'now' | 'today'
  /** What happened, as a code of the module. */
  readonly about: string
  readonly subject: {
    readonly resource: AnyResource
    readonly id: string
    readonly communityId: string | null
    readonly gridId?: string | null
  }
}

type Held = Omit<Post, 'place'> & { readonly accountId: string; readonly communityId: string | null; readonly gridId: string | null }

/**
 * Asks that everybody be told who may do something at a level of a row's place: one `platform.notify.requested` for each, in the same
 * transaction. Answers how many there are; nobody is for the caller to notice.
 *
 * @example
 * await requestNotice(ctx, { permission: 'parks.benches.mend', at: 'community', urgency: 'now', about: 'parks.bench.broken', subject })
 */
export async function requestNotice(ctx: Context, { permission, at, urgency, about, subject }: Notice): Promise<number> {
  const streetId = ctx.street.code
  const place = placeAt(at, { streetId, communityId: subject.communityId, gridId: subject.gridId ?? null })
  if (!place) return 0
  const { rows: held } = await sql<Held>`
    select p.account_id as "accountId", r.name as role, p.community_id as "communityId", p.grid_id as "gridId", p."from", p."to"
    from platform_posts p join platform_roles r on r.street_id = p.street_id and r.id = p.role_id
    join platform_accounts a on a.street_id = p.street_id and a.id = p.account_id and a.status = 'active'
    where p.street_id = ${streetId} and p.community_id is not distinct from ${place.communityId ?? null}
      and p.grid_id is not distinct from ${place.gridId ?? null}`.execute(ctx.db)
  const { rows: roles } = await sql<Pick<Role, 'name' | 'title' | 'allow' | 'deny'>>`
    select name, title, allow, deny from platform_roles where street_id = ${streetId}`.execute(ctx.db)
  const known = roles.map((role): Role => ({ ...role, clearance: { show: 'P0', reveal: 'P0' } }))
  const byAccount = Map.groupBy(held, ({ accountId }) => accountId)
  let told = 0
  for (const [accountId, own] of byAccount) {
    const posts = own.map(({ role, from, to }): Post => ({ role, from, to, place }))
    if (!accessOf(known, posts, ctx.today).decide(permission).allowed) continue
    await ctx.emit(notifyRequested, subject, { accountId, urgency, about, resource: subject.resource.name, rowId: subject.id })
    told += 1
  }
  return told
}

function placeAt(at: ScopeLevel, { streetId, communityId, gridId }: Place): Place | undefined {
  if (at === 'street') return { streetId, communityId: null, gridId: null }
  if (!communityId) return undefined
  if (at === 'community') return { streetId, communityId, gridId: null }
  return gridId ? { streetId, communityId, gridId } : undefined
}
