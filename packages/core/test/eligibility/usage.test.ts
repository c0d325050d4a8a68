import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, weekday } from '../../src/date/index.ts'
import {
  checkOfferDay,
  checkUsage,
  countInPeriod,
  decideRedemption,
  periodWindow,
  weekdayText,
  type LimitPeriod,
  type RedemptionRequest,
} from '../../src/eligibility/index.ts'

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('2000-01-01', offset))
const bounded = fc.constantFrom<LimitPeriod>('day', 'week', 'month')

describe('the period of a limit', () => {
  it.each<[LimitPeriod, string, string, string]>([
    ['day', '2026-11-22', '2026-11-22', '2026-11-22'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
  ])('%s of %s is %s to %s', (period, on, from, to) => {
    expect(periodWindow(period, on)).toEqual({ from, to })
  })

  it('contains its day, and every day in it has the same period', () => {
    fc.assert(
      fc.property(bounded, anyDay, (period, on) => {
        const window = periodWindow(period, on)
        expect(window && window.from <= on && on <= window.to).toBe(true)
        expect(periodWindow(period, window?.from ?? '')).toEqual(window)
        expect(periodWindow(period, window?.to ?? '')).toEqual(window)
      }),
    )
  })

  it('a week has seven days and begins on a Monday', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const window = periodWindow('week', on) ?? { from: '', to: '' }
        expect([weekday(window.from), daysBetween(window.from, window.to)]).toEqual([1, 6])
      }),
    )
  })

  it('a longer period never counts fewer uses', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { maxLength: 20 }), anyDay, (days, on) => {
        expect(countInPeriod(days, 'day', on)).toBeLessThanOrEqual(countInPeriod(days, 'week', on))
        expect(countInPeriod(days, 'month', on)).toBeLessThanOrEqual(countInPeriod(days, 'total', on))
      }),
    )
  })
})

describe('limits', () => {
  it.each([
    ['total', { totalLimit: 3 }, { byPerson: 0, total: 3 }, '优惠总数 3 份已用完'],
    ['a day', { perPersonLimit: { n: 1, period: 'day' as const } }, { byPerson: 1, total: 1 }, '每天限 1 次，已用完，2026-11-19 起可再用'],
    [
      'a month',
      { perPersonLimit: { n: 2, period: 'month' as const } },
      { byPerson: 2, total: 2 },
      '每月限 2 次，已用完，2026-12-01 起可再用',
    ],
    ['for ever', { perPersonLimit: { n: 2, period: 'total' as const } }, { byPerson: 2, total: 2 }, '总共限 2 次，已用完'],
  ])('%s', (_, terms, usage, zh) => {
    expect(checkUsage(terms, usage, '2026-11-18')?.zh).toBe(zh)
  })

  it('taken one after the other, exactly as many uses pass as the limits allow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }),
        (totalLimit, n, people) => {
          const used: string[] = []
          for (const person of people) {
            const usage = { byPerson: used.filter((each) => each === person).length, total: used.length }
            if (!checkUsage({ totalLimit, perPersonLimit: { n, period: 'total' } }, usage, '2026-11-18')) used.push(person)
          }
          const wanted = ['a', 'b', 'c'].map((person) => Math.min(n, people.filter((each) => each === person).length))
          expect(used.length).toBe(
            Math.min(
              totalLimit,
              wanted.reduce((sum, each) => sum + each, 0),
            ),
          )
        },
      ),
    )
  })
})

describe('the days of an offer', () => {
  const terms = { from: '2026-11-02', to: '2026-11-20', days: [1, 2, 3, 4, 5] }
  it.each([
    ['2026-11-01', 'offer.not_started'],
    ['2026-11-02', undefined],
    ['2026-11-20', undefined],
    ['2026-11-21', 'offer.ended'],
    ['2026-11-08', 'offer.not_this_weekday'],
  ])('%s: %s', (on, code) => {
    expect(checkOfferDay(terms, on)?.code).toBe(code)
  })

  it.each([
    [[1, 2, 3, 4, 5, 7], '周一至周五、周日'],
    [[6, 7], '周六、周日'],
    [[7, 1], '周一、周日'],
    [[1, 2, 3, 4, 5, 6, 7], '周一至周日'],
  ])('%j is %s', (days, text) => {
    expect(weekdayText(days)).toBe(text)
  })
})

describe('one use of an offer', () => {
  const request: RedemptionRequest = {
    terms: {
      benefit: { kind: 'percent', payPercent: 90 },
      capFen: 2000,
      perPersonLimit: { n: 2, period: 'week' },
      from: '2026-01-01',
      to: '2026-12-31',
    },
    offerPublished: true,
    merchantActive: true,
    cardActive: true,
    rule: { any: ['困难'] },
    facts: { tags: [{ tag: '困难', from: '2026-01-01' }] },
    usage: { byPerson: 0, total: 0 },
    billFen: 10_000,
    on: '2026-11-22',
  }

  it('is allowed with its figures', () => {
    expect(decideRedemption(request)).toMatchObject({ allowed: true, quote: { discountFen: 1000 }, flags: [] })
  })

  it.each<[string, Partial<RedemptionRequest>, string]>([
    ['the merchant left', { merchantActive: false }, 'redemption.merchant_inactive'],
    ['the offer is paused', { offerPublished: false }, 'redemption.offer_not_published'],
    ['the offer ended', { on: '2027-01-01' }, 'offer.ended'],
    ['the card is lost', { cardActive: false }, 'redemption.card_inactive'],
    ['the tag ended', { facts: { tags: [{ tag: '困难', from: '2026-01-01', to: '2026-11-21' }] } }, 'eligibility.not_available'],
    ['the week is used up', { usage: { byPerson: 2, total: 2 } }, 'offer.person_limit_until'],
    ['no bill', { billFen: 0 }, 'discount.bill_invalid'],
  ])('is refused when %s', (_, change, code) => {
    const verdict = decideRedemption({ ...request, ...change })
    expect(verdict).toMatchObject({ allowed: false, refusal: { code } })
    expect(JSON.stringify(verdict.allowed ? {} : verdict.refusal)).not.toContain('困难')
  })

  it('by somebody of the merchant is allowed and flagged', () => {
    expect(decideRedemption({ ...request, holderOfMerchant: true })).toMatchObject({
      allowed: true,
      flags: [{ code: 'redemption.own_merchant' }],
    })
  })
})
