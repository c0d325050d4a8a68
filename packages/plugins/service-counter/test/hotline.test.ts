import { PLACES, type TestRow } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { breaches, hotlineExclusions, hotlineLedger, hotlineOrders, hotlineRates } from '../src/index.ts'
import { hotlineShares } from '../src/rules/hotline-shares.ts'
import { at, type Hall, openHall } from './hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.street.close())

const DAYS = { from: '2026-04-01', to: '2026-05-31' }
interface Rates {
  readonly rows: readonly (Readonly<Record<string, unknown>> & {
    readonly drills?: Readonly<Record<string, { readonly resource: string; readonly filter: Readonly<Record<string, unknown>> }>>
  })[]
}

async function order(no: string): Promise<string> {
  const values = { no, topic: 'noise', place: `${no} 号`, content: '夜里施工', communityId: PLACES.east }
  return (await hall.window3.create(hotlineOrders, values)).ok().id
}

async function finish(id: string, solved: 'yes' | 'no', satisfaction: string): Promise<void> {
  const { window3, director } = hall
  ;(await window3.step(hotlineOrders, id, 'accept')).ok()
  ;(await window3.step(hotlineOrders, id, 'handle', { handling: '已到场' })).ok()
  ;(await window3.step(hotlineOrders, id, 'answer', { reply: '已处理' })).ok()
  ;(await director.step(hotlineOrders, id, 'revisit', { solved, satisfaction })).ok()
}

async function rates(): Promise<Rates['rows'][number] | undefined> {
  return (await hall.director.report<Rates>(hotlineRates, DAYS)).ok().rows[0]
}

it('the three rates count what was answered in time, solved and satisfied, and each part opens its orders', async () => {
  const { director, street, window3 } = hall
  await finish(await order('H-1'), 'yes', 'satisfied')
  await finish(await order('H-2'), 'yes', 'partly')
  await finish(await order('H-3'), 'no', 'unsatisfied')
  const back = await order('H-4')
  ;(await window3.step(hotlineOrders, back, 'giveBack', { why: '应由城管局办' })).ok()
  // Four working hours from ten o'clock, with the noon break, end at three.
  const late = await order('H-5')
  street.now(at('2026-04-30', '15:01'))
  expect(await rates()).toMatchObject({ asked: 3, responded: 3 })
  await hall.tick()
  expect(await rates()).toMatchObject({ asked: 4, responded: 3 })
  ;(await window3.step(hotlineOrders, late, 'accept')).ok()
  const row = await rates()
  expect(row).toMatchObject({
    received: 5,
    excluded: 0,
    asked: 4,
    responded: 3,
    responseRate: 75,
    revisited: 3,
    solved: 2,
    solveRate: 66.7,
    satisfied: 2,
    satisfactionRate: 66.7,
  })
  expect(Object.keys(row?.drills ?? {})).toHaveLength(7)
  for (const [column, { resource, filter }] of Object.entries(row?.drills ?? {}))
    expect([column, (await director.list({ name: resource }, { filter: filter as Record<string, unknown> })).ok().length]).toEqual([
      column,
      row?.[column],
    ])
})

it('an order that is given back and comes again by a ruling is asked anew', async () => {
  const { director, street, window3 } = hall
  street.now(at('2026-05-06', '10:00'))
  const id = await order('H-6')
  street.now(at('2026-05-06', '16:00'))
  await hall.tick()
  ;(await window3.step(hotlineOrders, id, 'giveBack', { why: '应由交警办' })).ok()
  ;(await director.step(hotlineOrders, id, 'assign', { ruling: '区热线办 3 号' })).ok()
  expect((await window3.step(hotlineOrders, id, 'accept')).ok()).toMatchObject({ isResponded: 'yes' })

  // Its whole time counts from the ruling, however late that was.
  const late = await order('H-8')
  ;(await window3.step(hotlineOrders, late, 'giveBack', { why: '应由交警办' })).ok()
  street.now(at('2026-05-28', '10:00'))
  const ruled = (await director.step(hotlineOrders, late, 'assign', { ruling: '区热线办 4 号' })).ok()
  expect(String(ruled.dueAt) > at('2026-05-29')).toBe(true)
  street.now(at('2026-05-28', '11:00'))
  await hall.tick()
  expect((await director.list(breaches, { filter: { sourceId: late } })).ok()).toEqual([])
})

it('an order is left out for a reason that somebody else has granted, and is closed then although it is not solved', async () => {
  const { director, leader, window3 } = hall
  const [unsolved] = (await director.list<TestRow>(hotlineOrders, { filter: { no: 'H-3' } })).ok()
  const orderId = String(unsolved?.id)
  expect((await director.step(hotlineOrders, orderId, 'close')).code).toBe('hotline.unsatisfied')
  const asked = { orderId, ground: 'unlawful', reason: '要求拆除邻居的合法建筑' }
  const answers = await Promise.all([1, 2, 3].map(() => window3.create(hotlineExclusions, asked)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  const [exclusion] = (await director.list<TestRow>(hotlineExclusions, { filter: { orderId } })).ok()
  const id = String(exclusion?.id)
  expect((await director.step(hotlineExclusions, id, 'approve', { answer: '同意' })).status).toBe(403)
  expect(await rates()).toMatchObject({ excluded: 0, solved: 2, revisited: 3 })
  ;(await leader.step(hotlineExclusions, id, 'approve', { answer: '规划许可齐全' })).ok()
  expect(await rates()).toMatchObject({ excluded: 1, solved: 2, revisited: 2, solveRate: 100, satisfactionRate: 100 })
  const { rows } = (await director.report<Rates>(hotlineLedger, { ...DAYS, counted: 'excluded' })).ok()
  expect(rows).toMatchObject([{ no: 'H-3', excludedFor: 'unlawful', solved: 'no' }])
  ;(await director.step(hotlineOrders, orderId, 'close')).ok()
})

it('whoever asked for an exclusion does not decide on it, and the table holds one an order', async () => {
  const { admin, street, window3 } = hall
  const orderId = await order('H-7')
  const asked = (await admin.create(hotlineExclusions, { orderId, ground: 'not-ours', reason: '在邻街道' })).ok()
  expect((await admin.step(hotlineExclusions, asked.id, 'approve', { answer: '同意' })).code).toBe('exclusion.own')
  expect((await window3.create(hotlineExclusions, { orderId, ground: 'other', reason: '再提' })).code).toBe('exclusion.twice')
  const twice = sql`insert into counter_hotline_exclusions select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).* from counter_hotline_exclusions e where id = ${asked.id}`
  await expect(twice.execute(street.store.db)).rejects.toThrow('counter_hotline_exclusions_once')
})

it('without an order there is no rate', () => {
  const none = { received: 0, excluded: 0, asked: 0, responded: 0, revisited: 0, solved: 0, satisfied: 0 }
  expect(hotlineShares(none)).toEqual({ responseRate: null, solveRate: null, satisfactionRate: null })
})
