import type { Refusal } from '@linli/core/refusal'
import type { NewRow, Row, RowPatch } from '@linli/kit'
import { householdMembers, households, people, units } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { presentBatch } from '../hand.ts'
import { reason } from '../reasons.ts'

type Household = Row<typeof households>
type Member = Row<typeof householdMembers>

/** A household stands where its home stands and is called after its head. A ledger's lines bring both along. */
export async function guardHouseholdCreate(
  ctx: Ctx,
  { values }: { values: NewRow<typeof households> },
): Promise<RowPatch<typeof households> | void> {
  if (presentBatch()) return undefined
  return { ...(await placeOf(ctx, values.unitId)), ...(await nameOf(ctx, values.headPersonId ?? null)) }
}

/** The same after a change of home or head. */
export async function guardHouseholdUpdate(
  ctx: Ctx,
  { row, patch }: { row: Household; patch: RowPatch<typeof households> },
): Promise<RowPatch<typeof households>> {
  return {
    ...(patch.unitId && patch.unitId !== row.unitId ? await placeOf(ctx, patch.unitId) : {}),
    ...(patch.headPersonId !== undefined && patch.headPersonId !== row.headPersonId ? await nameOf(ctx, patch.headPersonId) : {}),
  }
}

/** A member stands where the household stands; nobody is a member twice, and a household has one head. */
export async function guardMemberCreate(
  ctx: Ctx,
  { values }: { values: NewRow<typeof householdMembers> },
): Promise<Refusal | RowPatch<typeof householdMembers> | void> {
  if (presentBatch()) return undefined
  const all = ctx.elevated()
  const { householdId, personId, relation } = values
  const household = await all.rows(households).lock(householdId)
  if (household.endedAt) return reason('household.ended', undefined, 'householdId')
  const person = await all.rows(people).get(personId)
  if (person.mergedInto) return reason('person.merged', undefined, 'personId')
  const twin = await all.rows(householdMembers).first({ householdId, personId, to_empty: true })
  if (twin) return reason('member.already', undefined, 'personId')
  if (relation === 'head') {
    const head = await all.rows(householdMembers).first({ householdId, relation: 'head', to_empty: true })
    if (head) return reason('member.head_taken', undefined, 'relation')
  }
  return { communityId: household.communityId, gridId: household.gridId, from: values.from ?? ctx.today }
}

/** A household keeps one head when a relation is corrected. */
export async function guardMemberUpdate(
  ctx: Ctx,
  { row, patch }: { row: Member; patch: RowPatch<typeof householdMembers> },
): Promise<Refusal | void> {
  if (patch.relation !== 'head' || row.relation === 'head') return undefined
  const head = await ctx.elevated().rows(householdMembers).first({ householdId: row.householdId, relation: 'head', to_empty: true })
  return head && head.id !== row.id ? reason('member.head_taken', undefined, 'relation') : undefined
}

async function placeOf(ctx: Ctx, unitId: string): Promise<RowPatch<typeof households>> {
  const { communityId, gridId, estateId, fullName, kind, id } = await ctx.elevated().rows(units).get(unitId)
  return { communityId, gridId, estateId: kind === 'estate' ? id : estateId, address: fullName }
}

async function nameOf(ctx: Ctx, headPersonId: string | null): Promise<RowPatch<typeof households>> {
  if (!headPersonId) return { name: '（未定户主）' }
  const { name } = await ctx.elevated().rows(people).get(headPersonId)
  return { name: `${name}户` }
}
