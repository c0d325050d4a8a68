import { type OfferUsage, periodWindow } from '@linli/core/eligibility'
import type { Row } from '@linli/kit'
import { sql } from 'kysely'
import { type offers } from '../../resources/index.ts'
import { offerTermsOf } from '../../rules/offer-terms.ts'
import type { Ctx } from '../context.ts'

type Offer = Row<typeof offers>

/** How often an offer is used by now, a person's uses within the running period. What is held for two minutes counts. */
export async function usageOf(ctx: Ctx, offer: Offer, personId: string): Promise<OfferUsage> {
  const window = periodWindow(offerTermsOf(offer).perPersonLimit?.period ?? 'total', ctx.today)
  const found = await sql<{ total: number; person: number }>`
    select count(*) as total,
           count(*) filter (where person_id = ${personId} and day between ${window?.from ?? '0001-01-01'} and ${window?.to ?? '9999-12-31'}) as person
    from merchants_redemptions
    where street_id = ${ctx.street.code} and offer_id = ${offer.id} and ${living(ctx)}
  `.execute(ctx.db)
  return { total: found.rows[0]?.total ?? 0, byPerson: found.rows[0]?.person ?? 0 }
}

/** The places of the limits that a use takes: the lowest free number of the offer and of the person's period. */
export interface Slots {
  readonly totalSlot: number | null
  readonly personSlot: number | null
  readonly periodKey: string | null
}

/**
 * Finds free places under the offer's lock. Two uses with the same place are refused by the unique keys of the table,
 * so that the limits hold even if a future caller forgets the lock.
 */
export async function freeSlots(ctx: Ctx, offer: Offer, personId: string): Promise<Slots> {
  const period = offer.personLimit ? (offer.personPeriod ?? 'total') : null
  const periodKey = period ? (periodWindow(period, ctx.today)?.from ?? 'total') : null
  const total = offer.totalLimit
    ? await sql<{ n: number | null }>`
        select min(n) as n from generate_series(1, ${offer.totalLimit}::int) n
        where not exists (
          select from merchants_redemptions r where r.street_id = ${ctx.street.code} and r.offer_id = ${offer.id} and r.total_slot = n
        )
      `.execute(ctx.db)
    : null
  const person =
    periodKey && offer.personLimit
      ? await sql<{ n: number | null }>`
          select min(n) as n from generate_series(1, ${offer.personLimit}::int) n
          where not exists (
            select from merchants_redemptions r
            where r.street_id = ${ctx.street.code} and r.offer_id = ${offer.id} and r.person_id = ${personId}
              and r.period_key = ${periodKey} and r.person_slot = n
          )
        `.execute(ctx.db)
      : null
  return { totalSlot: total?.rows[0]?.n ?? null, personSlot: person?.rows[0]?.n ?? null, periodKey }
}

function living(ctx: Ctx): ReturnType<typeof sql<boolean>> {
  const since = new Date(Date.parse(ctx.now) - ctx.settings.reserveSeconds * 1000).toISOString()
  return sql<boolean>`(status = 'confirmed' or (status = 'reserved' and status_since > ${since}))`
}
