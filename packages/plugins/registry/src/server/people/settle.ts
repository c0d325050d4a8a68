import type { ResidenceKind } from '@linli/core/person'
import { sql } from 'kysely'
import { people } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { byRule, presentBatch } from '../hand.ts'
import { offerDuplicates } from '../merge/offer-duplicates.ts'

/** Writes beside the person's name where she lives now, and moves her with her tags to that place's community and grid. */
export async function settle(ctx: Ctx, personId: string): Promise<void> {
  const all = ctx.elevated()
  const person = await all.rows(people).get(personId)
  const home = await presentHome(all, personId)
  const homeId = home?.unitId ?? null
  const next = {
    homeId,
    estateId: home?.estateId ?? null,
    address: home?.fullName ?? null,
    residenceKind: home?.kind ?? null,
    // Whoever left keeps her last community, so that the record stays with those who know it.
    communityId: home?.communityId ?? person.communityId,
    gridId: home ? home.gridId : person.gridId,
  }
  if ((Object.keys(next) as (keyof typeof next)[]).every((key) => next[key] === person[key])) return
  await byRule(() => all.rows(people).update(personId, next))
  if (person.homeId !== homeId && !presentBatch()) await offerDuplicates(ctx, [personId])
}

interface Home {
  unitId: string
  estateId: string | null
  fullName: string
  kind: ResidenceKind
  communityId: string | null
  gridId: string | null
}

/** Where she lives; a mere registration counts when she lives nowhere else here. */
async function presentHome(all: Ctx, personId: string): Promise<Home | undefined> {
  const { rows } = await sql<Home>`
    select u.id as "unitId", case when u.kind = 'estate' then u.id else u.estate_id end as "estateId", u.full_name as "fullName", r.kind,
           u.community_id as "communityId", u.grid_id as "gridId"
    from registry_residences r join registry_units u on u.street_id = r.street_id and u.id = r.unit_id
    where r.street_id = ${all.street.code} and r.person_id = ${personId} and (r."to" is null or r."to" > ${all.today}) and (r."from" is null or r."from" <= ${all.today})
    order by (r.kind = 'separated'), r."from" desc nulls last, r.id desc limit 1`.execute(all.db)
  return rows[0]
}
