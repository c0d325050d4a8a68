import type { HouseholdMember, HouseholdRelation, PersonFacts } from '@linli/core/person'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/** What the tag rules need of a person, and which tags she carries. */
export interface TaggedPerson {
  readonly facts: PersonFacts
  readonly merged: boolean
  readonly communityId: string | null
  readonly gridId: string | null
  /** Active tags: all kinds. */
  readonly tags: readonly HeldTag[]
}

export interface HeldTag {
  readonly id: string
  readonly tag: string
  readonly basis: string
  readonly label: string
  readonly createdAt: string
}

interface PersonRow {
  id: string
  birth: string | null
  deceased: string | null
  marital: string | null
  children: number | null
  merged: string | null
  communityId: string | null
  gridId: string | null
}

interface MemberRow {
  personId: string
  householdId: string
  otherId: string
  relation: HouseholdRelation
  livesHere: boolean
  ownLivesHere: boolean
  birth: string | null
  deceased: string | null
}

/** Reads the facts of many people in three queries. */
export async function tagFacts(ctx: Ctx, ids: readonly string[]): Promise<Map<string, TaggedPerson>> {
  const street = ctx.street.code
  const list = [...ids]
  const [people, members, tags] = [
    await sql<PersonRow>`
      select id, birth_date as birth, deceased_at as deceased, marital_status as marital, children_living as children,
             merged_into as merged, community_id as "communityId", grid_id as "gridId"
      from registry_people where street_id = ${street} and id = any(${list}::uuid[])`.execute(ctx.db),
    await sql<MemberRow>`
      select me.person_id as "personId", me.household_id as "householdId", me.lives_here as "ownLivesHere",
             o.person_id as "otherId", o.relation, o.lives_here as "livesHere", p.birth_date as birth, p.deceased_at as deceased
      from registry_household_members me
      join registry_household_members o on o.street_id = me.street_id and o.household_id = me.household_id and o."to" is null
      join registry_people p on p.street_id = o.street_id and p.id = o.person_id
      where me.street_id = ${street} and me.person_id = any(${list}::uuid[]) and me."to" is null`.execute(ctx.db),
    await sql<HeldTag & { personId: string }>`
      select id, person_id as "personId", tag, basis, label, created_at as "createdAt"
      from registry_person_tags where street_id = ${street} and person_id = any(${list}::uuid[]) and status = 'active'`.execute(ctx.db),
  ]
  const held = groupBy(tags.rows, ({ personId }) => personId)
  const homes = groupBy(members.rows, ({ personId }) => personId)
  return new Map(
    people.rows.map((person) => [
      person.id,
      {
        facts: factsOf(person, homes.get(person.id) ?? []),
        merged: person.merged !== null,
        communityId: person.communityId,
        gridId: person.gridId,
        tags: held.get(person.id) ?? [],
      },
    ]),
  )
}

function factsOf(person: PersonRow, rows: readonly MemberRow[]): PersonFacts {
  const household = householdOf(rows)
  return {
    personId: person.id,
    birth: person.birth ?? undefined,
    deceasedOn: person.deceased ?? undefined,
    household,
    hasSpouse: person.marital === null ? household && hasSpouseIn(person.id, household) : person.marital === 'married',
    childrenLiving: person.children ?? undefined,
  }
}

/** The household in which she lives; one in which she is only registered counts when there is no other. */
function householdOf(rows: readonly MemberRow[]): readonly HouseholdMember[] | undefined {
  const chosen = rows.find((row) => row.ownLivesHere) ?? rows[0]
  if (!chosen) return undefined
  return rows
    .filter(({ householdId }) => householdId === chosen.householdId)
    .map((row) => ({
      personId: row.otherId,
      relation: row.relation,
      birth: row.birth ?? undefined,
      livesHere: row.livesHere,
      deceasedOn: row.deceased ?? undefined,
    }))
}

/** Head and spouse of a household are each other's; of anybody else the household does not tell. */
function hasSpouseIn(personId: string, household: readonly HouseholdMember[]): true | undefined {
  const own = household.find((member) => member.personId === personId)?.relation
  const wanted = own === 'head' ? 'spouse' : own === 'spouse' ? 'head' : undefined
  return wanted !== undefined && household.some((member) => member.relation === wanted && member.deceasedOn === undefined)
    ? true
    : undefined
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
