import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import { reason } from '../reasons.ts'
import { councils } from '../resources/index.ts'
import { checkDeclaration, type SupervisorDeclaration } from '../rules/supervision.ts'
import type { Ctx } from './context.ts'
import { householdOf } from './household.ts'
import { membersOn } from './recount.ts'

/** Why somebody may not sit in a body because it supervises the residents' committee: what is known of them, then what they declare. */
export async function mayNotSupervise(
  ctx: Ctx,
  council: Row<typeof councils>,
  { personId, ...declared }: SupervisorDeclaration & { readonly personId: string },
): Promise<Refusal | undefined> {
  if (council.kind !== 'supervision') return undefined
  return (await isBarred(ctx, council, personId)) ? reason('council.supervision_barred', undefined, 'personId') : checkDeclaration(declared)
}

/**
 * Whether somebody is known as one who may not supervise: a member of the residents' committee, or of a member's household.
 * Source: 村民委员会组织法 art. 32 by analogy, verified for villages. Relatives who live elsewhere are not known here; they are declared.
 */
async function isBarred(ctx: Ctx, { communityId }: Row<typeof councils>, personId: string): Promise<boolean> {
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
