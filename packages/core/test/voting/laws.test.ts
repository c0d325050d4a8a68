import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountNeeded, reaches, tally, tallyFigures, type BallotChoice, type VoteRule } from '../../src/voting/index.ts'
import { meeting, people, rule } from './support.ts'

const threshold = fc
  .record({ op: fc.constantFrom('>' as const, '>=' as const), den: fc.integer({ min: 1, max: 12 }), num: fc.integer({ min: 0, max: 12 }) })
  .filter(({ op, num, den }) => (op === '>' ? num < den : num > 0 && num <= den))

const anyRule: fc.Arbitrary<VoteRule> = fc
  .record({
    quorum: threshold,
    pass: threshold,
    by: fc.constantFrom('present' as const, 'participants' as const),
    quorumOf: fc.constantFrom('due' as const, 'allMembers' as const),
    of: fc.constantFrom('present' as const, 'due' as const, 'allMembers' as const, 'participants' as const),
    abstain: fc.constantFrom('countsInBase' as const, 'excluded' as const),
    invalid: fc.constantFrom('countsInBase' as const, 'excluded' as const),
    tie: fc.constantFrom('fails' as const, 'chair' as const, 'revote' as const),
    measuredAt: fc.constantFrom('open' as const, 'voteClose' as const),
  })
  .map(({ quorum, pass, by, quorumOf, of, abstain, invalid, tie, measuredAt }) => {
    const whole = of === 'due' || of === 'allMembers'
    return {
      ...rule('RC_INTERNAL'),
      quorum: { ...quorum, on: ['heads'] as const, of: quorumOf, by, measuredAt },
      pass: { ...pass, on: ['heads'] as const, of },
      abstain: whole ? ('countsInBase' as const) : abstain,
      invalid: whole ? ('countsInBase' as const) : invalid,
      tie,
    }
  })

const choice = fc.constantFrom<(BallotChoice | 'absent')[]>('for', 'against', 'abstain', 'invalid', 'absent')
const STANDING = { inquorate: 0, rejected: 0, tied: 1, passed: 2 } as const

function standing(voteRule: VoteRule, votes: readonly (BallotChoice | 'absent')[]): number {
  const roll = people(votes.length)
  const record = meeting(voteRule, roll, votes.length, [])
  const took = roll.filter((_, index) => votes[index] !== 'absent')
  const result = tally(voteRule, {
    ...record,
    chairId: 'm1',
    attendance: record.attendance?.filter((stay) => took.some((member) => member.id === stay.memberId)),
    ballots: roll.flatMap((member, index) => {
      const vote = votes[index]
      return vote === undefined || vote === 'absent' ? [] : [{ voterId: member.id, choice: vote, at: '2026-05-20T02:00:00.000Z' }]
    }),
  })
  if (!result.ok) throw new Error(result.refusal.code)
  return STANDING[result.value.outcome]
}

describe('laws of voting', () => {
  it('one more vote in favour never turns a motion from passed to failed', () => {
    fc.assert(
      fc.property(anyRule, fc.array(choice, { minLength: 1, maxLength: 14 }), fc.nat(), (voteRule, votes, pick) => {
        const index = pick % votes.length
        const better = votes.map((vote, at) => (at === index ? ('for' as const) : vote))
        expect(standing(voteRule, better)).toBeGreaterThanOrEqual(standing(voteRule, votes))
      }),
      { numRuns: 1500 },
    )
  })

  it('the verdict does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(anyRule, fc.array(choice, { minLength: 2, maxLength: 10 }), (voteRule, votes) => {
        const roll = people(votes.length)
        const record = meeting(
          voteRule,
          roll,
          votes.length,
          votes.map((vote) => (vote === 'absent' ? 'abstain' : vote)),
        )
        expect(tally(voteRule, { ...record, ballots: record.ballots.toReversed() })).toEqual(tally(voteRule, record))
      }),
    )
  })

  it('the amount said to be needed is the smallest that reaches the threshold', () => {
    fc.assert(
      fc.property(threshold, fc.integer({ min: 1, max: 1e12 }), (share, whole) => {
        const needed = amountNeeded(share, whole)
        expect(reaches(share, needed, whole)).toBe(true)
        expect(needed === 1 || !reaches(share, needed - 1, whole)).toBe(true)
      }),
    )
  })

  it('areas beyond what a float can multiply are still compared exactly', () => {
    const whole = 3_000_000_000_000_001
    expect(reaches({ op: '>', num: 2, den: 3 }, 2_000_000_000_000_001, whole)).toBe(true)
    expect(reaches({ op: '>', num: 2, den: 3 }, 2_000_000_000_000_000, whole)).toBe(false)
    expect(reaches({ op: '>=', num: 4_000_000_007, den: 6_000_000_011 }, 4_000_000_007, 6_000_000_011)).toBe(true)
  })

  it('figures that cannot be are refused and never throw', () => {
    const figure = fc.record({ heads: fc.oneof(fc.integer({ min: -5, max: 20 }), fc.double()) })
    const figures = fc.record({ allMembers: figure, present: figure, for: figure, against: figure, abstain: figure, invalid: figure })
    fc.assert(fc.property(anyRule, figures, (voteRule, given) => typeof tallyFigures(voteRule, given).ok === 'boolean'))
  })
})
