import { PLACES, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { applications, callNext, hotlineOrders, measuresReport, tickets, windows } from '../src/index.ts'
import { levelOf, topicOf } from '../src/rules/hotline-words.ts'
import { MEASURES, ratioOf } from '../src/rules/measures.ts'
import { ALL_THERE, APRIL, at, type Hall, openHall } from './hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.street.close())
beforeEach(() => hall.street.now(APRIL))

interface Line {
  readonly code: string
  readonly result: string
  readonly numerator: number
  readonly denominator: number
  readonly drills?: Readonly<Record<string, { readonly resource: string; readonly filter: object }>>
}

it('a ratio says nothing where there is nothing to divide by', () => {
  expect(ratioOf('percent', 2, 3)).toBe(66.7)
  expect(ratioOf('thousand', 1, 8)).toBe(125)
  expect(ratioOf('mean', 0, 0)).toBeNull()
})

it('every measure shows its two parts, and whatever counts rows opens exactly those rows', async () => {
  const { window3, director, street } = hall
  const five = await hall.item({ promisedDays: 5, legalDays: 10 })
  const ten = await hall.item({ promisedDays: 10 })
  const [window] = [(await director.create(windows, { name: '3 号窗口', communityId: PLACES.east })).ok()]
  ;(await window3.create(tickets, { communityId: PLACES.east })).ok()
  street.now(at('2026-04-30', '10:12'))
  const { id: ticketId } = (await window3.action<{ id: string }>(callNext, { windowId: window.id })).ok()
  // In time with one visit, by a proxy; late with two visits; refused at the door.
  const quick = await hall.receive(window3, five.id, ALL_THERE, { ticketId, agentName: '邻居' })
  const slow = await hall.receive(window3, ten.id, [
    { name: '身份证', state: 'missing' },
    { name: '照片', state: 'ok' },
  ])
  ;(await window3.step(applications, slow.id, 'supplement')).ok()
  ;(await window3.action({ name: 'counter.applications.tick', resource: 'counter.applications' }, { ticks: ALL_THERE }, slow.id)).ok()
  ;(await window3.step(applications, slow.id, 'accept')).ok()
  street.now(at('2026-05-07'))
  ;(await window3.step(applications, quick.id, 'decide', { result: 'yes' })).ok()
  street.now(at('2026-05-20'))
  await hall.tick()
  ;(await window3.step(applications, slow.id, 'decide', { result: 'yes' })).ok()

  const { rows } = (await director.report<{ rows: Line[] }>(measuresReport, { from: '2026-04-01', to: '2026-05-31' })).ok()
  const by = Object.fromEntries(rows.map((row) => [row.code, row]))
  expect(Object.keys(by)).toEqual(Object.keys(MEASURES))
  const parts = (code: string): unknown[] => [by[code]?.numerator, by[code]?.denominator, by[code]?.result]
  expect(parts('onTime')).toEqual([1, 2, '50 %'])
  // 5 of 10 days, and 10 of the law's 20.
  expect(parts('promiseToLegal')).toEqual([15, 30, '50 %'])
  // 7 May is the second working day after the holiday, 20 May the twelfth.
  expect(parts('elapsedToPromise')).toEqual([14, 15, '93.3 %'])
  expect(parts('meanElapsed')).toEqual([14, 2, '7 个工作日'])
  expect(parts('firstVisit')).toEqual([1, 2, '50 %'])
  expect(parts('visits')).toEqual([3, 2, '1.5 次'])
  expect(parts('materials')).toEqual([4, 2, '2 份'])
  expect(parts('notices')).toEqual([1, 2, '50 次'])
  expect(parts('wait')).toEqual([12, 1, '12 分钟'])
  expect(parts('breaches')).toEqual([1, 2, '500 件'])
  expect(parts('elderProxy')).toEqual([1, 2, '50 %'])
  expect(parts('badFixed')).toEqual([0, 0, '没有可算的件'])
  for (const row of rows)
    for (const [column, { resource, filter }] of Object.entries(row.drills ?? {})) {
      const found = (await director.list({ name: resource }, { filter: filter as Record<string, unknown> })).ok()
      expect([row.code, column, found.length]).toEqual([row.code, column, row[column as 'numerator' | 'denominator']])
    }
})

it('a centre’s own words are understood: categories, urgency', () => {
  expect(['城市管理-占道停车', '噪声扰民', '老旧小区物业管理', '别的什么'].map(topicOf)).toEqual(['parking', 'noise', 'property', 'other'])
  expect(['特急', '', '咨询', '不清楚'].map(levelOf)).toEqual(['urgent', 'normal', 'consult', undefined])
})

it('the centre’s sheet becomes orders with their clocks, once; bad rows are told and the rest is written', async () => {
  const { director, street } = hall
  const sheet = [
    '工单号,问题分类,紧急程度,地址,问题描述,诉求人,联系电话,承办单位',
    'SQ-1,占道停车,普通,东街 1 号,堵了消防通道,王女士,13800002222,东社区',
    'SQ-2,噪声,特急,东街 2 号,夜里施工,李先生,13800003333,东社区',
    'SQ-3,垃圾,不清楚,东街 3 号,没人清运,赵女士,13800004444,东社区',
    ',路灯,普通,东街 4 号,路灯不亮,,,东社区',
    'SQ-5,路灯,普通,东街 5 号,路灯不亮,,123,东社区',
  ].join('\n')
  const name = street.streets[0].communities.find(({ code }) => code === PLACES.east)?.name ?? ''
  const upload = async (): Promise<{ id: string; good: number; bad: number }> =>
    (
      await director.upload<{ id: string; good: number; bad: number }>('/api/counter/imports/hotline', {
        name: '工单.csv',
        content: sheet.replaceAll('东社区', name),
      })
    ).ok()
  const preview = await upload()
  expect(preview).toMatchObject({ total: 5, good: 2, bad: 3 })
  const bad = (
    await director.get<{ no: number; faults: { zh: string }[] }[]>(`/api/platform/imports/${preview.id}/rows`, {
      filter: '{"state":"bad"}',
    })
  ).ok()
  expect(bad.map(({ no, faults }) => [no, faults[0]?.zh])).toEqual([
    [4, expect.stringContaining('不认识的等级：不清楚')],
    [5, expect.stringContaining('工单编号')],
    [6, expect.stringContaining('手机号码应为 11 位')],
  ])
  ;(await director.post(`/api/platform/imports/${preview.id}/apply`, { rows: 'good' })).ok()
  await street.drain()
  const orders = async (): Promise<TestRow[]> =>
    (await director.list(hotlineOrders, { filter: { no: ['SQ-1', 'SQ-2', 'SQ-3'] }, sort: ['no', 'ASC'] })).ok()
  expect(await orders()).toMatchObject([
    { no: 'SQ-1', topic: 'parking', level: 'normal', status: 'received', dueAt: at('2026-05-11', '17:00') },
    { no: 'SQ-2', topic: 'noise', level: 'urgent', dueAt: at('2026-04-30', '17:00') },
  ])
  ;(await hall.window3.step(hotlineOrders, String((await orders())[0]?.id), 'accept')).ok()
  const again = await upload()
  ;(await director.post(`/api/platform/imports/${again.id}/apply`, { rows: 'good' })).ok()
  await street.drain()
  expect((await orders()).map(({ no, status }) => `${String(no)} ${String(status)}`)).toEqual(['SQ-1 accepted', 'SQ-2 received'])
})
