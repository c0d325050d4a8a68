import type { Row } from '@linli/kit'
import { householdTagged } from '../../events.ts'
import { householdMembers, households, householdTags, people, personTags } from '../../resources/index.ts'
import { DIFFICULTY_OPTIONS, type Difficulty } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'
import { reason } from '../reasons.ts'
import { startTag } from '../tags/start-tag.ts'

interface Recognition {
  readonly id: string
  readonly difficulty: Difficulty
  readonly basisText: string
  readonly evidence?: string | null
  readonly from?: string | null
  readonly to?: string | null
}

/** Recognises a household as one in difficulty and tags its members, all in one transaction. */
export async function markDifficulty(ctx: Ctx, { id, ...given }: Recognition): Promise<{ householdTagId: string; members: number }> {
  const household = await ctx.rows(households).lock(id)
  if (household.endedAt) ctx.refuse(reason('household.ended'))
  const all = ctx.elevated()
  const from = given.from ?? ctx.today
  if (given.to && given.to < from) ctx.refuse(reason('tag.ends_before_start', undefined, 'to'))
  if (await all.rows(householdTags).first({ householdId: id, status: 'active' })) ctx.refuse(reason('household.twice'), 409)
  const members = await all.rows(householdMembers).list({ filter: { householdId: id, to_empty: true }, limit: 200, total: 'none' })
  if (members.rows.length === 0) ctx.refuse(reason('household.empty'))
  const { communityId, gridId } = household
  const row = await all.rows(householdTags).create({ ...given, householdId: id, communityId, gridId, tag: 'hardship', from })
  await all.rows(households).update(id, { difficulty: given.difficulty })
  let tagged = 0
  for (const { personId } of members.rows) {
    if (await tagMember(all, await all.rows(people).get(personId), row)) tagged++
  }
  await all.emit(
    householdTagged,
    { resource: householdTags, id: row.id, communityId },
    { householdId: id, householdTagId: row.id, tag: row.tag },
  )
  return { householdTagId: row.id, members: tagged }
}

/** Gives a member the household's tag. One who carries it for a reason of her own keeps that and gets this one too, so that either may end alone. */
export async function tagMember(all: Ctx, person: Row<typeof people>, recognition: Row<typeof householdTags>): Promise<boolean> {
  if (person.deceasedAt || person.mergedInto) return false
  const twin = await all.rows(personTags).first({ personId: person.id, householdTagId: recognition.id, status: 'active' })
  if (twin) return false
  await startTag(
    all,
    { personId: person.id, ...person },
    {
      tag: 'hardship',
      basis: 'manual',
      basisText: `困难家庭（${DIFFICULTY_OPTIONS[recognition.difficulty]}）：${recognition.basisText}`.slice(0, 500),
      evidence: recognition.evidence,
      from: recognition.from < all.today ? all.today : recognition.from,
      to: recognition.to,
      householdTagId: recognition.id,
    },
  )
  return true
}
