import { PLACES, type Answer, type TestRow } from '@linli/testing'
import { people, units } from '@linli/plugin-registry'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  agendaItems,
  callVote,
  councils,
  makeMatter,
  matters,
  members,
  objections,
  ownerBallot,
  owners,
  proposals,
  publications,
  raiseObjection,
  supporters,
  votes,
} from '../src/index.ts'
import { nominationOf } from '../src/rules/nominated.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.street.close())

const today = (): string => office.now().slice(0, 10)
const step = (id: string, name: string, input: Readonly<Record<string, unknown>> = {}): Promise<Answer<TestRow>> =>
  office.step(id, name, input)
const voteDown = async (id: string, body: string, yes: number): Promise<unknown> => {
  const meeting = await office.meeting(body, office.sitting)
  return (await office.decide(meeting.id, id, office.sitting.slice(0, yes), office.sitting.slice(yes))).outcome
}

test('what residents propose is refused or shelved by the two committees, not by whoever presses the button', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'underReview')
  for (const name of ['reject', 'shelve']) expect((await step(id, name, { lastReason: '不办' })).code).toBe('deliberation.no_decision')
  expect(await voteDown(id, office.twoCommittees, 2)).toBe('rejected')
  ;(await step(id, 'reject', { lastReason: '资金和产权条件不具备' })).ok()
  const other = await office.matter()
  await office.bring(other.id, 'inConsultation')
  expect((await step(other.id, 'shelve', { lastReason: '算了' })).code).toBe('deliberation.shelve_alone')
})

test('what was voted down is not voted on until it passes', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'voting')
  expect(await voteDown(id, office.representatives, 2)).toBe('rejected')
  const again = await office.meeting(office.representatives, office.sitting)
  const item = (
    await office.director.create(agendaItems, { meetingId: again.id, title: '再表决', kind: 'matter', matterId: id, position: 70 })
  ).ok()
  expect((await office.director.action(callVote, { title: '再来一次', itemId: item.id }, again.id)).code).toBe('vote.decided')
  ;(await step(id, 'backToConsultation', { lastReason: '没有通过，再商议' })).ok()
})

test('a gate is decided by its own body and by the rule of that body', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'voting')
  const at = async (councilId: string, more: object = {}): Promise<string | undefined> => {
    const meeting = await office.meeting(councilId, office.sitting)
    const vote = { title: '表决', councilId, meetingId: meeting.id, matterId: id, gate: 'resolve', communityId: PLACES.east, ...more }
    return (await office.director.create(votes, vote)).code
  }
  expect(await at(office.twoCommittees)).toBe('vote.representatives')
  expect(await at(office.representatives, { ruleCode: 'RC_INTERNAL' })).toBe('vote.gate_rule')
  const other = { name: '别处的议事会', kind: 'council', level: 'community', communityId: PLACES.east }
  const elsewhere = (await office.director.create(councils, other)).ok().id
  for (const { id: personId } of office.sitting)
    (await office.director.create(members, { councilId: elsewhere, personId, from: '2026-01-01' })).ok()
  ;(await office.director.step(councils, elsewhere, 'start')).ok()
  expect(await at(elsewhere)).toBe('vote.elsewhere')
})

test('owners vote on the item that the matter is of, and what passes there is adopted', async () => {
  const estate = (await office.director.create(units, { kind: 'estate', name: '业主小区', communityId: PLACES.east })).ok()
  const building = (
    await office.director.create(units, { kind: 'building', name: '1号楼', parentId: estate.id, communityId: PLACES.east })
  ).ok()
  const homes: string[] = []
  for (let n = 1; n <= 4; n += 1) {
    const room = { kind: 'room', name: `${n}01`, parentId: building.id, area: '100.00', communityId: PLACES.east }
    const unitId = (await office.director.create(units, room)).ok().id
    const owner = { name: `业主${n}`, idType: 'none', birthDate: '1970-01-01', communityId: PLACES.east }
    ;(await office.director.create(owners, { unitId, personId: (await office.director.create(people, owner)).ok().id })).ok()
    homes.push(unitId)
  }
  const { id } = await office.matter({ ownersItem: 'i6' })
  await office.bring(id, 'voting')
  const vote = { kind: 'owners', title: '筹集维修资金', councilId: office.council, estateId: estate.id, matterId: id, gate: 'resolve' }
  expect((await office.director.create(votes, { ...vote, ownersItem: 'i5' })).code).toBe('vote.owners_item')
  const { id: voteId } = (await office.director.create(votes, { ...vote, ownersItem: 'i6' })).ok()
  office.advance(15)
  ;(await office.director.step(votes, voteId, 'open')).ok()
  for (const unitId of homes) (await office.director.action(ownerBallot, { unitId, choice: 'for' }, voteId)).ok()
  ;(await office.director.step(votes, voteId, 'close')).ok()
  expect((await step(id, 'adopt', { resolution: '同意筹集' })).ok().status).toBe('publicised')
})

test('nobody shortens what is posted by posting it again, earlier or for fewer days', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'publicised')
  const again = { title: '补一张', kind: 'resolution', matterId: id, content: '同意', place: '东门', communityId: PLACES.east }
  expect((await office.director.create(publications, { ...again, from: '2026-01-05', days: 1 })).code).toBe('publication.today')
  expect((await office.director.create(publications, { ...again, from: today(), days: 1 })).code).toBe('publication.posted')
  const undecided = await office.matter()
  expect((await office.director.create(publications, { ...again, matterId: undecided.id, from: today(), days: 7 })).code).toBe(
    'publication.not_resolved',
  )
  // Nor is a result posted before there is one, which would keep the real one off the board.
  expect((await office.director.create(publications, { ...again, kind: 'result', from: today(), days: 7 })).code).toBe(
    'publication.not_resolved',
  )
})

test('an emergency whose objection is upheld is dropped; without one nobody drops a resolution', async () => {
  const { id } = await office.matter({ lane: 'emergency', topic: 'safety' })
  ;(await step(id, 'actFirst', { partyOrg: '第一网格党支部', lastReason: '外墙砖松动' })).ok()
  const meeting = await office.meeting(office.representatives, office.sitting)
  await office.decide(meeting.id, id, office.sitting)
  ;(await step(id, 'ratify', { resolution: '同意先排险' })).ok()
  expect((await step(id, 'dropAfterObjection', { lastReason: '不做了' })).code).toBe('deliberation.no_upheld_objection')
  const [posted] = (await office.director.list(publications, { filter: { matterId: id } })).ok()
  const said = { publicationId: String(posted?.id), text: '脚手架挡住消防通道' }
  const { objectionId } = (await (await office.resident()).phone.action<{ objectionId: string }>(raiseObjection, said)).ok()
  ;(await office.director.step(objections, objectionId, 'answer', { verdict: 'upheld', answer: '属实' })).ok()
  expect((await step(id, 'takeEffect')).status).toBe(422)
  ;(await step(id, 'dropAfterObjection', { lastReason: '异议成立，改用其他办法' })).ok()
  expect((await office.director.find(matters, id)).ok().status).toBe('shelved')
  expect((await office.director.find(publications, String(posted?.id))).ok().status).toBe('withdrawn')
})

test('supporters are not chosen away: only an event of the grid, or a fifth of the council, stands in for them', async () => {
  expect(nominationOf({ fromGrid: true, fromMembers: false, backers: [], members: [] })).toBe('grid')
  expect(nominationOf({ fromGrid: false, fromMembers: false, backers: ['a'], members: ['a'] })).toBeUndefined()
  const raised = async (source: string, backers: readonly string[]): Promise<string> => {
    const values = { title: '装路灯', topic: 'facility', text: '晚上太黑', councilId: office.council, source, communityId: PLACES.east }
    const { id } = (await office.director.create(proposals, values)).ok()
    for (const personId of backers) (await office.director.create(supporters, { proposalId: id, personId, role: 'proposer' })).ok()
    ;(await office.director.step(proposals, id, 'publish')).ok()
    const { matterId } = (await office.director.action<{ matterId: string }>(makeMatter, {}, id)).ok()
    ;(await step(matterId, 'accept', { partyOrg: '第一网格党支部' })).ok()
    return matterId
  }
  const stranger = await office.resident()
  const [member] = office.sitting
  expect((await step(await raised('grid', [stranger.id]), 'submit')).code).toBe('deliberation.few_supporters')
  expect((await step(await raised('member', [stranger.id]), 'submit')).code).toBe('deliberation.few_supporters')
  ;(await step(await raised('member', [member?.id ?? '']), 'submit')).ok()
})
