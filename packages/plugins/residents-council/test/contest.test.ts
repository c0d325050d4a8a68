import { PLACES } from '@linli/testing'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  alerts,
  appraisals,
  halfYearTable,
  makeSheets,
  publicationLedger,
  publications,
  scores,
  scoreSheet,
  type ScoreLine,
} from '../src/index.ts'
import { dueAppraisals } from '../src/rules/due-appraisals.ts'
import { photoDay, wasShownInTime } from '../src/rules/publicity.ts'
import server from '../src/server/index.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 240_000)
afterAll(() => office.street.close())

const night = (): Promise<void> => office.street.run('council', async (ctx) => server.jobs?.['watch-bodies']?.run(ctx))
const told = async (kind: string, client = office.director): Promise<string[]> =>
  (await client.list<{ summary: string }>(alerts, { filter: { kind, status: 'open' } })).ok().map(({ summary }) => summary)
const waits = async (client: Office['director'], id: string): Promise<boolean> =>
  (await client.get<{ items: { id: string }[] }>('/api/platform/inbox')).ok().items.some((item) => item.id === id)
const photo = async (): Promise<string> =>
  (await office.director.upload<{ id: string }>('/api/platform/files', { name: '公示.png', content: PNG })).ok().id
const posted = async (matterId: string): Promise<string> =>
  (await office.director.list(publications, { filter: { matterId, kind: 'resolution' } })).ok()[0]?.id ?? ''

async function basisOf(appraisalId: string): Promise<Record<string, string>> {
  const { lines } = (await office.leader.action<{ lines: ScoreLine[] }>(scoreSheet, {}, appraisalId)).ok()
  return Object.fromEntries(lines[0]?.items.map(({ code, basis }) => [code, basis]) ?? [])
}

test('公示及时 is the photo within three days of the posting’s first, in the sheet and in the ledger', async () => {
  const { director } = office
  const [intime, late, fresh] = [await office.matter(), await office.matter(), await office.matter()]
  await office.matter()
  for (const [{ id }, days] of [
    [intime, 3],
    [late, 4],
  ] as const) {
    await office.bring(id, 'publicised')
    office.advance(days)
    ;(await director.update(publications, await posted(id), { photo: await photo() })).ok()
  }
  // A better photo later takes nothing back, and what is two days old is not late yet.
  ;(await director.update(publications, await posted(intime.id), { photo: await photo() })).ok()
  await office.bring(fresh.id, 'publicised')
  office.advance(2)
  const { rows } = (
    await director.report<{ rows: { from: string; photoOn: string | null; inTime: boolean | null }[] }>(publicationLedger, {
      from: '2026-01-01',
      to: '2026-12-31',
    })
  ).ok()
  const days = (from: string, on: string | null): number | null => (on === null ? null : (Date.parse(on) - Date.parse(from)) / 86_400_000)
  expect(rows.map(({ from, photoOn, inTime }) => [days(from, photoOn), inTime])).toEqual([
    [3, true],
    [4, false],
    [null, null],
  ])
  const year = { title: '年度考评', kind: 'annual', period: '2026', communityId: null }
  const { id } = (await office.leader.create(appraisals, year)).ok()
  ;(await office.leader.action(makeSheets, {}, id)).ok()
  expect(await basisOf(id)).toMatchObject({ publicity: '1 / 2', resolved: '3 / 4', women: '2 / 2' })
})

test('a contest is reviewed by a second person of the community, and does not wait for the street', async () => {
  const { director, leader, council } = office
  const colleague = office.street.as(
    { role: 'community-director', community: PLACES.east },
    { role: 'community-director', community: PLACES.west },
  )
  const contest = { title: '上半年评比', kind: 'contest', period: '2026-H1', communityId: PLACES.east }
  const { id: appraisalId } = (await director.create(appraisals, contest)).ok()
  const sheet = (await director.create(scores, { appraisalId, councilId: council })).ok()
  const points = { matters: 7, archive: 4 }
  ;(await director.step(scores, sheet.id, 'report', { ...points, evidence: '台账' })).ok()
  expect([await waits(colleague, sheet.id), await waits(leader, sheet.id)]).toEqual([true, false])
  const review = { ...points, falsified: 'no', reviewNote: '属实' }
  expect((await director.step(scores, sheet.id, 'reviewContest', review)).code).toBe('appraisal.own_review')
  expect((await leader.step(scores, sheet.id, 'review', review)).status).toBe(422)
  ;(await colleague.step(scores, sheet.id, 'reviewContest', review)).ok()
  ;(await director.step(appraisals, appraisalId, 'publish')).ok()
  const { rows } = (await director.report<{ rows: Record<string, unknown>[] }>(halfYearTable, { period: '2026-H1' })).ok()
  expect(rows[0]).toMatchObject({ resolved: expect.any(String), women: '2' })
})

test('a contest and an appraisal that nobody opened a month after their period are told of until somebody does', async () => {
  office.advance(Math.round((Date.parse('2027-01-31T07:00:00Z') - Date.parse(office.now())) / 86_400_000))
  await night()
  // The last half-year that is due was held above; the second of 2026 and the year have a month yet.
  expect([await told('contest'), await told('annual', office.admin)]).toEqual([[], []])
  office.advance(1)
  await night()
  await night()
  expect(await told('contest')).toEqual(['2026 年下半年社区评比还没有开始，请尽快组织'])
  // The street opened its own appraisal of 2026 above.
  expect(await told('annual', office.admin)).toEqual([])
  const late = { title: '下半年评比', kind: 'contest', period: '2026-H2', communityId: PLACES.east }
  ;(await office.director.create(appraisals, late)).ok()
  expect(await told('contest')).toEqual([])
  office.advance(365)
  await night()
  expect(await told('annual', office.admin)).toEqual(['2027 年度考评还没有开始，请尽快组织'])
  expect(await told('annual')).toEqual([])
})

describe('what is due', () => {
  it('is the last half-year and year that ended more than a month ago', () => {
    expect(dueAppraisals('2026-07-31').map(({ period }) => period)).toEqual(['2025-H2', '2025'])
    expect(dueAppraisals('2026-08-01').map(({ period }) => period)).toEqual(['2026-H1', '2025'])
    expect(dueAppraisals('2027-01-31').map(({ period }) => period)).toEqual(['2026-H1', '2025'])
    expect(dueAppraisals('2027-02-01').map(({ period }) => period)).toEqual(['2026-H2', '2026'])
  })

  it('a posting is shown in time up to its third day after the first, over the end of a month too', () => {
    expect(['2026-02-27', '2026-03-02', '2026-03-03', null].map((photoOn) => wasShownInTime({ from: '2026-02-27', photoOn }))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('a photo keeps the day when one was put on first, until there is none', () => {
    const today = '2026-03-05'
    expect(photoDay({ before: null, photo: null, today })).toBeNull()
    expect(photoDay({ before: null, photo: 'f1', today })).toBe(today)
    expect(photoDay({ before: { photo: 'f1', photoOn: '2026-03-02' }, photo: 'f2', today })).toBe('2026-03-02')
    expect(photoDay({ before: { photo: 'f1', photoOn: '2026-03-02' }, photo: null, today })).toBeNull()
    expect(photoDay({ before: { photo: null, photoOn: null }, photo: 'f1', today })).toBe(today)
  })
})

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
