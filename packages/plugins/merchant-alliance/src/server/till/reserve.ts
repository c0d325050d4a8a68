import { randomBytes } from 'node:crypto'
import { computeDiscount } from '@linli/core/eligibility'
import type { ActionInput, Row } from '@linli/kit'
import type { reserve, Reservation } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { cards, offers, redemptions } from '../../resources/index.ts'
import { receiptNumber } from '../../rules/numbers.ts'
import { offerTermsOf } from '../../rules/offer-terms.ts'
import { readTicket, ticketCard } from '../../rules/ticket.ts'
import { cardSigner } from '../card-secret.ts'
import type { Ctx } from '../context.ts'
import { releaseStale, released } from './release.ts'
import { tillMerchant } from './till-merchant.ts'
import { decide } from './usable-offers.ts'
import { freeSlots } from './usage.ts'

/** Computes the discount and holds the places of the limits. Everything is decided after the offer's row is locked (M1). */
export async function handleReserve(ctx: Ctx, input: ActionInput<typeof reserve>): Promise<Reservation> {
  const merchant = await tillMerchant(ctx)
  const all = ctx.elevated()
  const offer = await all.rows(offers).lock(input.offerId)
  if (offer.merchantId !== merchant.id) ctx.refuse(reason('till.foreign_offer'), 403)

  const again = await all.rows(redemptions).first({ merchantId: merchant.id, idempotencyKey: input.key })
  if (again) return reservationOf(ctx, again)

  const card = await all.rows(cards).first({ number: ticketCard(input.ticket) ?? '' })
  if (!card) return ctx.refuse(reason('till.unreadable'))
  const { sign } = await cardSigner(ctx, card.id)
  const channel = readTicket(input.ticket, merchant.id, ctx.now, sign)
  if (!channel.ok) return ctx.refuse(channel.refusal)

  await releaseStale(ctx, offer.id)
  const former = await all.rows(redemptions).first({ offerId: offer.id, ticket: input.ticket, status: 'reserved' })
  if (former) await released(ctx, former.id)

  const verdict = await decide(ctx, { merchant, card, offer, bill: input.bill })
  if (!verdict.allowed) return ctx.refuse(verdict.refusal)
  const { quote } = verdict
  const row = await all.rows(redemptions).create({
    receipt: receiptNumber(ctx.today, randomBytes(6)),
    day: ctx.today,
    merchantId: merchant.id,
    offerId: offer.id,
    cardId: card.id,
    personId: card.personId,
    bill: quote.billFen,
    discount: quote.discountFen,
    payable: quote.payableFen,
    gift: quote.giftFen,
    channel: channel.value,
    ownShop: verdict.flags.length > 0 ? 'yes' : 'no',
    idempotencyKey: input.key,
    ticket: input.ticket,
    ...(await freeSlots(ctx, offer, card.personId)),
    communityId: merchant.communityId,
  })
  return reservationOf(ctx, row)
}

/** A held use as the till shows it. */
export async function reservationOf(ctx: Ctx, row: Row<typeof redemptions>): Promise<Reservation> {
  const offer = await ctx.elevated().rows(offers).get(row.offerId)
  const quote = computeDiscount(offerTermsOf(offer), row.bill)
  return {
    redemptionId: row.id,
    bill: row.bill,
    discount: row.discount,
    payable: row.payable,
    text: quote.ok ? quote.value.zh : '',
    expiresAt: new Date(Date.parse(row.statusSince) + ctx.settings.reserveSeconds * 1000).toISOString(),
  }
}
