import type { Row } from '@linli/kit'
import { sql } from 'kysely'
import { householdMembers, households, householdTags, people, personTags } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { byRule, presentBatch } from '../hand.ts'
import { refreshOpenTags } from '../tags/open-tags.ts'
import { rederive } from '../tags/rederive.ts'
import { tagMember } from './difficulty.ts'

type Member = Row<typeof householdMembers>
type Household = Row<typeof households>

/** The head that a new household names is its first member. */
export async function afterHouseholdCreate(ctx: Ctx, { after }: { after: Household }): Promise<void> {
  if (!after.headPersonId || presentBatch()) return
  await ctx.elevated().rows(householdMembers).create({ householdId: after.id, personId: after.headPersonId, relation: 'head' })
}

/** Counts the members, shares a recognition with a new one, and derives everybody's tags again. */
export async function afterMemberChange(ctx: Ctx, { before, after }: { before: Member | null; after: Member }): Promise<void> {
  const all = ctx.elevated()
  const { householdId, personId } = after
  const batch = presentBatch()
  if (batch) {
    batch.people.add(personId)
    return
  }
  await recount(all, householdId)
  const left = after.to !== null && (before === null || before.to === null)
  if (left) await leave(all, after)
  else if (before === null) await join(all, after)
  if (!left && after.relation === 'head' && before?.relation !== 'head')
    await byRule(() => all.rows(households).update(householdId, { headPersonId: personId }))
  const { rows } = await sql<{ id: string }>`select person_id as id from registry_household_members
    where street_id = ${all.street.code} and household_id = ${householdId} and "to" is null`.execute(all.db)
  await rederive(ctx, [...new Set([personId, ...rows.map(({ id }) => id)])])
}

/** How many live members a household has. */
export async function recount(all: Ctx, householdId: string): Promise<void> {
  const { rows } = await sql<{ count: number; written: number | null }>`
    select h.member_count as written, (select count(*) from registry_household_members m
      join registry_people p on p.street_id = m.street_id and p.id = m.person_id and p.deceased_at is null
      where m.street_id = h.street_id and m.household_id = h.id and m."to" is null)::int as count
    from registry_households h where h.street_id = ${all.street.code} and h.id = ${householdId}`.execute(all.db)
  const [row] = rows
  if (row && row.count !== row.written) await byRule(() => all.rows(households).update(householdId, { memberCount: row.count }))
}

async function join(all: Ctx, { householdId, personId }: Member): Promise<void> {
  const tag = await all.rows(householdTags).first({ householdId, status: 'active' })
  if (!tag) return
  if (await tagMember(all, await all.rows(people).get(personId), tag)) await refreshOpenTags(all, [personId])
}

async function leave(all: Ctx, { householdId, personId }: Member): Promise<void> {
  const recognitions = await all.rows(householdTags).list({ filter: { householdId, status: 'active' }, limit: 20, total: 'none' })
  const ids = new Set(recognitions.rows.map(({ id }) => id))
  const held = await all.rows(personTags).list({ filter: { personId, status: 'active' }, limit: 200, total: 'none' })
  await byRule(async () => {
    for (const tag of held.rows) {
      if (tag.householdTagId && ids.has(tag.householdTagId))
        await all.rows(personTags).step(tag.id, 'end', { endReason: '已离开被认定的户' })
    }
  })
  await refreshOpenTags(all, [personId])
}
