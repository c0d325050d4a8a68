import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, systemAccess } from '../packages/core/src/access/index.ts'
import {
  alerts,
  escalate,
  eventSteps,
  grid,
  gridEvents,
  type MyEvent,
  myEvents,
  needService,
  officers,
  patrols,
  planVisits,
  reportEvent,
  visits,
} from '../packages/plugins/grid/src/index.ts'
import gridServer from '../packages/plugins/grid/src/server/index.ts'
import { addTag, changeProposals, people, recordDeath, registry } from '../packages/plugins/registry/src/index.ts'
import registryServer from '../packages/plugins/registry/src/server/index.ts'
import { proposals, residentsCouncil } from '../packages/plugins/residents-council/src/index.ts'
import councilServer from '../packages/plugins/residents-council/src/server/index.ts'
import { counter, hotlineOrders, inquiries, items, materials, receive } from '../packages/plugins/service-counter/src/index.ts'
import counterServer from '../packages/plugins/service-counter/src/server/index.ts'
import { PLACES, type TestClient, type TestRow, type TestStreet, testStreet } from '../packages/testing/src/index.ts'

/** A Monday, ten in the morning in China. */
const MORNING = '2026-11-23T02:00:00.000Z'
const later = (minutes: number): string => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString()
const place = { communityId: PLACES.east, gridId: PLACES.firstGrid }

let street: TestStreet
let admin: TestClient
let director: TestClient
let clerk: TestClient
let officer: TestClient

beforeAll(async () => {
  street = await testStreet(
    [
      { plugin: registry, server: registryServer },
      { plugin: residentsCouncil, server: councilServer },
      { plugin: counter, server: counterServer },
      { plugin: grid, server: gridServer },
    ],
    { now: MORNING },
  )
  admin = street.as({ role: 'street-admin' })
  director = street.as({ role: 'community-director', community: PLACES.east })
  clerk = street.as({ role: 'counter-clerk', community: PLACES.east })
  officer = street.as({ role: 'grid-officer', community: PLACES.east, grid: PLACES.firstGrid })
  ;(await director.create(officers, { name: '周晓东', accountId: await officer.accountId(), ...place })).ok()
}, 400_000)
beforeEach(() => street.now(MORNING))
afterAll(() => street.close())

type Event = TestRow & { readonly no: string; readonly status: string }
const eventOf = async (values: object = {}): Promise<Event> =>
  (await director.create<Event>(gridEvents, { title: '停车位不够', type: 'livelihood', ...place, ...values })).ok()
const switched = async (plugin: string, enabled: boolean): Promise<void> => {
  const { modules } = (await admin.get<{ modules: { id: string; version: number }[] }>('/api/platform/modules')).ok()
  const version = modules.find(({ id }) => id === plugin)?.version
  ;(await admin.put(`/api/platform/modules/${plugin}`, { enabled, version })).ok()
}
const person = async (name: string, more: object = {}): Promise<TestRow> =>
  (await director.create(people, { name, idType: 'none', birthDate: '1950-01-01', ...place, ...more })).ok()
const phoneOf = async (id: string): Promise<unknown> =>
  (await director.post<{ phone: string }>(`/api/registry/people/${id}/reveal`, { fields: ['phone'], purpose: 'contact' })).ok().phone

test('an event goes from its reporter to the council and back: the reporter reads what the council made of it', async () => {
  const reporter = await person('张三丰', { phone: '13800001111' })
  const me = street.as({ role: 'resident', community: PLACES.east, subject: { resource: people.name, id: reporter.id } })
  const { eventId } = (
    await me.action<{ eventId: string }>(reportEvent, { offlineId: 'mine-0000001', title: '小区没有地方停车', type: 'livelihood' })
  ).ok()
  ;(await director.action(escalate, { text: '要全体居民商量' }, eventId)).ok()
  await street.drain()
  const [proposal] = (await director.list<TestRow & { sourceNo: string }>(proposals, { filter: { source: 'grid' } })).ok()
  expect(proposal).toMatchObject({ sourceId: eventId, communityId: PLACES.east })
  const mine = async (): Promise<MyEvent | undefined> => (await me.action<{ events: MyEvent[] }>(myEvents)).ok().events[0]
  expect((await mine())?.elsewhere).toEqual([{ where: '议事会', state: '已提交' }])
  ;(await director.step(proposals, proposal?.id ?? '', 'decline', { answer: '由交警部门划线，不用商量' })).ok()
  await street.drain()
  expect((await mine())?.elsewhere).toEqual([{ where: '议事会', state: '未采纳' }])
  const notes = (await director.list<TestRow & { text: string }>(eventSteps, { filter: { eventId, kind: 'council' } })).ok()
  expect(notes.map(({ text }) => text)).toContain('居民议事会：未采纳')
  // The event itself goes on: what the council declined is still to be handled.
  expect((await director.find(gridEvents, eventId)).ok().status).toBe('reported')
})

test('an event behind which somebody needs a service becomes an inquiry at the counter, once, and its answer comes back', async () => {
  const event = await eventOf({ title: '老人要办高龄津贴' })
  ;(await director.action(needService, { text: '办高龄津贴' }, event.id)).ok()
  await street.drain()
  const [inquiry] = (await clerk.list<TestRow>(inquiries, { filter: { channel: 'grid' } })).ok()
  expect(inquiry).toMatchObject({ sourceId: event.id, status: 'owned' })
  ;(await clerk.step(inquiries, inquiry?.id ?? '', 'close', { disposition: 'self', outcome: '已上门办好' })).ok()
  await street.drain()
  expect((await director.find(gridEvents, event.id)).ok()).toMatchObject({ serviceState: 'answered' })
})

test('an appeal that comes again from the same place becomes a proposal of the council', async () => {
  const order = { no: 'R-1', topic: 'parking', place: '前程花园', content: '夜里没有车位', communityId: PLACES.east }
  for (let n = 1; n <= 3; n += 1) (await director.create(hotlineOrders, { ...order, no: `R-${n}` })).ok()
  await street.drain()
  const found = (await director.list<TestRow>(proposals, { filter: { source: 'counter' } })).ok()
  expect(found).toHaveLength(1)
})

test('the telephone left with an accepted case reaches the record by the order of trust: a ledger keeps its own and gets a proposal', async () => {
  const item = (await admin.create(items, { code: 'AGE-1', name: '高龄津贴', line: 'aged', promisedDays: 5, extensionDays: 5 })).ok()
  ;(await admin.create(materials, { itemId: item.id, name: '身份证', source: 'applicant' })).ok()
  ;(await admin.step(items, item.id, 'publish')).ok()
  const apply = async (personId: string, phone: string, more: object = {}): Promise<void> => {
    const input = { itemId: item.id, personId, phone, ticks: [{ name: '身份证', state: 'ok' }], ...more }
    ;(await clerk.action(receive, input)).ok()
  }
  const plain = await person('李秀英', { phone: '13800002222' })
  await apply(plain.id, '13900002222')
  expect(await phoneOf(plain.id)).toBe('13900002222')

  const [own] = street.streets
  const system: Actor = { kind: 'system', id: 'system', name: '系统', streetId: own.code, access: systemAccess(own.code) }
  const official = await street.store.run({ actor: system, street: own, pluginId: 'registry' }, (ctx) =>
    ctx.rows(people).create({ name: '王秀兰', idType: 'none', phone: '13800003333', source: 'official', ...place }),
  )
  await apply(official.id, '13900003333')
  expect(await phoneOf(official.id)).toBe('13800003333')
  const open = (await director.list<TestRow>(changeProposals, { filter: { personId: official.id, status: 'open' } })).ok()
  expect(open).toMatchObject([{ field: 'phone', source: 'counter' }])

  const agent = await person('赵铁柱', { phone: '13800004444' })
  await apply(agent.id, '13900004444', { agentName: '儿子' })
  expect(await phoneOf(agent.id)).toBe('13800004444')
})

test('each works where the others are off, tells what it cannot do, and catches up when they are on again', async () => {
  // The council is switched off with an event on its way to it.
  const event = await eventOf({ title: '充电桩装不装' })
  ;(await director.action(escalate, { text: '要大家商量' }, event.id)).ok()
  await switched('council', false)
  await street.drain()
  expect((await director.list(proposals)).status).toBe(404)
  const second = await eventOf({ title: '门禁坏了' })
  expect((await director.action(escalate, { text: '商量' }, second.id)).code).toBe('event.council_off')
  await switched('council', true)
  await street.drain()
  expect((await director.list<TestRow>(proposals, { filter: { sourceNo: event.no } })).ok()).toHaveLength(1)

  // The counter is off: the event stays with the net. The net is off: the counter goes on, and the answer is heard later.
  ;(await director.action(needService, { text: '办证明' }, second.id)).ok()
  await street.drain()
  const [inquiry] = (await clerk.list<TestRow>(inquiries, { filter: { channel: 'grid', status: 'owned' } })).ok()
  await switched('grid', false)
  ;(await clerk.step(inquiries, inquiry?.id ?? '', 'close', { disposition: 'self', outcome: '已办' })).ok()
  // Somebody dies while the net is off; her open visit is found later.
  await street.drain()
  expect((await director.list(gridEvents)).status).toBe(404)
  await switched('grid', true)
  await street.drain()
  expect((await director.find(gridEvents, second.id)).ok()).toMatchObject({ serviceState: 'answered' })
  await switched('counter', false)
  expect((await director.action(needService, { text: '办证明' }, event.id)).code).toBe('event.counter_off')
  ;(await director.step(gridEvents, event.id, 'verify', { level: 'normal' })).ok()
  await switched('counter', true)

  const elder = await person('孙桂兰')
  ;(await director.action(addTag, { tag: 'hardship', basisText: '走访认定', from: '2026-08-01' }, elder.id)).ok()
  await street.drain()
  ;(await director.action(planVisits)).ok()
  const open = async (): Promise<unknown[]> =>
    (await director.list<TestRow>(visits, { filter: { personId: elder.id } })).ok().map(({ status }) => status)
  expect(await open()).toEqual(['due'])
  await switched('grid', false)
  ;(await director.action(recordDeath, { deceasedAt: '2026-11-22' }, elder.id)).ok()
  await street.drain()
  await switched('grid', true)
  await street.drain()
  expect(await open()).toEqual(['cancelled'])
})

test('the inbox shows each role exactly what waits for it', async () => {
  const neighbour = street.as({ role: 'grid-officer', community: PLACES.east, grid: PLACES.secondGrid })
  const west = street.as({ role: 'community-director', community: PLACES.west })
  const leader = street.as({ role: 'street-leader' })
  const social = street.as({ role: 'social-worker', community: PLACES.east })
  const auditor = street.as({ role: 'auditor' })
  const everybody = { officer, neighbour, director, west, clerk, social, leader, auditor, admin }
  /** Whose inbox a row of the net stands in. */
  const who = async (id: string): Promise<string[]> => {
    const holders: string[] = []
    for (const [name, client] of Object.entries(everybody)) {
      const { items: rows } = (await client.get<{ items: { id: string }[] }>('/api/platform/inbox?range=[0,199]')).ok()
      if (rows.some((row) => row.id === id)) holders.push(name)
    }
    return holders
  }
  const step = async (id: string, name: string, input: object = {}, by = director): Promise<void> =>
    void (await by.step(gridEvents, id, name, input as Record<string, unknown>)).ok()

  const event = await eventOf({ title: '楼道灯坏', type: 'dispute' })
  expect(await who(event.id)).toEqual(['director'])
  await step(event.id, 'verify', { level: 'normal' })
  expect(await who(event.id)).toEqual(['officer', 'director'])
  await step(event.id, 'dispatch', { handler: 'officer', handlerName: '周晓东' })
  expect(await who(event.id)).toEqual(['officer'])
  await step(event.id, 'accept', {}, officer)
  await step(event.id, 'begin', {}, officer)
  await step(event.id, 'finish', { result: '换了灯泡' }, officer)
  expect(await who(event.id)).toEqual(['director'])

  const outside = await eventOf({ title: '水管漏水', type: 'dispute' })
  await step(outside.id, 'verify', { level: 'normal' })
  await step(outside.id, 'dispatch', { handler: 'property', handlerName: '前程物业' })
  expect(await who(outside.id)).toEqual(['director'])
  const placeless = (await admin.create<TestRow>(gridEvents, { title: '不知在哪', type: 'other' })).ok()
  expect(await who(placeless.id)).toEqual(['admin'])

  const urgent = await eventOf({ title: '燃气泄漏', type: 'order', level: 'urgent' })
  const alarm = async (minutes: number): Promise<string[]> => {
    street.now(later(minutes))
    await street.store.jobs.runNow(PLACES.street, grid.id, 'watch-urgent')
    const filter = { eventId: urgent.id, status: ['open', 'raised'] }
    const [row] = (await director.list<TestRow>(alerts, { filter })).ok()
    return row ? who(row.id) : []
  }
  expect([await alarm(29), await alarm(31), await alarm(46)]).toEqual([[], ['director'], ['leader', 'admin']])
  street.now(MORNING)

  const [me] = (await director.list<TestRow>(officers)).ok()
  const patrol = (await director.create(patrols, { officerId: me?.id, plannedOn: '2026-11-23', route: '全网格' })).ok()
  expect(await who(patrol.id)).toEqual(['officer'])
  const visit = (await director.create(visits, { personId: (await person('钱玉珍')).id, kind: 'other', dueOn: '2026-11-24' })).ok()
  expect(await who(visit.id)).toEqual(['officer'])
})
