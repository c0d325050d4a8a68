import { sql } from 'kysely'
import { PLACES, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  appeals,
  appealScore,
  appraisals,
  correctAppraisal,
  makeSheets,
  printForm,
  publicBoard,
  scores,
  scoreSheet,
  type ScoreLine,
} from '../src/index.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.street.close())

const GIVEN = { matters: 7, archive: 4, evidence: '会议记录和台账' } as const
const REVIEW = { matters: 6, archive: 4, falsified: 'no', reviewNote: '来源只有一类，扣一分' } as const

async function onlySheet(appraisalId: string): Promise<TestRow> {
  const [sheet] = (await office.leader.list(scores, { filter: { appraisalId } })).ok()
  if (!sheet) throw new Error('the appraisal has no sheet')
  return sheet
}

test('the community reports, the street reviews, nobody reviews a sheet of their own, and the list is posted for everybody', async () => {
  const { id } = (
    await office.leader.create(appraisals, { title: '2026 年度考评', kind: 'annual', period: '2026', communityId: null })
  ).ok()
  expect((await office.leader.action<{ made: number }>(makeSheets, {}, id)).ok().made).toBe(1)
  expect((await office.leader.action<{ made: number }>(makeSheets, {}, id)).ok().made).toBe(0)
  const sheet = await onlySheet(id)

  // It waits for the community first, by the name of its council, and for the street once it is reported.
  expect(await waits(office.director, sheet.id)).toBe(true)
  const council = (await office.director.find('council.councils', String(sheet.councilId))).ok()
  const { items } = (await office.director.get<{ items: { id: string; label: string }[] }>('/api/platform/inbox')).ok()
  expect(items.find((item) => item.id === sheet.id)?.label).toBe(council.name)
  expect(await waits(office.leader, sheet.id)).toBe(false)
  expect((await office.director.step(scores, sheet.id, 'report', { matters: 7, archive: 4 })).status).toBe(400)
  ;(await office.director.step(scores, sheet.id, 'report', GIVEN)).ok()
  expect(await waits(office.director, sheet.id)).toBe(false)
  expect(await waits(office.leader, sheet.id)).toBe(true)

  expect((await office.director.update(scores, sheet.id, { matters: 8 })).code).toBe('appraisal.reported')
  expect((await office.director.step(scores, sheet.id, 'review', REVIEW)).code).toBe('appraisal.own_review')
  const colleague = office.street.as(
    { role: 'community-director', community: PLACES.east },
    { role: 'community-director', community: PLACES.west },
  )
  expect((await colleague.step(scores, sheet.id, 'review', REVIEW)).code).toBe('appraisal.street_reviews')
  expect((await office.leader.step(appraisals, id, 'publish')).code).toBe('appraisal.unreviewed')
  ;(await office.leader.step(scores, sheet.id, 'giveBack', { reviewNote: '缺会议照片' })).ok()
  ;(await office.director.step(scores, sheet.id, 'report', GIVEN)).ok()
  ;(await office.leader.step(scores, sheet.id, 'review', REVIEW)).ok()

  const { lines } = (await office.leader.action<{ lines: ScoreLine[] }>(scoreSheet, {}, id)).ok()
  expect(lines[0]?.stateTitle).toBe('已复核')
  expect(lines[0]?.items.find(({ code }) => code === 'matters')).toMatchObject({
    points: '6',
    basis: expect.stringMatching(/自评 7，复核 /),
  })
  ;(await office.leader.step(appraisals, id, 'publish')).ok()
  const { html } = (await office.leader.action<{ html: string }>(printForm, { form: 'sheet', id })).ok()
  expect(html).toContain('来源只有一类，扣一分')
  const resident = await office.resident()
  const { posted } = (await resident.phone.action<{ posted: { title: string; content: string }[] }>(publicBoard, {})).ok()
  expect(posted.find(({ title }) => title === '2026 年度考评结果')?.content).toContain('前程社区议事会')
})

test('an appeal against the street is answered by the street, and upheld it makes a new sheet that goes the same way', async () => {
  const [appraisal] = (await office.leader.list(appraisals, { filter: { kind: 'annual' } })).ok()
  const id = appraisal?.id ?? ''
  // The community sees its own sheet and appeals from there; the street's appraisal stays the street's.
  const own = (await office.director.find(scores, (await onlySheet(id)).id)).ok()
  expect(own).toMatchObject({ status: 'reviewed', matters: 6, reviewNote: REVIEW.reviewNote })
  const { appealId } = (await office.director.action<{ appealId: string }>(appealScore, { text: '来源有三类，附清单' }, own.id)).ok()
  expect((await office.director.step(appeals, appealId, 'uphold', { answer: '我们自己改' })).code).toBe('appraisal.street_reviews')
  ;(await office.leader.step(appeals, appealId, 'uphold', { answer: '采纳，补加一分' })).ok()
  const { appraisalId } = (await office.leader.action<{ appraisalId: string }>(correctAppraisal, {}, id)).ok()
  const sheet = await onlySheet(appraisalId)
  expect((await office.leader.step(appraisals, appraisalId, 'publish')).code).toBe('appraisal.unreviewed')
  ;(await office.director.step(scores, sheet.id, 'report', GIVEN)).ok()
  ;(await office.leader.step(scores, sheet.id, 'review', { ...REVIEW, matters: 7 })).ok()
  ;(await office.leader.step(appraisals, appraisalId, 'publish')).ok()
  expect((await office.leader.find(appraisals, id)).ok().status).toBe('corrected')
})

test('the tables themselves hold that reviewer and reporter differ, and that a published appraisal stays', async () => {
  const tamper = (statement: ReturnType<typeof sql>): Promise<unknown> => statement.execute(office.street.store.db)
  const [published] = (await office.leader.list(appraisals, { filter: { kind: 'annual', status: 'published' } })).ok()
  const sheet = await onlySheet(published?.id ?? '')
  await expect(tamper(sql`update council_scores set reviewer_id = scorer_id where id = ${sheet.id}`)).rejects.toThrow(/does not review/)
  await expect(tamper(sql`update council_scores set matters = 8 where id = ${sheet.id}`)).rejects.toThrow(/reviewed sheet stays/)
  await expect(tamper(sql`update council_appraisals set snapshot = '{}' where id = ${published?.id}`)).rejects.toThrow(/stays/)
})

/** Whether a sheet stands in somebody's inbox. */
async function waits(client: Office['director'], id: string): Promise<boolean> {
  const { items } = (await client.get<{ items: { id: string }[] }>('/api/platform/inbox')).ok()
  return items.some((item) => item.id === id)
}
