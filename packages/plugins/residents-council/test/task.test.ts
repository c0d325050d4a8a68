import { people } from '@linli/plugin-registry'
import { PLACES, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actionItems, authoriseFunds, feedback, matters, myTasks, reportTask, type MyTask } from '../src/index.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let matterId = ''
beforeAll(async () => {
  office = await openOffice()
  const { id } = await office.matter()
  matterId = id
  await office.bring(matterId, 'inExecution')
})
afterAll(() => office.street.close())

const task = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  matterId,
  title: '划线',
  actorKind: 'committee',
  dueOn: office.now().slice(0, 10),
  ...values,
})

async function waits(client: Office['director'], id: string): Promise<boolean> {
  const { items } = (await client.get<{ items: { id: string }[] }>('/api/platform/inbox')).ok()
  return items.some((item) => item.id === id)
}

test('a task given to an account stands in that inbox alone, and nobody else of the same post takes it', async () => {
  const helper = office.street.as({ role: 'ngo-officer', community: PLACES.east })
  const other = office.street.as({ role: 'ngo-officer', community: PLACES.east }, { role: 'ngo-officer', community: PLACES.west })
  const accountId = (await helper.accountId()) ?? ''
  await other.accountId()
  expect((await office.director.create(actionItems, task({ actorKind: 'group' }))).code).toBe('action.nobody')
  const { id } = (await office.director.create(actionItems, task({ actorKind: 'group', accountId }))).ok()
  expect([await waits(helper, id), await waits(other, id), await waits(office.director, id)]).toEqual([true, false, false])
  expect((await other.step(actionItems, id, 'start', {})).code).toBe('action.others')
  ;(await helper.step(actionItems, id, 'start', { progress: '已到场' })).ok()
  ;(await helper.step(actionItems, id, 'finish', { progress: '划好二十个' })).ok()
  // What is done waits for whoever verifies it.
  expect([await waits(helper, id), await waits(office.director, id)]).toEqual([false, true])

  const elsewhere = office.street.as({ role: 'ngo-officer', community: PLACES.west })
  expect((await office.director.create(actionItems, task({ accountId: await elsewhere.accountId() }))).code).toBe('action.account_cannot')
})

test('a resident sees their own task on the phone, reports progress with a photo, and finishes it', async () => {
  const resident = await office.resident('风清扬')
  const stranger = await office.resident()
  const { id } = (await office.director.create(actionItems, task({ actorKind: 'resident', personId: resident.id }))).ok()
  expect((await office.director.find(actionItems, id)).ok()).toMatchObject({ actorName: '风清扬' })
  const mine = async (): Promise<readonly MyTask[]> => (await resident.phone.action<{ tasks: MyTask[] }>(myTasks, {})).ok().tasks
  expect(await mine()).toMatchObject([{ title: '划线', matter: '小区停车位改造', statusTitle: '已交办', blockedBy: null }])
  expect((await stranger.phone.action<{ tasks: MyTask[] }>(myTasks, {})).ok().tasks).toEqual([])
  expect((await stranger.phone.action(reportTask, { taskId: id, text: '我来' })).status).toBe(404)
  ;(await resident.phone.action(reportTask, { taskId: id, text: '买好漆了' })).ok()
  expect(await mine()).toMatchObject([{ statusTitle: '办理中', progress: '买好漆了' }])
  ;(await resident.phone.action(reportTask, { taskId: id, text: '画了一半' })).ok()
  ;(await resident.phone.action(reportTask, { taskId: id, text: '画完了', done: 'yes' })).ok()
  expect(await mine()).toMatchObject([{ statusTitle: '已完成，待核实', progress: '画完了' }])
  ;(await office.director.step(actionItems, id, 'verify')).ok()
  expect(await mine()).toEqual([])
})

test('a task that spends says on the phone that the money is not there yet', async () => {
  const resident = await office.resident()
  const { id } = (await office.director.create(actionItems, task({ actorKind: 'resident', personId: resident.id, budget: 50_000 }))).ok()
  const [waiting] = (await resident.phone.action<{ tasks: MyTask[] }>(myTasks, {})).ok().tasks
  expect(waiting?.blockedBy).toBe('要用钱的任务须先批准资金')
  expect((await resident.phone.action(reportTask, { taskId: id, text: '先买了', done: 'yes' })).code).toBe('action.no_funds')
  ;(await office.director.update(matters, matterId, { needsMoney: true })).ok()
  expect((await office.leader.action(authoriseFunds, { basis: '党工委会议' }, matterId)).code).toBe('matter.budget_needed')
  ;(await office.director.update(matters, matterId, { budget: 60_000 })).ok()
  expect((await office.director.action(authoriseFunds, { basis: '自己批' }, matterId)).status).toBe(403)
  ;(await office.leader.action(authoriseFunds, { basis: '党工委会议' }, matterId)).ok()
  ;(await resident.phone.action(reportTask, { taskId: id, text: '买好了', done: 'yes' })).ok()
  // What was authorised is shared by all tasks, those that are done too.
  expect((await office.director.create(actionItems, task({ title: '再买', actorName: '物业', budget: 20_000 }))).code).toBe(
    'action.over_budget',
  )
  expect((await office.director.update(actionItems, id, { budget: 70_000 })).code).toBe('action.over_budget')
  const small = (await office.director.create(actionItems, task({ title: '补漆', actorName: '物业', budget: 10_000 }))).ok()
  ;(await office.director.step(actionItems, small.id, 'drop', { progress: '不用补了' })).ok()
  ;(await office.director.create(actionItems, task({ title: '刷漆', actorName: '物业', budget: 10_000 }))).ok()
})

test('what several write at once, or before the money came, stays within it together', async () => {
  const { id } = await office.matter({ needsMoney: true, budget: 60_000 })
  await office.bring(id, 'effective')
  const costs = (title: string, budget: number): Readonly<Record<string, unknown>> =>
    task({ matterId: id, title, actorName: '物业', budget })
  const before = (await office.director.create(actionItems, costs('先写的', 80_000))).ok()
  ;(await office.leader.action(authoriseFunds, { basis: '党工委会议' }, id)).ok()
  expect((await office.director.step(actionItems, before.id, 'start', { progress: '开工' })).code).toBe('action.over_budget')
  ;(await office.director.step(actionItems, before.id, 'drop', { progress: '超过批准金额' })).ok()
  const answers = await Promise.all([1, 2, 3, 4].map((n) => office.director.create(actionItems, costs(`同时写的 ${n}`, 40_000))))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
})

test('somebody of another community answers for no task here', async () => {
  const { id } = (
    await office.admin.create(people, { name: '外社区', idType: 'none', birthDate: '1970-01-01', communityId: PLACES.west })
  ).ok()
  expect((await office.director.create(actionItems, task({ personId: id }))).code).toBe('action.person_elsewhere')
})

test('papers counted at the door move the satisfaction, with a photo of the count, and stand for no proposer', async () => {
  const result = { resultText: '已划好', resultPlace: '东门' }
  expect((await office.step(matterId, 'publishResult', result)).code).toBe('matter.tasks_open')
  for (const { id, status } of (await office.director.list<TestRow & { status: string }>(actionItems, { filter: { matterId } })).ok()) {
    if (status === 'done') (await office.director.step(actionItems, id, 'verify')).ok()
    else if (status === 'assigned' || status === 'doing') (await office.director.step(actionItems, id, 'drop', { progress: '不办了' })).ok()
  }
  ;(await office.step(matterId, 'publishResult', result)).ok()
  const papers = { matterId, kind: 'questionnaire', papersYes: 18, papersNo: 2 }
  expect((await office.director.create(feedback, papers)).code).toBe('feedback.papers')
  const proof = (await office.director.upload<{ id: string }>('/api/platform/files', { name: '汇总.png', content: PNG })).ok().id
  ;(await office.director.create(feedback, { ...papers, proof })).ok()
  expect((await office.director.find(matters, matterId)).ok()).toMatchObject({ satisfied: 18, unsatisfied: 2 })
  ;(await office.step(matterId, 'evaluate', { evaluation: '好' })).ok()
  expect((await office.step(matterId, 'close')).code).toBe('deliberation.no_feedback')
})

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
