import { randomBytes } from 'node:crypto'
import { describeOffer, parseCardToken, verifyCardCode } from '@linli/core/eligibility'
import type { Refusal } from '@linli/core/refusal'
import type { ActionInput, Row } from '@linli/kit'
import type { checkCard, TillCard } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { attempts, cards, type merchants } from '../../resources/index.ts'
import { offerTermsOf } from '../../rules/offer-terms.ts'
import { type Channel, issueTicket } from '../../rules/ticket.ts'
import { cardSigner, lastStep } from '../card-secret.ts'
import type { Ctx } from '../context.ts'
import { usableOffers } from './usable-offers.ts'
import { tillMerchant } from './till-merchant.ts'

const HOUR = 3_600_000

/**
 * Recognises a card and says what it can be used for here.
 * A card that is not recognised is an answer and no refusal: a refusal would roll back the count of failed tries.
 */
export async function handleCheckCard(ctx: Ctx, input: ActionInput<typeof checkCard>): Promise<TillCard> {
  const merchant = await tillMerchant(ctx)
  const all = ctx.elevated()
  const since = new Date(Date.parse(ctx.now) - HOUR).toISOString()
  const failed = await all.rows(attempts).count({ merchantId: merchant.id, createdAt_gte: since })
  if (failed >= ctx.settings.numberTries) ctx.refuse(reason('till.too_many_tries', { minutes: 60 }), 429)
  if (!input.token && !input.number) ctx.refuse(reason('till.card_needed', undefined, 'token'), 400)

  const found = input.token ? await byCode(ctx, input.token) : await byNumber(ctx, input.number ?? '')
  if ('refusal' in found) {
    await all.rows(attempts).create({ merchantId: merchant.id, code: found.refusal.code, communityId: merchant.communityId })
    return { usable: false, message: found.refusal.zh, ticket: null, offers: [] }
  }
  return answer(ctx, merchant, found.card, found.channel)
}

type Found = { readonly card: Row<typeof cards>; readonly channel: Channel } | { readonly refusal: Refusal }

async function byCode(ctx: Ctx, text: string): Promise<Found> {
  const token = parseCardToken(text)
  if (!token.ok) return { refusal: token.refusal }
  const rows = ctx.elevated().rows(cards)
  const seen = await rows.first({ number: token.value.cardNo })
  if (!seen) return { refusal: reason('till.unreadable') }
  const card = await rows.lock(seen.id)
  const { mac } = await cardSigner(ctx, card.id)
  const step = verifyCardCode({ code: token.value.code, at: ctx.now, mac, lastStep: await lastStep(ctx, card.id) })
  if (!step.ok) return { refusal: step.refusal }
  await rows.update(card.id, { lastStep: step.value })
  return { card, channel: 'code' }
}

async function byNumber(ctx: Ctx, number: string): Promise<Found> {
  const card = await ctx.elevated().rows(cards).first({ number: number.trim().toUpperCase() })
  return card ? { card, channel: 'number' } : { refusal: reason('till.unreadable') }
}

async function answer(ctx: Ctx, merchant: Row<typeof merchants>, card: Row<typeof cards>, channel: Channel): Promise<TillCard> {
  const usable = await usableOffers(ctx, merchant, card)
  if ('refusal' in usable) return { usable: false, message: usable.refusal.zh, ticket: null, offers: [] }
  const { sign } = await cardSigner(ctx, card.id)
  return {
    usable: true,
    message: '可享受',
    ticket: issueTicket(card.number ?? '', channel, merchant.id, ctx.now, sign, randomBytes(4).toString('hex')),
    offers: usable.offers.map((offer) => ({ id: offer.id, title: offer.title, text: describeOffer(offerTermsOf(offer)) })),
  }
}
