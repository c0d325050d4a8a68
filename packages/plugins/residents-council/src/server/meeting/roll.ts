import type { BaseCandidate } from '@linli/core/voting'
import type { Row } from '@linli/kit'
import { sql } from 'kysely'
import type { councils, MeetingRoll } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { membersOn } from '../recount.ts'
import { knownPeople } from '../known-people.ts'

/** Who is on a body's roll today. Members of a standing body; for the residents' meeting the registry itself (§ base of the rule). */
export async function rollOf(ctx: Ctx, council: Row<typeof councils>, base: string): Promise<MeetingRoll> {
  const sitting = await membersOn(ctx, council.id, ctx.today)
  if (council.kind === 'residents' && sitting.length === 0) return { takenOn: ctx.today, members: await residentsOf(ctx, council, base) }
  const members: MeetingRoll['members'] = []
  const known = await knownPeople(
    ctx,
    sitting.map(({ personId }) => personId),
  )
  for (const { personId, voting, representative } of sitting) {
    const person = known.get(personId)
    if (!person || person.deceasedAt || person.mergedInto) continue
    members.push({ id: personId, voting: voting === 'yes', woman: person.sex === 'female', representative: representative === 'yes' })
  }
  return { takenOn: ctx.today, members }
}

/** The residents of the body's community or estate: each adult, or each household by its head. */
export async function residentsOf(
  ctx: Ctx,
  { communityId, estateId }: Pick<Row<typeof councils>, 'communityId' | 'estateId'>,
  base: string,
): Promise<MeetingRoll['members']> {
  const adults = sql<{ id: string; woman: boolean }>`
    select p.id, coalesce(p.sex = 'female', false) as woman from registry_people p
    where p.street_id = ${ctx.street.code} and p.community_id = ${communityId} and (${estateId}::uuid is null or p.estate_id = ${estateId}::uuid)
      and p.deceased_at is null and p.merged_into is null and p.birth_date <= (${ctx.today}::date - interval '18 years')
    order by p.id`
  const heads = sql<{ id: string; woman: boolean }>`
    select p.id, coalesce(p.sex = 'female', false) as woman from registry_households h
    join registry_people p on p.street_id = h.street_id and p.id = h.head_person_id
    where h.street_id = ${ctx.street.code} and h.community_id = ${communityId} and (${estateId}::uuid is null or h.estate_id = ${estateId}::uuid)
      and h.ended_at is null and p.deceased_at is null and p.merged_into is null
    order by p.id`
  const { rows } = await (base === 'adults18' ? adults : heads).execute(ctx.db)
  return rows.map(({ id, woman }) => ({ id, woman }))
}

/** A meeting's roll as candidates of a vote by a rule; the registry's facts decide who may be frozen onto it. */
export async function candidatesOf(ctx: Ctx, roll: MeetingRoll): Promise<readonly BaseCandidate[]> {
  const { rows } = await sql<{ id: string; born: string | null; died: string | null }>`
    select id, birth_date as born, deceased_at as died from registry_people
    where street_id = ${ctx.street.code} and id = any(${roll.members.map(({ id }) => id)}::uuid[])`.execute(ctx.db)
  const facts = new Map(rows.map((row) => [row.id, row]))
  return roll.members.map((member) => {
    const { born, died } = facts.get(member.id) ?? {}
    return {
      id: member.id,
      ...(born ? { bornOn: born } : {}),
      // Somebody who died after the roll was taken stays in its number; they are listed as having left.
      ...(died && died <= roll.takenOn ? { deceasedOn: died } : {}),
      ...(member.voting === false ? { voting: false } : {}),
      ...(member.woman ? { woman: true } : {}),
      ...(member.representative ? { representative: true } : {}),
    }
  })
}
