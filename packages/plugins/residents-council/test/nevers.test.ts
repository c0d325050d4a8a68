import { FOUR_AND_TWO, FOUR_DELIBERATIONS } from '@linli/core/presets'
import { meetsChoices, type StepDefinition } from '@linli/kit'
import { householdMembers, households, units } from '@linli/plugin-registry'
import { PLACES } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  actionItems,
  agendaItems,
  authoriseFunds,
  callVote,
  castFor,
  castVote,
  confirmResult,
  feedback,
  gates,
  joinMeeting,
  makeMatter,
  matters,
  matterWay,
  type MatterWay,
  meetings,
  members,
  objections,
  propose,
  proposals,
  proposalVersions,
  proxies,
  publications,
  raiseObjection,
  recuse,
  reviseProposal,
  stakeholders,
  support,
  votes,
} from '../src/index.ts'
import { openOffice, type Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.street.close())

test("the matter's states and steps are those of core's two templates together", () => {
  const { states, steps, initial } = matters.workflow ?? {}
  const templates = [FOUR_DELIBERATIONS, FOUR_AND_TWO]
  for (const template of templates) expect(initial).toBe(template.initial)
  const merged = new Map<string, { title: string; from: Set<string>; to: string }>()
  for (const { name, title, from, to } of templates.flatMap((template) => template.steps)) {
    const known = merged.get(name)
    // What both ways have is the same in both.
    if (known) expect([name, title.zh, to]).toEqual([name, known.title, known.to])
    merged.set(name, { title: title.zh, from: new Set([...(known?.from ?? []), ...from]), to })
  }
  expect(
    Object.fromEntries(Object.entries(steps ?? {}).map(([name, { title, from, to }]) => [name, { title, from: new Set(from), to }])),
  ).toEqual(Object.fromEntries(merged))
  const named = new Map<string, readonly [string, boolean]>()
  for (const { name, title, final } of templates.flatMap((template) => template.states)) {
    expect(named.get(name) ?? [title.zh, final ?? false]).toEqual([title.zh, final ?? false])
    named.set(name, [title.zh, final ?? false])
  }
  expect(Object.fromEntries(Object.entries(states ?? {}).map(([name, { title, final }]) => [name, [title, final ?? false]]))).toEqual(
    Object.fromEntries(named),
  )
})

test('a step is offered on the rows of the ways and lanes that have it', () => {
  for (const [way, template] of [
    ['residents', FOUR_DELIBERATIONS],
    ['branch', FOUR_AND_TWO],
  ] as const)
    for (const lane of ['ordinary', 'smallMatter', 'emergency'] as const) {
      if (way === 'branch' && lane !== 'ordinary') continue
      for (const from of Object.keys(matters.workflow?.states ?? {})) {
        // Only what is urgent acts first.
        if (!template.states.some(({ name }) => name === from) || (from === 'acting' && lane !== 'emergency')) continue
        const offered = Object.entries<StepDefinition>(matters.workflow?.steps ?? {})
          .filter(([, step]) => step.from.includes(from) && meetsChoices(step.when, { way, lane }))
          .map(([name]) => name)
        const known = template.steps
          .filter((step) => step.from.includes(from) && (!step.lanes || step.lanes.includes(lane)))
          .map(({ name }) => name)
        expect([way, lane, from, offered.toSorted()]).toEqual([way, lane, from, known.toSorted()])
      }
    }
})

describe('N1 nobody skips a gate', () => {
  test('no request takes a matter past a gate that it has not passed', async () => {
    const { id } = await office.matter()
    for (const step of ['submit', 'agree', 'putToVote', 'settle', 'adopt', 'takeEffect', 'execute', 'publishResult', 'close', 'ratify'])
      expect([
        step,
        (
          await office.step(id, step, {
            agreedPoints: '甲',
            minorityOpinions: '无',
            resolution: '乙',
            finishBy: '2027-01-01',
            resultText: '丙',
            resultPlace: '丁',
          })
        ).code,
      ]).toEqual([step, 'workflow.not_from_here'])
  })

  test('a matter that the charter does not list as small cannot be settled without a vote', async () => {
    const { id } = await office.matter({ lane: 'smallMatter' })
    expect((await office.step(id, 'accept', { partyOrg: '党支部' })).code).toBe('deliberation.lane_not_listed')
  })

  test('a small matter of the charter is settled by the consultation, an ordinary one is not', async () => {
    const small = await office.matter({ lane: 'smallMatter', topic: 'culture' })
    await office.bring(small.id, 'inConsultation')
    await office.hear(small.id)
    expect(
      (await office.step(small.id, 'settle', { agreedPoints: '重阳节办一场', minorityOpinions: '无', resolution: '办' })).ok(),
    ).toMatchObject({ status: 'publicised' })
    const ordinary = await office.matter({ topic: 'culture' })
    await office.bring(ordinary.id, 'inConsultation')
    await office.hear(ordinary.id)
    expect((await office.step(ordinary.id, 'settle', { agreedPoints: '办', minorityOpinions: '无', resolution: '办' })).code).toBe(
      'deliberation.wrong_lane',
    )
  })

  test('once it is accepted nobody moves a matter into an easier lane', async () => {
    const { id } = await office.matter()
    await office.bring(id, 'proposed')
    expect((await office.director.update(matters, id, { lane: 'smallMatter' })).code).toBe('matter.frozen')
    expect((await office.director.update(matters, id, { topic: 'culture' })).code).toBe('matter.frozen')
  })

  test('a matter goes back at most twice, then it can only be shelved; each round stays on record', async () => {
    const { id } = await office.matter()
    await office.bring(id, 'underReview')
    for (let round = 0; round < 2; round += 1) {
      ;(await office.step(id, 'returnToProposers', { lastReason: '请补充图纸' })).ok()
      ;(await office.step(id, 'submit')).ok()
    }
    expect((await office.step(id, 'returnToProposers', { lastReason: '再补充' })).code).toBe('deliberation.loops_exhausted')
    ;(await office.step(id, 'shelve', { lastReason: '缺少图纸' })).ok()
    expect((await office.director.list(gates, { filter: { matterId: id, gate: 'propose' } })).ok()).toHaveLength(3)
  })
})

test('N2 a matter without a leading party organisation goes nowhere', async () => {
  const { id } = await office.matter({ partyOrg: null })
  expect((await office.step(id, 'accept', {})).status).toBe(400)
  ;(await office.step(id, 'accept', { partyOrg: '党支部' })).ok()
  for (const partyOrg of [null, ' ']) expect((await office.director.update(matters, id, { partyOrg })).code).toBe('matter.frozen')
})

describe('N3 a vote counts only as its rule says', () => {
  test('a meeting on shorter notice than its rule is not called', async () => {
    const tomorrow = new Date(Date.parse(office.now()) + 86_400_000).toISOString()
    const plan = { councilId: office.representatives, title: '明天开', place: '会议室', scheduledAt: tomorrow, communityId: PLACES.east }
    const { id } = (await office.director.create(meetings, plan)).ok()
    expect((await office.director.step(meetings, id, 'notify')).code).toBe('vote.notice_short')
  })

  test('without a quorum nothing passes, however many of those present agree', async () => {
    const { id } = await office.matter()
    await office.bring(id, 'voting')
    const two = office.sitting.slice(0, 2)
    const meeting = await office.meeting(office.representatives, two)
    const vote = await office.decide(meeting.id, id, two)
    expect(vote).toMatchObject({ outcome: 'inquorate', ruleStatus: 'unverified' })
    expect((await office.step(id, 'adopt', { resolution: '通过' })).code).toBe('deliberation.not_passed')
  })

  test('what was passed goes on: it is neither shelved nor sent back by whoever presses the button', async () => {
    const { id } = await office.matter()
    await office.bring(id, 'voting')
    const six = office.sitting.slice(0, 6)
    const meeting = await office.meeting(office.representatives, six)
    expect(await office.decide(meeting.id, id, six)).toMatchObject({ outcome: 'passed' })
    for (const step of ['shelve', 'backToConsultation'] as const)
      expect((await office.step(id, step, { lastReason: '先放一放' })).code).toBe('deliberation.passed')
    ;(await office.step(id, 'adopt', { resolution: '通过' })).ok()
  })

  test('at the exact edge two thirds make a quorum and half is no majority', async () => {
    const { id } = await office.matter()
    await office.bring(id, 'voting')
    const four = office.sitting.slice(0, 4)
    const meeting = await office.meeting(office.representatives, four)
    const [a, b, c, d] = four as [Office['sitting'][0], Office['sitting'][0], Office['sitting'][0], Office['sitting'][0]]
    const vote = await office.decide(meeting.id, id, [a, b], [c, d])
    expect(vote).toMatchObject({ outcome: 'rejected', yes: 2, no: 2, present: 4 })
    expect((await office.step(id, 'adopt', { resolution: '通过' })).code).toBe('deliberation.not_passed')
    ;(await office.step(id, 'backToConsultation', { lastReason: '票数不够' })).ok()
  })

  test('somebody who is no member, who is not there, or who comes after the close, casts nothing', async () => {
    const { id } = await office.matter()
    await office.bring(id, 'voting')
    const here = office.sitting.slice(0, 4)
    const away = office.sitting[4]
    const stranger = await office.resident()
    const meeting = await office.meeting(office.representatives, here)
    const item = (
      await office.director.create(agendaItems, { meetingId: meeting.id, title: '表决', kind: 'matter', matterId: id, position: 61 })
    ).ok()
    const { voteId } = (await office.director.action<{ voteId: string }>(callVote, { title: '是否同意', itemId: item.id }, meeting.id)).ok()
    expect((await here[0]?.phone.action(castVote, { voteId, choice: 'for' }))?.code).toBe('vote.settings_fixed')
    ;(await office.director.step(votes, voteId, 'open')).ok()
    expect((await stranger.phone.action(castVote, { voteId, choice: 'for' })).code).toBe('vote.not_eligible')
    expect((await stranger.phone.action(joinMeeting, { code: meeting.code })).code).toBe('meeting.not_on_roll')
    expect((await away?.phone.action(castVote, { voteId, choice: 'for' }))?.code).toBe('vote.not_present')
    for (const { phone } of here) (await phone.action(castVote, { voteId, choice: 'for' })).ok()
    expect((await office.director.step(meetings, meeting.id, 'close')).code).toBe('meeting.vote_open')
    ;(await office.director.step(votes, voteId, 'close')).ok()
    expect((await here[0]?.phone.action(castVote, { voteId, choice: 'against' }))?.code).toBe('vote.closed')
    expect((await office.director.action(castFor, { personId: away?.id, choice: 'for' }, voteId)).code).toBe('vote.closed')
  })

  test('one holds no more proxies than the charter allows, and votes for an absent one only with a paper', async () => {
    const { id } = await office.matter()
    await office.bring(id, 'voting')
    const [holder, absent, other, ...rest] = office.sitting as [
      Office['sitting'][0],
      Office['sitting'][0],
      Office['sitting'][0],
      ...Office['sitting'],
    ]
    const meeting = await office.meeting(office.representatives, [holder, ...rest])
    const paper = (await office.director.upload<{ id: string }>('/api/platform/files', { name: '委托书.png', content: PNG })).ok().id
    ;(await office.director.create(proxies, { meetingId: meeting.id, principalId: absent.id, holderId: holder.id, paper })).ok()
    expect((await office.director.create(proxies, { meetingId: meeting.id, principalId: other.id, holderId: holder.id, paper })).code).toBe(
      'vote.proxy_limit',
    )
    const item = (
      await office.director.create(agendaItems, { meetingId: meeting.id, title: '表决', kind: 'matter', matterId: id, position: 62 })
    ).ok()
    const { voteId } = (await office.director.action<{ voteId: string }>(callVote, { title: '是否同意', itemId: item.id }, meeting.id)).ok()
    ;(await office.director.step(votes, voteId, 'open')).ok()
    ;(await holder.phone.action(castVote, { voteId, choice: 'for', principalId: absent.id })).ok()
    expect((await holder.phone.action(castVote, { voteId, choice: 'for', principalId: other.id })).code).toBe('vote.proxy_missing')
    expect((await holder.phone.action(castVote, { voteId, choice: 'for', principalId: absent.id })).code).toBe('vote.already_voted')
  })
})

test('N4 whoever is recused does not vote, and a recusal after the vote undoes its use', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'voting')
  const [beneficiary, ...rest] = office.sitting as [Office['sitting'][0], ...Office['sitting']]
  const meeting = await office.meeting(office.representatives, office.sitting)
  const item = (
    await office.director.create(agendaItems, { meetingId: meeting.id, title: '表决', kind: 'matter', matterId: id, position: 63 })
  ).ok()
  const { voteId } = (await office.director.action<{ voteId: string }>(callVote, { title: '是否同意', itemId: item.id }, meeting.id)).ok()
  ;(await office.director.action(recuse, { personId: beneficiary.id, why: '车位在自家门口' }, voteId)).ok()
  ;(await office.director.step(votes, voteId, 'open')).ok()
  expect((await beneficiary.phone.action(castVote, { voteId, choice: 'for' })).code).toBe('vote.recused')
  for (const { phone } of rest) (await phone.action(castVote, { voteId, choice: 'for' })).ok()
  expect((await office.director.step(votes, voteId, 'close')).ok()).toMatchObject({ outcome: 'passed', yes: 4 })
  ;(
    await office.director.create(stakeholders, {
      matterId: id,
      group: 'owners',
      name: '后来才说',
      personId: rest[0]?.id,
      invited: true,
      present: true,
      recused: true,
    })
  ).ok()
  expect((await office.step(id, 'adopt', { resolution: '通过' })).code).toBe('deliberation.conflict_voted')
  // The recusal stays, so the vote is held again without them.
  const [late] = (await office.director.list(stakeholders, { filter: { matterId: id, personId: rest[0]?.id } })).ok()
  expect((await office.director.update(stakeholders, String(late?.id), { recused: false })).code).toBe('stakeholder.recused')
  const next = await office.meeting(office.representatives, office.sitting)
  expect((await office.decide(next.id, id, rest.slice(1))).outcome).toBe('passed')
  ;(await office.step(id, 'adopt', { resolution: '通过' })).ok()
})

test('N6 nobody joins or leaves the roll between the notice and the count', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'voting')
  const meeting = await office.meeting(office.representatives, office.sitting)
  const late = await office.resident('后来者')
  const joined = (await office.director.create(members, { councilId: office.representatives, personId: late.id, from: '2026-01-01' })).ok()
  expect((await late.phone.action(joinMeeting, { code: meeting.code })).code).toBe('meeting.not_on_roll')
  const item = (
    await office.director.create(agendaItems, { meetingId: meeting.id, title: '表决', kind: 'matter', matterId: id, position: 64 })
  ).ok()
  const { voteId } = (await office.director.action<{ voteId: string }>(callVote, { title: '是否同意', itemId: item.id }, meeting.id)).ok()
  expect((await office.director.find(votes, voteId)).ok()).toMatchObject({ base: 5 })
  const tamper = (statement: ReturnType<typeof sql>): Promise<unknown> => statement.execute(office.street.store.db)
  await expect(tamper(sql`update council_voters set name = '别人' where vote_id = ${voteId}`)).rejects.toThrow(/frozen/)
  await expect(tamper(sql`delete from council_voters where vote_id = ${voteId}`)).rejects.toThrow(/frozen/)
  await expect(
    tamper(sql`update council_meetings set roll = '{"takenOn":"2026-01-01","members":[]}' where id = ${meeting.id}`),
  ).rejects.toThrow(/frozen/)
  ;(await office.director.update(members, joined.id, { to: '2026-01-02' })).ok()
})

test('N6 somebody who dies after the notice stays in the number and casts nothing', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'voting')
  const mortal = await office.resident('年迈成员')
  ;(await office.director.create(members, { councilId: office.representatives, personId: mortal.id, from: '2026-01-01' })).ok()
  const meeting = await office.meeting(office.representatives, [...office.sitting, mortal])
  const today = office.now().slice(0, 10)
  await office.street.run('registry', (ctx) =>
    sql`update registry_people set deceased_at = ${today} where id = ${mortal.id}`.execute(ctx.db),
  )
  const item = (
    await office.director.create(agendaItems, { meetingId: meeting.id, title: '表决', kind: 'matter', matterId: id, position: 65 })
  ).ok()
  const { voteId } = (await office.director.action<{ voteId: string }>(callVote, { title: '是否同意', itemId: item.id }, meeting.id)).ok()
  ;(await office.director.step(votes, voteId, 'open')).ok()
  expect((await office.director.find(votes, voteId)).ok()).toMatchObject({ base: 6 })
  expect((await office.director.action(castFor, { personId: mortal.id, choice: 'for' }, voteId)).code).toBe('vote.left')
})

test('N7 and N8 nothing starts before it is effective, and nothing is spent before it is authorised', async () => {
  const { id } = await office.matter({ needsMoney: true, budget: 500_000 })
  await office.bring(id, 'publicised')
  const task = (
    await office.director.create(actionItems, {
      matterId: id,
      title: '划线',
      actorKind: 'unit',
      actorName: '物业',
      dueOn: '2027-12-31',
      budget: 500_000,
    })
  ).ok()
  expect((await office.director.step(actionItems, task.id, 'start')).code).toBe('action.matter_early')
  expect((await office.step(id, 'execute', { finishBy: '2027-12-31' })).code).toBe('workflow.not_from_here')
  expect((await office.step(id, 'takeEffect')).code).toBe('deliberation.publication_short')
  await office.bring(id, 'effective')
  expect((await office.director.step(actionItems, task.id, 'start')).code).toBe('action.no_funds')
  expect((await office.step(id, 'execute', { finishBy: '2027-12-31' })).code).toBe('deliberation.no_funds')
  ;(await office.leader.action(authoriseFunds, { basis: '街道办公会第 3 次' }, id)).ok()
  ;(await office.director.step(actionItems, task.id, 'start')).ok()
  ;(await office.step(id, 'execute', { finishBy: '2027-12-31' })).ok()
})

test('N9 a matter is not closed before its result is posted and a proposer was heard, or could not be reached twice', async () => {
  const { id, proposer } = await office.matter()
  await office.bring(id, 'inExecution')
  expect((await proposer.phone.action(confirmResult, { matterId: id, satisfied: 'yes', rating: 5 })).code).toBe('matter.no_result')
  ;(await office.step(id, 'publishResult', { resultText: '二十个车位已划好', resultPlace: '东门公告栏' })).ok()
  ;(await office.step(id, 'evaluate', { evaluation: '按期完成' })).ok()
  expect((await office.step(id, 'close')).code).toBe('deliberation.no_feedback')
  const stranger = await office.resident()
  expect((await stranger.phone.action(confirmResult, { matterId: id, satisfied: 'yes', rating: 5 })).code).toBe('matter.not_proposer')
  ;(await office.director.create(feedback, { matterId: id, personId: proposer.id, kind: 'unreachable' })).ok()
  expect((await office.step(id, 'close')).code).toBe('deliberation.no_feedback')
  office.advance(1)
  ;(await office.director.create(feedback, { matterId: id, personId: proposer.id, kind: 'unreachable' })).ok()
  ;(await office.step(id, 'close')).ok()
})

test('N10 two of one household support once', async () => {
  const proposer = await office.resident()
  const [husband, wife] = [await office.resident(), await office.resident()]
  const estate = (await office.director.create(units, { kind: 'estate', name: '同户小区', communityId: PLACES.east })).ok()
  const household = (
    await office.director.create(households, { unitId: estate.id, headPersonId: husband.id, communityId: PLACES.east })
  ).ok()
  for (const [personId, relation] of [
    [husband.id, 'head'],
    [wife.id, 'spouse'],
  ] as const) {
    const known = (await office.director.list(householdMembers, { filter: { personId } })).ok()
    if (known.length === 0)
      (await office.director.create(householdMembers, { householdId: household.id, personId, relation, communityId: PLACES.east })).ok()
  }
  const { proposalId } = (
    await proposer.phone.action<{ proposalId: string }>(propose, {
      councilId: office.council,
      title: '装路灯',
      topic: 'facility',
      text: '楼后没有路灯',
    })
  ).ok()
  expect((await husband.phone.action(support, { proposalId })).code).toBe('proposal.not_open')
  ;(await office.director.step(proposals, proposalId, 'publish')).ok()
  expect((await husband.phone.action(support, { proposalId })).ok()).toEqual({ supporters: 1, counted: true })
  expect((await wife.phone.action(support, { proposalId })).ok()).toEqual({ supporters: 1, counted: false })
  expect((await wife.phone.action(support, { proposalId })).code).toBe('proposal.supported')
  const { matterId } = (await office.director.action<{ matterId: string }>(makeMatter, {}, proposalId)).ok()
  await office.bring(matterId, 'proposed')
  expect((await office.step(matterId, 'submit')).code).toBe('deliberation.few_supporters')
})

test('N11 what the law leaves to residents or owners is not decided by the council alone', async () => {
  const { id } = await office.matter({ reserved: true })
  await office.bring(id, 'voting')
  expect((await office.director.update(matters, id, { reserved: false })).code).toBe('matter.frozen')
  const meeting = await office.meeting(office.council, office.sitting)
  await expect(office.decide(meeting.id, id, office.sitting)).rejects.toThrow('vote.reserved')

  const owners = await office.matter({ ownersItem: 'i6' })
  await office.bring(owners.id, 'voting')
  const again = await office.meeting(office.representatives, office.sitting)
  const item = (
    await office.director.create(agendaItems, { meetingId: again.id, title: '表决', kind: 'matter', matterId: owners.id, position: 66 })
  ).ok()
  expect((await office.director.action(callVote, { title: '是否同意', itemId: item.id }, again.id)).code).toBe('vote.owners_only')
})

test('N12 a published proposal is not edited; a new version is shown and the old one stays', async () => {
  const proposer = await office.resident()
  const { proposalId } = (
    await proposer.phone.action<{ proposalId: string }>(propose, {
      councilId: office.council,
      title: '修健身器材',
      topic: 'facility',
      text: '南门器材坏了',
    })
  ).ok()
  ;(await office.director.update(proposals, proposalId, { text: '南门的健身器材坏了两件' })).ok()
  ;(await office.director.step(proposals, proposalId, 'publish')).ok()
  expect((await office.director.update(proposals, proposalId, { text: '全部换新' })).code).toBe('deliberation.text_changed')
  expect((await office.director.update(proposals, proposalId, { title: '全部换新' })).code).toBe('deliberation.text_changed')
  expect((await office.director.action(reviseProposal, { text: '南门的健身器材坏了三件', why: '又坏一件' }, proposalId)).ok()).toEqual({
    versionNo: 2,
  })
  const versions = (
    await office.director.list<{ no: number; text: string }>(proposalVersions, { filter: { proposalId }, sort: ['no', 'ASC'] })
  ).ok()
  expect(versions.map(({ no, text }) => [no, text])).toEqual([
    [1, '南门的健身器材坏了两件'],
    [2, '南门的健身器材坏了三件'],
  ])
  await expect(
    sql`update council_proposal_versions set text = 'x' where proposal_id = ${proposalId}`.execute(office.street.store.db),
  ).rejects.toThrow()
})

test('an objection stops the days of the publication until it is answered', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'publicised')
  const [posted] = (
    await office.director.list<{ id: string; version: number; communityId: null; until: string }>(publications, {
      filter: { matterId: id, kind: 'resolution' },
    })
  ).ok()
  const neighbour = await office.resident()
  const { objectionId } = (
    await neighbour.phone.action<{ objectionId: string }>(raiseObjection, { publicationId: posted?.id, text: '车位离窗户太近' })
  ).ok()
  expect((await office.director.find(publications, posted?.id ?? '')).ok()).toMatchObject({ status: 'suspended' })
  office.advance(8)
  expect((await office.step(id, 'takeEffect')).code).toBe('deliberation.publication_short')
  ;(await office.director.step(objections, objectionId, 'answer', { verdict: 'dismissed', answer: '距离符合规范' })).ok()
  expect((await office.director.find(publications, posted?.id ?? '')).ok()).toMatchObject({ status: 'running', suspendedDays: 8 })
  expect((await office.step(id, 'takeEffect')).code).toBe('deliberation.publication_short')
  office.advance(8)
  ;(await office.step(id, 'takeEffect')).ok()
})

test('an emergency of the charter acts first and is ratified afterwards', async () => {
  const { id } = await office.matter({ lane: 'emergency', topic: 'safety' })
  ;(await office.step(id, 'actFirst', { partyOrg: '党支部', lastReason: '外墙脱落' })).ok()
  const task = (
    await office.director.create(actionItems, {
      matterId: id,
      title: '拉警戒线',
      actorKind: 'committee',
      actorName: '居委会',
      dueOn: '2027-12-31',
    })
  ).ok()
  ;(await office.director.step(actionItems, task.id, 'start')).ok()
  expect((await office.step(id, 'ratify', { resolution: '追认' })).code).toBe('deliberation.no_decision')
  const meeting = await office.meeting(office.council, office.sitting)
  await office.decide(meeting.id, id, office.sitting)
  ;(await office.step(id, 'ratify', { resolution: '追认' })).ok()
})

test('whoever looks at a matter sees its gates, and why the next step is not open', async () => {
  const { id } = await office.matter()
  await office.bring(id, 'inConsultation')
  const way = (await office.director.action<MatterWay>(matterWay, {}, id)).ok()
  expect(way.gates.map(({ title, outcome, unverified }) => [title, outcome, unverified])).toEqual([
    ['居民提议', '通过', false],
    ['两委审议', '通过', true],
    ['多方商议', null, false],
  ])
  expect(way.next.find(({ step }) => step === 'putToVote')?.blockedBy).toBe('没有列出利益相关方')
})

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
