import { changeProposals, people, residences, verifyPerson } from '@linli/plugin-registry'
import { PLACES, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { candidates, grid, indicators, type Question, recordVisit, submissions, submitForm, visits } from '../../src/index.ts'
import { type Office, openOffice } from './office.ts'

const PHONE: Question = {
  key: 'phone',
  title: '联系电话',
  kind: 'phone',
  required: true,
  writes: 'phone',
  consumers: ['registry.people-ledger'],
}
const GAS: Question = { key: 'gas', title: '软管超期', kind: 'yesNo', required: false, consumers: ['other:住建局燃气安全台账'] }
/** In the first cell, and some streets away from it. */
const AT_HOME = { lat: 34.4021, lng: 115.6021 }
const AT_THE_OFFICE = { lat: 34.4421, lng: 115.6421 }
const noon = (day: string): string => `${day}T04:00:00.000Z`

let office: Office
let formId = ''
beforeAll(async () => {
  office = await openOffice()
  formId = (await office.form([PHONE, GAS])).id
})
afterAll(() => office.street.close())

/** Somebody whom the counter knows since January. */
const known = async (name: string, values: Readonly<Record<string, unknown>> = {}): Promise<TestRow> => {
  office.street.now(noon('2026-01-10'))
  return office.resident(name, { values: { phone: '13800001111', ...values } })
}
let count = 0
/** Collected on the 20th, sent on the 21st when there was network again. */
const collected = async (personId: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  count += 1
  office.street.now(noon('2026-11-21'))
  const input = { offlineId: `verified-draft-${count}`, formId, personId, takenAt: noon('2026-11-20'), spot: AT_HOME }
  const answers = { phone: '13800001111', gas: false }
  return (await office.officer.action<{ submissionId: string }>(submitForm, { ...input, answers, ...more })).ok().submissionId
}
const merged = async (submissionId: string, how = 'propose', day = '2026-11-25'): Promise<string> => {
  office.street.now(noon(day))
  ;(await office.director.step(submissions, submissionId, 'merge', { how })).ok()
  return String((await office.director.find<TestRow>(submissions, submissionId)).ok().outcome)
}
const person = async (id: string): Promise<TestRow> => (await office.director.find<TestRow>(people, id)).ok()
const open = async (personId: string): Promise<readonly TestRow[]> =>
  (await office.director.list<TestRow>(changeProposals, { filter: { personId, status: 'open' } })).ok()

test('what was heard at the door and agrees verifies the person on that day, and the rate of fresh records rises', async () => {
  const { id } = await known('方玉兰')
  const fresh = async (): Promise<number> =>
    (await office.director.report<{ rows: { measure: string; part: number }[] }>(indicators, { from: '2026-11-01', to: '2026-11-30' }))
      .ok()
      .rows.find(({ measure }) => measure === '信息新鲜率')?.part ?? -1
  const sent = await collected(id)
  expect([(await person(id)).verifiedAt, await fresh()]).toEqual(['2026-01-10', 0])
  expect(await merged(sent)).toContain('2026-11-20')
  expect(await person(id)).toMatchObject({ verifiedAt: '2026-11-20', source: 'counter' })
  expect(await fresh()).toBe(1)

  // An older form, found in a phone later, takes nothing back; nor does a clock that runs ahead make it fresher than it is.
  await merged(await collected(id, { takenAt: noon('2026-03-01') }))
  expect(await person(id)).toMatchObject({ verifiedAt: '2026-11-20' })
  await merged(await collected(id, { takenAt: noon('2027-06-01') }))
  expect(await person(id)).toMatchObject({ verifiedAt: '2026-11-21' })
})

test('where documents say something else, the person is verified when the difference is decided, either way', async () => {
  for (const [name, decision, phone] of [
    ['穆桂芳', 'accept', '13900002222'],
    ['穆桂芬', 'reject', '13900003333'],
  ] as const) {
    const { id } = await known(name)
    expect(await merged(await collected(id, { answers: { phone } }))).toContain('更正建议')
    expect(await person(id)).toMatchObject({ verifiedAt: '2026-01-10' })
    const [proposal] = await open(id)
    expect(proposal).toMatchObject({ field: 'phone', seenOn: '2026-11-20' })
    office.street.now(noon('2026-11-27'))
    ;(await office.director.step(changeProposals, proposal?.id ?? '', decision, { decisionNote: '电话核实' })).ok()
    expect(await person(id)).toMatchObject({ verifiedAt: '2026-11-20', source: 'counter' })
  }
})

test('a difference that is kept as recorded is decided at once; so is one with a record that a visit may correct', async () => {
  const { id } = await known('尚淑珍')
  await merged(await collected(id, { answers: { phone: '13900002222' } }), 'keep')
  expect(await person(id)).toMatchObject({ verifiedAt: '2026-11-20' })

  office.street.now(noon('2026-01-10'))
  const place = { communityId: PLACES.east, gridId: PLACES.firstGrid }
  const values = { name: '自报的人', idType: 'none', phone: '13800001111', source: 'self', ...place } as const
  const told = await office.street.run(grid, (ctx) => ctx.elevated().rows(people).create(values))
  const { id: unitId } = await office.home('990')
  ;(await office.director.create(residences, { personId: told.id, unitId, kind: 'permanent', from: '2020-01-01' })).ok()
  expect(await person(told.id)).toMatchObject({ source: 'self', verifiedAt: null })
  await merged(await collected(told.id, { answers: { phone: '13900002222' } }))
  expect(await open(told.id)).toEqual([])
  expect(await person(told.id)).toMatchObject({ verifiedAt: '2026-11-20' })
})

test('what was not filled in on site, asks nothing that is recorded, or is not taken over verifies nobody; nor does a mere visit', async () => {
  const { id } = await known('费玉芝')
  expect(await merged(await collected(id, { spot: null }))).toContain('不算核实')
  expect(await merged(await collected(id, { spot: AT_THE_OFFICE }))).toContain('不算核实')
  const { id: gasOnly } = await office.form([GAS])
  await merged(await collected(id, { formId: gasOnly, answers: { gas: true } }))
  const wrong = await collected(id)
  ;(await office.director.step(submissions, wrong, 'reject', { outcome: '走错门' })).ok()
  office.street.now(noon('2026-11-23'))
  const visit = (await office.director.create(visits, { personId: id, kind: 'other', dueOn: '2026-11-24' })).ok()
  const seen = {
    offlineId: 'verified-visit-1',
    visitId: visit.id,
    kind: 'visit',
    result: 'fine',
    findings: '都好',
    visitedAt: noon('2026-11-23'),
  }
  ;(await office.officer.action(recordVisit, seen)).ok()
  expect(await person(id)).toMatchObject({ verifiedAt: '2026-01-10' })
})

test('somebody thought new who is known already is verified by that form, too, when nothing of it is open any more', async () => {
  const { id, homeId } = await known('祁建国', { sex: 'male', birthDate: '1950-02-03' })
  ;(await office.director.action(verifyPerson, {}, id)).ok()
  const newOne = { newName: '祁建国', newHomeId: homeId, newSex: 'male', newBirthDate: '1950-02-04', newResidence: 'permanent' }
  const submissionId = await collected(id, { personId: null, ...newOne })
  const [candidate] = (await office.director.list<TestRow>(candidates, { filter: { status: 'open' } }))
    .ok()
    .filter((row) => row.submissionId === submissionId)
  office.street.now(noon('2026-11-25'))
  ;(await office.director.step(candidates, candidate?.id ?? '', 'accept', { personId: id })).ok()
  expect(await person(id)).toMatchObject({ verifiedAt: '2026-01-10' })
  const [proposal] = await open(id)
  ;(await office.director.step(changeProposals, proposal?.id ?? '', 'reject', { decisionNote: '身份证上是 3 日' })).ok()
  expect(await person(id)).toMatchObject({ verifiedAt: '2026-11-20', birthDate: '1950-02-03' })
})
