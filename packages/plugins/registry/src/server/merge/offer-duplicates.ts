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
  const present = sql`from registry_people x where x.street_id = ${street} and x.merged_into is null`
  const { rows: own } = await sql<FactsRow>`select ${columns} ${present} and x.id = any(${[...ids]}::uuid[])`.execute(all.db)
  const births = [...new Set(own.flatMap(({ birth }) => birth ?? []))]
  const phones = [...new Set(own.flatMap(({ phoneHash }) => phoneHash ?? []))]
  const { rows: near } = await sql<FactsRow>`select ${columns} ${present} and x.birth_date = any(${births}::date[])
    union select ${columns} ${present} and x.phone_hash = any(${phones}::text[])`.execute(all.db)
  const byName = Map.groupBy(near, ({ name }) => name)
  const seen = new Set<string>()
  let offered = 0
  for (const person of own) {
    const others = (byName.get(person.name) ?? []).filter(({ id }) => id !== person.id)
    for (const match of findDuplicates(factsOf(person), others.map(factsOf))) {
      const other = others.find(({ id }) => id === match.personId)
      const pair = [person.id, match.personId].toSorted().join()
      if (!other || match.by === 'none' || seen.has(pair)) continue
      seen.add(pair)
      if (await offer(all, person, other, match.by, match.zh)) offered++
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
