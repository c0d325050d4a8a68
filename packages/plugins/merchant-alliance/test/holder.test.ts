import { affiliations, mergePeople, merges, movePerson, organisations, people, units } from '@linli/plugin-registry'
import { PLACES, type TestClient, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cards, entitlementRules, incomeProofs, recount, redemptions, type Reservation } from '../src/index.ts'
import { NOON, type Office, openOffice } from './office.ts'

let office: Office
let west: TestClient
let admin: TestClient
beforeAll(async () => {
  office = await openOffice()
  west = office.street.as({ role: 'community-director', community: PLACES.west })
  admin = office.street.as({ role: 'street-admin' })
})
beforeEach(() => {
  office.street.now(NOON)
})
afterAll(() => office.street.close())

const person = async (name: string): Promise<TestRow> =>
  (await office.director.create(people, { name, idType: 'none', birthDate: '1980-01-01', communityId: PLACES.east })).ok()
const cardOf = async (client: TestClient, personId: string): Promise<string | undefined> =>
  (await client.list<TestRow & { status: string }>(cards, { filter: { personId } })).ok().at(0)?.status

test('a card follows its holder who moves: the old director no longer sees it, the new one does', async () => {
  const { id } = await office.holder('迁居人')
  const home = (await admin.create(units, { kind: 'estate', name: '西苑', communityId: PLACES.west })).ok()
  ;(await admin.action(movePerson, { unitId: home.id }, id)).ok()
  await office.street.drain()
  expect(await cardOf(office.director, id)).toBeUndefined()
  expect(await cardOf(west, id)).toBe('active')
})

test('whose record is merged loses the second card, and gets it back when the merge is undone', async () => {
  const [keep, gone] = [await office.holder('留下'), await office.holder('并入')]
  const { mergeId } = (await office.director.action<{ mergeId: string }>(mergePeople, { otherId: gone.id, reason: '同一人' }, keep.id)).ok()
  await office.street.drain()
  const live = async (): Promise<unknown[]> =>
    (await office.director.list(cards, { filter: { personId: [keep.id, gone.id], status: 'active' } })).ok()
  expect(await live()).toHaveLength(1)
  ;(await office.director.step(merges, mergeId, 'undo', { undoReason: '不是同一人' })).ok()
  await office.street.drain()
  expect(await live()).toHaveLength(2)
})

test('a limit of income opens the card to whoever proved to be within it, and shuts out nobody else than those above', async () => {
  const rule = (
    await admin.create(entitlementRules, { name: '低收入', incomeAtMost: 200_000, incomeFreshDays: 365, from: '2026-01-01' })
  ).ok()
  const [poor, rich, unproven] = [await person('低收入'), await person('高收入'), await person('没有证明')]
  const evidence = await office.paper()
  const proof = { kind: 'pension', evidence, from: '2026-11-01' }
  const shown = (await office.director.create(incomeProofs, { ...proof, personId: poor.id, monthly: 150_000 })).ok()
  ;(await office.director.create(incomeProofs, { ...proof, personId: rich.id, monthly: 250_000 })).ok()
  expect((await office.director.create(incomeProofs, { ...proof, personId: rich.id, monthly: 1, from: '2026-11-17' })).code).toBe(
    'income.future',
  )
  expect(await cardOf(office.director, poor.id)).toBe('active')
  expect(await cardOf(office.director, rich.id)).toBeUndefined()
  expect(await cardOf(office.director, unproven.id)).toBeUndefined()
  expect((await west.list(incomeProofs)).ok()).toEqual([])
  expect(JSON.stringify((await office.director.list(incomeProofs)).ok())).not.toContain('150000')
  ;(await office.director.step(incomeProofs, shown.id, 'withdraw', { withdrawnWhy: '材料不实' })).ok()
  expect(await cardOf(office.director, poor.id)).toBe('expired')
  ;(await admin.update(entitlementRules, rule.id, { to: '2026-11-15' })).ok()
})

test('a rule without tags is for everybody, and the recount gives everybody a card', async () => {
  const someone = await person('普通居民')
  const rule = (await admin.create(entitlementRules, { name: '全体居民', from: '2026-01-01' })).ok()
  ;(await admin.action(recount, { reason: '新增资格' })).ok()
  await office.street.drain()
  expect(await cardOf(office.director, someone.id)).toBe('active')
  ;(await admin.update(entitlementRules, rule.id, { to: '2026-11-15' })).ok()
  ;(await admin.action(recount, { reason: '资格结束' })).ok()
  await office.street.drain()
  expect(await cardOf(office.director, someone.id)).toBe('expired')
})

test('who left the shop long ago is nobody of the shop', async () => {
  const { id, card } = await office.holder('老店员')
  const shop = (
    await office.director.create(organisations, {
      name: '白云粮油店',
      kind: 'individual',
      creditCode: '91350100M000100Y43',
      communityId: PLACES.east,
    })
  ).ok()
  const held = (
    await office.director.create(affiliations, {
      personId: id,
      organisationId: shop.id,
      role: '店员',
      from: '2020-01-01',
      communityId: PLACES.east,
    })
  ).ok()
  const offer = await office.offer()
  const flag = async (): Promise<unknown> => {
    const { redemptionId } = (await office.reserve(card, offer.id)).ok() as Reservation
    return (await office.director.find<TestRow & { ownShop: string }>(redemptions, redemptionId)).ok().ownShop
  }
  expect(await flag()).toBe('yes')
  ;(await office.director.update(affiliations, held.id, { to: '2021-12-31' })).ok()
  expect(await flag()).toBe('no')
})
