import { posts, roles } from '@linli/kit/platform'
import type { Duty } from '../rules/options.ts'
import type { Ctx } from './context.ts'

/**
 * Who holds a role for a community today: whoever has had it longest, and never the one excepted. A community without one falls to the
 * street's leader, so that a duty has a name wherever the street has anybody.
 */
export async function dutyHolder(ctx: Ctx, duty: Duty, communityId: string | null, except: string | null): Promise<string | null> {
  const found = await holderOf(ctx, duty, communityId, except)
  return found ?? (duty === 'street-leader' ? null : holderOf(ctx, 'street-leader', null, except))
}

async function holderOf(ctx: Ctx, duty: Duty, communityId: string | null, except: string | null): Promise<string | null> {
  const all = ctx.elevated()
  const role = await all.rows(roles).first({ name: duty })
  if (!role) return null
  const place = duty === 'community-director' ? communityId : null
  if (duty === 'community-director' && place === null) return null
  const { rows } = await all.rows(posts).list({
    filter: { roleId: role.id, communityId: place, from_lte: ctx.today },
    sort: ['createdAt', 'asc'],
    limit: 50,
    total: 'none',
  })
  return (
    rows.find(({ accountId, gridId, to }) => accountId !== except && gridId === null && (to === null || to >= ctx.today))?.accountId ?? null
  )
}
