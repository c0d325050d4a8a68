import { missingEnglish } from '@linli/kit'
import fc from 'fast-check'
import { describeOffer } from '@linli/core/eligibility'
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { merchantAlliance, offerTermsOf, offers } from '../../src/index.ts'
import { findSuspicions, type UseFact } from '../../src/rules/anomaly.ts'
import { ALL, withheld, withheldTotal } from '../../src/rules/reach.ts'
import { medianOf, scoreOf } from '../../src/rules/score.ts'
import { issueTicket, readTicket, ticketCard } from '../../src/rules/ticket.ts'

const now = '2026-11-22T04:00:00.000Z'
const later = (minutes: number): string => new Date(Date.parse(now) + minutes * 60_000).toISOString()
const signer = (secret: string) => (body: string) => createHmac('sha256', secret).update(body).digest('hex').slice(0, 32)

test('every title has its English', () => {
  expect(missingEnglish(merchantAlliance)).toEqual([])
})

test('a ticket is good at its own till for five minutes, and nowhere and no longer', () => {
  const sign = signer('card')
  const ticket = issueTicket('A1000001', 'number', 'shop', now, sign, '0badcafe')
  expect(ticketCard(ticket)).toBe('A1000001')
  expect(readTicket(ticket, 'shop', later(5), sign)).toEqual({ ok: true, value: 'number' })
  expect(readTicket(ticket, 'shop', later(5.1), sign).ok).toBe(false)
  expect(readTicket(ticket, 'other', now, sign).ok).toBe(false)
  expect(readTicket(ticket, 'shop', now, signer('another card')).ok).toBe(false)
})

test('no change to a ticket is believed', () => {
  const sign = signer('card')
  const ticket = issueTicket('A1000001', 'code', 'shop', now, sign, '0badcafe')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: ticket.length - 1 }), fc.constantFrom(...'0123456789abcdefA.'), (at, character) => {
      const changed = ticket.slice(0, at) + character + ticket.slice(at + 1)
      return changed === ticket || !readTicket(changed, 'shop', now, sign).ok
    }),
  )
})

test('a figure of one to four people is never shown, nor what would give it away', () => {
  const [small, rest, open, none] = withheld([
    { tag: '残疾', entitled: 40, people: 3, visits: 9 },
    { tag: '高龄', entitled: 40, people: 38, visits: 90 },
    { tag: '空巢', entitled: 40, people: 20, visits: 55 },
    { tag: '独居', entitled: 40, people: 0, visits: 0 },
  ])
  expect(small).toEqual({ tag: '残疾', entitled: '40', people: '少于 5 人', visits: '—', uptake: '—' })
  expect(rest).toMatchObject({ people: '不显示', visits: '—' })
  expect(open).toEqual({ tag: '空巢', entitled: '40', people: '20', visits: '55', uptake: '50.0%' })
  expect(none).toMatchObject({ people: '0', uptake: '0.0%' })
})

test('the line over everybody is shown only where no shown line can be subtracted from it to find one to four people', () => {
  const line = { tag: '高龄', entitled: 40, people: 20, visits: 55 }
  expect(withheldTotal({ tag: ALL, entitled: 60, people: 30, visits: 80 }, [line])).toMatchObject({
    entitled: '60',
    people: '30',
    uptake: '50.0%',
  })
  expect(withheldTotal({ tag: ALL, entitled: 60, people: 22, visits: 80 }, [line])).toMatchObject({ entitled: '不显示', people: '不显示' })
  expect(withheldTotal({ tag: ALL, entitled: 42, people: 20, visits: 80 }, [line])).toMatchObject({ people: '不显示' })
  expect(withheldTotal({ tag: ALL, entitled: 60, people: 3, visits: 9 }, [])).toMatchObject({ people: '少于 5 人' })
})

test('a score lies between 0 and 100, and neither a use more nor a complaint less lowers it', () => {
  const facts = fc.record({
    months: fc.integer({ min: 1, max: 12 }),
    activeMonths: fc.integer({ min: 0, max: 12 }),
    discount: fc.integer({ min: 0, max: 10_000_000 }),
    medianDiscount: fc.integer({ min: 0, max: 1_000_000 }),
    complaints: fc.integer({ min: 0, max: 20 }),
  })
  fc.assert(
    fc.property(facts, (given) => {
      const { points } = scoreOf(given)
      expect(points).toBeGreaterThanOrEqual(0)
      expect(points).toBeLessThanOrEqual(100)
      expect(scoreOf({ ...given, discount: given.discount + 100 }).points).toBeGreaterThanOrEqual(points)
      expect(scoreOf({ ...given, complaints: given.complaints + 1 }).points).toBeLessThanOrEqual(points)
    }),
  )
  expect(medianOf([])).toBe(0)
})

const use = (minutes: number, more: Partial<UseFact> = {}): UseFact => ({
  cardId: 'a',
  merchant: '粮店',
  communityId: 'c1',
  at: later(minutes),
  ownShop: false,
  ...more,
})

test('many uses within the window, uses far apart and uses at an own shop want a look; ordinary use does not', () => {
  expect(findSuspicions([use(0), use(3), use(6), use(9)], 10, 4)).toMatchObject([{ kind: 'burst', count: 4 }])
  expect(findSuspicions([use(0), use(20), use(40), use(60)], 10, 4)).toEqual([])
  expect(findSuspicions([use(0), use(3), use(6), use(9, { cardId: 'b' })], 10, 4)).toEqual([])
  expect(findSuspicions([use(5, { communityId: 'c2', merchant: '药店' }), use(0)], 10, 4)).toMatchObject([
    { kind: 'far', merchants: ['粮店', '药店'] },
  ])
  expect(findSuspicions([use(0, { ownShop: true })], 10, 4)).toMatchObject([{ kind: 'own_shop', count: 1 }])
})

test('a window slides: a burst that straddles two fixed windows is found, and a community changed across them too', () => {
  expect(
    findSuspicions(
      [0, 8, 9, 10.5, 11].map((at) => use(at)),
      10,
      4,
    ),
  ).toMatchObject([{ kind: 'burst', first: later(8), last: later(11) }])
  expect(findSuspicions([use(0), use(8, { communityId: 'c1' }), use(12, { communityId: 'c2' })], 10, 4)).toMatchObject([
    { kind: 'far', first: later(8), last: later(12), count: 2 },
  ])
})

test('a burst is found exactly where some window of the length holds the number of uses', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 14 })
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 2, max: 6 }), (at, window, least) => {
      const inWindow = (from: number): number => at.filter((each) => each >= from && each <= from + window).length
      const bursts = findSuspicions(
        at.map((each) => use(each)),
        window,
        least,
      ).filter(({ kind }) => kind === 'burst')
      for (const each of at) {
        const isCrowded = at.some((from) => each >= from && each <= from + window && inWindow(from) >= least)
        const isTold = bursts.some(({ first, last }) => later(each) >= first && later(each) <= last)
        expect(isTold).toBe(isCrowded)
      }
      expect(bursts.every(({ count }) => count >= least)).toBe(true)
    }),
  )
})

test('an offer reads in plain words, and a benefit without its figure is refused by name', () => {
  const row = {
    benefit: 'percent',
    payPercent: 90,
    cap: 2000,
    personLimit: 2,
    personPeriod: 'week',
    totalLimit: 200,
    from: '2026-01-01',
    to: '2026-12-31',
  } as const
  expect(describeOffer(offerTermsOf(row))).toBe('每单打九折，最多优惠 20 元；每人每周限 2 次；共 200 份；2026-01-01 至 2026-12-31 有效。')
  expect(offers.check?.(row)).toEqual([])
  expect(offers.check?.({ ...row, payPercent: null }).map(({ code }) => code)).toEqual(['offer.pay_percent'])
  expect(offers.check?.({ ...row, to: '2025-12-31' }).map(({ code }) => code)).toEqual(['offer.period_reversed'])
})
