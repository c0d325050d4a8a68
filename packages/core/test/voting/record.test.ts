import { describe, expect, it } from 'vitest'
import {
  checkBallot,
  checkDemand,
  freezeBase,
  tally,
  tallyFigures,
  type Verdict,
  type VoteRecord,
  type VoteRule,
} from '../../src/voting/index.ts'
import { DEMAND_PRESETS } from '../../src/presets/index.ts'
import { choices, CLOSED, DURING, meeting, NOTICED, people, rule } from './support.ts'

const RC = rule('RC_INTERNAL')

function verdictOf(voteRule: VoteRule, record: VoteRecord): Verdict {
  const result = tally(voteRule, record)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

function codeOf(voteRule: VoteRule, record: VoteRecord): string {
  const result = tally(voteRule, record)
  return result.ok ? 'ok' : result.refusal.code
}

describe('which ballots count', () => {
  const base = meeting(RC, people(7), 6, [])
  const ballot = { voterId: 'm1', choice: 'for', at: DURING } as const

  it.each([
    ['somebody not on the roll', { ...ballot, voterId: 'stranger' }, 'vote.not_eligible'],
    ['after the close', { ...ballot, at: '2026-05-20T03:00:00.001Z' }, 'vote.closed'],
    ['before the opening', { ...ballot, at: '2026-05-20T00:59:59.999Z' }, 'vote.too_early'],
    ['somebody who was not there', { ...ballot, voterId: 'm7' }, 'vote.not_present'],
    ['without a proxy', { ...ballot, castBy: 'm2' }, 'vote.proxy_missing'],
    ['with no readable time', { ...ballot, at: 'yesterday' }, 'vote.date'],
  ])('%s does not', (_, cast, code) => {
    expect(checkBallot(RC, base, cast)?.code).toBe(code)
    const verdict = verdictOf(RC, { ...base, ballots: [cast] })
    expect(verdict.figures.for.heads).toBe(0)
    expect(verdict.rejectedBallots.map((entry) => entry.refusal.code)).toEqual([code])
  })

  it('at the very moment of the close it does', () => {
    expect(checkBallot(RC, base, { ...ballot, at: CLOSED })).toBeUndefined()
  })

  it('a second ballot of one voter does not, and the first stands', () => {
    const verdict = verdictOf(RC, { ...base, ballots: [ballot, { ...ballot, choice: 'against' }] })
    expect([verdict.figures.for.heads, verdict.figures.against.heads]).toEqual([1, 0])
    expect(verdict.rejectedBallots[0]?.refusal.code).toBe('vote.already_voted')
  })

  it('a member who died after the roll was frozen stays in it and cannot vote', () => {
    const record = {
      ...meeting(RC, people(7), 7, choices(4, 3)),
      departures: [{ memberId: 'm1', on: '2026-05-20', why: 'deceased' as const }],
    }
    const verdict = verdictOf(RC, record)
    expect(verdict.figures.allMembers.heads).toBe(7)
    expect(verdict.figures.for.heads).toBe(3)
    expect(verdict.rejectedBallots[0]?.refusal.code).toBe('vote.left')
  })
})

describe('recusal', () => {
  const recusals = [{ memberId: 'm1', reason: '物业公司股东' }]

  it('takes the member out of the count where the rule says so', () => {
    const verdict = verdictOf(RC, { ...meeting(RC, people(7), 7, choices(4, 3)), recusals })
    expect(verdict).toMatchObject({ outcome: 'rejected', recused: 1 })
    expect(verdict.pass[0]).toMatchObject({ part: 3, whole: 6 })
  })

  it('leaves the number of all members alone where the law counts all of them', () => {
    const committee = rule('OWNERS_COMMITTEE_HENAN')
    const verdict = verdictOf(committee, { ...meeting(committee, people(7), 7, choices(4, 3)), recusals })
    expect(verdict.pass[0]).toMatchObject({ part: 3, whole: 7, needed: 4, reached: false })
  })
})

describe('proxies', () => {
  const withProxies: VoteRule = { ...RC, proxyMax: 1 }
  const proxies = [
    { principalId: 'm6', holderId: 'm1', written: true },
    { principalId: 'm7', holderId: 'm1', written: true },
    { principalId: 'm5', holderId: 'm2', written: false },
  ]
  const cast = (voterId: string, castBy: string) => ({ voterId, castBy, choice: 'for' as const, at: DURING })

  it('stand up to the limit and only in writing', () => {
    const record = { ...meeting(withProxies, people(7), 4, choices(1, 3)), proxies }
    const verdict = verdictOf(withProxies, {
      ...record,
      ballots: [...record.ballots, cast('m6', 'm1'), cast('m7', 'm1'), cast('m5', 'm2')],
    })
    expect(verdict.figures.for.heads).toBe(2)
    expect(verdict.figures.present.heads).toBe(5)
    expect(verdict.rejectedBallots.map((entry) => entry.refusal.code)).toEqual(['vote.proxy_limit', 'vote.proxy_missing'])
  })

  it('are no presence when the holder is away', () => {
    const record = { ...meeting(withProxies, people(7), 0, []), proxies }
    expect(verdictOf(withProxies, record).figures.present.heads).toBe(0)
  })

  it('have to be held by a member, unless the rule opens that', () => {
    const outside = { ...meeting(withProxies, people(7), 4, []), proxies: [{ principalId: 'm6', holderId: 'cousin', written: true }] }
    expect(checkBallot(withProxies, outside, cast('m6', 'cousin'))?.code).toBe('vote.proxy_holder')
  })
})

describe('when the quorum is measured', () => {
  const leaveEarly = (record: VoteRecord): VoteRecord => ({
    ...record,
    attendance: record.attendance?.map((stay, index) => (index < 4 ? { ...stay, out: '2026-05-20T02:30:00.000Z' } : stay)),
  })

  it('at the close it is lost when people leave; at the opening it was there', () => {
    const record = leaveEarly(meeting(RC, people(7), 7, choices(7)))
    expect(verdictOf(RC, record).outcome).toBe('inquorate')
    const atOpen: VoteRule = { ...RC, quorum: { ...RC.quorum, measuredAt: 'open' } }
    const verdict = verdictOf(atOpen, record)
    expect(verdict.outcome).toBe('passed')
    expect(verdict.figures.present.heads).toBe(7)
  })
})

describe('ties, abstentions and invalid ballots', () => {
  const even = (voteRule: VoteRule): VoteRecord => ({ ...meeting(voteRule, people(6), 6, choices(3, 3)), chairId: 'm1' })

  it.each([
    ['fails', 'rejected', 'count'],
    ['revote', 'tied', 'count'],
    ['chair', 'passed', 'chair'],
  ] as const)('an exact half with “%s” is %s', (tie, outcome, decidedBy) => {
    const voteRule: VoteRule = { ...RC, tie }
    expect(verdictOf(voteRule, even(voteRule))).toMatchObject({ outcome, decidedBy })
  })

  it('the chair who voted against does not carry a tie', () => {
    const voteRule: VoteRule = { ...RC, tie: 'chair' }
    expect(verdictOf(voteRule, { ...even(voteRule), chairId: 'm6' }).outcome).toBe('rejected')
  })

  it('abstentions count in the base or not, as the rule says', () => {
    const excluded: VoteRule = { ...RC, abstain: 'excluded' }
    expect(verdictOf(RC, meeting(RC, people(6), 6, choices(3, 1, 2))).outcome).toBe('rejected')
    expect(verdictOf(excluded, meeting(excluded, people(6), 6, choices(3, 1, 2))).outcome).toBe('passed')
  })

  it('invalid ballots count in the base or not, as the rule says', () => {
    const excluded: VoteRule = { ...RC, invalid: 'excluded' }
    expect(verdictOf(RC, meeting(RC, people(6), 6, choices(3, 1, 0, 2))).outcome).toBe('rejected')
    expect(verdictOf(excluded, meeting(excluded, people(6), 6, choices(3, 1, 0, 2))).outcome).toBe('passed')
  })
})

describe('what cannot be counted at all', () => {
  const reps = rule('REP_MEETING_DEFAULT')
  const good = meeting(reps, people(9), 9, choices(9))

  it('refuses with a reason', () => {
    expect(codeOf(reps, good)).toBe('ok')
    expect(codeOf(reps, { ...good, noticedOn: undefined })).toBe('vote.notice_missing')
    expect(codeOf(reps, { ...good, noticedOn: '2026-05-16' })).toBe('vote.notice_short')
    expect(codeOf(reps, { ...good, noticedOn: '2026-05-02' })).toBe('vote.base_day')
    expect(codeOf(reps, { ...good, attendance: undefined })).toBe('vote.attendance_missing')
    expect(codeOf(reps, { ...good, closedAt: NOTICED })).toBe('vote.closes_before_open')
    expect(codeOf(reps, { ...good, snapshot: { ...good.snapshot, members: good.snapshot.members.slice(1) } })).toBe('vote.base_changed')
    expect(codeOf(reps, { ...good, snapshot: { ...good.snapshot, base: 'members' } })).toBe('vote.base_other')
    expect(codeOf({ ...reps, secret: true }, good)).toBe('vote.named_rule')
  })

  it('exactly the days of notice are enough', () => {
    const frozen = freezeBase(reps, people(9), '2026-05-15')
    expect(frozen.ok && codeOf(reps, { ...good, noticedOn: '2026-05-15', snapshot: frozen.value.snapshot })).toBe('ok')
  })

  it('refuses rules that contradict themselves', () => {
    const figures = {
      allMembers: { heads: 3 },
      present: { heads: 3 },
      for: { heads: 3 },
      against: { heads: 0 },
      abstain: { heads: 0 },
      invalid: { heads: 0 },
    }
    const code = (change: Partial<VoteRule>): string => {
      const result = tallyFigures({ ...RC, ...change }, figures)
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(code({})).toBe('ok')
    expect(code({ pass: { ...RC.pass, of: 'due' }, abstain: 'excluded' })).toBe('vote.rule_contradiction')
    expect(code({ pass: { ...RC.pass, num: 3, den: 2 } })).toBe('vote.rule_threshold')
    expect(code({ quorum: { ...RC.quorum, den: 0 } })).toBe('vote.rule_threshold')
    expect(code({ quorum: { ...RC.quorum, on: ['area'] } })).toBe('vote.rule_measure')
    expect(code({ secret: true, pass: { ...RC.pass, on: ['heads', 'area'] } })).toBe('vote.rule_secret_area')
    expect(code({ proxyMax: 0.5 })).toBe('vote.rule_number')
  })

  it('refuses figures that cannot be', () => {
    const nothing = { heads: 0 }
    const code = (present: number, yes: number, all = 10): string => {
      const result = tallyFigures(RC, {
        allMembers: { heads: all },
        present: { heads: present },
        for: { heads: yes },
        against: nothing,
        abstain: nothing,
        invalid: nothing,
      })
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(code(6, 6)).toBe('ok')
    expect(code(6, 7)).toBe('vote.more_ballots_than_present')
    expect(code(11, 6)).toBe('vote.more_than_base')
    expect(code(6, 1.5)).toBe('vote.figure')
    expect(code(0, 0, 0)).toBe('vote.base_empty')
  })
})

describe('the roll', () => {
  it('leaves out minors, the dead, those out of term and those without a vote, each with the reason', () => {
    const frozen = freezeBase(
      rule('RM_ADULTS'),
      [
        { id: 'adult', bornOn: '2008-05-20' },
        { id: 'tomorrow', bornOn: '2008-05-21' },
        { id: 'dead', bornOn: '1950-01-01', deceasedOn: '2026-05-20' },
        { id: 'dies later', bornOn: '1950-01-01', deceasedOn: '2026-05-21' },
        { id: 'moved', bornOn: '1980-01-01', to: '2026-05-19' },
        { id: 'unknown' },
        { id: 'misspelt', bornOn: '1970-13-01' },
        { id: 'undated', bornOn: '1970-01-01', deceasedOn: '去年' },
        { id: 'voteless', bornOn: '1980-01-01', voting: false },
      ],
      '2026-05-20',
    )
    expect(frozen.ok && frozen.value.snapshot.members.map((member) => member.id)).toEqual(['adult', 'dies later'])
    expect(frozen.ok && frozen.value.leftOut.map((entry) => entry.refusal.code)).toEqual([
      'vote.under_age',
      'vote.deceased',
      'vote.not_in_term',
      'vote.birth_unknown',
      'vote.birth_unknown',
      'vote.date',
      'vote.no_vote',
    ])
  })

  it('of an estate with nobody in it is refused', () => {
    const frozen = freezeBase(RC, [], '2026-05-20')
    expect(frozen.ok ? '' : frozen.refusal.code).toBe('vote.base_empty')
  })

  it('members let off are not due, unless they come', () => {
    const party = rule('PARTY_RESOLUTION')
    const roll = people(12).map((member, index) => ({ ...member, due: index !== 0 && index < 10 }))
    const verdict = verdictOf(party, meeting(party, roll, 6, choices(6)))
    expect(verdict.figures.due.heads).toBe(10)
    expect(verdict.quorum.shares[0]).toMatchObject({ part: 6, whole: 10 })
    expect(verdict.outcome).toBe('passed')
  })
})

describe('a demand for a meeting', () => {
  it.each([
    ['DEMAND_RM_HOUSEHOLDS', 20, 100, true],
    ['DEMAND_RM_HOUSEHOLDS', 20, 101, false],
    ['DEMAND_RM_GROUPS', 3, 9, true],
    ['DEMAND_RM_GROUPS', 3, 10, false],
  ])('%s: %i of %i is %s', (code, asking, base, reached) => {
    const demandRule = DEMAND_PRESETS.find((entry) => entry.code === code)?.params
    const check = demandRule && checkDemand(demandRule, asking, base)
    expect(check?.ok && check.value.reached).toBe(reached)
  })
})
