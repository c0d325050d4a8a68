import { findDuplicates, type MatchFacts } from '@linli/core/person'
import { sql } from 'kysely'
import { duplicates } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

interface FactsRow {
  id: string
  name: string
  birth: string | null
  idHash: string | null
  phoneHash: string | null
  placeId: string | null
  communityId: string | null
  gridId: string | null
}

/**
 * Compares people with all who could be the same (same number, same name and birth date, same name and telephone) and offers each likely
 * pair once. A pair that was decided is not asked about again.
 */
export async function offerDuplicates(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const all = ctx.elevated()
  const street = all.street.code
  const columns = sql`x.id, x.name, x.birth_date as birth, x.id_number_hash as "idHash", x.phone_hash as "phoneHash",
    x.home_id as "placeId", x.community_id as "communityId", x.grid_id as "gridId"`
  const own = await sql<FactsRow>`select ${columns} from registry_people x
    where x.street_id = ${street} and x.id = any(${[...ids]}::uuid[]) and x.merged_into is null`.execute(all.db)
  const others = await sql<FactsRow & { ofId: string }>`
    select me.id as "ofId", ${columns} from registry_people me join registry_people x on x.street_id = me.street_id
      and x.birth_date = me.birth_date and x.name = me.name and x.id <> me.id and x.merged_into is null
    where me.street_id = ${street} and me.id = any(${[...ids]}::uuid[]) and me.merged_into is null
    union
    select me.id as "ofId", ${columns} from registry_people me join registry_people x on x.street_id = me.street_id
      and x.phone_hash = me.phone_hash and x.name = me.name and x.id <> me.id and x.merged_into is null
    where me.street_id = ${street} and me.id = any(${[...ids]}::uuid[]) and me.merged_into is null`.execute(all.db)
  let offered = 0
  for (const person of own.rows) {
    const near = others.rows.filter(({ ofId }) => ofId === person.id)
    for (const match of findDuplicates(factsOf(person), near.map(factsOf))) {
      const other = near.find(({ id }) => id === match.personId)
      if (other && match.by !== 'none' && (await offer(all, person, other, match.by, match.zh))) offered++
    }
  }
  return offered
}

async function offer(
  all: Ctx,
  one: FactsRow,
  other: FactsRow,
  why: 'id' | 'name_birth_place' | 'phone',
  reasonText: string,
): Promise<boolean> {
  const [personAId = '', personBId = ''] = [one.id, other.id].toSorted()
  if (await all.rows(duplicates).first({ personAId, personBId })) return false
  // A pair of two communities is the street's to decide: neither community may see the other's record.
  const communityId = one.communityId === other.communityId ? one.communityId : null
  const gridId = communityId !== null && one.gridId === other.gridId ? one.gridId : null
  await all.rows(duplicates).create({ personAId, personBId, reason: why, reasonText, communityId, gridId })
  return true
}

function factsOf({ id, name, birth, idHash, phoneHash, placeId }: FactsRow): MatchFacts {
  return {
    personId: id,
    name,
    birth: birth ?? undefined,
    idHash: idHash ?? undefined,
    phoneHash: phoneHash ?? undefined,
    placeId: placeId ?? undefined,
  }
}
