import { PLACES } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alerts, confirmResult, councils, feedback, type MyCouncil, myCouncil, publications } from '../src/index.ts'
import { type Office, openOffice, type Resident } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 240_000)
afterAll(() => office.street.close())

interface Told {
  readonly id: string
  readonly summary: string
  readonly matterId: string
  readonly status: string
}

async function resultPosted(): Promise<{ id: string; proposer: Resident }> {
  const { id, proposer } = await office.matter()
  await office.bring(id, 'inExecution')
  ;(await office.step(id, 'publishResult', { resultText: '已划好', resultPlace: '东门' })).ok()
  return { id, proposer }
}
const told = async (matterId: string): Promise<Told[]> =>
  (await office.director.list<Told>(alerts, { filter: { kind: 'unsatisfied', matterId } })).ok()
const seenBy = async ({ phone }: Resident): Promise<NonNullable<MyCouncil['mine'][number]['matter']>['feedback']> =>
  (await phone.action<MyCouncil>(myCouncil, {})).ok().mine[0]?.matter?.feedback ?? null

test('a proposer who is not satisfied stands in the director’s inbox until they are answered, and reads the answer on the phone', async () => {
  const { id, proposer } = await resultPosted()
  expect(await seenBy(proposer)).toBeNull()
  ;(await proposer.phone.action(confirmResult, { matterId: id, satisfied: 'no', rating: 2, words: '线划歪了，少了三个' })).ok()
  const [alert, ...more] = await told(id)
  expect(more).toEqual([])
  expect(alert?.summary).toMatch(/^「小区停车位改造」（议2026-\d{4}）的提议人不满意，打 2 分：线划歪了，少了三个$/)
  const inbox = (await office.director.get<{ items: { resource: string; id: string }[] }>('/api/platform/inbox')).ok()
  expect(inbox.items.some((item) => item.resource === alerts.name && item.id === alert?.id)).toBe(true)
  const elsewhere = office.street.as({ role: 'community-director', community: PLACES.west })
  expect((await elsewhere.list(alerts, { filter: { kind: 'unsatisfied' } })).ok()).toEqual([])
  expect(await seenBy(proposer)).toEqual({ satisfied: false, words: '线划歪了，少了三个', answer: null })
  expect((await office.director.step(alerts, alert?.id ?? '', 'settle', {})).status).toBe(400)
  // What was not answered is not closed over.
  ;(await office.step(id, 'evaluate', { evaluation: '按期' })).ok()
  expect((await office.step(id, 'close')).code).toBe('matter.unanswered')
  ;(await office.director.step(alerts, alert?.id ?? '', 'settle', { answer: '下周重新划线，补三个车位' })).ok()
  expect(await seenBy(proposer)).toEqual({ satisfied: false, words: '线划歪了，少了三个', answer: '下周重新划线，补三个车位' })
  ;(await office.step(id, 'close')).ok()
})

test('so does one who said it on the telephone, while who is satisfied or could not be reached raises nothing', async () => {
  const first = await resultPosted()
  const said = { matterId: first.id, personId: first.proposer.id, kind: 'confirmed', satisfied: 'no' }
  ;(await office.director.create(feedback, { ...said, kind: 'unreachable', satisfied: null })).ok()
  expect(await told(first.id)).toEqual([])
  ;(await office.director.create(feedback, said)).ok()
  expect((await told(first.id)).map(({ summary }) => summary.replace(/（.*）/, ''))).toEqual(['「小区停车位改造」的提议人不满意，没有留言'])
  const second = await resultPosted()
  ;(await second.proposer.phone.action(confirmResult, { matterId: second.id, satisfied: 'yes', rating: 5, words: '好' })).ok()
  expect(await told(second.id)).toEqual([])
  expect(await seenBy(second.proposer)).toEqual({ satisfied: true, words: '好', answer: null })
})

test('what was not done well is done again with a new day; the result comes down, and the proposer is asked once more', async () => {
  const { id, proposer } = await resultPosted()
  const again = {
    lastReason: '线划歪了，重新划',
    finishBy: new Date(Date.parse(office.now()) + 20 * 86_400_000).toISOString().slice(0, 10),
  }
  expect((await office.step(id, 'rework', again)).code).toBe('deliberation.nobody_unsatisfied')
  ;(await proposer.phone.action(confirmResult, { matterId: id, satisfied: 'no', rating: 1, words: '线划歪了' })).ok()
  expect((await office.step(id, 'rework', { ...again, finishBy: '2026-01-01' })).code).toBe('matter.finish_past')
  const row = (await office.step(id, 'rework', again)).ok()
  expect(row).toMatchObject({ status: 'inExecution', finishBy: again.finishBy, resultPublishedOn: null })
  expect(String(row.dueAt).slice(0, 10)).toBe(again.finishBy)
  expect((await told(id)).map(({ status }) => status)).toEqual(['settled'])
  expect(await seenBy(proposer)).toMatchObject({ answer: `线划歪了，重新划。继续办理，计划 ${again.finishBy} 前完成` })
  expect((await office.director.list(publications, { filter: { matterId: id, kind: 'result', status: 'running' } })).ok()).toEqual([])
  expect((await proposer.phone.action(confirmResult, { matterId: id, satisfied: 'yes', rating: 5 })).code).toBe('matter.no_result')

  office.advance(5)
  ;(await office.step(id, 'publishResult', { resultText: '已重新划好', resultPlace: '东门' })).ok()
  ;(await office.step(id, 'evaluate', { evaluation: '重新划线后合格' })).ok()
  // What they said of the first result does not close the second.
  expect((await office.step(id, 'close')).code).toBe('deliberation.no_feedback')
  expect(await seenBy(proposer)).toBeNull()
  ;(await proposer.phone.action(confirmResult, { matterId: id, satisfied: 'yes', rating: 5 })).ok()
  ;(await office.step(id, 'close')).ok()
})

test('what a proposer said stays open when the council’s term ends', async () => {
  const { id, proposer } = await resultPosted()
  ;(await proposer.phone.action(confirmResult, { matterId: id, satisfied: 'no', rating: 1 })).ok()
  ;(await office.director.step(councils, office.council, 'end')).ok()
  expect((await told(id)).map(({ status }) => status)).toEqual(['open'])
})
