import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BRANCH_RULES,
  branchCommitteeSize,
  branchForm,
  checkBranchCommittee,
  checkTermChange,
  mayVoteInBranch,
  partyExpectations,
  termLastDay,
  termState,
  type BranchFacts,
} from '../../src/party/index.ts'
import { CADENCE_PRESETS } from '../../src/presets/index.ts'
import { resolveRule } from '../../src/ruleset/index.ts'

describe('forming a branch', () => {
  it.each<[string, BranchFacts, string, readonly string[], readonly string[]]>([
    ['three full members', { fullMembers: 3, allMembers: 3 }, 'branch', [], []],
    ['fifty', { fullMembers: 45, allMembers: 50 }, 'branch', [], []],
    ['fifty-one', { fullMembers: 45, allMembers: 51 }, 'branch', [], ['party.branch_too_large']],
    ['two full and one probationary', { fullMembers: 2, allMembers: 3 }, 'joint_branch', ['party.too_few_for_branch'], []],
    ['two, with a neighbour', { fullMembers: 2, allMembers: 2, units: 2 }, 'joint_branch', [], []],
    ['six units', { fullMembers: 2, allMembers: 2, units: 6 }, 'joint_branch', [], ['party.joint_too_many_units']],
    ['nobody', { fullMembers: 0, allMembers: 0 }, 'joint_branch', ['party.no_members'], []],
    ['a project of half a year', { fullMembers: 4, allMembers: 4, projectMonths: 6 }, 'branch', [], []],
    ['a project of five months', { fullMembers: 4, allMembers: 4, projectMonths: 5 }, 'branch', [], ['party.project_too_short']],
    [
      'a task force',
      { fullMembers: 4, allMembers: 4, membershipStaysElsewhere: true },
      'temporary_branch',
      [],
      ['party.temporary_needs_approval'],
    ],
  ])('%s', (_, facts, form, against, notes) => {
    const found = branchForm(facts)
    expect([found.form, found.against.map((each) => each.code), found.notes.map((each) => each.code)]).toEqual([form, against, notes])
  })
})

describe('the committee', () => {
  it.each<[number, number, readonly string[], readonly string[]]>([
    [6, 0, [], []],
    [6, 3, ['party.committee_not_allowed'], []],
    [7, 0, ['party.committee_required'], []],
    [7, 2, ['party.committee_size'], []],
    [7, 3, [], []],
    [8, 5, [], []],
    [30, 6, [], ['party.committee_above_usual']],
    [30, 7, [], ['party.committee_above_usual']],
    [30, 8, ['party.committee_size'], []],
  ])('%i full members, %i seats', (members, seats, against, notes) => {
    const found = checkBranchCommittee(members, seats)
    expect([found.against.map((each) => each.code), found.notes.map((each) => each.code)]).toEqual([against, notes])
  })

  it('every branch can be led in some way that the rules allow without a note', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (members) => {
        const plan = branchCommitteeSize(members)
        expect(checkBranchCommittee(members, plan.committee ? plan.min : 0)).toEqual({ against: [], notes: [] })
      }),
    )
  })

  it('says the figures of the rule that was asked, also when a street has its own', () => {
    expect(checkBranchCommittee(7, 8).against[0]?.zh).toBe('支部委员会应为 3 至 7 人，现为 8 人')
    const stricter = { ...BRANCH_RULES, params: { ...BRANCH_RULES.params, committee: { min: 3, usualMax: 3, max: 5 } } }
    expect(checkBranchCommittee(7, 6, stricter).against[0]?.zh).toBe('支部委员会应为 3 至 5 人，现为 6 人')
    expect(branchCommitteeSize(7, stricter).zh).toBe('设支部委员会 3 至 3 人，一般不超过 5 人')
  })

  it('only full members who are not under 留党察看 vote', () => {
    expect([
      mayVoteInBranch({ status: 'full' }),
      mayVoteInBranch({ status: 'full', underProbationPunishment: true }),
      mayVoteInBranch({ status: 'probationary' }),
    ]).toEqual([true, false, false])
  })
})

describe('the term', () => {
  const community = { electedOn: '2021-12-01', setting: 'village_community' as const }
  it.each([
    ['2026-05-29', 'in_term'],
    ['2026-05-30', 'due_soon'],
    ['2026-11-30', 'due_soon'],
    ['2026-12-01', 'overdue'],
  ])('of a community elected on 2021-12-01 is on %s: %s', (on, state) => {
    expect(termState(community, on)).toBe(state)
  })

  it('of another branch is three years, also from 29 February', () => {
    expect([termLastDay('2023-05-01', 'other'), termLastDay('2024-02-29', 'other')]).toEqual(['2026-04-30', '2027-02-27'])
  })

  it('may be delayed by a year at most, with approval', () => {
    const delayed = { ...community, changedTo: { lastDay: '2027-11-30', approvedBy: '街道党工委' } }
    expect([checkTermChange(delayed), termState(delayed, '2027-01-01'), termState(delayed, '2027-12-01')]).toEqual([
      [],
      'extended',
      'overdue',
    ])
    expect(checkTermChange({ ...community, changedTo: { lastDay: '2027-12-01', approvedBy: ' ' } }).map((each) => each.code)).toEqual([
      'party.term_needs_approval',
      'party.term_delay_too_long',
    ])
    expect(checkTermChange({ ...community, changedTo: { lastDay: '2021-11-30', approvedBy: 'x' } }).map((each) => each.code)).toEqual([
      'party.term_change_before_start',
    ])
    expect(termState({ ...community, changedTo: { lastDay: '2028-01-01', approvedBy: 'x' } }, '2026-12-01')).toBe('overdue')
  })
})

describe('what is expected of a branch', () => {
  it('has no committee meetings without a committee and no group meetings without groups', () => {
    expect(partyExpectations({ committee: true, groups: 2, basicCommitteeSecretary: true })).toHaveLength(8)
    expect(
      partyExpectations({ committee: false, groups: 0 }).some(
        (each) => each === 'PARTY_COMMITTEE_MEETING' || each === 'PARTY_GROUP_MEETING',
      ),
    ).toBe(false)
    expect(partyExpectations({ committee: true, groups: 0 })).toContain('PARTY_COMMITTEE_MEETING')
  })

  it('is told how often by a cadence of the same code', () => {
    for (const code of partyExpectations({ committee: true, groups: 2, basicCommitteeSecretary: true })) {
      const found = resolveRule(CADENCE_PRESETS, code, { place: '411402004', on: '2026-11-22' })
      expect(found.ok && found.value.rule.params).toMatchObject({ kind: 'period', expects: 1 })
    }
  })
})
