import { describe, expect, it } from 'vitest'
import { amountNeeded, checkDemand, checkVoteRule, reaches, tallyFigures, type VoteRule } from '../../src/voting/index.ts'
import { rule } from './support.ts'

const plain = rule('RC_INTERNAL')
const owners = rule('OWNERS_278_ORDINARY')

/** A rule as a form or a file may bring it: with a word that no rule can say. */
const typed = (change: object, base: VoteRule = plain): VoteRule => ({ ...base, ...change })

describe('a rule that somebody typed', () => {
  it.each<readonly [string, VoteRule]>([
    ['quorum', typed({ quorum: { ...plain.quorum, of: 'everybody' } })],
    ['quorum', typed({ quorum: { ...plain.quorum, by: 'post' } })],
    ['quorum', typed({ quorum: { ...plain.quorum, measuredAt: 'later' } })],
    ['quorum', typed({ quorum: { ...owners.quorum, on: ['heads', 'weight'] } }, owners)],
    ['pass', typed({ pass: { ...plain.pass, of: 'everybody' } })],
    ['pass', typed({ pass: { ...plain.pass, of: 'everybody', on: ['weight'] } })],
    ['pass', typed({ pass: { ...owners.pass, on: ['heads', 'weight'] } }, owners)],
    ['abstain', typed({ abstain: 'maybe' })],
    ['invalid', typed({ invalid: 'maybe' })],
    ['recusal', typed({ recusal: 'stays' })],
    ['tie', typed({ tie: 'coin' })],
    ['snapshotAt', typed({ snapshotAt: 'today' })],
  ])('is refused where it says what no rule can say: %s', (field, wrong) => {
    expect(checkVoteRule(wrong)).toMatchObject({ code: 'vote.rule_word', field })
    const heads = { heads: 3 }
    const none = { heads: 0 }
    const counted = tallyFigures(wrong, { allMembers: heads, present: heads, for: heads, against: none, abstain: none, invalid: none })
    expect(counted).toMatchObject({ ok: false, refusal: { code: 'vote.rule_word' } })
  })

  it('is taken as it is where every word is one', () => {
    for (const each of [plain, owners, typed({ tie: 'chair', abstain: 'excluded' })]) expect(checkVoteRule(each)).toBeUndefined()
  })
})

describe('a threshold that is none', () => {
  const half = { op: '>', num: 1, den: 2 } as const

  it.each([
    [{ ...half, den: 0 }, 3, 4],
    [{ ...half, num: 0.5 }, 3, 4],
    [half, 2.5, 4],
    [half, Number.NaN, 4],
    [half, 3, 4.5],
    [half, 3, Number.POSITIVE_INFINITY],
  ])('%o is never reached by %d of %d', (threshold, part, whole) => {
    expect(reaches(threshold, part, whole)).toBe(false)
  })

  it('needs no number of votes that anybody could name', () => {
    expect([amountNeeded({ ...half, den: 0 }, 4), amountNeeded(half, 4.5)]).toEqual([Number.NaN, Number.NaN])
  })

  it('lets nobody demand a meeting', () => {
    const demand = { op: '>=', num: 2, den: 1, zh: '户', en: 'households' } as const
    expect(checkDemand(demand, 20, 100)).toMatchObject({ ok: false, refusal: { code: 'vote.rule_threshold' } })
  })
})
