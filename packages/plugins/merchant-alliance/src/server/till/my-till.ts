import { addDays } from '@linli/core/date'
import { describeOffer } from '@linli/core/eligibility'
import type { ActionInput, Row } from '@linli/kit'
import type { myTill, Till } from '../../actions/index.ts'
import { merchants, offers, redemptions } from '../../resources/index.ts'
import { offerTermsOf } from '../../rules/offer-terms.ts'
import type { Ctx } from '../context.ts'
import { tillMerchant } from './till-merchant.ts'

/** The merchant's own page. */
export async function handleMyTill(ctx: Ctx, input: ActionInput<typeof myTill>): Promise<Till> {
  const merchant = await tillMerchant(ctx)
  const all = ctx.elevated()
  const since = addDays(ctx.today, 1 - (input.days ?? 7))
  const offered = await all
    .rows(offers)
    .list({ filter: { merchantId: merchant.id }, sort: ['createdAt', 'desc'], limit: 1000, total: 'none' })
  const uses = await all.rows(redemptions).list({
    filter: { merchantId: merchant.id, status: ['confirmed', 'reversed'], day_gte: since },
    sort: ['createdAt', 'desc'],
    limit: 200,
    total: 'none',
  })
  const today = uses.rows.filter((row) => row.day === ctx.today && row.status === 'confirmed')
  const titles = new Map(offered.rows.map((offer) => [offer.id, offer.title]))
  const shown: Till['offers'][number][] = []
  for (const offer of offered.rows.filter(({ status }) => status !== 'ended')) shown.push(await shownOffer(ctx, offer))
  return {
    merchant: {
      id: merchant.id,
      name: merchant.name,
      status: merchant.status,
      statusTitle: merchants.workflow?.states[merchant.status].title ?? '',
    },
    offers: shown,
    today: { count: today.length, discount: today.reduce((sum, row) => sum + row.discount, 0) },
    recent: uses.rows.map((row) => ({
      id: row.id,
      receipt: row.receipt,
      at: row.createdAt,
      offer: titles.get(row.offerId) ?? '',
      bill: row.bill,
      discount: row.discount,
      payable: row.payable,
      status: row.status,
      statusTitle: redemptions.workflow?.states[row.status].title ?? '',
      reversible: row.status === 'confirmed' && row.day === ctx.today,
    })),
  }
}

async function shownOffer(ctx: Ctx, offer: Row<typeof offers>): Promise<Till['offers'][number]> {
  const used = offer.totalLimit
    ? await ctx
        .elevated()
        .rows(redemptions)
        .count({ offerId: offer.id, status: ['confirmed', 'reserved'] })
    : 0
  return {
    id: offer.id,
    title: offer.title,
    text: describeOffer(offerTermsOf(offer)),
    status: offer.status,
    statusTitle: offers.workflow?.states[offer.status].title ?? '',
    needsSignature: !offer.signedAt,
    left: offer.totalLimit ? offer.totalLimit - used : null,
  }
}
