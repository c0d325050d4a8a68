import { assignGrid, movePerson, personTags } from '@linli/plugin-registry'
import { PLACES, type TestClient, type TestRow } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  addTrack,
  alerts,
  type Coverage,
  coverage,
  coverageFaults,
  drawCell,
  grid,
  indicators,
  keyVisitLedger,
  keyVisits,
  myArea,
  type MyArea,
  outlines,
  drawOutline,
  patrolLog,
  patrolPoints,
  patrols,
  officers,
  checkpoints,
  reachPoint,
  walk,
  planVisits,
  recordVisit,
  visits,
} from '../../src/index.ts'
import { after, box, MORNING, type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(() => office.street.now(MORNING))
afterAll(() => office.street.close())

const seen = async (): Promise<Coverage> => (await office.director.action<Coverage>(coverage, { communityId: PLACES.east })).ok()

test('W1: two cells that cover the same ground, and ground in no cell, are told on the map, in the list and to the community', async () => {
  const {
    director,
    street,
    cells: [, second],
  } = office
  const line = (await director.create(outlines, { name: '东社区边界', communityId: PLACES.east })).ok()
  ;(await director.action(drawOutline, { area: box(0, 0, 10, 5) }, line.id)).ok()
  expect(await seen()).toMatchObject({ overlaps: [], gaps: [], undrawn: [] })

  ;(await director.action(drawCell, { area: box(4, 0, 5, 5) }, second.id)).ok()
  const faulty = await seen()
  expect(faulty.overlaps).toHaveLength(1)
  expect(faulty.gaps).toHaveLength(1)
  const { rows } = (await director.report<{ rows: { fault: string; where: string }[] }>(coverageFaults)).ok()
  expect(rows.map(({ fault }) => fault)).toEqual(expect.arrayContaining(['重叠', '空白']))
  expect(rows.find(({ fault }) => fault === '重叠')?.where).toBe('第一网格 与 第二网格')
  await street.store.jobs.runNow(PLACES.street, grid.id, 'watch-coverage')
  const told = (await director.list<TestRow & { summary: string }>(alerts, { filter: { kind: 'gap' } })).ok()
  expect(told.map(({ summary }) => summary).join()).toContain('1 处空白、1 处重叠')
  ;(await director.action(drawCell, { area: box(5, 0, 5, 5) }, second.id)).ok()
  expect(await seen()).toMatchObject({ overlaps: [], gaps: [] })
})

test('W1: a home in no cell is told with its building, and one assignment puts it in exactly one', async () => {
  const { director, home } = office
  const { id } = await home('901', null)
  const before = await seen()
  expect(before.homesInNoneCount).toBe(1)
  ;(await director.action(assignGrid, { gridCode: PLACES.secondGrid }, id)).ok()
  expect((await seen()).homesInNoneCount).toBe(0)
  ;(await director.action(assignGrid, { gridCode: PLACES.firstGrid }, id)).ok()
  expect((await seen()).cells.map(({ code, homes }) => [code, homes])).toContainEqual([PLACES.secondGrid, 0])
})

test('an area that is no area is refused', async () => {
  const {
    director,
    cells: [first],
  } = office
  expect((await director.action(drawCell, { area: box(0, 0, 0.0001, 0.0001) }, first.id)).code).toBe('area.too_small')
  expect(
    (
      await director.action(
        drawCell,
        {
          area: {
            type: 'Polygon',
            coordinates: [
              [
                [1, 1],
                [2, 2],
                [3, 1],
                [1, 2],
              ],
            ],
          },
        },
        first.id,
      )
    ).status,
  ).toBe(400)
})

test('W7: a track is kept within patrol and shift, by the officer alone, told nowhere else, and is gone when its time is over', async () => {
  const { director, officer, neighbour, street } = office
  const [me] = (await director.list<TestRow>(officers, { filter: { accountId: await officer.accountId() } })).ok()
  const patrol = (await director.create(patrols, { officerId: me?.id, plannedOn: '2026-11-23', route: '前程花园 1—6 号楼' })).ok()
  const point = (minutes: number) => ({ at: after(minutes), lat: 34.4 + minutes / 10_000, lng: 115.6 })
  expect((await officer.action(addTrack, { patrolId: patrol.id, points: [point(1)] })).code).toBe('patrol.not_walking')
  ;(await officer.step(patrols, patrol.id, 'start')).ok()
  street.now(after(30))
  expect((await neighbour.action(addTrack, { patrolId: patrol.id, points: [point(5)] })).status).toBe(404)
  const colleague = street.as({ role: { allow: ['grid.**'] }, community: PLACES.east })
  expect((await colleague.action(addTrack, { patrolId: patrol.id, points: [point(5)] })).code).toBe('patrol.not_yours')
  // Sent twice, and with a point before the patrol began.
  ;(await officer.action(addTrack, { patrolId: patrol.id, points: [point(-60), point(5), point(10)] })).ok()
  expect((await officer.action<{ kept: number }>(addTrack, { patrolId: patrol.id, points: [point(5), point(20)] })).ok().kept).toBe(3)
  // After the shift nothing of it is taken; what was walked within the shift may still come in, from a phone without network.
  street.now('2026-11-23T11:00:00.000Z')
  expect((await officer.action(addTrack, { patrolId: patrol.id, points: [point(500)] })).code).toBe('patrol.off_shift')
  expect((await officer.action<{ kept: number }>(addTrack, { patrolId: patrol.id, points: [point(25), point(500)] })).ok().kept).toBe(4)
  ;(await officer.step(patrols, patrol.id, 'finish', { note: '一切正常', found: 0 })).ok()

  // Where somebody was is seen for a purpose only, and the audit, which is kept for ever, never has it.
  for (const who of [officer, director, street.as({ role: 'street-admin' })])
    expect(JSON.stringify((await who.find(patrols, patrol.id)).ok())).not.toContain('115.6')
  const kept = async (): Promise<unknown> =>
    (await director.post<{ track: unknown }>(`/api/grid/patrols/${patrol.id}/reveal`, { fields: ['track'], purpose: 'emergency' })).ok()
      .track
  street.now('2027-02-21T02:00:00.000Z')
  await street.store.jobs.runNow(PLACES.street, grid.id, 'drop-tracks')
  expect(await kept()).toHaveLength(4)
  street.now('2027-02-22T02:00:00.000Z')
  await street.store.jobs.runNow(PLACES.street, grid.id, 'drop-tracks')
  expect(await kept()).toBeNull()
  expect((await director.find(patrols, patrol.id)).ok()).toMatchObject({
    trackDroppedAt: '2027-02-22T02:00:00.000Z',
    metres: expect.any(Number) as number,
  })
  const history = (await director.get(`/api/grid/patrols/${patrol.id}/timeline`)).ok()
  expect(JSON.stringify(history)).not.toContain('115.6')
})

test('a patrol plans the checkpoints of its cell; each is reached by whom and when, once, or missed; without network, hours later', async () => {
  const { director, officer, neighbour, street } = office
  const place = { communityId: PLACES.east, gridId: PLACES.firstGrid }
  const shed = { lat: 34.4021, lng: 115.6021 }
  for (const [name, more] of [
    ['2 号楼充电棚', { spot: shed }],
    ['北门消防通道', {}],
    ['拆掉的岗亭', { inUse: false }],
  ] as const)
    (await director.create(checkpoints, { name, look: '有没有占用', ...place, ...more })).ok()
  const [me] = (await director.list<TestRow>(officers, { filter: { accountId: await officer.accountId() } })).ok()
  const patrol = (await director.create(patrols, { officerId: me?.id, plannedOn: '2026-11-23', route: '全网格' })).ok()
  const today = async (): Promise<MyArea['patrols'][number] | undefined> =>
    (await officer.action<MyArea>(myArea)).ok().patrols.find(({ id }) => id === patrol.id)
  const planned = await today()
  expect(planned?.points.map(({ title, status }) => [title, status])).toEqual([
    ['2 号楼充电棚', 'planned'],
    ['北门消防通道', 'planned'],
  ])
  const [first, second] = planned?.points ?? []
  const reach = (who: TestClient, pointId = '', more: object = {}) =>
    who.action<{ metres: number | null; repeated: boolean }>(reachPoint, {
      offlineId: `reach-${pointId}`,
      pointId,
      at: after(20),
      ...more,
    })
  // The phone was without network since ten o'clock and tells everything at three.
  street.now(after(300))
  expect((await reach(officer, first?.id)).code).toBe('patrol.not_walking')
  ;(await officer.action(walk, { patrolId: patrol.id, does: 'start', at: after(5) })).ok()
  expect((await reach(neighbour, first?.id)).status).toBe(404)
  expect((await reach(officer, first?.id, { at: after(1) })).code).toBe('patrol.before_start')
  expect((await reach(officer, first?.id, { at: after(330) })).code).toBe('patrol.future')
  const spot = { lat: 34.4022, lng: 115.6021 }
  const answers = await Promise.all([1, 2, 3].map(() => reach(officer, first?.id, { spot, finding: 'problem', note: '飞线一处' })))
  expect(answers.map((each) => each.ok().repeated).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true, true])
  expect(answers[0]?.ok().metres).toBe(11)
  ;(await officer.action(walk, { patrolId: patrol.id, does: 'finish', at: after(60), note: '已上报', found: 1 })).ok()
  ;(await officer.action(walk, { patrolId: patrol.id, does: 'finish', at: after(61) })).ok()
  expect((await reach(officer, second?.id)).code).toBe('patrol.not_walking')

  const points = (await director.list<TestRow>(patrolPoints, { filter: { patrolId: patrol.id } })).ok()
  expect(points).toMatchObject([
    { status: 'reached', reachedAt: after(20), reachedBy: await officer.accountId(), metres: 11, finding: 'problem' },
    { status: 'missed', reachedAt: null },
  ])
  expect(JSON.stringify(points)).not.toContain('34.4022')
  expect((await director.find(patrols, patrol.id)).ok()).toMatchObject({ startedAt: after(5), endedAt: after(60), points: 2, reached: 1 })
  const { rows } = (await director.report<{ rows: Record<string, unknown>[] }>(patrolLog, { from: '2026-11-23', to: '2026-11-23' })).ok()
  expect(rows.find(({ route }) => route === '全网格')).toMatchObject({ points: 2, reached: 1 })
  expect((await neighbour.list(patrolPoints)).ok()).toEqual([])
})

test('W7: off the shift no checkpoint is taken', async () => {
  const { director, officer, street } = office
  const [me] = (await director.list<TestRow>(officers, { filter: { accountId: await officer.accountId() } })).ok()
  const patrol = (await director.create(patrols, { officerId: me?.id, plannedOn: '2026-11-23', route: '晚上' })).ok()
  const [point] = (await director.list<TestRow>(patrolPoints, { filter: { patrolId: patrol.id } })).ok()
  street.now('2026-11-23T12:00:00.000Z')
  ;(await officer.action(walk, { patrolId: patrol.id, does: 'start' })).ok()
  const late = { offlineId: 'reach-late-01', pointId: point?.id, at: '2026-11-23T12:00:00.000Z' }
  expect((await officer.action(reachPoint, late)).code).toBe('patrol.off_shift')
})

test('visits are planned by tag once, follow whoever moves, and end with the tag', async () => {
  const { director, officer, neighbour, resident, home, street } = office
  const person = await resident('孙桂兰', { tag: 'hardship' })
  const planned = (await director.action<{ visits: number }>(planVisits)).ok()
  expect(planned.visits).toBe(1)
  expect((await director.action<{ visits: number }>(planVisits)).ok().visits).toBe(0)
  const [visit] = (await officer.list<TestRow & { title: string; dueAt: string }>(visits, { filter: { personId: person.id } })).ok()
  expect(visit).toMatchObject({ title: '需求复核 · 孙桂兰', status: 'due' })
  expect((await neighbour.list(visits)).ok()).toEqual([])
  const area = (await officer.action<MyArea>(myArea)).ok()
  expect(area.visits.map(({ person: name }) => name)).toContain('孙桂兰')

  const next = await home('701', PLACES.secondGrid)
  ;(await director.action(movePerson, { unitId: next.id }, person.id)).ok()
  await street.drain()
  const statuses = async (who: TestClient): Promise<unknown[]> =>
    (await who.list<TestRow>(visits, { filter: { personId: person.id } })).ok().map(({ status }) => status)
  expect([await statuses(officer), await statuses(neighbour)]).toEqual([[], ['due']])
  const [tag] = (await director.list(personTags, { filter: { personId: person.id, status: 'active', basis: 'manual' } })).ok()
  ;(await director.step(personTags, tag?.id ?? '', 'end', { endReason: '不再符合' })).ok()
  await street.drain()
  expect(await statuses(neighbour)).toEqual(['cancelled'])
})

test('W9: a key visit is seen in its own cell and by the community alone; what it found only for a purpose, and each look is remembered', async () => {
  const { admin, director, officer, neighbour, resident, street } = office
  const person = await resident('赵铁柱', { tag: 'key_care' })
  ;(await director.action(planVisits)).ok()
  const [visit] = (await officer.list<TestRow>(keyVisits, { filter: { personId: person.id } })).ok()
  if (!visit) throw new Error('no key visit was planned')
  const input = {
    offlineId: 'visit-key-0001',
    visitId: visit.id,
    kind: 'key',
    result: 'need',
    findings: '情绪低落，需要帮助',
    needs: ['mind'],
    visitedAt: MORNING,
  }
  expect((await neighbour.action(recordVisit, input)).status).toBe(404)
  const share = async (measure: string): Promise<{ part: number; whole: number }> => {
    const { rows } = (
      await director.report<{ rows: { measure: string; part: number; whole: number }[] }>(indicators, {
        from: '2026-01-01',
        to: '2026-12-31',
      })
    ).ok()
    const { part = -1, whole = -1 } = rows.find((row) => row.measure === measure) ?? {}
    return { part, whole }
  }
  const [all, key] = [await share('走访完成率'), await share('其中：重点人群走访')]
  ;(await officer.action(recordVisit, input)).ok()
  expect(await share('走访完成率')).toEqual({ ...all, part: all.part + 1 })
  expect(await share('其中：重点人群走访')).toEqual({ ...key, part: key.part + 1 })
  // Others hear that there is a need, and not which: that is for the cell and the community.
  const told = (await sql<{ data: unknown }>`select data from platform_outbox where name = 'grid.need.found'`.execute(street.store.db)).rows
  expect(told).toEqual([{ data: { visitId: visit.id, personId: person.id, category: 'restricted' } }])

  const leader = street.as({ role: 'street-leader' })
  const clerk = street.as({ role: 'counter-clerk', community: PLACES.east })
  const social = street.as({ role: 'social-worker', community: PLACES.east })
  expect((await neighbour.find(keyVisits, visit.id)).status).toBe(404)
  expect((await neighbour.list(keyVisits)).ok()).toEqual([])
  for (const other of [clerk, social]) expect((await other.find(keyVisits, visit.id)).status).toBe(403)
  for (const reader of [officer, director, admin, leader]) {
    const told = JSON.stringify((await reader.find(keyVisits, visit.id)).ok())
    expect(told).not.toContain('情绪低落')
    expect(told).not.toContain('mind')
  }
  expect(JSON.stringify((await leader.find(keyVisits, visit.id)).ok())).not.toContain('赵铁柱')
  expect((await leader.report(keyVisitLedger, { from: '2026-01-01', to: '2026-12-31' })).status).toBe(403)
  const looked = await officer.post<{ findings: string }>(`/api/grid/key-visits/${visit.id}/reveal`, {
    fields: ['findings'],
    purpose: 'contact',
  })
  expect(looked.ok().findings).toBe('情绪低落，需要帮助')
  expect((await neighbour.post(`/api/grid/key-visits/${visit.id}/reveal`, { fields: ['findings'], purpose: 'contact' })).status).toBe(404)
  const { entries } = (await director.get<{ entries: { verb: string }[] }>(`/api/grid/key-visits/${visit.id}/timeline`)).ok()
  expect(entries.map(({ verb }) => verb)).toContain('reveal')
})

test('W3, W8: a visit sent twice is recorded once, and nobody changes it afterwards', async () => {
  const { director, officer, resident } = office
  const person = await resident('钱玉珍')
  const visit = (await director.create(visits, { personId: person.id, kind: 'other', dueOn: '2026-11-24', why: '出院回访' })).ok()
  const input = { offlineId: 'visit-once-0001', visitId: visit.id, kind: 'visit', result: 'fine', findings: '恢复很好', visitedAt: MORNING }
  const answers = await Promise.all([1, 2, 3].map(() => officer.action<{ repeated: boolean }>(recordVisit, input)))
  expect(answers.map((each) => each.ok().repeated).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true, true])
  expect((await officer.action(recordVisit, { ...input, offlineId: 'visit-once-0002', findings: '改一改' })).code).toBe('visit.locked')
  expect((await director.update(visits, visit.id, { dueOn: '2026-12-24' })).code).toBe('visit.locked')
  expect((await officer.update(visits, visit.id, { why: '改' })).status).toBe(403)
})

test('a phone holds the people of the own area alone, and names alone', async () => {
  const { officer, neighbour, resident } = office
  await resident('郑爱莲', { values: { phone: '13800001111' } })
  const mine = (await officer.action<MyArea>(myArea)).ok()
  expect(mine.residents.map(({ name }) => name)).toContain('郑爱莲')
  expect(JSON.stringify(mine)).not.toContain('13800001111')
  expect((await neighbour.action<MyArea>(myArea)).ok().residents.map(({ name }) => name)).not.toContain('郑爱莲')
})
