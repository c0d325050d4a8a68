import type { Row } from '@linli/kit'
import { sql } from 'kysely'
import { personCreated, personMoved, personUpdated } from '../../events.ts'
import { people, PROPOSABLE_FIELDS } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { presentBatch } from '../hand.ts'
import { offerDuplicates } from '../merge/offer-duplicates.ts'
import { rederive } from '../tags/rederive.ts'

type Person = Row<typeof people>
interface Change {
  readonly before: Person | null
  readonly after: Person
}

/** Facts on which a rule tag rests. */
const TAG_FACTS = ['birthDate', 'deceasedAt', 'maritalStatus', 'childrenLiving', 'mergedInto'] as const
/** Facts by which records of one person are recognised. */
const IDENTITY_FACTS = ['name', 'birthDate', 'phone', 'homeId'] as const

/** Tells of a new person, tags her by rule and looks for her other records. */
export async function afterPersonCreate(ctx: Ctx, { after }: Change): Promise<void> {
  const { id, communityId, source } = after
  await ctx.emit(personCreated, { resource: people, id, communityId }, { personId: id, source: source ?? 'counter' })
  await followUp(ctx, id, true, true)
}

/** Tells of changed facts and derives again what rests on them. */
export async function afterPersonUpdate(ctx: Ctx, { before, after }: Change): Promise<void> {
  if (!before) return
  const { id, communityId } = after
  const changed = (field: keyof Person): boolean => before[field] !== after[field]
  const fields = Object.keys(PROPOSABLE_FIELDS).filter((field) => changed(field as keyof Person))
  if (fields.length > 0) await ctx.emit(personUpdated, { resource: people, id, communityId }, { personId: id, fields: fields.join() })
  if (before.communityId !== communityId || before.gridId !== after.gridId) await moveTags(ctx, after)
  await tellMove(ctx, before, after)
  await followUp(ctx, id, TAG_FACTS.some(changed), IDENTITY_FACTS.some(changed))
}

async function followUp(ctx: Ctx, id: string, tags: boolean, identity: boolean): Promise<void> {
  const batch = presentBatch()
  if (batch) {
    if (tags || identity) batch.people.add(id)
    return
  }
  if (tags) await rederive(ctx, [id, ...(await housemates(ctx, id))])
  if (identity) await offerDuplicates(ctx, [id])
}

/** Tells that she lives elsewhere, or that another community is responsible for her although no home of hers was known. */
async function tellMove(ctx: Ctx, before: Person, { id, homeId, communityId }: Person): Promise<void> {
  const hasLeftHome = before.homeId !== null && before.homeId !== homeId
  if (!hasLeftHome && before.communityId === communityId) return
  await ctx.emit(personMoved, { resource: people, id, communityId }, { personId: id, fromUnitId: before.homeId, toUnitId: homeId })
}

/** Tags stand where their person stands, so that whoever is responsible for her sees them. */
async function moveTags(ctx: Ctx, { id, communityId, gridId }: Person): Promise<void> {
  await sql`update registry_person_tags set community_id = ${communityId}, grid_id = ${gridId}, version = version + 1, updated_at = ${ctx.now}
    where street_id = ${ctx.street.code} and person_id = ${id} and status = 'active'`.execute(ctx.db)
}

/** The others in her households: whether she lives or grows old with them decides their tags too. */
async function housemates(ctx: Ctx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.person_id as id from registry_household_members me
    join registry_household_members o on o.street_id = me.street_id and o.household_id = me.household_id and o."to" is null
    where me.street_id = ${ctx.street.code} and me.person_id = ${personId} and me."to" is null and o.person_id <> ${personId}`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}
