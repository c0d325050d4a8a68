import { describe, expect, it } from 'vitest'
import {
  castSecretBallot,
  checkDemand,
  checkQuorum,
  checkVoteRule,
  elect,
  freezeBase,
  openSecretVote,
  reaches,
  reconfigureSecretVote,
  tally,
  tallyFigures,
  type VoteProxy,
} from '../../src/voting/index.ts'
import { DEMAND_PRESETS } from '../../src/presets/index.ts'
import { CLOSED, DURING, meeting, NOTICED, OPENED, people, rule } from './support.ts'

describe('who may demand a meeting', () => {
  it.each([
    ['DEMAND_RM_ADULTS', 20, 20],
    ['DEMAND_RM_HOUSEHOLDS', 20, 20],
    ['DEMAND_RM_GROUPS', 33, 34],
    ['DEMAND_REP_MEETING', 20, 20],
    ['DEMAND_OWNERS_MEETING', 20, 20],
  ])('%s: of 100, %i ask and %i are needed', (code, asking, needed) => {
    const demand = DEMAND_PRESETS.find((one) => one.code === code)?.params
    const check = (count: number): unknown => {
      const result = demand && checkDemand(demand, count, 100)
      return result?.ok && [result.value.reached, result.value.needed]
    }
    expect(check(asking)).toEqual([asking >= needed, needed])
    expect(check(needed - 1)).toEqual([false, needed])
    expect(check(needed)).toEqual([true, needed])
  })

  it.each([
    [-1, 10, 'vote.figure'],
    [1.5, 10, 'vote.figure'],
    [1, -10, 'vote.figure'],
    [11, 10, 'vote.more_than_base'],
    [10, 10, 'ok'],
    [0, 10, 'ok'],
    [0, 0, 'ok'],
  ])('%d of %d is %s', (asking, base, code) => {
    const demand = DEMAND_PRESETS[0]?.params
    const result = demand && checkDemand(demand, asking, base)
    expect(result?.ok ? 'ok' : result?.refusal.code).toBe(code)
  })
})

describe('a quorum of owners', () => {
  it('is met in heads and in area, or not at all', () => {
    const reached = (heads: number, area: number): boolean =>
      checkQuorum(rule('OWNERS_278_ORDINARY'), { heads: 9, area: 900 }, { heads, area }).reached
    expect([reached(6, 600), reached(9, 599), reached(5, 900)]).toEqual([true, false, false])
  })
})

describe('a ballot', () => {
  it('counts at the very moment of opening and of closing', () => {
    const record = meeting(rule('RC_INTERNAL'), people(5), 5, [])
    const ballots = [
      { voterId: 'm1', choice: 'for', at: OPENED },
      { voterId: 'm2', choice: 'for', at: CLOSED },
    ] as const
    const result = tally(rule('RC_INTERNAL'), { ...record, ballots })
    expect(result.ok && [result.value.figures.for.heads, result.value.passed]).toEqual([2, false])
  })
})

describe('proxies', () => {
  it('stand up to the number that the rule allows one holder', () => {
    const owners = { ...rule('RC_INTERNAL'), proxyMax: 3, proxyBy: 'anyone' } as const
    const proxies: VoteProxy[] = ['m2', 'm3', 'm4', 'm5'].map((principalId) => ({ principalId, holderId: 'm1', written: true }))
    const ballots = ['m2', 'm3', 'm4', 'm5'].map((voterId) => ({ voterId, choice: 'for' as const, at: DURING, castBy: 'm1' }))
    const result = tally(owners, { ...meeting(owners, people(5), 1, []), proxies, ballots })
    expect(result.ok && [result.value.figures.for.heads, result.value.rejectedBallots.length]).toEqual([3, 1])
  })
})

describe('the times of a vote', () => {
  it('are refused when one of them is none', () => {
    const record = { ...meeting(rule('RC_INTERNAL'), people(5), 5, []), closedAt: 'later' }
    const result = tally(rule('RC_INTERNAL'), record)
    expect(result.ok || result.refusal.code).toBe('vote.date')
  })

  it('may be one moment, as in a show of hands', () => {
    const record = { ...meeting(rule('RC_INTERNAL'), people(5), 5, []), closedAt: OPENED }
    expect(tally(rule('RC_INTERNAL'), record).ok).toBe(true)
  })
})

describe('an election', () => {
  it('seats those with the most votes, whoever is named first', () => {
    const candidates = [
      { id: 'few', votes: 6 },
      { id: 'most', votes: 9 },
      { id: 'many', votes: 8 },
    ]
    const result = elect(rule('PARTY_ELECTION_2020'), { seats: 2, due: 10, present: 10, ballots: 10, candidates })
    expect(result.ok && [result.value.outcome, result.value.elected.map(({ id }) => id)]).toEqual(['complete', ['most', 'many']])
  })

  it('with one seat left says so', () => {
    const candidates = [{ id: 'one', votes: 9 }]
    const result = elect(rule('PARTY_ELECTION_2020'), { seats: 2, due: 10, present: 10, ballots: 10, candidates })
    expect(result.ok && [result.value.outcome, result.value.seatsOpen]).toEqual(['seatsOpen', 1])
  })
})

describe('a secret vote', () => {
  it('cannot be changed from the first ballot on', () => {
    const secret = { ...rule('RC_INTERNAL'), secret: true }
    const frozen = freezeBase(secret, people(5), NOTICED)
    const opened = frozen.ok ? openSecretVote(secret, frozen.value.snapshot, { noticedOn: NOTICED, openedAt: OPENED }) : frozen
    const cast = opened.ok ? castSecretBallot(opened.value, 'm1', { token: 'a-token-of-some-length', choice: 'for' }) : opened
    const changed = cast.ok ? reconfigureSecretVote(cast.value, { ...secret, noticeMinDays: 2 }) : cast
    expect(changed.ok || changed.refusal.code).toBe('vote.secret_frozen')
  })
})

describe('small bodies and bad rules', () => {
  it('a body of one decides with its one vote', () => {
    expect(reaches({ op: '>', num: 1, den: 2 }, 1, 1)).toBe(true)
    expect(reaches({ op: '>', num: 1, den: 2 }, 0, 1)).toBe(false)
  })

  it('a share above one is no composition', () => {
    expect(checkVoteRule({ ...rule('RC_INTERNAL'), composition: { womenMin: [4, 3] } })?.code).toBe('vote.rule_threshold')
    expect(checkVoteRule({ ...rule('RC_INTERNAL'), composition: { womenMin: [1, 3] } })).toBeUndefined()
  })

  it('figures alone know of nobody recused', () => {
    const heads = (count: number): { heads: number } => ({ heads: count })
    const figures = { allMembers: heads(5), present: heads(5), for: heads(3), against: heads(2), abstain: heads(0), invalid: heads(0) }
    const verdict = tallyFigures(rule('RC_INTERNAL'), figures)
    expect(verdict.ok && [verdict.value.recused, verdict.value.passed]).toEqual([0, true])
  })
})
