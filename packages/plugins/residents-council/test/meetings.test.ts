import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  alerts,
  appraisals,
  cadenceCalendar,
  type CadenceRow,
  councilLedger,
  excuses,
  leaveMeeting,
  liveMeeting,
  type LiveMeeting,
  makeSheets,
  meetings,
  scoreSheet,
  type ScoreLine,
} from '../src/index.ts'
import { isPeriodOf, periodWords } from '../src/rules/period.ts'
import { cameTo, mostAtOnce } from '../src/rules/presence.ts'
import server from '../src/server/index.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 240_000)
afterAll(() => office.street.close())

const calendar = async (councilId: string): Promise<CadenceRow> => {
  const { rows } = (await office.director.action<{ rows: CadenceRow[] }>(cadenceCalendar, { year: '2026' })).ok()
  const row = rows.find((each) => each.councilId === councilId)
  if (!row) throw new Error('the body is not on the calendar')
  return row
}
const held = async (signedIn: Office['sitting'], leaving: Office['sitting'] = []): Promise<Awaited<ReturnType<Office['meeting']>>> => {
  const meeting = await office.meeting(office.council, signedIn)
  for (const { id: personId } of leaving) (await office.director.action(leaveMeeting, { personId }, meeting.id)).ok()
  ;(await office.director.step(meetings, meeting.id, 'close')).ok()
  return meeting
}

test('a body is excused in the periods in which it has to meet, and in no others', async () => {
  const { director, council, representatives } = office
  const excuse = (councilId: string, period: string): Promise<{ code?: string; status: number }> =>
    director.create(excuses, { councilId, period, writer: '李秀梅', why: '防汛' })
  expect((await excuse(representatives, '2026-Q1')).status).toBe(201)
  expect((await excuse(council, '2026-01')).status).toBe(201)
  expect((await excuse(representatives, '2026-02')).code).toBe('excuse.period')
  expect((await excuse(council, '2026-Q1')).code).toBe('excuse.period')
  expect((await excuse(council, '2026-13')).status).toBe(400)
  office.advance(35)
  const [first] = (await calendar(representatives)).periods
  expect(first).toMatchObject({ key: '2026-Q1', light: 'amber', why: '防汛' })
})

test('whoever signed in came, though they left before the end', async () => {
  const [first, second, third] = office.sitting
  const meeting = await held(
    office.sitting,
    [first, second, third].filter((each) => each !== undefined),
  )
  expect((await office.director.find(meetings, meeting.id)).ok()).toMatchObject({ due: 5, present: 5, quorate: true })
  const { quorum } = (await office.director.action<LiveMeeting>(liveMeeting, {}, meeting.id)).ok()
  expect(quorum.reached).toBe(true)
  const year = { title: '年度考评', kind: 'annual', period: '2026', communityId: null }
  const { id } = (await office.leader.create(appraisals, year)).ok()
  ;(await office.leader.action(makeSheets, {}, id)).ok()
  const { lines } = (await office.leader.action<{ lines: ScoreLine[] }>(scoreSheet, {}, id)).ok()
  expect(lines[0]?.items.find(({ code }) => code === 'attendance')?.basis).toBe('5 / 5')
})

test('a meeting that never had a quorum was not held: the month stays missed, and so does the alert', async () => {
  const night = (): Promise<void> => office.street.run('council', async (ctx) => server.jobs?.missed?.run(ctx))
  const missed = async (): Promise<number> =>
    (await office.director.list(alerts, { filter: { kind: 'missed', councilId: office.council, status: 'open' } })).ok().length
  office.advance(130)
  await night()
  expect(await missed()).toBe(1)
  const before = await calendar(office.council)
  const meeting = await held(office.sitting.slice(0, 2))
  expect((await office.director.find(meetings, meeting.id)).ok()).toMatchObject({ present: 2, quorate: false })
  expect(await missed()).toBe(1)
  const after = await calendar(office.council)
  expect(after.counted).toBe(before.counted)
  const month = after.periods.find(({ key }) => key === office.now().slice(0, 7))
  expect(month).toMatchObject({ held: 0, inquorate: 1 })
  const { rows } = (
    await office.director.report<{ rows: { present: number; quorate: boolean }[] }>(councilLedger, { from: '2026-01-01', to: '2026-12-31' })
  ).ok()
  expect(rows.map(({ present, quorate }) => [present, quorate])).toEqual([
    [5, true],
    [2, false],
  ])
  await held(office.sitting.slice(0, 3))
  expect(await missed()).toBe(0)
  expect((await calendar(office.council)).counted).toBe(before.counted + 1)
})

describe('presence', () => {
  const due = ['a', 'b', 'c', 'd', 'e']
  const stay = (personId: string, inAt: string, outAt: string | null = null): Parameters<typeof mostAtOnce>[0]['stays'][number] => ({
    personId,
    inAt: `2026-05-12T${inAt}:00Z`,
    outAt: outAt && `2026-05-12T${outAt}:00Z`,
  })

  it('is everybody due who signed in, however short, and whoever gave a proxy to one of them', () => {
    const stays = [stay('a', '15:00', '15:05'), stay('guest', '15:00'), stay('b', '15:20')]
    expect(cameTo({ due, stays, proxies: [{ principalId: 'e', holderId: 'b' }] })).toEqual(['a', 'b', 'e'])
  })

  it('at once is those who were there together, proxies with their holder, after the meeting began', () => {
    const stays = [stay('a', '14:00', '14:30'), stay('b', '14:50', '15:30'), stay('c', '15:10', '15:20'), stay('d', '15:40')]
    const proxies = [{ principalId: 'e', holderId: 'c' }]
    expect(mostAtOnce({ due, stays, proxies, openedAt: '2026-05-12T15:00:00Z' })).toBe(3)
    expect(mostAtOnce({ due, stays, proxies: [], openedAt: '2026-05-12T15:00:00Z' })).toBe(2)
    expect(mostAtOnce({ due, stays: [], proxies, openedAt: '2026-05-12T15:00:00Z' })).toBe(0)
  })

  it('of somebody who left and came back is one', () => {
    const stays = [stay('a', '15:00', '15:10'), stay('a', '15:10')]
    expect(mostAtOnce({ due, stays, proxies: [], openedAt: '2026-05-12T15:00:00Z' })).toBe(1)
  })
})

it('a period is named as its cadence names it', () => {
  expect(['2026-01', '2026-12', '2026-13', '2026-Q1', '2026', '2026-01-01', ''].map((key) => isPeriodOf('month', key))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
  expect(['2026-Q4', '2026-Q5', '2026-H1'].map((key) => isPeriodOf('quarter', key))).toEqual([true, false, false])
  expect(['2026-H2', '2026-H3'].map((key) => isPeriodOf('halfYear', key))).toEqual([true, false])
  expect(['2026', '2026-01'].map((key) => isPeriodOf('year', key))).toEqual([true, false])
})

test('a period is said in words, never in its code', () => {
  expect(['2026-03', '2026-Q2', '2026-H2', '2026'].map((key) => periodWords(key).long)).toEqual([
    '2026 年 3 月',
    '2026 年第 2 季度',
    '2026 年下半年',
    '2026 年',
  ])
})
