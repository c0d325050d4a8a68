import { describe, expect, it } from 'vitest'
import { resolveRule } from '../../src/ruleset/index.ts'
import { checkVoteRule, elect, tally, type VoteOutcome } from '../../src/voting/index.ts'
import { VOTE_PRESETS } from '../../src/presets/index.ts'
import { choices, meeting, people, rule } from './support.ts'

const count = (...args: Parameters<typeof choices>): ReturnType<typeof choices> => choices(...args)

/** code, roll, present, for, against, abstain, invalid, outcome. Thresholds from domain §3.2–3.4 at their exact edges. */
const VECTORS: readonly (readonly [string, number, number, number, number, number, number, VoteOutcome])[] = [
  ['RM_ADULTS', 100, 50, 50, 0, 0, 0, 'inquorate'],
  ['RM_ADULTS', 100, 51, 26, 25, 0, 0, 'passed'],
  ['RM_ADULTS', 101, 51, 26, 0, 25, 0, 'passed'],
  ['RM_HOUSEHOLDS', 100, 52, 26, 0, 26, 0, 'rejected'],
  ['RM_HOUSEHOLDS', 100, 60, 31, 29, 0, 0, 'passed'],
  ['RM_HOUSEHOLDS', 100, 60, 30, 0, 0, 0, 'rejected'],
  ['RM_GROUPREPS', 9, 5, 3, 2, 0, 0, 'passed'],
  ['REP_MEETING_DEFAULT', 9, 6, 4, 2, 0, 0, 'passed'],
  ['REP_MEETING_DEFAULT', 9, 5, 5, 0, 0, 0, 'inquorate'],
  ['REP_MEETING_DEFAULT', 10, 6, 6, 0, 0, 0, 'inquorate'],
  ['REP_MEETING_DEFAULT', 10, 7, 4, 3, 0, 0, 'passed'],
  ['REP_MEETING_DEFAULT', 9, 6, 3, 0, 0, 3, 'rejected'],
  ['RC_INTERNAL', 7, 4, 3, 1, 0, 0, 'passed'],
  ['RC_INTERNAL', 7, 4, 2, 2, 0, 0, 'rejected'],
  ['RC_INTERNAL', 6, 3, 3, 0, 0, 0, 'inquorate'],
  ['PARTY_RESOLUTION', 20, 11, 11, 0, 0, 0, 'passed'],
  ['PARTY_RESOLUTION', 20, 20, 10, 0, 10, 0, 'rejected'],
  ['PARTY_RESOLUTION', 20, 10, 10, 0, 0, 0, 'inquorate'],
  ['SIYI_LIANGGONGKAI_PARTY_REVIEW', 30, 20, 16, 4, 0, 0, 'passed'],
  ['SIYI_LIANGGONGKAI_PARTY_REVIEW', 30, 20, 15, 5, 0, 0, 'rejected'],
  ['SIYI_LIANGGONGKAI_PARTY_REVIEW', 30, 19, 19, 0, 0, 0, 'inquorate'],
  ['OWNERS_COMMITTEE_HENAN', 9, 5, 5, 0, 0, 0, 'passed'],
  ['OWNERS_COMMITTEE_HENAN', 9, 5, 4, 1, 0, 0, 'rejected'],
]

describe('presets at their exact edges', () => {
  it.each(VECTORS)(
    '%s: roll %i, present %i, %i for, %i against, %i abstain, %i invalid is %s',
    (code, roll, present, yes, no, abstain, invalid, outcome) => {
      const verdict = tally(rule(code), meeting(rule(code), people(roll), present, count(yes, no, abstain, invalid)))
      expect(verdict.ok && verdict.value.outcome).toBe(outcome)
    },
  )

  it('every preset is a possible rule and names its source', () => {
    for (const preset of VOTE_PRESETS) {
      expect([preset.code, checkVoteRule(preset.params)]).toEqual([preset.code, undefined])
      expect(preset.citation.source).not.toBe('')
    }
  })

  it('never measures the quorum on those entitled: nobody came, so there is none', () => {
    const verdict = tally(rule('RM_ADULTS'), meeting(rule('RM_ADULTS'), people(100), 0, []))
    expect(verdict.ok && verdict.value.quorum.reached).toBe(false)
    expect(verdict.ok && verdict.value.quorum.shares[0]).toMatchObject({ part: 0, whole: 100, needed: 51 })
  })

  it('explains the verdict with every figure', () => {
    const verdict = tally(
      rule('REP_MEETING_DEFAULT'),
      meeting(rule('REP_MEETING_DEFAULT'), people(9, { representative: true, woman: true }), 6, count(4, 1, 1)),
    )
    expect(verdict.ok && verdict.value.zh).toBe(
      '法定人数：到会 6 人，须不少于全体人数（9 人）的三分之二，至少 6 人，已达到。' +
        '表决：赞成 4、反对 1、弃权 1、无效 0；赞成 4 人，须超过到会人数（6 人）的半数，至少 4 人，已达到。结论：通过。',
    )
    expect(verdict.ok && verdict.value.en).toContain('at least 2/3 of all members (9) needed, i.e. 6: reached')
  })

  it('says when the body itself lacks its share of women or representatives', () => {
    const roll = people(9).map((member, index) => ({ ...member, woman: index < 2, representative: index < 8 }))
    const verdict = tally(rule('REP_MEETING_DEFAULT'), meeting(rule('REP_MEETING_DEFAULT'), roll, 9, count(9)))
    expect(verdict.ok && verdict.value.composition.map((check) => [check.what, check.reached])).toEqual([
      ['women', false],
      ['representatives', true],
    ])
    expect(verdict.ok && verdict.value.zh).toContain('妇女 2/9')
  })
})

describe('party elections', () => {
  const figures = {
    seats: 1,
    due: 10,
    present: 8,
    ballots: 8,
    candidates: [
      { id: 'a', votes: 5 },
      { id: 'b', votes: 3 },
    ],
  }

  it('at exactly four fifths present, the 2020 rules hold the election and the 1990 rules do not', () => {
    const now = elect(rule('PARTY_ELECTION_2020', '2024-06-01'), figures)
    const before = elect(rule('PARTY_ELECTION_1990', '2019-06-01'), figures)
    expect(now.ok && now.value.outcome).toBe('complete')
    expect(before.ok && before.value.outcome).toBe('inquorate')
    const more = elect(rule('PARTY_ELECTION_1990', '2019-06-01'), { ...figures, present: 9 })
    expect(more.ok && more.value.outcome).toBe('complete')
  })

  it('needs more than half of those present, not the most votes', () => {
    const result = elect(rule('PARTY_ELECTION_2020'), {
      ...figures,
      candidates: [
        { id: 'a', votes: 4 },
        { id: 'b', votes: 3 },
      ],
    })
    expect(result.ok && result.value).toMatchObject({ outcome: 'seatsOpen', needed: 5, elected: [], seatsOpen: 1 })
  })

  it('votes again on equal votes for the last seat, whatever the order of the list', () => {
    const candidates = [
      { id: 'c', votes: 7 },
      { id: 'a', votes: 6 },
      { id: 'b', votes: 6 },
    ]
    const result = elect(rule('PARTY_ELECTION_2020'), { seats: 2, due: 10, present: 10, ballots: 10, candidates })
    expect(result.ok && result.value).toMatchObject({
      outcome: 'runoff',
      elected: [{ id: 'c' }],
      runoff: [{ id: 'a' }, { id: 'b' }],
      seatsOpen: 1,
    })
  })

  it('is void with more ballots than people present', () => {
    const result = elect(rule('PARTY_ELECTION_2020'), { ...figures, ballots: 9 })
    expect(result.ok ? '' : result.refusal.code).toBe('vote.more_ballots_than_present')
  })
})

describe('place and date choose the rule', () => {
  it('the Civil Code prevails over the older Henan ordinance, which is named as set aside', () => {
    const found = resolveRule(VOTE_PRESETS, 'OWNERS_278_ORDINARY', { place: '411402004', on: '2026-05-20' })
    expect(found.ok && found.value.rule.jurisdiction).toBe('CN')
    expect(found.ok && found.value.setAside.map((entry) => entry.rule.jurisdiction)).toEqual(['41'])
  })

  it('the residents’ meeting is unverified from the day the new law holds', () => {
    const status = (on: string): string | false => {
      const found = resolveRule(VOTE_PRESETS, 'RM_ADULTS', { place: '411402004', on })
      return found.ok && found.value.rule.status
    }
    expect([status('2025-12-31'), status('2026-01-01')]).toEqual(['verified', 'unverified'])
  })
})
