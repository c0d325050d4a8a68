import type { HouseholdRelation } from '@linli/core/person'
import { householdMembers, households } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { reason } from '../reasons.ts'

/** Adds somebody to a household. */
export async function addMember(
  ctx: Ctx,
  given: { id: string; personId: string; relation: HouseholdRelation; livesHere?: 'yes' | 'no' | null; from?: string | null },
): Promise<{ memberId: string }> {
  await ctx.rows(households).get(given.id)
  const { personId, relation, from } = given
  const member = await ctx
    .elevated()
    .rows(householdMembers)
    .create({ householdId: given.id, personId, relation, livesHere: given.livesHere !== 'no', from })
  return { memberId: member.id }
}

/** Takes somebody out of a household. */
export async function removeMember(ctx: Ctx, given: { id: string; personId: string; on?: string | null }): Promise<{ memberId: string }> {
  const household = await ctx.rows(households).get(given.id)
  const all = ctx.elevated()
  const member = await all.rows(householdMembers).first({ householdId: given.id, personId: given.personId, to_empty: true })
  if (!member) return ctx.refuse(reason('member.not_here', undefined, 'personId'))
  await all.rows(householdMembers).update(member.id, { to: given.on ?? ctx.today })
  if (household.headPersonId === given.personId) await all.rows(households).update(given.id, { headPersonId: null })
  return { memberId: member.id }
}
