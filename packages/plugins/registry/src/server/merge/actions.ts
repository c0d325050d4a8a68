import type { LongWork } from '@linli/store'
import { sql } from 'kysely'
import { people } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { mergePeople } from './merge-people.ts'
import { offerDuplicates } from './offer-duplicates.ts'

/** Merges another record into the one whose page is open. */
export async function mergeOnto(
  ctx: Ctx,
  { id, otherId, reason }: { id: string; otherId: string; reason: string },
): Promise<{ mergeId: string; moved: number }> {
  const merge = await mergePeople(ctx, id, otherId, reason)
  return { mergeId: merge.id, moved: Number(merge.movedCount ?? 0) }
}

const BATCH = 200

/** Looks through everybody in reach, a batch at a time. Only names that stand twice are compared. */
export async function searchDuplicates(work: LongWork<Ctx>): Promise<{ pairs: number }> {
  const ids = await work.read(sameNames)
  let pairs = 0
  for (let start = 0; start < ids.length; start += BATCH) {
    pairs += await work.run((ctx) => offerDuplicates(ctx, ids.slice(start, start + BATCH)))
    await work.progress(Math.min(start + BATCH, ids.length), ids.length)
  }
  return { pairs }
}

async function sameNames(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from registry_people p where ${ctx.scoped(people, 'p')} and p.merged_into is null
      and (exists (select from registry_people x where x.street_id = p.street_id and x.birth_date = p.birth_date and x.name = p.name
          and x.id <> p.id and x.merged_into is null)
        or exists (select from registry_people x where x.street_id = p.street_id and x.phone_hash = p.phone_hash and x.name = p.name
          and x.id <> p.id and x.merged_into is null)) order by p.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
