import { PLACES } from '@linli/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  agendaItems,
  councils,
  type BoardColumn,
  feedback,
  gates,
  makeMatter,
  matterBoard,
  matters,
  matterWay,
  type MatterWay,
  meetings,
  members,
  objections,
  printForm,
  proposals,
  publications,
  raiseObjection,
  stakeholders,
  supporters,
  votes,
} from '../src/index.ts'
import { openOffice, type Office, type Resident } from './office.ts'

let office: Office
let council: string
let partyMeeting: string
beforeAll(async () => {
  office = await openOffice()
  council = await body({ name: '大王村议事会', kind: 'council', way: 'branch', emergencyTopics: ['safety'], smallTopics: ['culture'] })
  partyMeeting = await body({ name: '大王村党员大会', kind: 'partyMeeting' })
})
afterAll(() => office.street.close())

async function body(values: Readonly<Record<string, unknown>>): Promise<string> {
  const { director } = office
  const { id } = (
    await director.create(councils, { level: 'community', partyOrg: '大王村党支部', communityId: PLACES.east, ...values })
  ).ok()
  for (const { id: personId } of office.sitting) (await director.create(members, { councilId: id, personId, from: '2026-01-01' })).ok()
  ;(await director.step(councils, id, 'start')).ok()
  return id
}

/** A matter that the branch itself raised; it stands at `collected`. */
async function raised(values: Readonly<Record<string, unknown>> = {}): Promise<{ readonly id: string; readonly proposer: Resident }> {
  const { director } = office
  const proposer = await office.resident('支部书记')
  const proposal = { title: '硬化村内道路', topic: 'facility', text: '主路坑洼，雨天难走', councilId: council, source: 'branch' }
  const { id } = (await director.create(proposals, { ...proposal, communityId: PLACES.east })).ok()
  ;(await director.create(supporters, { proposalId: id, personId: proposer.id, role: 'proposer' })).ok()
  ;(await director.step(proposals, id, 'publish')).ok()
  const { matterId } = (await director.action<{ matterId: string }>(makeMatter, {}, id)).ok()
  if (Object.keys(values).length > 0) (await director.update(matters, matterId, values)).ok()
  return { id: matterId, proposer }
}

const GATE = [
  { body: () => office.twoCommittees, step: 'discuss', input: {} },
  { body: () => partyMeeting, step: 'partyReview', input: {} },
  { body: () => office.representatives, step: 'resolve', input: { resolution: '同意硬化主路 800 米' } },
] as const

/** Brings a matter past its first gates: 1 is the branch's, 4 the resolution. */
async function bring(id: string, past: 1 | 2 | 3 | 4, days = 7): Promise<void> {
  if ((await stateOf(id)) === 'collected') (await office.step(id, 'takeUp', { partyOrg: '大王村党支部' })).ok()
  if ((await stateOf(id)) === 'branchProposing') (await office.step(id, 'propose')).ok()
  for (const gate of GATE.slice(0, past - 1)) {
    const { id: meetingId } = await office.meeting(gate.body(), office.sitting, days)
    await office.decide(meetingId, id, office.sitting)
    ;(await office.step(id, gate.step, gate.input)).ok()
  }
}

async function stateOf(id: string): Promise<string> {
  return String((await office.director.find(matters, id)).ok().status)
}

async function wayOf(id: string): Promise<MatterWay> {
  return (await office.director.action<MatterWay>(matterWay, {}, id)).ok()
}

test('a matter goes the branch’s four gates, each with its body, and both publications are made', async () => {
  const { director } = office
  const { id, proposer } = await raised()
  expect((await director.find(matters, id)).ok()).toMatchObject({ way: 'branch', source: 'branch' })
  expect((await office.step(id, 'accept', { partyOrg: '大王村党支部' })).code).toBe('deliberation.unknown_step')
  await bring(id, 4)
  const way = await wayOf(id)
  expect(way.way).toBe('四议两公开（党支部提议）')
  expect(way.gates.map(({ title, body: by, outcome, rule, unverified }) => [title, by, outcome, rule, unverified])).toEqual([
    ['党支部提议', '大王村议事会', '通过', null, false],
    ['两委商议', '前程社区两委', '通过', '两委审议', true],
    ['党员大会审议', '大王村党员大会', '通过', '四议两公开：党员大会审议', true],
    ['代表会议决议', '前程社区居民代表会议', '通过', '居民代表会议', true],
  ])
  expect(way.next.map(({ title, blockedBy }) => [title, blockedBy])).toEqual([
    ['异议成立，重新提议', null],
    ['异议成立，不再实施', '没有成立的异议'],
    ['生效', expect.stringContaining('公示须满 7 天')],
  ])

  office.advance(8)
  ;(await office.step(id, 'takeEffect')).ok()
  ;(await office.step(id, 'execute', { finishBy: '2026-12-01' })).ok()
  ;(await office.step(id, 'publishResult', { resultText: '主路硬化 800 米', resultPlace: '村务公开栏' })).ok()
  ;(await office.step(id, 'evaluate', { evaluation: '质量合格' })).ok()
  expect((await office.step(id, 'close')).code).toBe('deliberation.no_feedback')
  ;(await director.create(feedback, { matterId: id, personId: proposer.id, kind: 'confirmed', satisfied: 'yes' })).ok()
  ;(await office.step(id, 'close')).ok()
  const posted = (await director.list(publications, { filter: { matterId: id }, sort: ['createdAt', 'ASC'] })).ok()
  expect(posted.map(({ title, kind }) => [title, kind])).toEqual([
    ['「硬化村内道路」决议公开', 'resolution'],
    ['「硬化村内道路」实施结果公开', 'result'],
  ])
  const { html } = (await director.action<{ html: string }>(printForm, { form: 'slip', id })).ok()
  for (const words of ['一、党支部提议', '二、两委商议', '三、党员大会审议', '四、代表会议决议', '决议公开', '实施结果公开', '四议两公开'])
    expect(html).toContain(words)
  for (const words of ['居民提议', '多方商议', '居民决议']) expect(html).not.toContain(words)
})

test('the board shows the gates of the ways that are gone here', async () => {
  const { id } = await raised()
  await bring(id, 1)
  const { columns } = (await office.director.action<{ columns: readonly BoardColumn[] }>(matterBoard, {})).ok()
  expect(columns.map(({ state }) => state)).toEqual(expect.arrayContaining(['underReview', 'inDiscussion', 'inPartyReview']))
  expect(columns.find(({ state }) => state === 'inDiscussion')).toMatchObject({ title: '两委商议', gate: '两委商议', count: 1 })
  const west = office.street.as({ role: 'community-director', community: PLACES.west })
  const elsewhere = (await west.action<{ columns: readonly BoardColumn[] }>(matterBoard, {})).ok()
  expect(elsewhere.columns.map(({ state }) => state)).not.toContain('inPartyReview')
})

describe('days between gates', () => {
  test('are seven unless the charter says otherwise, and what is too soon is said', async () => {
    const { id } = await raised()
    await bring(id, 1)
    const soon = await office.meeting(office.twoCommittees, office.sitting, 6)
    await office.decide(soon.id, id, office.sitting)
    expect((await office.step(id, 'discuss')).code).toBe('deliberation.too_soon')
    expect((await wayOf(id)).next.find(({ step }) => step === 'discuss')?.blockedBy).toBe('与上一议至少间隔 7 天')
    office.advance(1)
    ;(await office.step(id, 'discuss')).ok()
  })

  test('and in all, where a charter limits them, cannot contradict each other', async () => {
    const { director } = office
    expect((await director.update(councils, council, { totalDays: 20 })).code).toBe('deliberation.template_timing')
    ;(await director.update(councils, council, { gapDays: 6, totalDays: 20 })).ok()
    const { id } = await raised()
    await bring(id, 2, 6)
    office.advance(10)
    const { id: meetingId } = await office.meeting(partyMeeting, office.sitting, 6)
    await office.decide(meetingId, id, office.sitting)
    expect((await office.step(id, 'partyReview')).code).toBe('deliberation.too_late')
    // What came too late goes back to the branch, and its days begin anew.
    ;(await office.step(id, 'returnToBranch', { lastReason: '超过二十天，重新提议' })).ok()
    await bring(id, 4, 6)
    ;(await director.update(councils, council, { gapDays: null, totalDays: null })).ok()
  })
})

describe('N1–N12 hold here, too', () => {
  test('N1 no gate is skipped, and there is neither a small matter nor an emergency', async () => {
    const { id } = await raised()
    for (const step of ['propose', 'discuss', 'partyReview', 'resolve', 'takeEffect', 'execute', 'close'])
      expect([step, (await office.step(id, step, { resolution: '同意' })).status]).toEqual([step, 422])
    expect((await office.step(id, 'actFirst', { partyOrg: '支部', lastReason: '情况紧急' })).code).toBe('deliberation.unknown_step')
    expect((await office.director.update(matters, id, { lane: 'emergency' })).code).toBe('matter.lane_of_way')
    await bring(id, 1)
    for (const step of ['partyReview', 'resolve', 'takeEffect'])
      expect([step, (await office.step(id, step, { resolution: '同意' })).status]).toEqual([step, 422])
  })

  test('a matter of the residents’ council cannot take the branch’s way, nor change it once it is taken up', async () => {
    const { director } = office
    const { id } = await office.matter()
    expect((await office.step(id, 'takeUp', { partyOrg: '支部' })).code).toBe('deliberation.unknown_step')
    ;(await director.update(matters, id, { councilId: council })).ok()
    expect((await director.find(matters, id)).ok().way).toBe('branch')
    ;(await office.step(id, 'takeUp', { partyOrg: '支部' })).ok()
    expect((await director.update(matters, id, { councilId: office.council })).code).toBe('matter.frozen')
    // A council that chooses the other way does so for the matters to come.
    ;(await director.update(councils, council, { way: 'residents' })).ok()
    expect((await director.find(matters, id)).ok().way).toBe('branch')
    ;(await office.step(id, 'propose')).ok()
    ;(await director.update(councils, council, { way: 'branch' })).ok()
  })

  test('N3 the party meeting decides by two thirds present and more than half of those due, not by another rule', async () => {
    const { director } = office
    const { id } = await raised()
    await bring(id, 2)
    const few = await office.meeting(partyMeeting, office.sitting.slice(0, 3), 7)
    expect((await office.decide(few.id, id, office.sitting.slice(0, 3))).outcome).toBe('inquorate')
    expect((await office.step(id, 'partyReview')).code).toBe('deliberation.not_passed')
    const vote = { title: '审议', councilId: partyMeeting, matterId: id, gate: 'partyReview', communityId: PLACES.east }
    const open = await office.meeting(partyMeeting, office.sitting.slice(0, 4), 7)
    expect((await director.create(votes, { ...vote, meetingId: open.id, ruleCode: 'RC_INTERNAL' })).code).toBe('vote.gate_rule')
    // The body may name a looser rule for its other business; this gate keeps its own.
    ;(await director.update(councils, partyMeeting, { voteRule: 'RC_INTERNAL' })).ok()
    expect(await office.decide(open.id, id, office.sitting.slice(0, 3), office.sitting.slice(3, 4))).toMatchObject({
      outcome: 'passed',
      ruleCode: 'SIYI_LIANGGONGKAI_PARTY_REVIEW',
    })
    ;(await office.step(id, 'partyReview')).ok()
  })

  test('what the party meeting voted down is not voted on until it passes: it goes back to the branch', async () => {
    const { director } = office
    const { id } = await raised()
    await bring(id, 2)
    const half = await office.meeting(partyMeeting, office.sitting.slice(0, 4), 7)
    expect((await office.decide(half.id, id, office.sitting.slice(0, 2), office.sitting.slice(2, 4))).outcome).toBe('rejected')
    expect((await office.step(id, 'partyReview')).code).toBe('deliberation.not_passed')
    const again = await office.meeting(partyMeeting, office.sitting.slice(0, 4), 7)
    const vote = {
      title: '再审议',
      councilId: partyMeeting,
      meetingId: again.id,
      matterId: id,
      gate: 'partyReview',
      communityId: PLACES.east,
    }
    expect((await director.create(votes, vote)).code).toBe('vote.decided')
    ;(await office.step(id, 'returnToBranch', { lastReason: '党员大会没有通过' })).ok()
    await bring(id, 1)
  })

  test('N4 and N11: recused members do not vote, and no gate is decided by another body', async () => {
    const { director } = office
    const { id } = await raised()
    await bring(id, 2)
    const [first] = office.sitting
    const recusal = {
      matterId: id,
      group: 'other',
      name: '承包人',
      personId: first?.id,
      invited: true,
      recused: true,
      recusalReason: '承包人',
    }
    ;(await director.create(stakeholders, recusal)).ok()
    const at = (councilId: string, meetingId: string, gate: string): Promise<{ code?: string }> =>
      director.create(votes, { title: '表决', councilId, meetingId, matterId: id, gate, communityId: PLACES.east })
    const committees = await office.meeting(office.twoCommittees, office.sitting, 7)
    expect((await at(office.twoCommittees, committees.id, 'partyReview')).code).toBe('vote.party_meeting')
    expect((await at(office.twoCommittees, committees.id, 'resolve')).code).toBe('matter.not_voting')
    const party = await office.meeting(partyMeeting, office.sitting, 7)
    await expect(office.decide(party.id, id, office.sitting)).rejects.toThrow('vote.recused')
  })

  test('an objection that is upheld takes it back to the branch, and the resolution is withdrawn', async () => {
    const { director } = office
    const { id } = await raised()
    await bring(id, 4)
    const posted = (await director.list(publications, { filter: { matterId: id } })).ok()[0]
    const neighbour = await office.resident()
    const said = { publicationId: String(posted?.id), text: '占了我家门口' }
    const { objectionId } = (await neighbour.phone.action<{ objectionId: string }>(raiseObjection, said)).ok()
    ;(await director.step(objections, objectionId, 'answer', { verdict: 'upheld', answer: '属实，重新设计' })).ok()
    office.advance(20)
    expect((await office.step(id, 'takeEffect')).code).toBe('publication.upheld_branch')
    ;(await office.step(id, 'reconsider', { lastReason: '路线调整' })).ok()
    expect(await stateOf(id)).toBe('branchProposing')
    expect((await director.find(publications, String(posted?.id))).ok().status).toBe('withdrawn')
    const passes = (await director.list(gates, { filter: { matterId: id } })).ok()
    expect(passes.filter(({ gate }) => gate === 'propose').map(({ round }) => round)).toEqual([1, 2])
    await bring(id, 1)
  })
})

test('the agenda of every body shows what it has to decide', async () => {
  const { id } = await raised()
  await bring(id, 2)
  const { id: meetingId } = (
    await office.director.create(meetings, {
      councilId: partyMeeting,
      title: '党员大会',
      place: '村部',
      scheduledAt: new Date(Date.parse(office.now()) + 7 * 86_400_000).toISOString(),
      communityId: PLACES.east,
    })
  ).ok()
  ;(await office.director.step(meetings, meetingId, 'notify')).ok()
  const items = (await office.director.list(agendaItems, { filter: { meetingId, kind: 'matter' } })).ok()
  expect(items.map(({ matterId }) => matterId)).toContain(id)
})
