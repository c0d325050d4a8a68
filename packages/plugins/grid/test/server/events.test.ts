import { people } from '@linli/plugin-registry'
import { PLACES, testStores, type TestClient, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  acknowledge,
  alerts,
  confirmEvent,
  escalate,
  eventSteps,
  grid,
  gridEvents,
  handleEvent,
  indicators,
  type LikelyRepeat,
  myArea,
  type MyArea,
  myEvents,
  type MyEvent,
  nearby,
  quickEvent,
  reportEvent,
} from '../../src/index.ts'
import { after, MORNING, type Office, openOffice } from './office.ts'

const legs = testStores.map((leg) => ({ leg, postgres: leg === 'postgres' }))
type Event = TestRow & {
  readonly status: string
  readonly dueAt: string | null
  readonly no: string
  readonly likelyRepeatOf: string | null
}

describe.each(legs)('events ($leg)', ({ postgres }) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice({ postgres })
  })
  beforeEach(() => office.street.now(MORNING))
  afterAll(() => office.street.close())

  const step = async (id: string, name: string, input: object = {}, who = office.director): Promise<Event> =>
    (await who.step<Event>(gridEvents, id, name, input as Record<string, unknown>)).ok()
  const dispatched = async (id: string): Promise<void> => {
    await step(id, 'verify', { level: 'normal' })
    await step(id, 'dispatch', { handler: 'property', handlerName: '前程物业' })
  }
  const handledBy = async (id: string): Promise<void> => {
    await dispatched(id)
    await step(id, 'accept', {}, office.officer)
    await step(id, 'begin', {}, office.officer)
    await step(id, 'finish', { result: '已更换灯泡' }, office.officer)
  }

  test('an event goes from the report to the reporter’s word, each step with its clock', async () => {
    const event = await office.event()
    expect(event).toMatchObject({ status: 'reported', dueAt: '2026-11-25T16:00:00.000Z' })
    await handledBy(event.id)
    expect((await office.officer.step(gridEvents, event.id, 'check')).status).toBe(403)
    await step(event.id, 'check')
    const confirmed = await step(event.id, 'confirm', { confirmation: 'solved', how: '电话回访' })
    expect(confirmed).toMatchObject({ status: 'confirmed', onTime: 'yes' })
    expect((await step(event.id, 'close')).status).toBe('closed')
    const again = await step(event.id, 'reopen', { reason: '第二天又坏了' })
    expect(again).toMatchObject({ status: 'reopened', reopens: 1, confirmation: null, handledAt: null })
  })

  test('nobody checks what they handled themselves', async () => {
    const event = await office.event()
    await step(event.id, 'verify', { level: 'normal' })
    await step(event.id, 'solve', { result: '当场劝解' })
    expect((await office.director.step(gridEvents, event.id, 'check')).code).toBe('event.same_hand')
  })

  test('a hazard is not reported as handled without a photo', async () => {
    const event = await office.event({ type: 'hazard', title: '飞线充电' })
    await step(event.id, 'verify', { level: 'normal' })
    expect((await office.officer.step(gridEvents, event.id, 'solve', { result: '已拆除' })).code).toBe('event.photo_needed')
    await step(event.id, 'solve', { result: '已拆除', resultPhoto: office.photo }, office.admin)
  })

  test('it is given back once; after that the street decides', async () => {
    const event = await office.event()
    await dispatched(event.id)
    await step(event.id, 'giveBack', { reason: '不归物业管' }, office.officer)
    await step(event.id, 'dispatch', { handler: 'street', handlerName: '城管办' })
    expect((await office.officer.step(gridEvents, event.id, 'giveBack', { reason: '也不归我们' })).code).toBe('event.returned_twice')
  })

  test('"unreachable" is believed after three recorded calls', async () => {
    const event = await office.event()
    await handledBy(event.id)
    await step(event.id, 'check')
    const confirm = () => office.director.step(gridEvents, event.id, 'confirm', { confirmation: 'unreachable' })
    for (let n = 0; n < 3; n += 1) {
      expect((await confirm()).code).toBe('event.calls_needed')
      ;(await office.director.create(eventSteps, { eventId: event.id, kind: 'missed', text: '无人接听' })).ok()
    }
    expect((await confirm()).status).toBe(200)
  })

  interface Item {
    readonly resource: string
    readonly id: string
    readonly label: string
    readonly overdue: boolean
  }
  const inbox = async (who: TestClient): Promise<readonly Item[]> => (await who.get<{ items: Item[] }>('/api/platform/inbox')).ok().items

  test('W5: an urgent event that nobody answers alarms the community, then the street, and is not dispatched unanswered', async () => {
    const { admin, director, officer, street } = office
    const event = await office.event({ level: 'urgent', title: '燃气泄漏', type: 'order' })
    expect(event.dueAt).toBe(after(30))
    const watch = async (minutes: number): Promise<void> => {
      street.now(after(minutes))
      await street.store.jobs.runNow(PLACES.street, grid.id, 'watch-urgent')
    }
    const alarms = async (who: TestClient): Promise<number> =>
      (await inbox(who)).filter(({ resource, label }) => resource === 'grid.alerts' && label.includes('燃气泄漏')).length
    await watch(29)
    expect([await alarms(director), await alarms(admin)]).toEqual([0, 0])
    await watch(31)
    await watch(44)
    expect([await alarms(director), await alarms(admin)]).toEqual([1, 0])
    expect((await inbox(director)).find(({ label }) => label === '燃气泄漏')).toMatchObject({ overdue: true })
    await watch(46)
    await watch(47)
    expect([await alarms(director), await alarms(admin)]).toEqual([0, 1])
    expect((await inbox(director)).map(({ id }) => id)).toContain(event.id)

    await step(event.id, 'verify', { level: 'urgent' })
    const input = { handler: 'officer', handlerName: '周晓东' }
    expect((await director.step(gridEvents, event.id, 'dispatch', input)).code).toBe('event.unanswered')
    expect((await officer.action<{ late: boolean }>(acknowledge, { text: '周晓东已到现场，疏散并通知燃气公司' }, event.id)).ok().late).toBe(
      true,
    )
    expect(await alarms(admin)).toBe(0)
    expect((await director.list(alerts, { filter: { kind: 'unanswered' } })).ok().map(({ status }) => status)).toEqual(['seen', 'seen'])
    await step(event.id, 'dispatch', input)
    expect((await director.find(gridEvents, event.id)).ok()).toMatchObject({ ackMissed: 'yes', acknowledgedAt: after(47) })
    // What was dispatched to the officer waits for the officer alone.
    const waits = async (who: TestClient): Promise<boolean> => (await inbox(who)).some(({ id }) => id === event.id)
    expect([await waits(officer), await waits(office.neighbour), await waits(director), await waits(admin)]).toEqual([
      true,
      false,
      false,
      false,
    ])

    // Done again, it must be answered again.
    await step(event.id, 'accept', {}, officer)
    await step(event.id, 'begin', {}, officer)
    await step(event.id, 'finish', { result: '已关阀' }, officer)
    await step(event.id, 'sendBack', { reason: '又有气味' })
    await watch(80)
    expect(await alarms(director)).toBe(1)
  })

  test('an event given to somebody by name waits in that inbox alone, is theirs to do, and comes back with the reason', async () => {
    const { admin: section, director, officer, neighbour, street } = office
    const outside = street.as({ role: 'community-director', community: PLACES.west })
    const event = await office.event({ title: '广告牌松动', type: 'order' })
    await step(event.id, 'verify', { level: 'normal' })
    const give = async (to: TestClient, more: object = {}) =>
      director.step<Event & { handlerName: string; handlerId: string | null }>(gridEvents, event.id, 'dispatch', {
        handler: 'street',
        handlerId: await to.accountId(),
        ...more,
      })
    expect((await director.step(gridEvents, event.id, 'dispatch', { handler: 'street' })).code).toBe('event.nobody')
    // Neither somebody of another community nor the officer of another cell could ever accept it.
    expect((await give(outside)).code).toBe('event.handler_cannot')
    expect((await give(neighbour)).code).toBe('event.handler_cannot')
    const given = (await give(section)).ok()
    expect(given).toMatchObject({ status: 'dispatched', handlerId: await section.accountId() })
    expect(given.handlerName).not.toBe('')
    const waits = async (who: TestClient): Promise<boolean> => (await inbox(who)).some(({ id }) => id === event.id)
    expect([await waits(section), await waits(director), await waits(officer)]).toEqual([true, false, false])
    expect((await officer.step(gridEvents, event.id, 'accept')).code).toBe('event.others')
    const area = (await officer.action<MyArea>(myArea)).ok()
    expect(area.events.find(({ id }) => id === event.id)?.inHandsOf).toBe(given.handlerName)

    const back = await step(event.id, 'giveBack', { reason: '归城管中队管' }, section)
    expect(back).toMatchObject({ status: 'returned', handlerId: null, returns: 1 })
    expect([await waits(section), await waits(director)]).toEqual([false, true])
    const told = await director.get(`/api/grid/events/${event.id}/timeline`)
    expect(JSON.stringify(told.body)).toContain('归城管中队管')

    // Whoever dispatches may step in for somebody who is away.
    ;(await give(officer, { handlerName: '周晓东' })).ok()
    expect([await waits(officer), await waits(director)]).toEqual([true, false])
    ;(await director.step(gridEvents, event.id, 'accept')).ok()
  })

  test('an officer gives back on the phone, with a reason', async () => {
    const { officer } = office
    const event = await office.event({ title: '窨井冒水' })
    await step(event.id, 'verify', { level: 'normal' })
    await step(event.id, 'dispatch', { handler: 'officer' })
    const send = (text: string | null) =>
      officer.action<{ status: string; repeated: boolean }>(handleEvent, {
        offlineId: 'phone-back-0001',
        eventId: event.id,
        does: 'giveBack',
        text,
      })
    expect((await send(null)).code).toBe('event.why_back')
    expect((await send('是自来水公司的管道')).ok()).toEqual({ status: 'returned', repeated: false })
    expect((await send('是自来水公司的管道')).ok()).toEqual({ status: 'returned', repeated: true })
  })

  test('W5: a level that the community raises is promised from then on', async () => {
    const { director, street } = office
    const event = await office.event({ title: '楼道有烟', type: 'dispute' })
    street.now(after(120))
    const verified = await step(event.id, 'verify', { level: 'urgent' })
    expect(verified.dueAt).toBe(after(150))
    ;(await director.action(acknowledge, { text: '已到场' }, event.id)).ok()
    expect((await director.find(gridEvents, event.id)).ok()).toMatchObject({ ackMissed: 'no' })
  })

  test.each([
    ['major', '重大', '2026-11-23T04:00:00.000Z', '2026-11-24T04:01:00.000Z'],
    ['larger', '较大', '2026-11-24T02:00:00.000Z', '2026-11-25T02:01:00.000Z'],
    ['normal', '一般', '2026-11-25T16:00:00.000Z', '2026-11-26T16:01:00.000Z'],
  ] as const)(
    'a %s event that nobody answers in its time is told to the community, a day later to the street',
    async (level, title, due, street) => {
      const { admin, director, officer } = office
      const event = await office.event({ title: `${title}的事没人管`, type: 'livelihood', level })
      expect(event.dueAt).toBe(due)
      const watch = async (at: string): Promise<number[]> => {
        office.street.now(at)
        await office.street.store.jobs.runNow(PLACES.street, grid.id, 'watch-urgent')
        const alarms = async (who: TestClient): Promise<number> =>
          (await inbox(who)).filter(({ resource, label }) => resource === 'grid.alerts' && label.includes(`${title}的事没人管`)).length
        return [await alarms(director), await alarms(admin)]
      }
      const past = new Date(Date.parse(due) + 60_000).toISOString()
      expect([await watch(due), await watch(past), await watch(street), await watch(street)]).toEqual([
        [0, 0],
        [1, 0],
        [0, 1],
        [0, 1],
      ])
      expect((await officer.action<{ late: boolean }>(acknowledge, { text: '马上去看' }, event.id)).ok().late).toBe(true)
      expect(await watch(street)).toEqual([0, 0])
      expect((await director.find(gridEvents, event.id)).ok()).toMatchObject({ ackMissed: 'yes', answerRaisedTo: 'street', raisedTo: null })
    },
  )

  test('whoever accepts in time has answered: nothing is raised', async () => {
    const event = await office.event({ title: '有人接的事', type: 'livelihood', level: 'larger' })
    await step(event.id, 'verify', { level: 'larger' })
    await step(event.id, 'dispatch', { handler: 'property', handlerName: '前程物业' })
    await step(event.id, 'accept')
    office.street.now('2026-11-24T03:00:00.000Z')
    await office.street.store.jobs.runNow(PLACES.street, grid.id, 'watch-urgent')
    expect((await office.director.find(gridEvents, event.id)).ok()).toMatchObject({ ackMissed: 'no', answerRaisedTo: null })
    expect((await office.director.list(alerts, { filter: { eventId: event.id } })).ok()).toEqual([])
  })

  test('what was handled and not checked for three days is told to the street', async () => {
    const { admin, director, street } = office
    const event = await office.event({ title: '门口积水', type: 'livelihood' })
    await step(event.id, 'verify', { level: 'normal' })
    await step(event.id, 'solve', { result: '已清理' })
    const told = async (day: string): Promise<string[]> => {
      street.now(`${day}T04:00:00.000Z`)
      await street.store.jobs.runNow(PLACES.street, grid.id, 'watch-overdue')
      return (await inbox(admin)).flatMap(({ resource, label }) =>
        resource === 'grid.alerts' && label.includes('门口积水') ? [label] : [],
      )
    }
    expect(await told('2026-11-26')).toEqual([])
    expect(await told('2026-11-27')).toEqual([expect.stringContaining('办结 3 天没有复核')])
    expect((await director.step(gridEvents, event.id, 'check')).code).toBe('event.same_hand')
    ;(await admin.step(gridEvents, event.id, 'check')).ok()
  })

  test('an overdue event is raised to the community, then the street, then the department, each once', async () => {
    const { director, street } = office
    const event = await office.event({ title: '下水道堵塞', type: 'livelihood' })
    const raisedOn = async (day: string): Promise<unknown> => {
      street.now(`${day}T04:00:00.000Z`)
      await street.store.jobs.runNow(PLACES.street, grid.id, 'watch-overdue')
      return (await director.find(gridEvents, event.id)).ok().raisedTo
    }
    expect([
      await raisedOn('2026-12-02'),
      await raisedOn('2026-12-03'),
      await raisedOn('2026-12-08'),
      await raisedOn('2026-12-14'),
    ]).toEqual([null, 'community', 'street', 'department'])
    await raisedOn('2026-12-14')
    expect((await director.list(alerts, { filter: { eventId: event.id } })).ok()).toHaveLength(3)
  })

  test('W6: a second report of the same thing is proposed as a repeat, joins, and is closed and reopened with the first alone', async () => {
    const { director, officer } = office
    const spot = { lat: 34.4021, lng: 115.6021 }
    const first = await office.event({ title: '井盖缺失', type: 'special', spot })
    const second = (await office.event({
      title: '马路上井盖没了',
      type: 'special',
      spot: { lat: 34.40212, lng: 115.6021 },
    })) as unknown as Event
    expect(second.likelyRepeatOf).toBe(first.id)
    const { repeats } = (await director.action<{ repeats: LikelyRepeat[] }>(nearby, {}, second.id)).ok()
    expect(repeats.map(({ id }) => id)).toEqual([first.id])
    expect((await officer.step(gridEvents, second.id, 'join', { parentId: first.id })).status).toBe(403)
    expect((await director.step(gridEvents, second.id, 'join', { parentId: second.id })).code).toBe('event.parent_itself')
    await step(second.id, 'join', { parentId: first.id })
    expect((await director.step(gridEvents, first.id, 'join', { parentId: second.id })).code).toBe('event.parent_joined')

    // No way leads from the joined event to its end but through the first.
    for (const name of ['verify', 'void', 'dispatch', 'solve', 'finish', 'check', 'confirm', 'close', 'closeWithParent'])
      expect([name, (await director.step(gridEvents, second.id, name, {})).status >= 400]).toEqual([name, true])
    expect((await director.find(gridEvents, second.id)).ok().status).toBe('joined')
    await handledBy(first.id)
    await step(first.id, 'check')
    await step(first.id, 'confirm', { confirmation: 'solved' })
    await step(first.id, 'close')
    expect((await director.find(gridEvents, second.id)).ok()).toMatchObject({ status: 'closed', result: '已更换灯泡' })
    await step(first.id, 'reopen', { reason: '又被盗' })
    expect((await director.find(gridEvents, second.id)).ok().status).toBe('joined')
  })

  test('W8: an officer corrects a report until it is verified, and not afterwards; nor does anybody else', async () => {
    const { admin, director, officer } = office
    const event = await office.event({ type: 'other', title: '楼道堆物' })
    ;(await officer.update(gridEvents, event.id, { description: '2 单元 3 楼' })).ok()
    await step(event.id, 'verify', { level: 'larger' })
    for (const who of [officer, director, admin])
      expect((await who.update(gridEvents, event.id, { description: '改掉' })).code).toBe('event.locked')
    ;(await officer.create(eventSteps, { eventId: event.id, kind: 'progress', text: '已联系住户' })).ok()
  })

  test('W3: a report from the phone, sent ten times at once, is one event', async () => {
    const { director, officer } = office
    const draft = { offlineId: 'event-draft-0001', title: '树枝压线', type: 'hazard', level: 'normal', place: '前程路 12 号' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => officer.action<{ eventId: string; repeated: boolean }>(quickEvent, draft)),
    )
    expect(new Set(answers.map((each) => each.ok().eventId)).size).toBe(1)
    expect(answers.filter((each) => !each.ok().repeated)).toHaveLength(1)
    const [event] = (await director.list<Event>(gridEvents, { filter: { place: '前程路 12 号' } })).ok()
    expect(event).toMatchObject({ gridId: PLACES.firstGrid, foundBy: 'officer' })
  })

  test('W3: a step taken on the phone and sent again is taken once', async () => {
    const { officer, neighbour } = office
    const event = await office.event({ title: '楼道灯坏' })
    await dispatched(event.id)
    const send = (does: string, more: object = {}) =>
      officer.action<{ status: string; repeated: boolean }>(handleEvent, {
        offlineId: `phone-${does}-0001`,
        eventId: event.id,
        does,
        ...more,
      })
    expect((await neighbour.action(handleEvent, { offlineId: 'phone-other-01', eventId: event.id, does: 'accept' })).status).toBe(404)
    for (const does of ['accept', 'begin'] as const) {
      expect((await send(does)).ok().repeated).toBe(false)
      expect((await send(does)).ok().repeated).toBe(true)
    }
    expect((await send('finish', { text: '换好了' })).ok()).toEqual({ status: 'done', repeated: false })
    expect((await send('finish', { text: '换好了' })).ok()).toEqual({ status: 'done', repeated: true })
  })

  test('a resident sees what became of the own report and has the last word', async () => {
    const { director, street, resident } = office
    const person = await resident('张三丰', { values: { phone: '13800001111' } })
    const me = street.as({ role: 'resident', community: PLACES.east, subject: { resource: people.name, id: person.id } })
    const other = street.as({
      role: 'resident',
      community: PLACES.east,
      subject: { resource: people.name, id: (await resident('王五')).id },
    })
    const { eventId } = (
      await me.action<{ eventId: string }>(reportEvent, { offlineId: 'mine-0000001', title: '夜里施工太吵', type: 'dispute' })
    ).ok()
    expect((await me.action(confirmEvent, { eventId, answer: 'solved' })).code).toBe('event.too_early')
    await handledBy(eventId)
    await step(eventId, 'check')
    const mine = async (): Promise<MyEvent | undefined> => (await me.action<{ events: MyEvent[] }>(myEvents)).ok().events[0]
    expect(await mine()).toMatchObject({ asksMe: true, result: '已更换灯泡' })
    expect((await other.action(confirmEvent, { eventId, answer: 'solved' })).status).toBe(404)
    expect((await me.action<{ status: string }>(confirmEvent, { eventId, answer: 'no', words: '还是吵' })).ok().status).toBe('reopened')
    expect(await mine()).toMatchObject({ asksMe: false, statusTitle: '重新办理' })
    expect((await director.find(gridEvents, eventId)).ok()).toMatchObject({ reopens: 1 })
    expect((await me.list(gridEvents)).status).toBe(403)
  })

  test('a promise over the turn of the year is provisional until the street enters the year, and is counted anew then', async () => {
    const { director, street } = office
    street.now('2026-12-30T02:00:00.000Z')
    const { id } = await office.event({ title: '年末路灯不亮' })
    expect(await step(id, 'verify', { level: 'normal' })).toMatchObject({ dueAt: '2027-01-01T16:00:00.000Z', dueProvisional: true })
    const notice = { year: 2027, days: '元旦：1月1日（周五）至3日（周日）放假，共3天。', source: '示例' }
    ;(await street.as({ role: 'street-admin' }).create('platform.calendar-years', notice)).ok()
    await street.drain()
    expect((await director.find(gridEvents, id)).ok()).toMatchObject({ dueAt: '2027-01-04T16:00:00.000Z', dueProvisional: false })
  })

  test('who reported is forgotten two years after the end, and what happened stays', async () => {
    const { director, street } = office
    const event = await office.event({ title: '占道经营', type: 'order', reporter: '王大爷', reporterPhone: '13800009999' })
    await step(event.id, 'void', { result: '已离开' })
    const known = async (): Promise<TestRow> => (await director.find(gridEvents, event.id)).ok()
    street.now('2028-11-23T02:00:00.000Z')
    await street.store.jobs.runNow(PLACES.street, grid.id, 'forget-reporters')
    expect(await known()).toMatchObject({ reporter: '王大爷' })
    street.now('2028-11-24T02:00:00.000Z')
    await street.store.jobs.runNow(PLACES.street, grid.id, 'forget-reporters')
    expect(await known()).toMatchObject({ reporter: null, reporterPhone: null, title: '占道经营', result: '已离开' })
    // Nor does the audit, which nobody may shorten, still know.
    const audit = JSON.stringify(
      await street.store.db
        .selectFrom('platform_audit' as never)
        .selectAll()
        .execute(),
    )
    expect(audit).toContain('占道经营')
    expect([audit.includes('王大爷'), audit.includes('138****9999'), audit.includes('13800009999')]).toEqual([false, false, false])
    expect((await street.store.audit.verify(PLACES.street)).intact).toBe(true)
  })

  test('the council is asked only where it is, and indicators say what they count', async () => {
    const event = await office.event({ type: 'dispute', title: '停车位不够' })
    expect((await office.director.action(escalate, { text: '需要大家商量' }, event.id)).code).toBe('event.council_off')
    const { rows } = (
      await office.director.report<{ rows: { measure: string; part: number; whole: number; value: string }[] }>(indicators, {
        from: '2026-11-01',
        to: '2026-12-31',
      })
    ).ok()
    const urgent = rows.find(({ measure }) => measure === '紧急响应及时率')
    expect(urgent).toMatchObject({ part: 1, whole: 2, value: '50.0%' })
    expect(rows.find(({ measure }) => measure === '走访完成率')).toMatchObject({ whole: 0, value: '—' })
  })
})
