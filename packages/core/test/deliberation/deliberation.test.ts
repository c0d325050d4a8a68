import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  advanceMatter,
  checkPublishedText,
  checkTemplate,
  linksOf,
  openMatter,
  passedGates,
  reviseProposal,
  stepOptions,
  type GateDecision,
  type GateName,
  type Matter,
  withTiming,
} from '../../src/deliberation/index.ts'
import { FOUR_AND_TWO, FOUR_DELIBERATIONS, NEVER_RULES } from '../../src/presets/index.ts'
import { type VoteRecord } from '../../src/voting/index.ts'
import { choices, meeting, people, rule } from '../voting/support.ts'
import { CHARTER, decision, HAPPY_PATH, parking, walk } from './support.ts'

/** The first refusal on the way from collected to closed. */
function stopOf(change: Partial<Matter>): readonly [string, string] | undefined {
  return walk(parking(change), HAPPY_PATH).stopped
}

describe('一带四议', () => {
  it('leads from a proposal through four gates to a closed matter, with a history of every step', () => {
    const { matter, stopped } = walk(parking(), HAPPY_PATH)
    expect(stopped).toBeUndefined()
    expect(matter.state).toBe('closed')
    expect(matter.history.map((entry) => entry.step)).toEqual([...HAPPY_PATH])
    expect([...passedGates(FOUR_DELIBERATIONS, matter.history)]).toEqual(['propose', 'review', 'consult', 'resolve'])
  })

  it('N1: no gate is skipped', () => {
    for (const [at, step] of [
      [1, 'agree'],
      [2, 'putToVote'],
      [2, 'adopt'],
      [3, 'adopt'],
      [4, 'takeEffect'],
    ] as const) {
      const { matter } = walk(parking(), HAPPY_PATH.slice(0, at))
      const moved = advanceMatter(FOUR_DELIBERATIONS, matter, step, { at: '2026-06-20T00:00:00Z', by: 'x', reason: '急' }, CHARTER)
      expect(moved.ok ? 'ok' : moved.refusal.code).toBe('deliberation.skipped')
    }
  })

  it.each<[string, Partial<Matter>, readonly [string, string]]>([
    ['N2 no leading party organisation', { leadPartyOrg: undefined }, ['accept', 'deliberation.no_party_lead']],
    ['nobody named as proposer', { proposal: { ...parking().proposal, proposers: [] } }, ['submit', 'deliberation.no_proposer']],
    [
      'N10 three supporters of two households',
      {
        proposal: {
          ...parking().proposal,
          supporters: parking().proposal.supporters.map((one, index) => ({ ...one, householdId: `h${index % 2}` })),
        },
      },
      ['submit', 'deliberation.few_supporters'],
    ],
    ['review without a vote', { decisions: {} }, ['agree', 'deliberation.no_decision']],
    [
      'review by half of the committees',
      { decisions: { review: decision('TWO_COMMITTEE_REVIEW', 'twoCommittees', 4, 8) } },
      ['agree', 'deliberation.not_passed'],
    ],
    ['nobody with a stake is listed', { stakeholders: [] }, ['putToVote', 'deliberation.no_stakeholders']],
    ['a class was not invited', { stakeholders: [{ id: 'a', group: '租户', invited: false }] }, ['putToVote', 'deliberation.not_invited']],
    ['a class was not heard', { stakeholders: [{ id: 'a', group: '租户', invited: true }] }, ['putToVote', 'deliberation.nobody_heard']],
    ['dissent is not recorded', { minorityOpinions: ' ' }, ['putToVote', 'deliberation.minority_missing']],
    [
      'N11 the committee alone decides what is for residents',
      { reservedForResidents: true, decisions: { ...parking().decisions, resolve: decision('RC_INTERNAL', 'residentsCommittee') } },
      ['adopt', 'deliberation.wrong_body'],
    ],
    ['N11 owners’ money without owners', { ownersItem: 6 }, ['adopt', 'deliberation.needs_owners']],
    ['published on no day', { publication: { from: '五月', place: '公告栏' } }, ['takeEffect', 'deliberation.not_published']],
    ['not published', { publication: undefined }, ['takeEffect', 'deliberation.not_published']],
    [
      'the last of seven days, which counts to its end',
      { publication: { from: '2026-05-30', place: '公告栏' } },
      ['takeEffect', 'deliberation.publication_short'],
    ],
    [
      'an objection without an answer',
      { objections: [{ raisedAt: '2026-05-25T00:00:00Z', text: '不同意' }] },
      ['takeEffect', 'deliberation.objection_open'],
    ],
    ['N8 money without authorisation', { needsMoney: true }, ['execute', 'deliberation.no_funds']],
    ['N9 no published result', { resultPublishedOn: undefined }, ['publishResult', 'deliberation.result_not_published']],
    ['N9 no feedback', { feedback: [], failedContacts: 1 }, ['close', 'deliberation.no_feedback']],
    [
      'N9 feedback of somebody else',
      { feedback: [{ personId: 'r9', at: '2026-08-01T00:00:00Z', satisfied: true }] },
      ['close', 'deliberation.no_feedback'],
    ],
  ])('%s stops it', (_, change, expected) => {
    expect(stopOf(change)).toEqual(expected)
  })

  it.each<[string, Partial<Matter>]>([
    ['the day after seven days', { publication: { from: '2026-05-29', place: '公告栏' } }],
    ['a nomination by the grid instead of supporters', { proposal: { ...parking().proposal, supporters: [], nominatedBy: 'grid' } }],
    [
      'an answered objection',
      { objections: [{ raisedAt: '2026-05-25T00:00:00Z', text: '?', answer: { at: '2026-05-26T00:00:00Z', text: '!' } }] },
    ],
    ['two failed contacts instead of feedback', { feedback: [], failedContacts: 2 }],
    ['money with authorisation', { needsMoney: true, fundAuthorisation: 'F-2026-8' }],
    ['residents’ representatives decide what is for residents', { reservedForResidents: true }],
  ])('%s does not', (_, change) => {
    expect(stopOf(change)).toBeUndefined()
  })

  it('N3, N6: the recorded vote is counted again, and what spoils it stops the resolution', () => {
    const spoil = (change: (record: VoteRecord) => VoteRecord): readonly [string, string] | undefined => {
      const good = decision('REP_MEETING_DEFAULT', 'representativeMeeting')
      if (good.vote.kind !== 'named') throw new Error('named vote expected')
      const vote = { ...good.vote, record: change(good.vote.record) }
      return stopOf({ decisions: { ...parking().decisions, resolve: { ...good, vote } } })
    }
    expect(spoil((record) => record)).toBeUndefined()
    expect(spoil((record) => ({ ...record, noticedOn: '2026-05-16' }))).toEqual(['adopt', 'vote.notice_short'])
    expect(spoil((record) => ({ ...record, snapshot: { ...record.snapshot, members: record.snapshot.members.slice(2) } }))).toEqual([
      'adopt',
      'vote.base_changed',
    ])
    expect(spoil((record) => ({ ...record, attendance: record.attendance?.slice(0, 5) }))).toEqual(['adopt', 'deliberation.not_passed'])
    expect(
      spoil((record) => ({ ...record, ballots: record.ballots.map((ballot) => ({ ...ballot, at: '2026-05-20T04:00:00.000Z' })) })),
    ).toEqual(['adopt', 'deliberation.not_passed'])
  })

  it('N4: somebody recorded as recused may not be among the voters', () => {
    expect(stopOf({ stakeholders: [{ id: 'm3', group: '商户', invited: true, present: true, recused: true }] })).toEqual([
      'agree',
      'deliberation.conflict_voted',
    ])
  })

  it('N12: a published text is not edited; a new version stands beside it', () => {
    const before = {
      ...parking().proposal,
      versions: [{ no: 1, text: '旧', at: '2026-04-01T00:00:00Z', by: 'r1', publishedAt: '2026-04-02T00:00:00Z' }],
    }
    const revised = reviseProposal(before, { text: '新', at: '2026-04-03T00:00:00Z', by: 'r1' })
    expect(checkPublishedText(before, revised)).toBeUndefined()
    expect(revised.versions.map((version) => [version.no, version.text])).toEqual([
      [1, '旧'],
      [2, '新'],
    ])
    const edited = { ...before, versions: before.versions.map((version) => ({ ...version, text: '新' })) }
    expect(checkPublishedText(before, edited)?.code).toBe('deliberation.text_changed')
  })

  it('goes back twice at most, then it can only be shelved', () => {
    const twice = ['accept', 'submit', 'returnToProposers', 'submit', 'returnToProposers', 'submit']
    const { matter, stopped } = walk(parking({ decisions: {} }), twice)
    expect(stopped).toBeUndefined()
    expect(walk(matter, ['returnToProposers']).stopped).toEqual(['returnToProposers', 'deliberation.loops_exhausted'])
    expect(walk(matter, ['shelve']).matter.state).toBe('shelved')
  })

  it('what was voted for is not sent back, refused or shelved by whoever presses the button', () => {
    for (const step of ['returnToProposers', 'reject', 'shelve'])
      expect(walk(parking(), ['accept', 'submit', step]).stopped).toEqual([step, 'deliberation.passed'])
    const { decisions } = parking()
    const reviewed = (review: GateDecision | undefined): Matter =>
      parking({ decisions: { resolve: decisions.resolve, ...(review ? { review } : {}) } as Matter['decisions'] })
    // Nor is it refused or shelved by one alone: the two committees vote it down, with their quorum.
    const against = decision('TWO_COMMITTEE_REVIEW', 'twoCommittees', 4)
    const few = {
      ...against,
      vote: { ...against.vote, record: meeting(rule('TWO_COMMITTEE_REVIEW'), people(9), 3, choices(1, 2)) },
    } as GateDecision
    for (const step of ['reject', 'shelve']) {
      expect(walk(reviewed(undefined), ['accept', 'submit', step]).stopped).toEqual([step, 'deliberation.no_decision'])
      expect(walk(reviewed(few), ['accept', 'submit', step]).stopped).toEqual([step, 'deliberation.inquorate'])
      expect(walk(reviewed(decision('TWO_COMMITTEE_REVIEW', 'partyMeeting', 4)), ['accept', 'submit', step]).stopped).toEqual([
        step,
        'deliberation.gate_body',
      ])
      expect(walk(reviewed(against), ['accept', 'submit', step]).matter.state).toBe(step === 'reject' ? 'rejected' : 'shelved')
    }
    const failing = parking({ decisions: { ...decisions, resolve: decision('REP_MEETING_DEFAULT', 'representativeMeeting', 4) } })
    const onTheWay = ['accept', 'submit', 'agree', 'putToVote']
    expect(walk(parking(), [...onTheWay, 'shelve']).stopped).toEqual(['shelve', 'deliberation.passed'])
    expect(walk(failing, [...onTheWay, 'shelve']).matter.state).toBe('shelved')
    expect(walk(parking(), ['accept', 'submit', 'agree', 'shelve']).stopped).toEqual(['shelve', 'deliberation.shelve_alone'])
  })

  it('what an upheld objection stops is dropped, in an emergency too; without one nobody drops a resolution', () => {
    const onTheWay = ['accept', 'submit', 'agree', 'putToVote', 'adopt']
    expect(walk(parking(), [...onTheWay, 'dropAfterObjection']).stopped).toEqual(['dropAfterObjection', 'deliberation.no_upheld_objection'])
    const answer = { at: '2026-05-26T00:00:00Z', text: '属实' }
    const objections = [{ raisedAt: '2026-05-25T00:00:00Z', text: '挡住消防通道', answer, upheld: true }]
    expect(walk(parking({ objections }), [...onTheWay, 'dropAfterObjection']).matter.state).toBe('shelved')
    const urgent = parking({ objections, lane: 'emergency', topic: '安全' })
    expect(walk(urgent, ['actFirst', 'ratify', 'dropAfterObjection']).matter.state).toBe('shelved')
  })

  it('the two committees and the party meeting do not resolve for the residents', () => {
    for (const body of ['twoCommittees', 'partyMeeting'] as const)
      expect(stopOf({ decisions: { ...parking().decisions, resolve: decision('RC_INTERNAL', body) } })).toEqual([
        'adopt',
        'deliberation.gate_body',
      ])
  })

  it('a way back opens the gates again', () => {
    const failing = parking({ decisions: { ...parking().decisions, resolve: decision('REP_MEETING_DEFAULT', 'representativeMeeting', 4) } })
    const { matter, stopped } = walk(failing, ['accept', 'submit', 'agree', 'putToVote', 'backToConsultation'])
    expect(stopped).toBeUndefined()
    expect([...passedGates(FOUR_DELIBERATIONS, matter.history)]).toEqual(['propose', 'review'])
    expect(walk(parking(), ['accept', 'submit', 'agree', 'putToVote', 'backToConsultation']).stopped).toEqual([
      'backToConsultation',
      'deliberation.passed',
    ])
  })

  it('a way back and a refusal need a reason', () => {
    expect(walk(parking(), ['decline'], { input: { reason: ' ' } }).stopped).toEqual(['decline', 'deliberation.reason_missing'])
  })

  it('never moves backwards in time', () => {
    const { matter } = walk(parking(), ['accept', 'submit'])
    expect(walk(matter, ['agree'], { input: { at: '2026-06-01T00:00:00.000Z' } }).stopped).toEqual(['agree', 'deliberation.time'])
  })
})

describe('lanes', () => {
  const small = { lane: 'smallMatter' as const, topic: '文体' }
  const settle = ['accept', 'submit', 'agree', 'settle', 'takeEffect', 'execute', 'publishResult', 'evaluate', 'close']
  const late = { publication: { from: '2026-05-20', place: '公告栏' } }

  it('a small matter of the charter ends at the consultation', () => {
    expect(walk(parking({ ...small, ...late }), settle).matter.state).toBe('closed')
  })

  it('only where the charter lists it, in that lane, and nothing is reserved for residents', () => {
    expect(walk(parking({ ...small, topic: '停车' }), settle).stopped).toEqual(['accept', 'deliberation.lane_not_listed'])
    expect(walk(parking(), settle).stopped).toEqual(['settle', 'deliberation.wrong_lane'])
    expect(walk(parking({ ...small, reservedForResidents: true }), settle).stopped).toEqual(['settle', 'deliberation.wrong_body'])
  })

  it('an emergency acts first and is ratified, or stopped', () => {
    const urgent = parking({ lane: 'emergency', topic: '安全', publication: { from: '2026-05-21', place: '公告栏' } })
    const { matter, stopped } = walk(urgent, ['actFirst', 'ratify', 'takeEffect', 'execute', 'publishResult', 'evaluate', 'close'])
    expect([stopped, matter.state]).toEqual([undefined, 'closed'])
    const refused = { ...urgent, decisions: { resolve: decision('REP_MEETING_DEFAULT', 'representativeMeeting', 3) } }
    expect(walk(refused, ['actFirst', 'ratify']).stopped).toEqual(['ratify', 'deliberation.not_passed'])
    expect(walk(refused, ['actFirst', 'refuseRatification']).matter.state).toBe('stopped')
    expect(walk(urgent, ['actFirst', 'refuseRatification']).stopped).toEqual(['refuseRatification', 'deliberation.passed'])
    expect(walk({ ...urgent, decisions: {} }, ['actFirst', 'refuseRatification']).stopped).toEqual([
      'refuseRatification',
      'deliberation.no_decision',
    ])
    expect(walk({ ...urgent, topic: '停车' }, ['actFirst']).stopped).toEqual(['actFirst', 'deliberation.lane_not_listed'])
    expect(walk({ ...urgent, needsMoney: true }, ['actFirst']).stopped).toEqual(['actFirst', 'deliberation.no_funds'])
  })
})

describe('what a screen asks', () => {
  it('every step from here, each with the reason why not', () => {
    const { matter } = walk(parking({ decisions: {} }), ['accept', 'submit'])
    const options = stepOptions(FOUR_DELIBERATIONS, matter, { at: '2026-06-03T00:00:00Z', by: 'x', reason: '理由' }, CHARTER)
    expect(options.map((option) => [option.step.name, option.refusal?.code])).toEqual([
      ['returnToProposers', undefined],
      ['reject', 'deliberation.no_decision'],
      ['agree', 'deliberation.no_decision'],
      ['shelve', 'deliberation.no_decision'],
    ])
  })

  it('who linked whom, from both ends', () => {
    const { matter } = walk(parking(), ['accept'], { input: { handOver: { from: 'branch-1', to: 'committee' }, reason: '请两委审议' } })
    expect(linksOf(matter.links, 'committee').linkedBy).toEqual([
      { from: 'branch-1', to: 'committee', by: 'clerk', at: '2026-06-01T02:00:00.000Z', why: '请两委审议' },
    ])
    expect(linksOf(matter.links, 'branch-1').linked).toHaveLength(1)
    expect(linksOf(matter.links, 'branch-1').linkedBy).toHaveLength(0)
  })
})

describe('四议两公开', () => {
  const party = parking()
  const matter: Matter = {
    ...party,
    ...openMatter(FOUR_AND_TWO, { id: 'v1', topic: '修路', leadPartyOrg: 'branch-1', proposal: party.proposal }),
    feedback: party.feedback,
    decisions: {
      review: decision('TWO_COMMITTEE_REVIEW', 'twoCommittees'),
      partyReview: decision('SIYI_LIANGGONGKAI_PARTY_REVIEW', 'partyMeeting'),
      resolve: decision('REP_MEETING_DEFAULT', 'representativeMeeting'),
    },
  }
  const path = ['takeUp', 'propose', 'discuss', 'partyReview', 'resolve', 'takeEffect', 'execute', 'publishResult', 'evaluate', 'close']

  it('runs on the same machine with its own gates', () => {
    expect(walk(matter, path, { template: FOUR_AND_TWO }).matter.state).toBe('closed')
    expect(walk(matter, ['takeUp', 'propose', 'resolve'], { template: FOUR_AND_TWO }).stopped).toEqual(['resolve', 'deliberation.skipped'])
    expect(walk(matter, path).stopped).toEqual(['takeUp', 'deliberation.unknown_step'])
  })

  it('asks each gate’s own body by its own rule', () => {
    const to = (gate: GateName, made: GateDecision): unknown =>
      walk({ ...matter, decisions: { ...matter.decisions, [gate]: made } }, path, { template: FOUR_AND_TWO }).stopped
    expect(to('review', decision('TWO_COMMITTEE_REVIEW', 'residentsCommittee'))).toEqual(['discuss', 'deliberation.gate_body'])
    expect(to('partyReview', decision('SIYI_LIANGGONGKAI_PARTY_REVIEW', 'twoCommittees'))).toEqual([
      'partyReview',
      'deliberation.gate_body',
    ])
    expect(to('partyReview', decision('PARTY_RESOLUTION', 'partyMeeting'))).toEqual(['partyReview', 'deliberation.gate_rule'])
    expect(to('resolve', decision('RC_INTERNAL', 'residentsCommittee'))).toEqual(['resolve', 'deliberation.gate_body'])
    const { partyReview: _left, ...without } = matter.decisions
    expect(walk({ ...matter, decisions: without }, path, { template: FOUR_AND_TWO }).stopped).toEqual([
      'partyReview',
      'deliberation.no_decision',
    ])
  })

  it('has neither small matters nor emergencies, no way past the branch, and nobody unnamed', () => {
    const template = FOUR_AND_TWO
    expect(walk({ ...matter, lane: 'smallMatter' }, path, { template }).stopped).toEqual(['takeUp', 'deliberation.wrong_lane'])
    expect(walk({ ...matter, leadPartyOrg: '' }, path, { template }).stopped).toEqual(['takeUp', 'deliberation.no_party_lead'])
    const nobody = { ...matter, proposal: { ...matter.proposal, proposers: [] } }
    expect(walk(nobody, path, { template }).stopped).toEqual(['propose', 'deliberation.no_proposer'])
  })

  it('goes back to the branch twice, and its days begin anew', () => {
    const back = ['takeUp', 'propose', 'discuss', 'returnToBranch']
    const template = withTiming(FOUR_AND_TWO, { maxTotalDays: 4 })
    const { review } = matter.decisions
    const returned = walk({ ...matter, decisions: { review } }, back, { template }).matter
    expect(returned.state).toBe('branchProposing')
    expect(walk({ ...returned, decisions: matter.decisions }, path.slice(1), { template }).stopped).toBeUndefined()
    expect(walk(matter, back, { template }).stopped).toEqual(['returnToBranch', 'deliberation.passed'])
    const loop = ['propose', 'returnToBranch']
    expect(walk({ ...matter, decisions: {} }, ['takeUp', ...loop, ...loop, ...loop], { template: FOUR_AND_TWO }).stopped).toEqual([
      'returnToBranch',
      'deliberation.loops_exhausted',
    ])
  })

  it('keeps a street’s days between gates and in all', () => {
    const gap = { ...FOUR_AND_TWO, timing: { minGapDays: 2 } }
    expect(walk(matter, path, { template: gap }).stopped).toEqual(['discuss', 'deliberation.too_soon'])
    const total = { ...FOUR_AND_TWO, timing: { maxTotalDays: 2 } }
    const late = walk(matter, path, { template: total })
    expect(late.stopped).toEqual(['resolve', 'deliberation.too_late'])
    // What was passed too late goes back all the same.
    expect(walk(late.matter, ['returnToBranch'], { template: total }).matter.state).toBe('branchProposing')
  })

  it('7 days between gates and 20 in all cannot both be kept', () => {
    expect(checkTemplate({ ...FOUR_AND_TWO, timing: { minGapDays: 7, maxTotalDays: 20 } })?.code).toBe('deliberation.template_timing')
    expect(checkTemplate({ ...FOUR_AND_TWO, timing: { minGapDays: 7, maxTotalDays: 21 } })).toBeUndefined()
  })
})

describe('templates', () => {
  it('ship sound, and unsound ones are named', () => {
    expect(checkTemplate(FOUR_DELIBERATIONS)).toBeUndefined()
    expect(checkTemplate(FOUR_AND_TWO)).toBeUndefined()
    const lost = { name: 'lost', title: { zh: '失', en: 'Lost' } }
    expect(checkTemplate({ ...FOUR_AND_TWO, states: [...FOUR_AND_TWO.states, lost] })?.code).toBe('deliberation.template_unreachable')
    const endless = FOUR_AND_TWO.steps.filter(({ name }) => name !== 'close' && name !== 'rework')
    expect(checkTemplate({ ...FOUR_AND_TWO, steps: endless })?.code).toBe('deliberation.template_dead_end')
    const open = FOUR_AND_TWO.states.map((state) => ({ ...state, final: false }))
    expect(checkTemplate({ ...FOUR_AND_TWO, states: open })?.code).toBe('deliberation.template_dead_end')
  })

  it('N1 to N12 each have a reason code', () => {
    expect(NEVER_RULES.map((never) => never.code)).toEqual(Array.from({ length: 12 }, (_, index) => `N${index + 1}`))
    expect(NEVER_RULES.every((never) => never.refusedAs.length > 0)).toBe(true)
  })
})

describe('laws of deliberation', () => {
  it('whatever way is taken through the process, an ordinary matter takes effect only with all four gates passed', () => {
    const ends = ['merged', 'outOfScope', 'rejected', 'shelved']
    let effective = 0
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 10, maxLength: 40 }), (picks) => {
        const input = { at: '2026-06-20T00:00:00Z', by: 'x', reason: '理由' }
        let matter = parking()
        for (const pick of picks) {
          const open = stepOptions(FOUR_DELIBERATIONS, matter, input, CHARTER).filter(
            (option) => !option.refusal && !ends.includes(option.step.to),
          )
          const chosen = open[pick % open.length]
          const moved = chosen && advanceMatter(FOUR_DELIBERATIONS, matter, chosen.step.name, input, CHARTER)
          if (moved?.ok) matter = moved.value
        }
        if (!matter.history.some((entry) => entry.to === 'effective')) return
        effective += 1
        expect(passedGates(FOUR_DELIBERATIONS, matter.history).size).toBe(4)
      }),
      { numRuns: 500 },
    )
    expect(effective).toBeGreaterThan(10)
  })
})
