import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  benefitText,
  checkOffer,
  computeDiscount,
  describeOffer,
  type Benefit,
  type DiscountQuote,
  type OfferTerms,
} from '../../src/eligibility/index.ts'

type Priced = Pick<OfferTerms, 'benefit' | 'minSpendFen' | 'capFen'>
const ninety: Benefit = { kind: 'percent', payPercent: 90 }
const haircut: Benefit = { kind: 'free_item', item: '理发', valueFen: 2500 }

const benefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({
    kind: fc.constant('percent' as const),
    payPercent: fc.integer({ min: 1, max: 99 }),
    rounding: fc.constantFrom('half_up' as const, 'down' as const, 'up' as const, 'half_even' as const),
  }),
  fc.record({ kind: fc.constant('fixed' as const), offFen: fc.integer({ min: 1, max: 1_000_000 }) }),
  fc.record({
    kind: fc.constant('free_item' as const),
    item: fc.constant('理发'),
    valueFen: fc.integer({ min: 0, max: 100_000 }),
    onBill: fc.boolean(),
  }),
)
const priced: fc.Arbitrary<Priced> = fc.record(
  { benefit, minSpendFen: fc.integer({ min: 1, max: 50_000 }), capFen: fc.integer({ min: 1, max: 50_000 }) },
  { requiredKeys: ['benefit'] },
)
const bill = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 99_999_999 }))

function quoteOf(terms: Priced, billFen: number): DiscountQuote {
  const result = computeDiscount(terms, billFen)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('the discount of a bill', () => {
  it.each<[string, Priced, number, Partial<DiscountQuote>]>([
    ['九折 of a round bill', { benefit: ninety }, 10_000, { discountFen: 1000, payableFen: 9000, capped: false }],
    ['九折 of an odd bill: the payable part is rounded half up', { benefit: ninety }, 12_345, { payableFen: 11_111, discountFen: 1234 }],
    [
      '… or down, when declared',
      { benefit: { kind: 'percent', payPercent: 90, rounding: 'down' } },
      12_345,
      { payableFen: 11_110, discountFen: 1235 },
    ],
    ['one fen', { benefit: ninety }, 1, { payableFen: 1, discountFen: 0 }],
    ['the cap', { benefit: ninety, capFen: 2000 }, 30_000, { discountFen: 2000, payableFen: 28_000, capped: true }],
    ['exactly the cap', { benefit: ninety, capFen: 2000 }, 20_000, { discountFen: 2000, capped: false }],
    ['fixed', { benefit: { kind: 'fixed', offFen: 500 } }, 3000, { discountFen: 500, payableFen: 2500 }],
    ['fixed above the bill', { benefit: { kind: 'fixed', offFen: 500 } }, 300, { discountFen: 300, payableFen: 0, capped: true }],
    ['exactly the minimum spend', { benefit: { kind: 'fixed', offFen: 500 }, minSpendFen: 3000 }, 3000, { discountFen: 500 }],
    [
      'a gift on top leaves the bill',
      { benefit: haircut },
      3000,
      { discountFen: 0, payableFen: 3000, giftFen: 2500, zh: '账单 30.00 元，优惠 0.00 元，应付 30.00 元，赠送理发' },
    ],
    [
      'a free item on the bill comes off',
      { benefit: { ...haircut, onBill: true } },
      3000,
      { discountFen: 2500, payableFen: 500, giftFen: 0 },
    ],
  ])('%s', (_, terms, billFen, expected) => {
    expect(quoteOf(terms, billFen)).toMatchObject(expected)
  })

  it.each([
    [{ benefit: ninety, minSpendFen: 3000 }, 2999, 'discount.below_minimum'],
    [{ benefit: ninety }, 0, 'discount.bill_invalid'],
    [{ benefit: ninety }, -100, 'discount.bill_invalid'],
    [{ benefit: ninety }, 12.5, 'discount.bill_invalid'],
    [{ benefit: ninety }, Number.NaN, 'discount.bill_invalid'],
  ])('%j on %d is refused with %s', (terms, billFen, code) => {
    expect(computeDiscount(terms, billFen)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('says how much is missing', () => {
    expect(computeDiscount({ benefit: ninety, minSpendFen: 3000 }, 2750)).toMatchObject({
      refusal: { zh: '账单未满 30.00 元，还差 2.50 元' },
    })
  })

  it('never exceeds the bill nor the cap, is whole, and adds up with what is paid', () => {
    fc.assert(
      fc.property(priced, bill, (terms, billFen) => {
        fc.pre(billFen >= (terms.minSpendFen ?? 0))
        const quote = quoteOf(terms, billFen)
        expect(Number.isSafeInteger(quote.discountFen)).toBe(true)
        expect(quote.discountFen).toBeGreaterThanOrEqual(0)
        expect(quote.discountFen).toBeLessThanOrEqual(Math.min(billFen, terms.capFen ?? billFen))
        expect(quote.discountFen + quote.payableFen).toBe(billFen)
      }),
      { numRuns: 1000 },
    )
  })

  it('a bigger bill never gets a smaller discount', () => {
    fc.assert(
      fc.property(priced, bill, fc.integer({ min: 1, max: 10_000 }), (terms, billFen, more) => {
        fc.pre(billFen >= (terms.minSpendFen ?? 0))
        expect(quoteOf(terms, billFen + more).discountFen).toBeGreaterThanOrEqual(quoteOf(terms, billFen).discountFen)
      }),
    )
  })
})

describe('an offer before it is published', () => {
  const good: OfferTerms = {
    benefit: ninety,
    capFen: 2000,
    perPersonLimit: { n: 2, period: 'week' },
    totalLimit: 200,
    from: '2026-01-01',
    to: '2026-12-31',
  }
  it.each<[string, Partial<OfferTerms>, readonly string[]]>([
    ['a complete one', {}, []],
    ['十折 is no discount', { benefit: { kind: 'percent', payPercent: 100 } }, ['offer.pay_percent']],
    ['half a percent', { benefit: { kind: 'percent', payPercent: 89.5 } }, ['offer.pay_percent']],
    ['nothing off', { benefit: { kind: 'fixed', offFen: 0 } }, ['offer.amount']],
    ['no item', { benefit: { kind: 'free_item', item: ' ', valueFen: 0 } }, ['offer.item_missing']],
    ['no weekday', { days: [] }, ['offer.days']],
    ['weekday 8', { days: [8] }, ['offer.days']],
    ['ends before it begins', { to: '2025-12-31' }, ['offer.period_reversed']],
    ['limit 0', { totalLimit: 0, perPersonLimit: { n: 0, period: 'day' } }, ['offer.limit', 'offer.limit']],
    ['a minimum that makes it free', { benefit: { kind: 'fixed', offFen: 500 }, minSpendFen: 500 }, ['offer.fixed_above_minimum']],
  ])('%s', (_, change, codes) => {
    expect(checkOffer({ ...good, ...change }).map((each) => each.code)).toEqual(codes)
  })

  it('is previewed in one plain sentence', () => {
    expect(describeOffer(good)).toBe('每单打九折，最多优惠 20 元；每人每周限 2 次；共 200 份；2026-01-01 至 2026-12-31 有效。')
    expect(
      describeOffer(
        { benefit: { kind: 'fixed', offFen: 550 }, minSpendFen: 3000, days: [1, 2, 3, 4, 5], conditions: ['限堂食'], from: '2026-03-01' },
        { any: ['高龄', '困难'] },
      ),
    ).toBe('高龄或困难的居民：每单满 30 元立减 5.50 元；周一至周五可用；限堂食；自 2026-03-01 起有效。')
    expect(
      describeOffer({ benefit: { ...haircut, onBill: true }, perPersonLimit: { n: 1, period: 'month' }, from: '2026-03-01' }, {}),
    ).toBe('全体持卡居民：每单理发免费；每人每月限 1 次；自 2026-03-01 起有效。')
  })

  it.each([
    [90, '九折'],
    [85, '八五折'],
    [5, '零点五折'],
    [11, '一一折'],
  ])('%i percent to pay is %s', (payPercent, text) => {
    expect(benefitText({ kind: 'percent', payPercent })).toBe(text)
  })
})
