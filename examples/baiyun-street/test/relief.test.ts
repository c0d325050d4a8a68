import { cards, entitlementRules, merchantAlliance } from '@linli/plugin-merchant-alliance'
import merchantServer from '@linli/plugin-merchant-alliance/server'
import { people, personTags, registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { applications, counter, items, receive, type Received } from '@linli/plugin-service-counter'
import counterServer from '@linli/plugin-service-counter/server'
import { PLACES, type TestClient, type TestRow, type TestStreet, testStreet } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

let street: TestStreet
let director: TestClient
let admin: TestClient
let relief: TestRow
beforeAll(async () => {
  street = await testStreet(
    [
      { plugin: registry, server: registryServer },
      { plugin: merchantAlliance, server: merchantServer },
      { plugin: counter, server: counterServer },
    ],
    { now: '2026-11-16T02:00:00.000Z' },
  )
  admin = street.as({ role: 'street-admin' })
  director = street.as({ role: 'community-director', community: PLACES.east })
  ;(await admin.create(entitlementRules, { name: '困难家庭', anyTags: ['hardship'], from: '2026-01-01' })).ok()
  const { id } = (await admin.create(items, { code: 'JZ-1', name: '临时救助', line: 'relief', promisedDays: 5, extensionDays: 5 })).ok()
  relief = (await admin.step(items, id, 'publish')).ok()
})
afterAll(() => street.close())

const apply = async (
  name: string,
): Promise<{ readonly personId: string; readonly caseId: string; readonly no: string; readonly clerk: TestClient }> => {
  const { id: personId } = (await director.create(people, { name, idType: 'none', birthDate: '1970-01-01', communityId: PLACES.east })).ok()
  const clerk = street.as({
    role: 'counter-clerk',
    community: PLACES.east,
    subject: { resource: 'counter.windows', id: '01900003-0000-7000-8000-000000000000' },
  })
  const { id: caseId, no } = (await clerk.action<Received>(receive, { itemId: relief.id, personId, ticks: [] })).ok()
  return { personId, caseId, no, clerk }
}
const cardOf = async (personId: string): Promise<string | undefined> =>
  (await director.list<TestRow & { status: string }>(cards, { filter: { personId } })).ok().at(0)?.status

test('a relief approved at the counter makes the applicant one in hardship, with the case as its basis, and her card live', async () => {
  const { personId, caseId, no, clerk } = await apply('张桂兰')
  ;(await clerk.step(applications, caseId, 'decide', { result: 'yes' })).ok()
  await street.drain()
  const [tag] = (await director.list<TestRow & { id: string; to: string }>(personTags, { filter: { personId, status: 'active' } })).ok()
  expect(tag).toMatchObject({ from: '2026-11-16', to: '2027-11-15', basis: 'manual' })
  const revealed = await director.post<{ basisText: string }>(`/api/registry/person-tags/${tag?.id ?? ''}/reveal`, {
    fields: ['basisText'],
    purpose: 'service',
  })
  expect(revealed.ok().basisText).toBe(`窗口已批准救助，办件 ${no}`)
  expect(await cardOf(personId)).toBe('active')
})

test('a relief that was refused gives nothing', async () => {
  const { personId, caseId, clerk } = await apply('李大山')
  ;(await clerk.step(applications, caseId, 'decide', { result: 'no', resultText: '收入超过标准', remedy: '区民政局' })).ok()
  await street.drain()
  expect((await director.list(personTags, { filter: { personId } })).ok()).toEqual([])
  expect(await cardOf(personId)).toBeUndefined()
})
