import { PLACES, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  applications,
  breaches,
  bringMaterials,
  type ClockLine,
  inquiries,
  myClocks,
  notices,
  performanceReport,
  printForm,
  type PrintedForm,
  progress,
  rate,
  ratingReport,
  ratings,
} from '../src/index.ts'
import { ALL_THERE, APRIL, at, type Hall, openHall, PHONE } from './hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.street.close())
beforeEach(() => hall.street.now(APRIL))

const BOTH_MISSING = [
  { name: '身份证', state: 'missing' },
  { name: '照片', state: 'missing' },
]
const bring = async (id: string, ticks: readonly object[]): Promise<{ lacking: readonly string[] }> =>
  (await hall.window3.action<{ lacking: readonly string[] }>(bringMaterials, { ticks }, id)).ok()
const breachKinds = async (sourceId: string): Promise<unknown[]> =>
  (await hall.director.list(breaches, { filter: { sourceId } })).ok().map(({ kind }) => kind)

it('of two papers that were told one comes: the case still waits for the other, nobody is late for it, and the client sees what is left', async () => {
  const item = await hall.item()
  const { id, no } = await hall.receive(hall.window3, item.id, BOTH_MISSING)
  hall.street.now(at('2026-05-06'))
  expect(await bring(id, [{ name: '身份证', state: 'ok' }])).toMatchObject({ lacking: ['照片'] })
  const waiting = await hall.application(id)
  expect(waiting).toMatchObject({ status: 'noticed', visits: 2, notices: 1 })
  expect((await hall.street.anonymous.action(progress, { no, tail: '1111' })).ok()).toMatchObject({
    missing: ['照片'],
    lapseOn: waiting.lapseOn,
  })
  // The last day that the notice gives.
  hall.street.now(at('2026-05-10'))
  await hall.tick()
  expect(await hall.application(id)).toMatchObject({ status: 'noticed' })
  expect(await breachKinds(id)).toEqual([])
  await bring(id, [{ name: '照片', state: 'ok' }])
  expect(await hall.application(id)).toMatchObject({ status: 'in_review' })
})

it('a paper that came and is wrong is told in a second notice, with time for it and without a breach', async () => {
  const item = await hall.item()
  const { id } = await hall.receive(hall.window3, item.id, BOTH_MISSING)
  hall.street.now(at('2026-05-06'))
  await bring(id, [{ name: '身份证', state: 'wrong', note: '过期' }])
  expect(await hall.application(id)).toMatchObject({ status: 'noticed', notices: 2 })
  const told = (await hall.director.list(notices, { filter: { applicationId: id }, sort: ['seq', 'ASC'] })).ok()
  expect(told.map(({ text, isBreach }) => [text, isBreach])).toEqual([
    ['身份证：没有提交；照片：没有提交', false],
    ['身份证：过期；照片：没有提交', false],
  ])
  expect(String(told[1]?.lapseOn) > String(told[0]?.lapseOn)).toBe(true)
})

it('while an applicant fetches what may follow the clock stands still, for an on-the-spot case too, and the slip says what and until when', async () => {
  const ticks = [
    { name: '身份证', state: 'ok' },
    { name: '照片', state: 'deferred' },
  ]
  const later = { deferUntil: '2026-05-20', promised: true }
  const instant = await hall.receive(hall.window3, (await hall.item({ kind: 'instant' })).id, ticks, later)
  const five = await hall.receive(hall.window3, (await hall.item()).id, ticks, later)
  expect(await hall.application(five.id)).toMatchObject({ clockState: 'paused', pauseReason: 'supplement' })
  expect((await hall.street.anonymous.action(progress, { no: five.no, tail: '1111' })).ok()).toMatchObject({
    missing: ['照片'],
    lapseOn: '2026-05-20',
    standsStill: expect.stringContaining('补正'),
  })
  const paper = (await hall.window3.action<PrintedForm>(printForm, { form: 'accepted', id: five.id })).ok()
  expect(paper.lines.find(([label]) => label === '容缺后补')?.[1]).toBe('照片')
  expect(paper.lines.find(([label]) => label === '后补截止')?.[1]).toContain('2026-05-20')
  hall.street.now(at('2026-05-18'))
  await hall.tick()
  for (const { id } of [instant, five]) expect(await breachKinds(id)).toEqual([])

  await bring(five.id, [{ name: '照片', state: 'ok' }])
  await bring(instant.id, [{ name: '照片', state: 'ok' }])
  // Five working days from the day on which it was complete.
  expect(await hall.application(five.id)).toMatchObject({ status: 'in_review', clockState: 'running', promisedOn: '2026-05-25' })
  hall.street.now(at('2026-05-18', '16:00'))
  await hall.tick()
  expect(await breachKinds(instant.id)).toEqual([])
  hall.street.now(at('2026-05-19', '01:00'))
  await hall.tick()
  expect(await breachKinds(instant.id)).toContain('left-overnight')
  expect(await breachKinds(five.id)).toEqual([])
})

it('what was received and not taken up is among one’s clocks, red once the law takes it as accepted', async () => {
  const { window3, elder } = hall
  const item = await hall.item()
  const { id } = (await window3.create(applications, { itemId: item.id, personId: elder.id, communityId: PLACES.east })).ok()
  ;(await window3.step(applications, id, 'submit')).ok()
  const line = async (): Promise<ClockLine | undefined> =>
    (await window3.action<{ lines: ClockLine[] }>(myClocks)).ok().lines.find((each) => each.id === id)
  expect(await line()).toMatchObject({ duty: 'accept', light: 'green' })
  hall.street.now(at('2026-05-11', '18:00'))
  expect(await line()).toMatchObject({ light: 'red' })
})

it('three tries in a minute are one; whoever cannot be reached in three is owed the repair all the same', async () => {
  const { director } = hall
  const { id } = await hall.receive(hall.window3, (await hall.item()).id)
  ;(await hall.window3.step(applications, id, 'decide', { result: 'yes' })).ok()
  ;(await hall.street.anonymous.action(rate, { code: await hall.code(id), key: PHONE, grade: 1, tail: '1111' })).ok()
  const [rating] = (await director.list(ratings, { filter: { applicationId: id } })).ok()
  const call = (): ReturnType<typeof director.step> => director.step(ratings, String(rating?.id), 'attempt', { contactNote: '电话没人接' })
  ;(await call()).ok()
  expect((await call()).code).toBe('rating.attempt_soon')
  for (const time of ['11:00', '12:00']) {
    hall.street.now(at('2026-04-30', time))
    ;(await call()).ok()
  }
  const left = (await director.find(ratings, String(rating?.id))).ok()
  expect(left).toMatchObject({ status: 'fixing', attempts: 3 })
  hall.street.now(at('2026-05-28'))
  await hall.tick()
  expect(await breachKinds(String(rating?.id))).toEqual(['overdue'])
})

it('a decision that was not brought to the applicant in ten working days is answered for', async () => {
  const { id } = await hall.receive(hall.window3, (await hall.item()).id)
  ;(await hall.window3.step(applications, id, 'decide', { result: 'yes' })).ok()
  hall.street.now(at('2026-05-26'))
  await hall.tick()
  await hall.tick()
  expect(await breachKinds(`${id}#d`)).toEqual(['overdue'])
})

it('an inquiry is handed only to somebody who can accept it, and whoever may open one may close it', async () => {
  const { director, leader, window3 } = hall
  const officer = hall.street.as({ role: 'grid-officer', community: PLACES.east })
  const row = (await window3.create(inquiries, { matter: '路灯不亮', communityId: PLACES.east })).ok()
  const refused = await window3.step(inquiries, row.id, 'handOver', { handToId: await leader.accountId() })
  expect(refused.code).toBe('inquiry.cannot_take')
  ;(await window3.step(inquiries, row.id, 'handOver', { handToId: await officer.accountId() })).ok()
  ;(await officer.step(inquiries, row.id, 'accept')).ok()
  ;(await officer.step(inquiries, row.id, 'close', { disposition: 'self', outcome: '已报修' })).ok()
  expect((await director.find(inquiries, row.id)).ok()).toMatchObject({ status: 'closed' })
})

it('an organisation asks for its progress with the telephone that it left', async () => {
  const item = await hall.item()
  const more = { personId: undefined, applicantName: '东街合作社', phone: '13911112222', communityId: PLACES.east }
  const { no } = await hall.receive(hall.window3, item.id, ALL_THERE, more)
  expect((await hall.street.anonymous.action(progress, { no, tail: '2222' })).ok()).toMatchObject({ found: true })
})

it('shares stand in hundredths, and what is open past its day lowers them', async () => {
  const street = await openHall()
  try {
    const item = await street.item({ line: 'relief' })
    const [first, second] = [await street.receive(street.window3, item.id), await street.receive(street.window3, item.id)]
    ;(await street.window3.step(applications, first.id, 'decide', { result: 'yes' })).ok()
    const period = { from: '2026-04-01', to: '2026-05-31' }
    const lines = async (): Promise<TestRow[]> => (await street.director.report<{ rows: TestRow[] }>(performanceReport, period)).ok().rows
    expect(await lines()).toMatchObject([{ decided: 1, onTime: 1, late: 0, rate: 100, once: 100 }])
    street.street.now(at('2026-05-20'))
    await street.tick()
    expect(await lines()).toMatchObject([{ decided: 1, onTime: 1, late: 1, rate: 50 }])
    // Given up after its day, it was late all the same.
    ;(await street.window3.step(applications, second.id, 'withdraw', { resultText: '申请人不办了' })).ok()
    expect(await lines()).toMatchObject([{ decided: 2, onTime: 1, late: 0, rate: 50 }])
    const given = { code: await street.code(first.id), key: PHONE, grade: 1, tail: '1111' }
    ;(await street.street.anonymous.action(rate, given)).ok()
    street.street.now(at('2026-06-10'))
    await street.tick()
    const [rating] = (await street.director.list(ratings, { filter: { applicationId: first.id } })).ok()
    for (const [step, input] of [
      ['contact', { contactNote: '说等得久' }],
      ['repair', { fix: '加开一个窗口' }],
      ['visit', { revisit: 'satisfied' }],
    ] as const)
      (await street.director.step(ratings, String(rating?.id), step, input)).ok()
    const months = (await street.director.report<{ rows: TestRow[] }>(ratingReport, { from: '2026-05-01', to: '2026-06-30' })).ok().rows
    expect(months).toMatchObject([{ named: 1, fixed: 1, fixRate: 100 }])
  } finally {
    await street.street.close()
  }
})
