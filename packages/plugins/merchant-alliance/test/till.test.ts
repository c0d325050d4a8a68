import { PLACES, testStores } from '@linli/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkCard, confirm, type Receipt, redemptions, type Reservation, reserve, takeBack } from '../src/index.ts'
import { endTag, NOON, type Office, openOffice } from './office.ts'

const later = (minutes: number): string => new Date(Date.parse(NOON) + minutes * 60_000).toISOString()
const legs = testStores.map((leg) => ({ leg, postgres: leg === 'postgres' }))

describe.each(legs)('a till ($leg)', ({ postgres }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice({ postgres })
  })
  beforeEach(() => {
    office.street.now(NOON)
  })
  afterAll(() => office.street.close())

  const use = async (card: string, offerId: string, bill?: number): Promise<Receipt> => {
    const held = (await office.reserve(card, offerId, bill)).ok() as Reservation
    return (await office.till.action<Receipt>(confirm, { redemptionId: held.redemptionId })).ok()
  }

  test('computes in fen, never above the cap, and hands out a receipt', async () => {
    const [{ card }, offer] = [await office.holder(), await office.offer()]
    expect((await office.reserve(card, offer.id, 12_345)).ok()).toMatchObject({ bill: 12_345, discount: 1_234, payable: 11_111 })
    expect((await office.reserve(card, offer.id, 99_999)).ok()).toMatchObject({ discount: 2_000, payable: 97_999 })
    expect(await use(card, offer.id, 1)).toMatchObject({ receipt: expect.stringMatching(/^HX20261116-/) as string })
  })

  test('fifty tills at once against a limit of three for a person give exactly three', async () => {
    const [{ card }, offer] = [await office.holder(), await office.offer({ personLimit: 3, personPeriod: 'week' })]
    const tickets = await Promise.all(Array.from({ length: 50 }, () => office.check(card)))
    const held = await Promise.all(
      tickets.map(({ ticket }, n) =>
        office.till.action<Reservation>(reserve, { ticket, offerId: offer.id, bill: 10_000, key: `parallel-${offer.id}-${n}` }),
      ),
    )
    const done = await Promise.all(
      held.filter(({ status }) => status < 400).map(({ body }) => office.till.action(confirm, { redemptionId: body.redemptionId })),
    )
    expect(done.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(held.filter(({ status }) => status >= 400).map(({ code }) => code))).toEqual(new Set(['offer.person_limit_until']))
    expect((await office.director.list(redemptions, { filter: { offerId: offer.id, status: 'confirmed' } })).ok()).toHaveLength(3)
  })

  test('a total limit holds over many people, and a reversal gives its place back', async () => {
    const offer = await office.offer({ totalLimit: 2 })
    const holders = [await office.holder('甲一'), await office.holder('乙二'), await office.holder('丙三')] as const
    const first = await use(holders[0].card, offer.id)
    await use(holders[1].card, offer.id)
    expect(await office.reserve(holders[2].card, offer.id).catch((error: unknown) => error)).toMatchObject({ status: 422 })
    expect((await office.check(holders[2].card)).offers.map(({ id }) => id)).not.toContain(offer.id)
    ;(await office.till.action(takeBack, { redemptionId: first.redemptionId, reason: '退货' })).ok()
    expect(await use(holders[2].card, offer.id)).toMatchObject({ receipt: expect.any(String) as string })
  })

  test('the same submission counts once, and confirming twice gives the same receipt', async () => {
    const [{ card }, offer] = [await office.holder(), await office.offer()]
    const { ticket } = await office.check(card)
    const input = { ticket, offerId: offer.id, bill: 5_000, key: `double-${offer.id}` }
    const [one, two] = await Promise.all([office.till.action<Reservation>(reserve, input), office.till.action<Reservation>(reserve, input)])
    expect(one.ok().redemptionId).toBe(two.ok().redemptionId)
    const receipts = await Promise.all([1, 2, 3].map(() => office.till.action<Receipt>(confirm, { redemptionId: one.body.redemptionId })))
    expect(new Set(receipts.map((each) => each.ok().receipt)).size).toBe(1)
  })

  test('a reservation runs out after two minutes and its place is free again', async () => {
    const [{ card }, offer] = [await office.holder(), await office.offer({ totalLimit: 1 })]
    const held = (await office.reserve(card, offer.id)).ok() as Reservation
    office.street.now(later(2.1))
    expect((await office.till.action(confirm, { redemptionId: held.redemptionId })).code).toBe('redemption.expired')
    expect(await use(card, offer.id)).toMatchObject({ receipt: expect.any(String) as string })
  })

  test('a ticket is not good at another shop, and no shop touches the uses of another', async () => {
    const [{ card }, offer] = [await office.holder(), await office.offer()]
    const { ticket } = await office.check(card)
    const receipt = await use(card, offer.id)
    const stranger = office.street.as({ role: 'merchant', community: PLACES.east })
    expect((await stranger.action(reserve, { ticket, offerId: offer.id, bill: 100, key: 'stranger-1' })).code).toBe('till.no_merchant')
    expect((await stranger.action(takeBack, { redemptionId: receipt.redemptionId, reason: 'x' })).code).toBe('till.no_merchant')
    expect((await office.till.list(redemptions)).status).toBe(403)
  })

  test('only uses of the same day are taken back', async () => {
    const [{ card }, offer] = [await office.holder(), await office.offer()]
    const receipt = await use(card, offer.id)
    office.street.now(later(12 * 60 + 1))
    expect((await office.till.action(takeBack, { redemptionId: receipt.redemptionId, reason: '退货' })).code).toBe(
      'redemption.only_same_day',
    )
  })

  test('when the tag ends the next attempt is refused in words that are the same for everybody without entitlement', async () => {
    const [holder, offer] = [await office.holder(), await office.offer()]
    expect(await office.check(holder.card)).toMatchObject({ usable: true, message: '可享受' })
    const { ticket } = await office.check(holder.card)
    await endTag(office, holder.tagId)
    const refused = await office.check(holder.card)
    expect(refused).toMatchObject({ usable: false, ticket: null, offers: [] })
    for (const word of ['困难', '低保', '标签', '张三丰']) expect(JSON.stringify(refused)).not.toContain(word)
    expect((await office.till.action(reserve, { ticket, offerId: offer.id, bill: 100, key: `late-${offer.id}` })).status).toBe(422)
  })

  test('numbers cannot be guessed: after ten failures the till rests for an hour', async () => {
    const shop = await openOffice({ postgres })
    try {
      await shop.offer()
      const { card } = await shop.holder()
      for (let n = 0; n < 10; n += 1)
        expect(await shop.check(`A22222${String(n).padStart(2, '2')}`)).toMatchObject({ usable: false, ticket: null })
      expect(await shop.till.action(checkCard, { number: card })).toMatchObject({ status: 429, code: 'till.too_many_tries' })
      shop.street.now(later(61))
      expect(await shop.check(card)).toMatchObject({ usable: true })
    } finally {
      await shop.street.close()
    }
  })
})
