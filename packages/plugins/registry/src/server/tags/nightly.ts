import { addDays } from '@linli/core/date'
import { inOneTransaction, type LongWork } from '@linli/store'
import { sql, type RawBuilder } from 'kysely'
import { householdTags, personTags } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { byRule } from '../hand.ts'
import { refreshOpenTags } from './open-tags.ts'
import { rederive, type Rederived } from './rederive.ts'

const BATCH = 500

/** Ends what ran out, and derives the tags of everybody whom an age rule can touch: the nightly job, because birthdays come without anybody typing. */
export async function nightly(ctx: Ctx): Promise<void> {
  await endExpired(ctx)
  await rederiveEverybody(inOneTransaction(ctx), () => sql`true`)
}

/** Derives again for all old people and all who carry a rule tag, within a condition on `registry_people p`, a batch at a time. */
export async function rederiveEverybody(
  work: LongWork<Ctx>,
  within: (ctx: Ctx) => RawBuilder<unknown>,
): Promise<Rederived & { readonly people: number }> {
  const ids = await work.read((ctx) => whomRulesTouch(ctx, within(ctx)))
  let begun = 0
  let ended = 0
  for (let start = 0; start < ids.length; start += BATCH) {
    const part = await work.run((ctx) => rederive(ctx, ids.slice(start, start + BATCH)))
    begun += part.begun
    ended += part.ended
    await work.progress(Math.min(start + BATCH, ids.length), ids.length)
  }
  return { people: ids.length, begun, ended }
}

async function whomRulesTouch(ctx: Ctx, where: RawBuilder<unknown>): Promise<string[]> {
  const youngest = addDays(`${Number(ctx.today.slice(0, 4)) - ctx.settings.elderFrom}${ctx.today.slice(4)}`.replace('-02-29', '-03-01'), 1)
  const { rows } = await sql<{ id: string }>`
    select p.id from registry_people p
    where p.street_id = ${ctx.street.code} and ${where} and (
      (p.birth_date <= ${youngest} and p.deceased_at is null and p.merged_into is null)
      or exists (select from registry_person_tags t
        where t.street_id = p.street_id and t.person_id = p.id and t.status = 'active' and t.basis = 'rule'))
    order by p.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

async function endExpired(ctx: Ctx): Promise<void> {
  const all = ctx.elevated()
  const yesterday = addDays(ctx.today, -1)
  await byRule(async () => {
    for await (const row of all.rows(householdTags).each({ filter: { status: 'active', to_lte: yesterday } })) {
      await all.rows(householdTags).step(row.id, 'end', { to: row.to, endReason: '已到期' })
    }
    const ended = new Set<string>()
    for await (const row of all.rows(personTags).each({ filter: { status: 'active', to_lte: yesterday } })) {
      await all.rows(personTags).step(row.id, 'end', { to: row.to, endReason: '已到期' })
      ended.add(row.personId)
    }
    if (ended.size > 0) await refreshOpenTags(all, [...ended])
  })
}
