import type { LocalDate } from '../date/index.ts'
import type { Fen } from '../money/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import { computeDiscount, type DiscountQuote } from './discount.ts'
import { checkEntitlement, type EntitlementFacts, type EntitlementRule } from './entitlement.ts'
import type { OfferTerms } from './offer.ts'
import { checkOfferDay, checkUsage, type OfferUsage } from './usage.ts'

/** Everything that decides one use of an offer. The counts must be read inside the transaction that records the use. */
export interface RedemptionRequest {
  readonly terms: OfferTerms
  readonly offerPublished: boolean
  readonly merchantActive: boolean
  readonly cardActive: boolean
  readonly rule: EntitlementRule
  readonly facts: EntitlementFacts
  readonly usage: OfferUsage
  readonly billFen: Fen
  readonly on: LocalDate
  /** The card's holder runs or works for this merchant: allowed, but flagged for a look. */
  readonly holderOfMerchant?: boolean
}

/** `refusal` may be shown to the merchant; `internal` may not. */
export type RedemptionVerdict =
  | { readonly allowed: true; readonly quote: DiscountQuote; readonly flags: readonly Refusal[]; readonly internal: readonly Refusal[] }
  | { readonly allowed: false; readonly refusal: Refusal; readonly internal: readonly Refusal[] }

const reason = defineReasons({
  'redemption.merchant_inactive': { zh: '商户目前不在联盟中，不能核销', en: 'The merchant is not active in the alliance' },
  'redemption.offer_not_published': { zh: '这项优惠目前没有发布', en: 'The offer is not published' },
  'redemption.card_inactive': { zh: '此卡不可用，请持卡人联系社区', en: 'The card cannot be used; its holder may ask the community' },
  'redemption.own_merchant': { zh: '持卡人与本商户有关联，已标记备查', en: 'The holder belongs to this merchant; flagged for review' },
})

/**
 * Decides one use of an offer: merchant, offer, day, card, entitlement, limits, bill, in this order; the first that fails answers.
 * What concerns the person is answered neutrally, whichever rule failed.
 *
 * @example
 * const terms = { benefit: { kind: 'fixed', offFen: 500 }, from: '2026-01-01' }
 * const facts = { tags: [{ tag: '困难', from: '2026-01-01', to: '2026-10-31' }] }
 * const request = { terms, offerPublished: true, merchantActive: true, cardActive: true, rule: { any: ['困难'] }, facts, usage: { byPerson: 0, total: 0 }, billFen: 3000 }
 * decideRedemption({ ...request, on: '2026-10-31' }).allowed // true
 * decideRedemption({ ...request, on: '2026-11-01' }).allowed // false
 */
export function decideRedemption(request: RedemptionRequest): RedemptionVerdict {
  const { terms, on } = request
  if (!request.merchantActive) return denied(reason('redemption.merchant_inactive'))
  if (!request.offerPublished) return denied(reason('redemption.offer_not_published'))
  const day = checkOfferDay(terms, on)
  if (day) return denied(day)
  if (!request.cardActive) return denied(reason('redemption.card_inactive'))
  const entitlement = checkEntitlement(request.rule, request.facts, on)
  if (!entitlement.eligible) return { allowed: false, refusal: entitlement.refusal, internal: entitlement.internal }
  const limit = checkUsage(terms, request.usage, on)
  if (limit) return denied(limit)
  const quote = computeDiscount(terms, request.billFen)
  if (!quote.ok) return denied(quote.refusal)
  const flags = request.holderOfMerchant ? [reason('redemption.own_merchant')] : []
  return { allowed: true, quote: quote.value, flags, internal: entitlement.internal }
}

function denied(refusal: Refusal): RedemptionVerdict {
  return { allowed: false, refusal, internal: [refusal] }
}
