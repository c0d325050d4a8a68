import { people } from '@linli/plugin-registry'
import { PLACES } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  actionItems,
  agendaItems,
  alerts,
  askLeave,
  concludeItem,
  confirmResult,
  councils,
  excuses,
  feedback,
  matters,
  meetings,
  members,
  objections,
  publications,
  raiseObjection,
} from '../src/index.ts'
import { absencesInARow } from '../src/rules/absence.ts'
import { seriesDays } from '../src/rules/series.ts'
import server from '../src/server/index.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 240_000)
afterAll(() => office.street.close())

const night = (job: string): Promise<void> =>
  office.street.run('council', async (ctx) => {
    await server.jobs?.[job]?.run(ctx)
  })
const open = async (kind: string, councilId = office.council): Promise<{ id: string; summary: string }[]> =>
  (await office.director.list<{ id: string; summary: string }>(alerts, { filter: { kind, councilId, status: 'open' } })).ok()

test('a leave neither adds to absences in a row nor breaks the row', () => {
  expect(absencesInARow(['absent', 'excused', 'absent', 'absent'])).toBe(3)
  expect(absencesInARow(['came', 'absent', 'absent', 'absent'])).toBe(0)
  expect(absencesInARow([])).toBe(0)
})

test('a series plans what can still be called in time, over the end of a year too', () => {
  expect(seriesDays(12, 5, '2026-12-08')).toEqual([{ day: '2027-01-12', noticeBy: '2027-01-07' }])
  expect(seriesDays(12, 5, '2026-12-07').map(({ day }) => day)).toEqual(['2026-12-12', '2027-01-12'])
})

test('a council without its three officers stands in the inbox of its director until they are named', async () => {
  const [told] = await open('vacancy')
  expect(told?.summary).toBe('「前程社区议事会」缺管事人、问事人、干事人，请尽快补上')
  const inbox = (await office.director.get<{ items: { resource: string; id: string }[] }>('/api/platform/inbox')).ok()
  expect(inbox.items.some(({ resource, id }) => resource === alerts.name && id === told?.id)).toBe(true)
  const elsewhere = office.street.as({ role: 'community-director', community: PLACES.west })
  expect((await elsewhere.list(alerts)).ok()).toEqual([])
  const sitting = (await office.director.list(members, { filter: { councilId: office.council }, sort: ['createdAt', 'ASC'] })).ok()
  for (const [index, duty] of ['manages', 'asks', 'acts'].entries())
    (await office.director.update(members, sitting[index]?.id ?? '', { duty })).ok()
  expect(await open('vacancy')).toEqual([])
  ;(await office.director.update(members, sitting[1]?.id ?? '', { to: '2026-03-02' })).ok()
  office.advance(1)
  await night('watch-bodies')
  expect((await open('vacancy')).map(({ summary }) => summary)).toEqual(['「前程社区议事会」缺问事人，请尽快补上'])
})

test('the regular meetings are planned ahead, once a month, with the notice as a to-do that has a clock', async () => {
  ;(await office.director.update(councils, office.council, { meetingDay: 20, meetingTime: '09:30', meetingPlace: '议事厅' })).ok()
  await night('plan-meetings')
  await night('plan-meetings')
  const planned = (
    await office.director.list<{ id: string; title: string; scheduledAt: string; dueAt: string; place: string }>(meetings, {
      filter: { councilId: office.council },
      sort: ['scheduledAt', 'ASC'],
    })
  ).ok()
  expect(planned.map(({ title, scheduledAt, dueAt, place }) => [title, scheduledAt, dueAt, place])).toEqual([
    ['前程社区议事会 2026 年 3 月例会', '2026-03-20T01:30:00.000Z', '2026-03-19T09:30:00.000Z', '议事厅'],
    ['前程社区议事会 2026 年 4 月例会', '2026-04-20T01:30:00.000Z', '2026-04-19T09:30:00.000Z', '议事厅'],
  ])
  for (const { id } of planned) (await office.director.step(meetings, id, 'cancel', { reason: '改期' })).ok()
  await night('plan-meetings')
  expect((await office.director.list(meetings, { filter: { councilId: office.council } })).ok()).toHaveLength(2)
})

test('who stays away three times without a word is told of; a leave asked on the phone is no absence', async () => {
  const [first, second, third, lazy, ill] = office.sitting as readonly [
    Office['sitting'][0],
    Office['sitting'][0],
    Office['sitting'][0],
    Office['sitting'][0],
    Office['sitting'][0],
  ]
  for (let n = 0; n < 3; n += 1) {
    const meeting = await office.meeting(office.representatives, [first, second, third])
    ;(await ill.phone.action(askLeave, { meetingId: meeting.id, why: '住院' })).ok()
    expect((await first.phone.action(askLeave, { meetingId: meeting.id, why: '有事' })).code).toBe('meeting.came')
    if (n === 0) {
      const [item] = (await office.director.list(agendaItems, { filter: { meetingId: meeting.id } })).ok()
      ;(await office.director.action(concludeItem, { itemId: item?.id, conclusion: '无', putOff: 'no' }, meeting.id)).ok()
    }
    expect(await open('absence', office.representatives)).toEqual([])
    ;(await office.director.step(meetings, meeting.id, 'close')).ok()
  }
  expect((await open('absence', office.representatives)).map(({ summary }) => summary)).toEqual([
    `${lazy.name}连续 3 次未请假缺席「前程社区居民代表会议」，席位是否保留请按章程处理`,
  ])
  const next = await office.meeting(office.representatives, [first, lazy])
  ;(await office.director.step(meetings, next.id, 'close')).ok()
  expect(await open('absence', office.representatives)).toEqual([])
})

test('three months without a meeting and without an excuse are told of, and a meeting ends that', async () => {
  office.advance(100)
  const month = (ago: number): string => {
    const now = office.now()
    const index = Number(now.slice(0, 4)) * 12 + Number(now.slice(5, 7)) - 1 - ago
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  }
  await night('missed')
  const [told] = await open('missed')
  expect(told?.summary).toMatch(/^「前程社区议事会」连续 \d+ 个月没有开会也没有说明，请尽快召开$/)
  ;(await office.director.step(alerts, told?.id ?? '', 'settle', { answer: '本月召开' })).ok()
  await night('missed')
  expect(await open('missed')).toEqual([])
  const meeting = await office.meeting(office.council, office.sitting.slice(2))
  ;(await office.director.step(meetings, meeting.id, 'close')).ok()
  ;(await office.director.create(excuses, { councilId: office.council, period: month(1), writer: '李秀梅', why: '防汛' })).ok()
  office.advance(31)
  await night('missed')
  expect(await open('missed')).toEqual([])
})

test('a publication ends by itself when its days are over, and not while an objection stops it', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'publicised')
  const posted = async (): Promise<{ id: string; status: string; until: string }> => {
    const [row] = (
      await office.director.list<{ id: string; status: string; until: string; version: number; communityId: null }>(publications, {
        filter: { matterId: id, kind: 'resolution' },
      })
    ).ok()
    if (!row) throw new Error('nothing is posted')
    return row
  }
  const due = async (): Promise<string> => String((await office.director.find(matters, id)).ok().dueAt).slice(0, 10)
  const before = await due()
  const { objectionId } = (
    await (
      await office.resident()
    ).phone.action<{ objectionId: string }>(raiseObjection, { publicationId: (await posted()).id, text: '影响采光' })
  ).ok()
  office.advance(9)
  await night('end-publications')
  expect((await posted()).status).toBe('suspended')
  ;(await office.director.step(objections, objectionId, 'answer', { verdict: 'dismissed', answer: '符合间距' })).ok()
  expect((Date.parse(await due()) - Date.parse(before)) / 86_400_000).toBe(9)
  // Its last day counts to the end.
  office.advance(7)
  expect((await posted()).until).toBe(office.now().slice(0, 10))
  await night('end-publications')
  expect((await posted()).status).toBe('running')
  expect((await office.step(id, 'takeEffect')).code).toBe('deliberation.publication_short')
  office.advance(1)
  await night('end-publications')
  expect((await posted()).status).toBe('ended')
  expect(
    (await (await office.resident()).phone.action(raiseObjection, { publicationId: (await posted()).id, text: '期满以后才说' })).code,
  ).toBe('publication.over')
  ;(await office.step(id, 'takeEffect')).ok()
})

test('N9 two failed contacts are two on different days, after the result is posted; nobody confirms twice', async () => {
  const { id, proposer } = await office.matter()
  await office.bring(id, 'inExecution')
  const unreachable = { matterId: id, personId: proposer.id, kind: 'unreachable' }
  expect((await office.director.create(feedback, unreachable)).code).toBe('matter.no_result')
  const task = (
    await office.director.create(actionItems, { matterId: id, title: '划线', actorKind: 'unit', actorName: '物业', dueOn: '2027-12-31' })
  ).ok()
  for (const [step, input] of [
    ['start', { progress: '进场' }],
    ['finish', { progress: '划好' }],
    ['verify', {}],
  ] as const)
    (await office.director.step(actionItems, task.id, step, input)).ok()
  ;(await office.step(id, 'publishResult', { resultText: '已划好', resultPlace: '东门' })).ok()
  ;(await office.step(id, 'evaluate', { evaluation: '按期' })).ok()
  ;(await office.director.create(feedback, unreachable)).ok()
  expect((await office.director.create(feedback, unreachable)).code).toBe('feedback.same_day')
  expect((await office.step(id, 'close')).code).toBe('deliberation.no_feedback')
  const said = await Promise.all([1, 2, 3].map(() => proposer.phone.action(confirmResult, { matterId: id, satisfied: 'yes', rating: 5 })))
  expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(said.filter(({ code }) => code === 'feedback.said')).toHaveLength(2)
  expect((await office.director.find(matters, id)).ok()).toMatchObject({ satisfied: 1 })
  expect((await office.director.list(people, { filter: { id: [proposer.id] } })).ok()).toHaveLength(1)
})
