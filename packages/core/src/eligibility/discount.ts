import { formatFen, isFen, shareOf, yuanText, type Fen } from '../money/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { checkBenefit, type Benefit, type OfferTerms } from './offer.ts'

/** What a bill becomes. `billFen = discountFen + payableFen`, always, and none of them is negative. */
export interface DiscountQuote {
  readonly billFen: Fen
  readonly discountFen: Fen
  readonly payableFen: Fen
  /** The value of what is given on top of the bill; counted in statistics, never taken off. */
  readonly giftFen: Fen
  /** Whether the offer's cap or the bill itself held the discount back. */
  readonly capped: boolean
  /** One line for the merchant and the receipt. */
  readonly zh: string
  readonly en: string
}

const reason = defineReasons({
  'discount.bill_invalid': { zh: '请填写账单金额，应大于 0', en: 'Enter the bill; it must be positive' },
  'discount.below_minimum': {
    zh: '账单未满 {minimum} 元，还差 {missing} 元',
    en: 'The bill is below {minimum} yuan; {missing} yuan are missing',
  },
})

/**
 * Computes the discount of a bill in whole fen. The discount never exceeds the bill nor the cap.
 * Percent: the *payable* part is bill × payPercent / 100, rounded by `benefit.rounding` (default `half_up`, 四舍五入到分); the discount is the rest.
 * Refuses with `discount.bill_invalid`, `discount.below_minimum` (figures in `data`), or what is wrong with the benefit.
 *
 * @example
 * computeDiscount({ benefit: { kind: 'fixed', offFen: 500 }, minSpendFen: 3000 }, 2000).ok // false
 * const quote = computeDiscount({ benefit: { kind: 'percent', payPercent: 90 }, capFen: 2000 }, 12345)
 * quote.ok && quote.value.zh // '账单 123.45 元，优惠 12.34 元，应付 111.11 元'
 */
export function computeDiscount(terms: Pick<OfferTerms, 'benefit' | 'minSpendFen' | 'capFen'>, billFen: Fen): Result<DiscountQuote> {
  if (!isFen(billFen) || billFen <= 0) return refused(reason('discount.bill_invalid', undefined, 'bill'))
  const [wrong] = checkBenefit(terms.benefit)
  if (wrong) return refused(wrong)
  const minimum = terms.minSpendFen ?? 0
  if (billFen < minimum) {
    return refused(reason('discount.below_minimum', { minimum: formatFen(minimum), missing: formatFen(minimum - billFen) }, 'bill'))
  }
  const wished = discountOf(terms.benefit, billFen)
  const discountFen = Math.max(0, Math.min(wished, billFen, terms.capFen ?? billFen))
  const payableFen = billFen - discountFen
  const giftFen = terms.benefit.kind === 'free_item' && !terms.benefit.onBill ? terms.benefit.valueFen : 0
  const gift =
    terms.benefit.kind === 'free_item' && !terms.benefit.onBill
      ? { zh: `，赠送${terms.benefit.item}`, en: `, plus ${terms.benefit.item}` }
      : { zh: '', en: '' }
  return ok({
    billFen,
    discountFen,
    payableFen,
    giftFen,
    capped: discountFen < wished,
    zh: `账单 ${formatFen(billFen)} 元，优惠 ${formatFen(discountFen)} 元，应付 ${formatFen(payableFen)} 元${gift.zh}`,
    en: `Bill ${formatFen(billFen)}, discount ${formatFen(discountFen)}, to pay ${formatFen(payableFen)} yuan${gift.en}`,
  })
}

function discountOf(benefit: Benefit, billFen: Fen): Fen {
  switch (benefit.kind) {
    case 'percent':
      return billFen - shareOf(billFen, { num: benefit.payPercent, den: 100 }, benefit.rounding ?? 'half_up')
    case 'fixed':
      return benefit.offFen
    case 'free_item':
      return benefit.onBill ? benefit.valueFen : 0
  }
}

/**
 * A benefit in a few words, as people say it in a shop: 九折, 立减 5 元, 免费理发.
 *
 * @example
 * benefitText({ kind: 'percent', payPercent: 90 }) // '九折'
 * benefitText({ kind: 'percent', payPercent: 85 }) // '八五折'
 * benefitText({ kind: 'fixed', offFen: 500 }) // '立减 5 元'
 */
export function benefitText(benefit: Benefit): string {
  switch (benefit.kind) {
    case 'percent':
      return foldText(benefit.payPercent)
    case 'fixed':
      return `立减 ${yuanText(benefit.offFen)}`
    case 'free_item':
      return benefit.onBill ? `${benefit.item}免费` : `赠送${benefit.item}`
  }
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

function foldText(payPercent: number): string {
  const tens = NUMERALS[Math.floor(payPercent / 10)]
  const ones = payPercent % 10
  if (payPercent < 10) return `零点${NUMERALS[ones]}折`
  return ones === 0 ? `${tens}折` : `${tens}${NUMERALS[ones]}折`
}
