import { PLACES, type TestRow } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  applications,
  bringMaterials,
  commitmentLedger,
  commitments,
  items,
  materials,
  printForm,
  receive,
  tickMaterials,
} from '../src/index.ts'
import { APRIL, at, type Hall, openHall } from './hall.ts'

let hall: Hall
let itemId = ''
beforeAll(async () => {
  hall = await openHall()
  itemId = (await hall.admin.create(items, { code: 'PROMISE', name: '临时救助', line: 'relief', promisedDays: 7 })).ok().id
  for (const [name, canPromise] of [
    ['身份证', false],
    ['收入证明', true],
  ] as const)
    (await hall.admin.create(materials, { itemId, name, source: 'applicant', canPromise })).ok()
  ;(await hall.admin.step(items, itemId, 'publish')).ok()
})
beforeEach(() => hall.street.now(APRIL))
afterAll(() => hall.street.close())

const DECLARED = [
  { name: '身份证', state: 'ok' },
  { name: '收入证明', state: 'promised' },
]
const commitmentOf = async (applicationId: string): Promise<TestRow> => {
  const [row] = (await hall.director.list<TestRow>(commitments, { filter: { applicationId } })).ok()
  if (!row) throw new Error('no commitment')
  return row
}
const neighbour = async (): Promise<TestRow> =>
  (await hall.director.create('registry.people', { name: '李建国', idType: 'none', communityId: PLACES.east })).ok()

it('a declaration stands for a paper where the list says so, signed, by somebody known', async () => {
  const ask = (more: object) => hall.window3.action(receive, { itemId, personId: hall.elder.id, ticks: DECLARED, ...more })
  expect((await ask({ ticks: [{ name: '身份证', state: 'promised' }], committed: true })).code).toBe('application.not_promisable')
  expect((await ask({})).code).toBe('commitment.unsigned')
  expect((await ask({ personId: null, applicantName: '过路人', committed: true })).code).toBe('commitment.stranger')
  const done = await hall.receive(hall.window3, itemId, DECLARED, { committed: true })
  expect(done.outcome).toBe('accepted')
  expect(await commitmentOf(done.id)).toMatchObject({
    material: '收入证明',
    status: 'pending',
    verifyBy: '2026-05-30',
    personId: hall.elder.id,
  })
  const { id } = await commitmentOf(done.id)
  const paper = (
    await hall.window3.action<{ title: string; lines: string[][]; paragraphs: string[] }>(printForm, { form: 'commitment', id })
  ).ok()
  expect(paper.title).toBe('告知承诺书')
  expect(paper.lines).toContainEqual(['代替的材料', '收入证明'])
  expect(paper.paragraphs.join('')).toContain('12 个月内不再适用告知承诺')
  // Ticked again, it is the same declaration.
  ;(await hall.window3.action(tickMaterials, { ticks: DECLARED }, done.id)).ok()
  expect((await hall.director.list(commitments, { filter: { applicationId: done.id } })).ok()).toHaveLength(1)
  const inbox = (await hall.director.get<{ items: { id: string; dueAt: string }[] }>('/api/platform/inbox')).ok().items
  expect(inbox.map(({ dueAt }) => dueAt)).toContain(at('2026-05-31', '00:00'))
})

it('before the decision it is taken back, and the case waits for the paper; afterwards it stands', async () => {
  const done = await hall.receive(hall.window3, itemId, DECLARED, { committed: true })
  const { id } = await commitmentOf(done.id)
  ;(await hall.window3.step(commitments, id, 'withdraw', { finding: '愿意交证明' })).ok()
  expect((await hall.window3.step(applications, done.id, 'decide', { result: 'yes' })).code).toBe('commitment.open')
  ;(await hall.window3.action(bringMaterials, { ticks: [{ name: '收入证明', state: 'ok' }] }, done.id)).ok()
  ;(await hall.window3.step(applications, done.id, 'decide', { result: 'yes' })).ok()

  const other = await hall.receive(hall.window3, itemId, DECLARED, { committed: true })
  ;(await hall.window3.step(applications, other.id, 'decide', { result: 'yes' })).ok()
  const late = await commitmentOf(other.id)
  expect((await hall.window3.step(commitments, late.id, 'withdraw', { finding: '反悔' })).code).toBe('commitment.decided')
  ;(await hall.director.step(commitments, late.id, 'keep', { finding: '与民政数据比对一致' })).ok()
  expect(await commitmentOf(other.id)).toMatchObject({ status: 'kept', dueAt: null, settledAt: APRIL })
})

it('an untrue declaration is recorded, told, keeps the case from being granted, and bars the applicant for a time', async () => {
  const { director, street, window3 } = hall
  const { id: personId } = await neighbour()
  const done = await hall.receive(window3, itemId, DECLARED, { personId, committed: true })
  const { id } = await commitmentOf(done.id)
  ;(await director.step(commitments, id, 'refute', { finding: '名下有三处房产收租', consequence: 'refuse' })).ok()
  expect(await commitmentOf(done.id)).toMatchObject({ status: 'broken', barredUntil: '2027-04-30' })
  expect((await window3.step(applications, done.id, 'decide', { result: 'yes' })).code).toBe('commitment.open')
  ;(await window3.step(applications, done.id, 'decide', { result: 'no', resultText: '承诺不实', remedy: '六十日内可申请复议' })).ok()
  const again = () => window3.action(receive, { itemId, personId, ticks: DECLARED, committed: true })
  expect((await again()).code).toBe('commitment.barred')
  street.now(at('2027-05-06'))
  expect((await again()).status).toBe(200)
  const told = (
    await sql<{ data: unknown }>`select data from platform_outbox where name = 'counter.commitment.broken'`.execute(street.store.db)
  ).rows
  expect(told).toEqual([{ data: { commitmentId: id, applicationId: done.id, consequence: 'refuse' } }])
  street.now(APRIL)
  const { rows } = (
    await director.report<{ rows: { status: string; material: string }[] }>(commitmentLedger, { from: '2026-04-01', to: '2026-04-30' })
  ).ok()
  expect(rows.map(({ status }) => status)).toEqual(['pending', 'withdrawn', 'kept', 'broken'])
  expect(JSON.stringify(rows)).not.toContain('李建国')
})
