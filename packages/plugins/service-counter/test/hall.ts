import { people, registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { PLACES, type TestClient, type TestRow, type TestStreet, testStreet, type TestStreetOptions } from '@linli/testing'
import { applications, counter, items, materials, receive, type Received, slip } from '../src/index.ts'
import server from '../src/server/index.ts'

/** Thursday 30 April 2026, ten in the morning: the day before the holiday. */
export const APRIL = '2026-04-30T02:00:00.000Z'

/** A moment of a day in China: `at('2026-05-11', '16:59')`. */
export function at(day: string, time = '10:00'): string {
  return new Date(`${day}T${time}:00.000+08:00`).toISOString()
}

/** A hall with a director, a leader and three windows. */
export interface Hall {
  readonly street: TestStreet
  readonly admin: TestClient
  readonly director: TestClient
  readonly leader: TestClient
  readonly window3: TestClient
  readonly window5: TestClient
  readonly window6: TestClient
  readonly elder: TestRow
  /** A published item with an applicant's material, a deferrable one and one of our own records. */
  item(terms?: Readonly<Record<string, unknown>>): Promise<TestRow>
  /** Receives a case in one press. */
  receive(clerk: TestClient, itemId: string, ticks?: readonly object[], more?: object): Promise<Received>
  /** The row of a case. */
  application(id: string): Promise<TestRow & Readonly<Record<string, never>>>
  /** What stands behind the QR of the slip. */
  code(id: string): Promise<string>
  /** Runs the clocks, as the job does. */
  tick(): Promise<void>
  /** Forgets whom the street need not know any more, as the nightly jobs do. */
  forget(): Promise<void>
}

/** The key that the client's phone made. */
export const PHONE = 'a-phone-of-the-client-0001'

export const ALL_THERE = [
  { name: '身份证', state: 'ok' },
  { name: '照片', state: 'ok' },
]

/** Opens the hall; `more` as for `testStreet`. */
export async function openHall(more: TestStreetOptions = {}): Promise<Hall> {
  const street = await testStreet(
    [
      { plugin: registry, server: registryServer },
      { plugin: counter, server },
    ],
    { now: APRIL, ...more },
  )
  const clerk = (n: number): TestClient =>
    street.as({
      role: 'counter-clerk',
      community: PLACES.east,
      subject: { resource: 'counter.windows', id: `0190000${n}-0000-7000-8000-000000000000` },
    })
  const admin = street.as({ role: 'street-admin' })
  const director = street.as({ role: 'community-director', community: PLACES.east })
  const window3 = clerk(3)
  const elder = (
    await director.create(people, {
      name: '王秀兰',
      idType: 'resident',
      idNumber: '11010519491231002X',
      phone: '13800001111',
      communityId: PLACES.east,
    })
  ).ok()
  let items_ = 0

  return {
    street,
    admin,
    director,
    leader: street.as({ role: 'street-leader' }),
    window3,
    window5: clerk(5),
    window6: clerk(6),
    elder,
    item: async (terms = {}) => {
      items_ += 1
      const { id } = (
        await admin.create(items, { code: `ITEM-${items_}`, name: '高龄津贴', line: 'aged', promisedDays: 5, extensionDays: 5, ...terms })
      ).ok()
      ;(await admin.create(materials, { itemId: id, name: '身份证', source: 'applicant' })).ok()
      ;(await admin.create(materials, { itemId: id, name: '照片', source: 'applicant', canDefer: true })).ok()
      ;(await admin.create(materials, { itemId: id, name: '户籍信息', source: 'share' })).ok()
      return (await admin.step(items, id, 'publish')).ok()
    },
    receive: async (who, itemId, ticks = ALL_THERE, over = {}) =>
      (await who.action<Received>(receive, { itemId, personId: elder.id, ticks, ...over })).ok(),
    application: async (id) => (await director.find<TestRow & Readonly<Record<string, never>>>(applications, id)).ok(),
    code: async (id) => (await window3.action<{ code: string }>(slip, {}, id)).ok().code,
    tick: () => street.store.jobs.runNow(PLACES.street, 'counter', 'clocks'),
    forget: async () => {
      for (const job of ['forget-askers', 'forget-bookers']) await street.store.jobs.runNow(PLACES.street, 'counter', job)
    },
  }
}
