import type { Row } from '@linli/kit'
import { councils } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { householdOf } from './household.ts'
import { membersOn } from './recount.ts'

/**
 * Whether somebody may not supervise: a member of the residents' committee, or of a member's household.
 * Source: 村民委员会组织法 art. 32 by analogy, verified for villages. Relatives who live elsewhere are not known here; people look.
 */
export async function isBarred(ctx: Ctx, { communityId }: Row<typeof councils>, personId: string): Promise<boolean> {
  const ruling = await ctx
    .elevated()
    .rows(councils)
    .list({ filter: { communityId, kind: 'committee', status: 'active' }, limit: 20, total: 'none' })
  const own = await householdOf(ctx, personId)
  for (const { id } of ruling.rows)
    for (const member of await membersOn(ctx, id, ctx.today)) {
      if (member.personId === personId) return true
      if (own !== null && (await householdOf(ctx, member.personId)) === own) return true
    }
  return false
}
