import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  agendaItems,
  ballots,
  callVote,
  castFor,
  concludeItem,
  liveMeeting,
  opinions,
  proxies,
  recuse,
  signMinutes,
  meetings,
  votes,
  type LiveMeeting,
} from '../src/index.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let meetingId = ''
beforeAll(async () => {
  office = await openOffice()
  const [here, , , , away] = office.sitting
  const { id } = await office.meeting(office.representatives, office.sitting.slice(0, 4))
  meetingId = id
  const paper = (await office.director.upload<{ id: string }>('/api/platform/files', { name: '委托书.png', content: PNG })).ok().id
  ;(await office.director.create(proxies, { meetingId, principalId: away?.id, holderId: here?.id, paper })).ok()
})
afterAll(() => office.street.close())

const live = async (): Promise<LiveMeeting> => (await office.director.action<LiveMeeting>(liveMeeting, {}, meetingId)).ok()

test('what is put off to the next meeting stands as put off, and its words become no opinion', async () => {
  const [last] = (await office.director.list(agendaItems, { filter: { meetingId, kind: 'opinions' } })).ok()
  const words = { itemId: last?.id, conclusion: '时间不够，没有议完', putOff: 'yes' }
  ;(await office.director.action(concludeItem, words, meetingId)).ok()
  expect((await live()).items.find(({ id }) => id === last?.id)).toMatchObject({ state: 'put_off', conclusion: '时间不够，没有议完' })
  expect((await office.director.list(opinions, { filter: { meetingId } })).ok()).toEqual([])
})

test('at the screen of the hall a proxy is called out by its holder, and whoever is recused is shown and does not vote', async () => {
  const [holder, second, third, recused, away] = office.sitting
  const { voteId } = (await office.director.action<{ voteId: string }>(callVote, { title: '换届方案' }, meetingId)).ok()
  ;(await office.director.action(recuse, { personId: recused?.id, why: '候选人家属' }, voteId)).ok()
  ;(await office.director.step(votes, voteId, 'open')).ok()
  expect((await live()).votes[0]?.recused).toEqual([recused?.id])
  expect((await office.director.action(castFor, { personId: recused?.id, choice: 'for' }, voteId)).status).toBe(422)
  for (const person of [holder, second, third, away])
    (await office.director.action(castFor, { personId: person?.id, choice: 'for' }, voteId)).ok()
  const [proxied] = (await office.director.list<{ id: string; castById: string }>(ballots, { filter: { voteId } }))
    .ok()
    .filter(({ castById }) => castById !== null)
  expect(proxied?.castById).toBe(holder?.id)
  expect((await office.director.step(votes, voteId, 'close')).ok()).toMatchObject({ outcome: 'passed', yes: 4 })
})

test('whoever came signs on paper through the recorder, and the screen shows who has', async () => {
  ;(await office.director.step(meetings, meetingId, 'close')).ok()
  ;(await office.director.step(meetings, meetingId, 'writeMinutes', { minutes: '表决通过。' })).ok()
  const [here] = office.sitting
  ;(await office.director.action(signMinutes, { personId: here?.id }, meetingId)).ok()
  const { people } = await live()
  expect(people.map(({ came, signed }) => [came, signed])).toEqual([
    [true, true],
    [true, false],
    [true, false],
    [true, false],
    [false, false],
  ])
})

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
