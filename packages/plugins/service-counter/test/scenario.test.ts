import { PLACES, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applications, breaches, inquiries, notices, progress, rate, ratings, tickMaterials } from '../src/index.ts'
import { ALL_THERE, APRIL, at, type Hall, openHall, PHONE } from './hall.ts'

interface Inbox {
  readonly items: readonly {
    readonly resource: string
    readonly id: string
    readonly dueAt: string | null
    readonly overdue: boolean
    readonly steps: readonly { readonly title: string }[]
  }[]
}

describe('an elder asks window 3 about an allowance that is not its job (scenario 3)', () => {
  let hall: Hall
  let inquiry: TestRow
  let caseId = ''
  let breach: TestRow
  let six: string | undefined
  beforeAll(async () => {
    hall = await openHall()
  })
  afterAll(() => hall.street.close())

  const inboxOf = async (who: Hall['window3'], resource: string): Promise<string[]> =>
    (await who.get<Inbox>('/api/platform/inbox')).ok().items.flatMap((item) => (item.resource === resource ? [item.id] : []))

  it('stays with window 3 while window 5 refuses, and goes to window 6 when it accepts', async () => {
    const { window3, window5, window6 } = hall
    const [three, five] = [await window3.accountId(), await window5.accountId()]
    six = await window6.accountId()
    inquiry = (await window3.create(inquiries, { matter: '高龄津贴怎么领', personId: hall.elder.id, communityId: PLACES.east })).ok()
    expect(inquiry).toMatchObject({ firstPersonId: three, ownerId: three, status: 'owned' })
    const offered = (await window3.step(inquiries, inquiry.id, 'handOver', { handToId: five })).ok()
    expect(offered).toMatchObject({ status: 'handed', ownerId: three, dueAt: at('2026-04-30', '12:00') })
    expect(await inboxOf(window5, 'counter.inquiries')).toEqual([inquiry.id])
    expect(await inboxOf(window6, 'counter.inquiries')).toEqual([])
    expect((await window6.step(inquiries, inquiry.id, 'accept')).code).toBe('inquiry.not_receiver')
    const refused = (await window5.step(inquiries, inquiry.id, 'refuse', { reason: '不归我办' })).ok()
    expect(refused).toMatchObject({ status: 'owned', ownerId: three, refusedTimes: 1 })
    expect((await window3.step(inquiries, inquiry.id, 'handOver', { handToId: five })).code).toBe('inquiry.refused_before')
    ;(await window3.step(inquiries, inquiry.id, 'handOver', { handToId: six })).ok()
    expect((await window3.step(inquiries, inquiry.id, 'close', { disposition: 'handed', outcome: '已交' })).status).toBe(422)
    expect((await window6.step(inquiries, inquiry.id, 'accept')).ok()).toMatchObject({ status: 'owned', ownerId: six, handToId: null })
    expect((await window3.step(inquiries, inquiry.id, 'close', { disposition: 'handed', outcome: '已交' })).code).toBe('inquiry.not_owner')
    expect((await window6.step(inquiries, inquiry.id, 'close', { disposition: 'self', outcome: '已受理' })).ok()).toMatchObject({
      status: 'closed',
    })
  })

  it('is told once of everything that is missing, supplements it, and has a promise of five working days until 11 May', async () => {
    const { window6 } = hall
    const item = await hall.item()
    const received = await hall.receive(window6, item.id, [
      { name: '身份证', state: 'missing' },
      { name: '照片', state: 'wrong', note: '不是近期照片' },
    ])
    caseId = received.id
    expect(received).toMatchObject({ outcome: 'noticed', missing: ['身份证', '照片'], promisedOn: null })
    const [notice] = (await window6.list(notices, { filter: { applicationId: caseId } })).ok()
    expect(notice).toMatchObject({ seq: 1, text: '身份证：没有提交；照片：不是近期照片', isBreach: false })
    ;(await window6.step(applications, caseId, 'supplement')).ok()
    expect((await window6.step(applications, caseId, 'accept')).code).toBe('application.lacking')
    ;(await window6.action(tickMaterials, { ticks: ALL_THERE }, caseId)).ok()
    expect((await window6.step(applications, caseId, 'accept')).ok()).toMatchObject({
      status: 'in_review',
      handlerId: six,
      promisedOn: '2026-05-11',
      dueAt: at('2026-05-11', '17:00'),
      isProvisional: false,
    })
    const told = (await hall.street.anonymous.action(progress, { no: received.no, tail: '002x' })).ok()
    expect(told).toMatchObject({ found: true, state: '已受理，办理中', promisedOn: '2026-05-11' })
  })

  it('is in time until business closes on 11 May, overdue on 12 May, and then answered for', async () => {
    hall.street.now(at('2026-05-11', '16:59'))
    await hall.tick()
    expect(await hall.application(caseId)).toMatchObject({ overdueTold: null })
    hall.street.now(at('2026-05-12', '09:00'))
    await hall.tick()
    await hall.tick()
    expect(await hall.application(caseId)).toMatchObject({ overdueTold: true })
    const found = (await hall.director.list(breaches)).ok()
    expect(found).toHaveLength(1)
    breach = found[0] as TestRow
    expect(breach).toMatchObject({ kind: 'overdue', subjectId: six, sourceId: caseId, status: 'detected' })
    expect(await inboxOf(hall.window6, 'counter.breaches')).toContain(breach.id)
    expect(await inboxOf(hall.window5, 'counter.breaches')).toEqual([])
    // Each is offered what waits for them: the one concerned explains, the head of the community decides.
    const offered = async (who: Hall['window3']): Promise<readonly string[] | undefined> =>
      (await who.get<Inbox>('/api/platform/inbox'))
        .ok()
        .items.find(({ id }) => id === breach.id)
        ?.steps.map(({ title }) => title)
    expect(await offered(hall.window6)).toEqual(['说明情况'])
    expect(await offered(hall.director)).toEqual(['认定属实', '不予追究'])
  })

  it('is explained before it is found, measured, and appealed in time', async () => {
    const { director, window5, window6, leader } = hall
    expect((await director.step(breaches, breach.id, 'find', { finding: '属实' })).code).toBe('breach.still_explaining')
    expect((await window5.step(breaches, breach.id, 'explain', { explanation: '替他说' })).code).toBe('breach.only_subject')
    ;(await window6.step(breaches, breach.id, 'explain', { explanation: '系统故障' })).ok()
    hall.street.now(at('2026-05-13'))
    ;(await director.step(breaches, breach.id, 'find', { finding: '情况属实' })).ok()
    const measured = (await director.step(breaches, breach.id, 'decideMeasure', { measure: 'remind', measureText: '谈话提醒' })).ok()
    expect(measured).toMatchObject({ status: 'measured', appealBy: at('2026-05-20', '17:00') })
    expect((await director.step(breaches, breach.id, 'finalise', { conclusion: '归档' })).code).toBe('breach.appeal_open')
    ;(await window6.step(breaches, breach.id, 'appealAgainst', { appeal: '确有故障记录' })).ok()
    expect((await director.step(breaches, breach.id, 'finalise', { conclusion: '维持' })).code).toBe('breach.same_decider')
    expect((await leader.step(breaches, breach.id, 'finalise', { conclusion: '维持' })).ok()).toMatchObject({ status: 'final' })
  })

  it('is decided, rated badly with a name, and contacted within one working day', async () => {
    const { window6, director } = hall
    ;(await window6.step(applications, caseId, 'decide', { result: 'yes', resultText: '自 5 月起发放' })).ok()
    expect(await hall.application(caseId)).toMatchObject({ status: 'decided', isOnTime: 'no', usedDays: 7 })
    hall.street.now(at('2026-05-15', '16:00'))
    const code = await hall.code(caseId)
    expect((await hall.street.anonymous.action(rate, { code, key: PHONE, grade: 1, comment: '太慢', tail: '1111' })).ok()).toMatchObject({
      named: true,
    })
    const [rating] = (await director.list(ratings)).ok()
    expect(rating).toMatchObject({ status: 'to_contact', grade: null, comment: null, dueAt: at('2026-05-18', '17:00') })
    hall.street.now(at('2026-05-18', '16:00'))
    const answered = (await director.step(ratings, String(rating?.id), 'contact', { contactNote: '已致歉' })).ok()
    expect(answered).toMatchObject({ status: 'fixing', dueAt: at('2026-06-08', '17:00') })
    ;(await director.step(ratings, String(rating?.id), 'repair', { fix: '增设专窗' })).ok()
    expect((await director.step(ratings, String(rating?.id), 'visit', { revisit: 'satisfied' })).ok()).toMatchObject({ status: 'closed' })
    expect(APRIL).toBe(at('2026-04-30'))
  })
})
