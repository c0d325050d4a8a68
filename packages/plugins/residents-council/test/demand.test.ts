import {
  candidates,
  councils,
  demands,
  elections,
  demandMeeting,
  backDemand,
  meetings,
  members,
  myDemands,
  nominations,
  alerts,
  type MyDemand,
} from '../src/index.ts'
import { type Answer, PLACES, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demandNeeded } from '../src/rules/demand.ts'
import { keepsSize, sizeRule } from '../src/rules/size.ts'
import server from '../src/server/index.ts'
import { type Office, openOffice } from './office.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

let office: Office
beforeAll(async () => {
  office = await openOffice({}, 11)
})
afterAll(() => office.street.close())

const night = (): Promise<unknown> => office.street.run('council', async (ctx) => server.jobs?.['watch-bodies']?.run(ctx))

async function asked(phone: Office['sitting'][number]['phone']): Promise<MyDemand['running']> {
  const { bodies } = (await phone.action<{ bodies: MyDemand[] }>(myDemands, {})).ok()
  return bodies.find(({ councilId }) => councilId === office.representatives)?.running ?? null
}

test('one fifth is never rounded down', () => {
  expect([1, 5, 6, 10, 11].map((base) => demandNeeded('representatives', base))).toEqual([1, 1, 2, 2, 3])
})

test('members ask on their phones; at one fifth the convener is obliged, lateness is an alert, the notice settles it', async () => {
  const [a, b, c] = office.sitting.map(({ phone }) => phone)
  const stranger = await office.resident()
  if (!a || !b || !c) throw new Error('eleven sit here')
  expect((await stranger.phone.action(demandMeeting, { councilId: office.representatives, why: '物业费上涨' })).code).toBe(
    'demand.not_member',
  )
  const { demandId } = (await a.action<{ demandId: string }>(demandMeeting, { councilId: office.representatives, why: '物业费上涨' })).ok()
  expect((await b.action(demandMeeting, { councilId: office.representatives, why: '另一件事情' })).code).toBe('demand.running')
  expect((await a.action(backDemand, { demandId })).code).toBe('demand.backed')
  ;(await b.action(backDemand, { demandId })).ok()
  expect(await asked(c)).toMatchObject({ backers: 2, needed: 3, backed: false, statusTitle: '征集联名', dueOn: null })
  ;(await c.action(backDemand, { demandId })).ok()
  expect(await asked(c)).toMatchObject({ statusTitle: '必须召开', dueOn: '2026-03-17' })
  const { items } = (await office.director.get<{ items: { id: string }[] }>('/api/platform/inbox')).ok()
  expect(items.map(({ id }) => id)).toContain(demandId)

  office.advance(15)
  await night()
  const open = { kind: 'demand', status: 'open' }
  expect((await office.director.list(alerts, { filter: open })).ok()).toEqual([])
  office.advance(1)
  await night()
  const [late] = (await office.director.list<{ id: string; summary: string }>(alerts, { filter: open })).ok()
  expect(late?.summary).toContain('应在 2026-03-17 前按 3 人的联名要求召开会议')

  const other = await plan(office.council)
  expect((await office.director.step(demands, demandId, 'convene', { meetingId: other })).code).toBe('demand.other_meeting')
  await plan(office.representatives)
  expect((await office.director.find(demands, demandId)).ok().status).toBe('convened')
  expect((await office.director.list(alerts, { filter: open })).ok()).toEqual([])
})

async function plan(councilId: string): Promise<string> {
  const at = new Date(Date.parse(office.now()) + 6 * 86_400_000).toISOString()
  const { id } = (await office.director.create(meetings, { councilId, title: '应要求召开', place: '会议室', scheduledAt: at })).ok()
  ;(await office.director.step(meetings, id, 'notify')).ok()
  return id
}

test('a committee comes into office with as many members as the law says, and too few later is an alert', async () => {
  expect(sizeRule('committee', '411402004001')?.max).toBe(7)
  expect(sizeRule('committee', '310101001001')?.max).toBe(9)
  const odd = sizeRule('ownersCommittee', '411402004001')
  expect([4, 5, 6, 11, 13].map((count) => odd && keepsSize(odd, count))).toEqual([false, true, false, true, false])

  const { id } = (
    await office.director.create(councils, { name: '业委会', kind: 'ownersCommittee', level: 'community', communityId: PLACES.east })
  ).ok()
  const seat = async (n: number): Promise<string> =>
    (await office.director.create(members, { councilId: id, personId: office.sitting[n]?.id, from: '2026-01-01' })).ok().id
  const seats = [await seat(0), await seat(1), await seat(2), await seat(3)]
  expect((await office.director.step(councils, id, 'start')).code).toBe('council.size')
  seats.push(await seat(4))
  ;(await office.director.step(councils, id, 'start')).ok()
  ;(await office.director.update(members, seats[0] ?? '', { to: '2026-03-01' })).ok()
  const [told] = (await office.director.list<{ id: string; summary: string }>(alerts, { filter: { kind: 'size', status: 'open' } })).ok()
  expect(told?.summary).toContain('现有 4 人')
})

test('members of the residents’ committee do not supervise it', async () => {
  const body = async (kind: string): Promise<string> =>
    (await office.director.create(councils, { name: kind, kind, level: 'community', communityId: PLACES.east })).ok().id
  const committee = await body('committee')
  for (const { id } of office.sitting.slice(0, 5))
    (await office.director.create(members, { councilId: committee, personId: id, from: '2026-01-01' })).ok()
  ;(await office.director.step(councils, committee, 'start')).ok()
  const supervision = await body('supervision')
  const declaration = (await office.director.upload<{ id: string }>('/api/platform/files', { name: '声明书.png', content: PNG })).ok().id
  const sit = (n: number, declared: Readonly<Record<string, unknown>>): Promise<Answer<TestRow>> =>
    office.director.create<TestRow>(members, { councilId: supervision, personId: office.sitting[n]?.id, from: '2026-01-01', ...declared })
  expect((await sit(0, { relatives: 'none', declaration })).code).toBe('council.supervision_barred')
  // Who lives elsewhere is known to them alone: they say it, and sign it.
  expect((await sit(7, {})).code).toBe('council.supervision_undeclared')
  expect((await sit(7, { relatives: 'some', declaration })).code).toBe('council.supervision_relative')
  expect((await sit(7, { relatives: 'none' })).code).toBe('council.supervision_unsigned')
  const seated = (await sit(7, { relatives: 'none', declaration })).ok()
  expect(seated).toMatchObject({ relatives: 'none', declaration })
  expect(seated.declaredOn).toBe(office.now().slice(0, 10))

  // Who comes into the committee later is not in the declaration: it is asked for again, on a paper of its own.
  ;(await office.director.step(councils, supervision, 'start')).ok()
  const told = async (): Promise<string[]> =>
    (await office.director.list<{ summary: string }>(alerts, { filter: { kind: 'supervision', status: 'open' } }))
      .ok()
      .map(({ summary }) => summary)
  expect(await told()).toEqual([])
  office.advance(2)
  const newcomer = await office.resident('钱新来')
  const today = office.now().slice(0, 10)
  const entry = (await office.director.create(members, { councilId: committee, personId: newcomer.id, from: today })).ok().id
  const name = office.sitting[7]?.name ?? ''
  expect(await told()).toEqual([`居委会在${name}声明之后有新成员任职，请其重新声明近亲属情况并上传声明书`])
  const declare = (values: Readonly<Record<string, unknown>>): Promise<Answer<TestRow>> =>
    office.director.update<TestRow>(members, seated.id, values)
  const paper = (
    await office.director.upload<{ id: string }>('/api/platform/files', {
      name: '声明书二.png',
      content: Buffer.concat([PNG, Buffer.from('2')]),
    })
  ).ok().id
  expect((await declare({ relatives: 'some' })).code).toBe('council.supervision_same_paper')
  expect((await declare({ relatives: 'some', declaration: paper })).code).toBe('council.supervision_leave')
  expect((await declare({ declaration: paper })).ok()).toMatchObject({ relatives: 'none', declaration: paper, declaredOn: today })
  expect(await told()).toEqual([])

  // The supervisor is elected into the committee: seen the same night, and over when they leave the supervision.
  ;(await office.director.update(members, entry, { to: today })).ok()
  ;(await office.director.create(members, { councilId: committee, personId: office.sitting[7]?.id, from: today })).ok()
  await night()
  expect(await told()).toEqual([`${name}是居委会成员或与其同户，不能再在「supervision」，请填写任职止`])
  ;(await declare({ to: today })).ok()
  office.advance(1)
  await night()
  expect(await told()).toEqual([])
})

test('a candidate for the supervision declares it before anybody nominates them, and it goes with them into their seat', async () => {
  const body = { name: '居务监督委员会二', kind: 'supervision', level: 'community', communityId: PLACES.east }
  const supervision = (await office.director.create(councils, body)).ok().id
  const declaration = (await office.director.upload<{ id: string }>('/api/platform/files', { name: '声明书.png', content: PNG })).ok().id
  const election = { title: '选监督委员', councilId: supervision, seats: 1, electorate: 'adults', way: 'paper', communityId: PLACES.east }
  const days = { nominateUntil: office.now().slice(0, 10), voteOn: dayOf(Date.parse(office.now()) + 6 * 86_400_000) }
  const electionId = (await office.director.create(elections, { ...election, ...days })).ok().id
  const stand = (n: number, declared: Readonly<Record<string, unknown>>): Promise<Answer<TestRow>> =>
    office.director.create<TestRow>(candidates, { electionId, personId: office.sitting[n]?.id, nominatedBy: 'groups', ...declared })
  expect((await stand(0, { relatives: 'none', declaration })).code).toBe('council.supervision_barred')
  expect((await stand(8, {})).code).toBe('council.supervision_undeclared')
  const [first, second] = [await stand(8, { relatives: 'none', declaration }), await stand(9, { relatives: 'none', declaration })].map(
    (each) => each.ok().id,
  )
  for (const candidateId of [first, second])
    (await office.director.create(nominations, { candidateId, personId: office.sitting[10]?.id })).ok()
  office.advance(1)
  ;(await office.director.step(elections, electionId, 'list')).ok()
  office.advance(5)
  ;(await office.director.step(elections, electionId, 'open')).ok()
  for (const [id, votes] of [
    [first, 7],
    [second, 2],
  ] as const)
    (await office.director.update(candidates, String(id), { votes })).ok()
  ;(await office.director.step(elections, electionId, 'close', { issued: 9, returned: 9 })).ok()
  ;(await office.director.step(elections, electionId, 'seat')).ok()
  const [seated] = (await office.director.list(members, { filter: { councilId: supervision } })).ok()
  expect(seated).toMatchObject({ personId: office.sitting[8]?.id, relatives: 'none', declaration })
})
