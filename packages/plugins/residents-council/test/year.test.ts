import { people, units } from '@linli/plugin-registry'
import { PLACES } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  agendaItems,
  appraisals,
  appeals,
  cadenceCalendar,
  concludeItem,
  confirmResult,
  excuses,
  meetings,
  opinions,
  ownerBallot,
  owners,
  printForm,
  proposals,
  scores,
  scoreSheet,
  signMinutes,
  votes,
  type CadenceRow,
  type ScoreLine,
} from '../src/index.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.street.close())

test('an opinion comes back on the agenda, with its age, until it is answered', async () => {
  const first = await office.meeting(office.council, office.sitting)
  const [last] = (await office.director.list(agendaItems, { filter: { meetingId: first.id, kind: 'opinions' } })).ok()
  ;(await office.director.action(concludeItem, { itemId: last?.id, conclusion: '修路灯\n查水表', putOff: 'no' }, first.id)).ok()
  ;(await office.director.step(meetings, first.id, 'close')).ok()
  const second = await office.meeting(office.council, office.sitting, 30)
  const back = (
    await office.director.list<{ title: string; carried: number; ageDays: number }>(agendaItems, {
      filter: { meetingId: second.id, kind: 'review' },
    })
  ).ok()
  expect(
    back.map(({ title, carried, ageDays }) => [title, carried, ageDays]).toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  ).toEqual([
    ['修路灯', 0, 30],
    ['查水表', 0, 30],
  ])
  const [lamp] = (await office.director.list(opinions, { filter: { text: '修路灯' } })).ok()
  ;(await office.director.step(opinions, lamp?.id ?? '', 'answer', { answer: '已修好' })).ok()
  ;(await office.director.step(meetings, second.id, 'close')).ok()
  const third = await office.meeting(office.council, office.sitting, 30)
  const again = (
    await office.director.list<{ title: string; carried: number | null }>(agendaItems, { filter: { meetingId: third.id, kind: 'review' } })
  ).ok()
  expect(again.find(({ title }) => title === '查水表')).toMatchObject({ carried: 1 })
  expect(again.find(({ title }) => title === '修路灯')).toMatchObject({ conclusion: '已答复：已修好' })
})

test('a month without a meeting is red, with a written excuse amber, and stays in the number expected', async () => {
  ;(await office.director.create(excuses, { councilId: office.council, period: '2026-01', writer: '李秀梅', why: '防汛' })).ok()
  const { rows } = (await office.director.action<{ rows: CadenceRow[] }>(cadenceCalendar, { year: '2026' })).ok()
  const council = rows.find(({ councilId }) => councilId === office.council)
  expect(council?.periods.slice(0, 4).map(({ light }) => light)).toEqual(['amber', 'red', 'green', 'green'])
  expect(council?.expected).toBeGreaterThan(council?.counted ?? 0)
})

test('on the same ballots an ordinary item passes and a special one does not; both meters are shown', async () => {
  const estate = (await office.director.create(units, { kind: 'estate', name: '表决小区', communityId: PLACES.east })).ok()
  const building = (
    await office.director.create(units, { kind: 'building', name: '1号楼', parentId: estate.id, communityId: PLACES.east })
  ).ok()
  const homes: string[] = []
  for (let n = 1; n <= 12; n += 1) {
    const room = (
      await office.director.create(units, { kind: 'room', name: `${n}01`, parentId: building.id, area: '100.00', communityId: PLACES.east })
    ).ok()
    const owner = (
      await office.director.create(people, { name: `业主${n}`, idType: 'none', birthDate: '1970-01-01', communityId: PLACES.east })
    ).ok()
    ;(await office.director.create(owners, { unitId: room.id, personId: owner.id })).ok()
    homes.push(room.id)
  }
  const outcomes: unknown[] = []
  for (const ownersItem of ['i5', 'i6']) {
    const vote = (
      await office.director.create(votes, { kind: 'owners', title: '维修资金', councilId: office.council, estateId: estate.id, ownersItem })
    ).ok()
    expect((await office.director.step(votes, vote.id, 'open')).code).toBe('vote.notice_short')
    office.advance(15)
    ;(await office.director.step(votes, vote.id, 'open')).ok()
    for (const [index, unitId] of homes.slice(0, 8).entries())
      (await office.director.action(ownerBallot, { unitId, choice: index < 5 ? 'for' : 'against' }, vote.id)).ok()
    expect((await office.director.action(ownerBallot, { unitId: homes[0], choice: 'against' }, vote.id)).code).toBe('vote.unit_voted')
    outcomes.push((await office.director.step(votes, vote.id, 'close')).ok().outcome)
  }
  expect(outcomes).toEqual(['passed', 'rejected'])
})

test('minutes are signed by those who were there and archived with a signature', async () => {
  const meeting = await office.meeting(office.council, office.sitting.slice(0, 3))
  ;(await office.director.step(meetings, meeting.id, 'close')).ok()
  ;(await office.director.step(meetings, meeting.id, 'writeMinutes', { minutes: '通报、商议、提意见。' })).ok()
  expect((await office.director.step(meetings, meeting.id, 'archive')).code).toBe('meeting.no_signature')
  expect((await office.director.action(signMinutes, { personId: office.sitting[4]?.id }, meeting.id)).code).toBe('meeting.did_not_attend')
  ;(await office.director.action(signMinutes, { personId: office.sitting[0]?.id }, meeting.id)).ok()
  ;(await office.director.step(meetings, meeting.id, 'archive')).ok()
})

test('a contest is frozen when it is published; an upheld appeal makes a new sheet and leaves the old one', async () => {
  const { id, proposer } = await office.matter()
  await office.bring(id, 'inExecution')
  ;(await office.step(id, 'publishResult', { resultText: '已划好', resultPlace: '东门' })).ok()
  ;(await proposer.phone.action(confirmResult, { matterId: id, satisfied: 'yes', rating: 5 })).ok()
  const period = office.now().slice(5, 7) <= '06' ? `${office.now().slice(0, 4)}-H1` : `${office.now().slice(0, 4)}-H2`
  const contest = (await office.director.create(appraisals, { title: '半年评比', kind: 'contest', period, communityId: PLACES.east })).ok()
  expect((await office.director.create(scores, { appraisalId: contest.id, councilId: office.council, matters: 7 })).code).toBe(
    'appraisal.evidence',
  )
  const score = (
    await office.director.create(scores, { appraisalId: contest.id, councilId: office.council, matters: 7, archive: 4, evidence: '台账' })
  ).ok()
  expect((await office.director.step(appraisals, contest.id, 'publish')).code).toBe('appraisal.unreviewed')
  ;(await office.director.step(scores, score.id, 'report', { matters: 7, archive: 4, evidence: '台账' })).ok()
  const colleague = office.street.as(
    { role: 'community-director', community: PLACES.east },
    { role: 'community-director', community: PLACES.west },
  )
  ;(await colleague.step(scores, score.id, 'reviewContest', { matters: 7, archive: 4, falsified: 'no', reviewNote: '属实' })).ok()
  ;(await office.director.step(appraisals, contest.id, 'publish')).ok()
  const before = (await office.director.action<{ lines: ScoreLine[] }>(scoreSheet, {}, contest.id)).ok()
  expect((await office.director.update(scores, score.id, { matters: 8 })).code).toBe('appraisal.fixed')
  const extra = await office.meeting(office.council, office.sitting)
  ;(await office.director.step(meetings, extra.id, 'close')).ok()
  expect((await office.director.action<{ lines: ScoreLine[] }>(scoreSheet, {}, contest.id)).ok()).toEqual(before)
  expect((await office.director.create(appeals, { appraisalId: contest.id, councilId: office.council, text: '晚了一天的申诉' })).code).toBe(
    'appraisal.appeal_late',
  )
})

test('the slip of a matter shows its four gates on one page, and only to those who may see it', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'publicised')
  const { html } = (await office.director.action<{ html: string }>(printForm, { form: 'slip', id })).ok()
  for (const words of ['议题流转单', '居民提议', '两委审议', '多方商议', '居民决议', '未核验', '诚信物业', '赞成 5'])
    expect(html).toContain(words)
  const other = office.street.as({ role: 'community-director', community: PLACES.west })
  expect((await other.action(printForm, { form: 'slip', id })).status).toBe(404)
})

test('what the grid escalates becomes one proposal, however often it is told', async () => {
  const heard = {
    name: 'grid.event.escalated_to_council',
    id: '019abc00-0000-7000-8000-0000000000aa',
    at: office.now(),
    streetId: PLACES.street,
    communityId: PLACES.east,
    actorId: 'x',
    subject: { resource: 'grid.events', id: 'e1' },
    data: { eventId: '019abc00-0000-7000-8000-0000000000e1', no: 'WG-7', category: 'environment' },
    causationId: null,
  } as const
  const server = (await import('../src/server/index.ts')).default
  for (let n = 0; n < 2; n += 1)
    await office.street.run('council', async (ctx) => server.on?.['grid.event.escalated_to_council']?.(ctx, heard))
  const made = (await office.director.list(proposals, { filter: { sourceNo: 'WG-7' } })).ok()
  expect(made).toHaveLength(1)
  expect(made[0]).toMatchObject({ source: 'grid', topic: 'environment', communityId: PLACES.east })
})
