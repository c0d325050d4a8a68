import { decideRedemption, type RedemptionVerdict } from '@linli/core/eligibility'
import { MAX_FEN } from '@linli/core/money'
import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import { type cards, entitlementRules, type merchants, offers } from '../../resources/index.ts'
import { entitlementOf } from '../../rules/entitlement.ts'
import { offerTermsOf } from '../../rules/offer-terms.ts'
import { papersEnded } from '../../rules/papers.ts'
import type { Ctx } from '../context.ts'
import { holderFacts } from '../holder-facts.ts'
import { reason } from '../../reasons.ts'
import { ownsShop } from './own-shop.ts'
import { usageOf } from './usage.ts'

type Card = Row<typeof cards>
type Merchant = Row<typeof merchants>
type Offer = Row<typeof offers>

/** The offers of a shop that a card can be used for now, or the neutral reason why there is none. */
export async function usableOffers(
  ctx: Ctx,
  merchant: Merchant,
  card: Card,
): Promise<{ readonly offers: readonly Offer[] } | { readonly refusal: Refusal }> {
  const page = await ctx
    .elevated()
    .rows(offers)
    .list({ filter: { merchantId: merchant.id, status: 'published' }, limit: 100, total: 'none' })
  const usable: Offer[] = []
  let first: Refusal | undefined
  for (const offer of page.rows) {
    const verdict = await decide(ctx, { merchant, card, offer, bill: MAX_FEN })
    if (verdict.allowed) usable.push(offer)
    else first ??= verdict.refusal
  }
  if (usable.length > 0) return { offers: usable }
  return { refusal: first ?? reason('till.no_offer') }
}

/** What is asked at a till. */
export interface TillRequest {
  readonly merchant: Merchant
  readonly card: Card
  readonly offer: Offer
  /** Fen. */
  readonly bill: number
}

/** Decides one use with everything read in this transaction; the offer's row must be locked before the use is recorded. */
export async function decide(ctx: Ctx, { merchant, card, offer, bill }: TillRequest): Promise<RedemptionVerdict> {
  const terms = offerTermsOf(offer)
  const rule = await ctx.elevated().rows(entitlementRules).get(offer.ruleId)
  return decideRedemption({
    terms,
    offerPublished: offer.status === 'published',
    merchantActive: merchant.status === 'active' && papersEnded(merchant, ctx.today).length === 0,
    cardActive: card.status === 'active',
    rule: entitlementOf(rule),
    facts: await holderFacts(ctx, card.personId),
    usage: await usageOf(ctx, offer, card.personId),
    billFen: bill,
    on: ctx.today,
    holderOfMerchant: await ownsShop(ctx, merchant, card.personId),
  })
}
