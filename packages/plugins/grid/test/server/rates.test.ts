import { movePerson } from '@linli/plugin-registry'
import { PLACES, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { alerts, gridEvents, indicators, keyVisits, planVisits, recordVisit, visits } from '../../src/index.ts'
import { MORNING, type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(() => office.street.now(MORNING))
afterAll(() => office.street.close())

interface Line {
  readonly measure: string
  readonly part: number
  readonly whole: number
  readonly meaning: string
  readonly drills?: Readonly<Record<string, { readonly resource: string; readonly filter: Readonly<Record<string, unknown>> }>>
}
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const BOTH = { from: '2026-11-01', to: '2026-12-31' }
const DECEMBER = { from: '2026-12-01', to: '2026-12-31' }
const line = async (measure: string, period: { readonly from: string; readonly to: string }): Promise<Line> => {
  const { rows } = (await office.director.report<{ rows: Line[] }>(indicators, period)).ok()
  const found = rows.find((row) => row.measure === measure)
  if (!found) throw new Error(`no line ${measure}`)
  return found
}
const share = async (measure: string, period: { readonly from: string; readonly to: string }): Promise<readonly [number, number]> => {
  const { part, whole } = await line(measure, period)
  return [part, whole]
}

test('an event that nobody finishes counts as late from its deadline on, and as open before it', async () => {
  const { director, street } = office
  const open = async (title: string, level: string): Promise<TestRow & { finishDue: string }> => {
    const { id } = await office.event({ title, level })
    return (await director.step<TestRow & { finishDue: string }>(gridEvents, id, 'verify', { level })).ok()
  }
  const solve = async (id: string, at: string): Promise<void> => {
    street.now(at)
    ;(await director.step(gridEvents, id, 'solve', { result: '已劝解' })).ok()
  }
  const soon = await open('按时劝解', 'major')
  const late = await open('晚了两天', 'major')
  const never = await open('一直没办', 'major')
  const edge = await open('月底到期', 'larger')
  const next = await open('下月到期', 'normal')
  expect([soon, edge, next].map(({ finishDue }) => finishDue)).toEqual([
    '2026-11-26T16:00:00.000Z',
    '2026-11-30T16:00:00.000Z',
    '2026-12-02T16:00:00.000Z',
  ])
  street.now('2026-11-25T02:00:00.000Z')
  expect(await share('按时办结率', NOVEMBER)).toEqual([0, 0])
  await solve(soon.id, '2026-11-25T03:00:00.000Z')
  street.now('2026-11-27T02:00:00.000Z')
  expect(await share('按时办结率', NOVEMBER)).toEqual([1, 3])
  await solve(late.id, '2026-11-28T02:00:00.000Z')
  street.now('2026-11-30T02:00:00.000Z')
  expect(await share('按时办结率', NOVEMBER)).toEqual([1, 3])
  expect(await share('其中：超期仍未办结', NOVEMBER)).toEqual([1, 3])
  const behind = (await line('其中：超期仍未办结', NOVEMBER)).drills?.part
  expect((await director.list<TestRow>(gridEvents, { filter: { ...behind?.filter } })).ok().map(({ id }) => id)).toEqual([never.id])

  // The day that ends the month is the month's; what is finished late counts where it was due and where it was finished.
  street.now('2026-12-01T02:00:00.000Z')
  expect([await share('按时办结率', NOVEMBER), await share('按时办结率', DECEMBER)]).toEqual([
    [1, 4],
    [0, 0],
  ])
  await solve(never.id, '2026-12-01T03:00:00.000Z')
  street.now('2026-12-03T02:00:00.000Z')
  expect([await share('按时办结率', NOVEMBER), await share('按时办结率', DECEMBER)]).toEqual([
    [1, 4],
    [0, 2],
  ])
  expect([await share('其中：超期仍未办结', NOVEMBER), await share('其中：超期仍未办结', DECEMBER)]).toEqual([
    [1, 4],
    [1, 2],
  ])
  expect((await line('按时办结率', NOVEMBER)).meaning).toContain('到期没有办完')
})

test('a visit counts when the person was met; who moved away is no visit that was due', async () => {
  const { director, officer, resident } = office
  const visited = async (name: string, result: string): Promise<void> => {
    const { id: personId } = await resident(name)
    const visit = (await director.create(visits, { personId, kind: 'other', dueOn: '2026-11-24' })).ok()
    const input = { visitId: visit.id, kind: 'visit', result, findings: '上门走访', needs: result === 'need' ? ['care'] : null }
    ;(await officer.action(recordVisit, { ...input, offlineId: `met-${visit.id}`, visitedAt: MORNING })).ok()
  }
  await visited('见到的', 'fine')
  await visited('要帮助的', 'need')
  expect(await share('走访完成率', NOVEMBER)).toEqual([2, 2])
  await visited('敲门没人应', 'absent')
  expect(await share('走访完成率', NOVEMBER)).toEqual([2, 3])
  await visited('搬走的', 'moved')
  expect(await share('走访完成率', NOVEMBER)).toEqual([2, 3])
  const ordinary = await line('其中：走访任务', NOVEMBER)
  expect([ordinary.part, ordinary.whole]).toEqual([2, 3])
  const rows = async (side: 'part' | 'whole'): Promise<number> =>
    (await director.list(visits, { filter: { ...ordinary.drills?.[side]?.filter } })).ok().length
  expect([await rows('part'), await rows('whole')]).toEqual([2, 3])
  expect(ordinary.meaning).toContain('见到本人')
})

type Alert = TestRow & { readonly summary: string; readonly status: string; readonly personId: string; readonly answer: string | null }

test('a visit that finds somebody gone is told to the community once, until it is settled or the move is recorded', async () => {
  const { director, officer, resident, street } = office
  const person = await resident('严小梅')
  const find = async (day: string, findings: string): Promise<void> => {
    const visit = (await director.create(visits, { personId: person.id, kind: 'other', dueOn: day })).ok()
    const input = { offlineId: `gone-${visit.id}`, visitId: visit.id, kind: 'visit', result: 'moved', findings, visitedAt: MORNING }
    ;(await officer.action(recordVisit, input)).ok()
    ;(await officer.action(recordVisit, input)).ok()
  }
  const told = async (who = director): Promise<readonly Alert[]> =>
    (await who.list<Alert>(alerts, { filter: { kind: 'moved', status: ['open', 'raised', 'seen'] }, sort: ['createdAt', 'ASC'] }))
      .ok()
      .filter(({ personId }) => personId === person.id)
  await find('2026-11-24', '邻居说上月搬走了')
  await find('2026-11-26', '已换租客')
  expect(await told()).toMatchObject([{ status: 'open', communityId: PLACES.east }])
  expect((await told())[0]?.summary).toContain('已不在此居住')
  expect((await told())[0]?.summary).not.toContain('严小梅')
  // The street sees that there is one, and not who it is.
  const leader = JSON.stringify((await street.as({ role: 'street-leader' }).list(alerts)).ok())
  expect([leader.includes('已不在此居住'), leader.includes('严小梅')]).toEqual([true, false])
  // It waits for the community, as the thing to do.
  expect(JSON.stringify((await director.get('/api/platform/inbox')).ok())).toContain((await told())[0]?.id)
  ;(await director.step(alerts, (await told())[0]?.id ?? '', 'settle', { answer: '电话联系，暂住女儿家，下月回来' })).ok()
  await find('2026-11-28', '还是没有人住')
  expect((await told()).map(({ status }) => status)).toEqual(['seen', 'open'])
  ;(await director.action(movePerson, {}, person.id)).ok()
  await street.drain()
  expect((await told()).map(({ status }) => status)).toEqual(['seen', 'seen'])
  expect((await told())[1]?.answer).toContain('已变更')
})

test('W9: that somebody of special care is gone is told without saying that it was a key visit', async () => {
  const { director, officer, resident } = office
  const person = await resident('金铁山', { tag: 'key_care' })
  ;(await director.action(planVisits)).ok()
  const [visit] = (await officer.list<TestRow>(keyVisits, { filter: { personId: person.id } })).ok()
  const before = await share('其中：重点人群走访', BOTH)
  const input = { offlineId: 'gone-key-0001', visitId: visit?.id, kind: 'key', result: 'moved', findings: '搬走了', visitedAt: MORNING }
  ;(await officer.action(recordVisit, input)).ok()
  expect(await share('其中：重点人群走访', BOTH)).toEqual([before[0], before[1] - 1])
  const [told] = (await director.list<Alert>(alerts, { filter: { kind: 'moved', status: 'open' } }))
    .ok()
    .filter(({ personId }) => personId === person.id)
  expect(told?.summary).toContain('已不在此居住')
  expect(told?.summary).not.toContain('重点')
})
