import { people } from '@linli/plugin-registry'
import { PLACES, type TestClient, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  applyPage,
  applyToJoin,
  cards,
  checkCard,
  complaints,
  confirm,
  merchants,
  monthlySummary,
  myCard,
  myTill,
  offers,
  reachSummary,
  redemptionLedger,
  redemptions,
  type Reservation,
  reserve,
  scoreReport,
  scores,
  scoreYear,
  signOffer,
  testEligibility,
  type Till,
  type TillCard,
} from '../src/index.ts'
import { NOON, type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(() => {
  office.street.now(NOON)
})
afterAll(() => office.street.close())

const resident = (personId: string): TestClient =>
  office.street.as({ role: 'resident', community: PLACES.east, subject: { resource: people.name, id: personId } })

test('nothing is published before the shop has signed, and a change of the text takes the signature off', async () => {
  const offer = await office.offer({ title: '满减', benefit: 'fixed', payPercent: null, amountOff: 500, minSpend: 3000 }, 'approved')
  expect((await office.director.step(offers, offer.id, 'publish')).code).toBe('offer.unsigned')
  expect((await office.director.update(offers, offer.id, { amountOff: 900 })).code).toBe('offer.only_draft')
  expect((await office.till.action<Till>(myTill, {})).ok().offers.find(({ id }) => id === offer.id)).toMatchObject({ needsSignature: true })
  ;(await office.till.action(signOffer, { offerId: offer.id, name: '刘志强', agree: 'yes' })).ok()
  ;(await office.director.step(offers, offer.id, 'sendBack', { reason: '金额写错' })).ok()
  expect((await office.director.update(offers, offer.id, { amountOff: 900 })).ok()).toMatchObject({ signedAt: null, signedBy: null })
})

test('an offer that contradicts itself is refused by name', async () => {
  const draft = { merchantId: office.merchant.id, ruleId: office.rule.id, title: '坏', from: '2026-01-01' }
  expect((await office.director.create(offers, { ...draft, benefit: 'percent' })).code).toBe('offer.pay_percent')
  expect((await office.director.create(offers, { ...draft, benefit: 'fixed', amountOff: 500, to: '2025-01-01' })).code).toBe(
    'offer.period_reversed',
  )
})

test('a rotating code works once, at one till, and never again', async () => {
  const { id } = await office.holder()
  await office.offer()
  const { token } = (await resident(id).action<{ token: string }>(myCard, {})).ok()
  expect((await office.till.action<TillCard>(checkCard, { token })).ok()).toMatchObject({ usable: true })
  expect((await office.till.action<TillCard>(checkCard, { token })).ok()).toMatchObject({
    usable: false,
    message: '这个二维码已经用过，请持卡人刷新后再扫',
  })
  office.street.now('2026-11-16T04:02:00.000Z')
  expect((await office.till.action<TillCard>(checkCard, { token })).ok()).toMatchObject({
    usable: false,
    message: '二维码已失效，请持卡人刷新后再扫',
  })
})

test("the till's answers never name the holder nor the reason", async () => {
  const { id, card } = await office.holder('欧阳静')
  const offer = await office.offer()
  const answers = [await office.till.action<TillCard>(checkCard, { number: card })]
  const held = (await office.reserve(card, offer.id)).ok() as Reservation
  answers.push(await office.till.action(confirm, { redemptionId: held.redemptionId }), await office.till.action(myTill, {}))
  for (const { body } of answers)
    for (const word of ['欧阳静', id, '困难', 'hardship', '1960']) expect(JSON.stringify(body)).not.toContain(word)
})

test("staff learn the reasons, another community's director learns nothing", async () => {
  const { id } = await office.holder()
  const offer = await office.offer()
  expect((await office.director.action(testEligibility, { personId: id }, offer.id)).ok()).toEqual({
    eligible: true,
    reasons: ['具备标签：困难'],
  })
  const other = office.street.as({ role: 'community-director', community: PLACES.west })
  expect((await other.action(testEligibility, { personId: id }, offer.id)).status).toBe(404)
  expect((await other.list(merchants)).ok()).toEqual([])
  expect((await other.list(cards)).ok()).toEqual([])
})

test('a use at the own shop is allowed and flagged', async () => {
  const { id, card } = await office.holder()
  const offer = await office.offer()
  ;(await office.director.update(merchants, office.merchant.id, { ownerId: id })).ok()
  const held = (await office.reserve(card, offer.id)).ok() as Reservation
  expect((await office.director.find(redemptions, held.redemptionId)).ok()).toMatchObject({ ownShop: 'yes' })
  ;(await office.director.update(merchants, office.merchant.id, { ownerId: null })).ok()
})

test('one living card a person; a lost one is replaced at once and no longer works', async () => {
  const { id, card } = await office.holder()
  await office.offer()
  expect((await office.director.create(cards, { personId: id })).code).toBe('card.already')
  const [held] = (await office.director.list(cards, { filter: { personId: id } })).ok()
  ;(await office.director.step(cards, held?.id ?? '', 'replace')).ok()
  expect(await office.check(card)).toMatchObject({ usable: false })
  const [fresh] = (
    await office.director.list<{ id: string; version: number; communityId: null; number: string }>(cards, {
      filter: { personId: id, status: 'active' },
    })
  ).ok()
  expect(await office.check(fresh?.number ?? '')).toMatchObject({ usable: true })
})

test('what the summary counts is what its figure opens', async () => {
  const offer = await office.offer({ title: '汇总用' })
  for (const name of ['丁一', '丁二']) {
    const held = (await office.reserve((await office.holder(name)).card, offer.id, 10_000)).ok() as Reservation
    ;(await office.till.action(confirm, { redemptionId: held.redemptionId })).ok()
  }
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const { rows } = (
    await office.director.report<{ rows: { visits: number; drills: { visits: { resource: string; filter: Record<string, unknown> } } }[] }>(
      monthlySummary,
      period,
    )
  ).ok()
  for (const row of rows) {
    const { resource, filter } = row.drills.visits
    expect((await office.director.list(resource, { filter })).ok()).toHaveLength(row.visits)
  }
  const ledger = (await office.director.report<{ rows: { status: string }[] }>(redemptionLedger, period)).ok()
  expect(ledger.rows.filter(({ status }) => status === 'confirmed')).toHaveLength(rows.reduce((sum, row) => sum + row.visits, 0))
  const reach = (await office.director.report<{ rows: { tag: string; people: string }[] }>(reachSummary, period)).ok()
  expect(reach.rows.find(({ tag }) => tag === '困难')?.people).toMatch(/^\d+$|少于|不显示/)
  expect(reach.rows.at(-1)).toMatchObject({ tag: '全部（不重复）', people: expect.stringMatching(/^\d+$|少于|不显示/) as string })
})

test('a merchant applies on its phone without an account; the application waits in the inbox of its community alone', async () => {
  const form = {
    name: '老街理发店',
    creditCode: '91350211M000100Y0R',
    category: 'hairdressing',
    communityId: PLACES.west,
    address: '老街 3 号',
    contactName: '赵师傅',
    contactPhone: '13900002222',
  }
  const { anonymous } = office.street
  expect((await anonymous.action<{ communities: { code: string }[] }>(applyPage, {})).ok().communities).toContainEqual(
    expect.objectContaining({ code: PLACES.west }),
  )
  expect(await anonymous.action(applyToJoin, { ...form, creditCode: '91350211M000100Y0X' })).toMatchObject({ status: 400 })
  expect((await anonymous.action(applyToJoin, { ...form, communityId: '999999999999' })).code).toBe('apply.community')
  ;(await anonymous.action(applyToJoin, form)).ok()
  expect((await anonymous.action(applyToJoin, form)).code).toBe('apply.known')
  const waiting = async (community: string): Promise<string[]> => {
    const director = office.street.as({ role: 'community-director', community })
    return (await director.get<{ items: { label: string }[] }>('/api/platform/inbox')).ok().items.map(({ label }) => label)
  }
  expect(await waiting(PLACES.west)).toEqual(['老街理发店'])
  expect(await waiting(PLACES.east)).not.toContain('老街理发店')
})

test("a merchant's year is scored from its uses and complaints; what is published stands", async () => {
  const admin = office.street.as({ role: 'street-admin' })
  ;(
    await office.director.create(complaints, {
      merchantId: office.merchant.id,
      summary: '态度',
      content: '不耐烦',
      kind: 'attitude',
      communityId: PLACES.east,
    })
  ).ok()
  expect((await admin.action(scoreYear, { year: 2027 })).code).toBe('score.future')
  expect((await admin.action(scoreYear, { year: 2026 })).ok()).toEqual({ scored: 1, kept: 0 })
  const [score] = (await office.director.list<TestRow & { points: number; basis: string }>(scores)).ok()
  // Eleven months in the alliance, one with a use; the only merchant gives the median, which is half of what brings all points.
  expect(score).toMatchObject({ points: 4 + 15 + 20, grade: 'poor', months: 11, activeMonths: 1, complaints: 1 })
  ;(await office.director.update(scores, score?.id ?? '', { comment: '请改进态度' })).ok()
  ;(await admin.action(scoreYear, { year: 2026 })).ok()
  ;(await office.director.step(scores, score?.id ?? '', 'publish')).ok()
  expect((await office.director.update(scores, score?.id ?? '', { comment: '改口' })).code).toBe('score.published')
  expect((await admin.action(scoreYear, { year: 2026 })).ok()).toEqual({ scored: 0, kept: 1 })
  const { rows } = (await office.director.report<{ rows: unknown[] }>(scoreReport, { year: 2026 })).ok()
  expect(rows).toMatchObject([{ rank: 1, merchant: '白云粮油店', comment: '请改进态度', status: 'published' }])
})

test('a shop that leaves takes its offers with it; its history stays', async () => {
  const offer = await office.offer({ title: '离开前' })
  const before = (await office.director.list(redemptions)).ok().length
  ;(await office.director.step(merchants, office.merchant.id, 'leave', { reason: '转让' })).ok()
  expect((await office.director.find(offers, offer.id)).ok()).toMatchObject({ status: 'ended' })
  expect((await office.director.list(redemptions)).ok()).toHaveLength(before)
  const { card } = await office.holder('戊')
  expect(await office.check(card)).toMatchObject({ usable: false })
  expect((await office.till.action(reserve, { ticket: 'x', offerId: offer.id, bill: 100, key: 'after-left' })).status).toBe(422)
})
