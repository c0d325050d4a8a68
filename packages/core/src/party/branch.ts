import { defineReasons, type Refusal } from '../refusal/index.ts'
import type { RuleSet } from '../ruleset/index.ts'
import { BRANCH_RULES, type BranchParams } from './party-rules.ts'

/** What can be formed. A temporary branch is for a body set up for a task whose members keep their membership elsewhere. */
export type BranchForm = 'branch' | 'joint_branch' | 'temporary_branch'

/** What is known about the unit that wants a branch. */
export interface BranchFacts {
  readonly fullMembers: number
  /** Full and probationary members. */
  readonly allMembers: number
  /** How many units a joint branch would cover. */
  readonly units?: number
  /** For a project: how long it lasts. From six months on it forms a branch like any unit. */
  readonly projectMonths?: number
  /** Members keep their membership elsewhere (组织关系不转接). */
  readonly membershipStaysElsewhere?: boolean
}

const reason = defineReasons({
  'party.no_members': { zh: '没有正式党员，不能成立党支部', en: 'There are no full members' },
  'party.too_few_for_branch': {
    zh: '正式党员 {count} 人，不足 {min} 人，应与就近单位成立联合党支部',
    en: '{count} full members; fewer than {min} form a joint branch',
  },
  'party.joint_too_many_units': {
    zh: '联合党支部覆盖单位一般不超过 {max} 个，现为 {units} 个',
    en: 'A joint branch usually covers at most {max} units, not {units}',
  },
  'party.branch_too_large': {
    zh: '党支部党员一般不超过 {max} 人，现为 {count} 人',
    en: 'A branch usually has at most {max} members, not {count}',
  },
  'party.project_too_short': {
    zh: '工程或工作项目为期不足 {months} 个月，一般不单独成立党支部',
    en: 'A project of less than {months} months usually forms no branch',
  },
  'party.temporary_needs_approval': {
    zh: '临时党支部须经上级党组织批准',
    en: 'A temporary branch needs the approval of the superior organisation',
  },
  'party.committee_not_allowed': {
    zh: '正式党员不足 {from} 人，只设书记（必要时设 1 名副书记），不设支部委员会',
    en: 'Fewer than {from} full members: a secretary (and a deputy), no committee',
  },
  'party.committee_required': {
    zh: '正式党员 {from} 人以上，应设支部委员会（{min} 至 {usualMax} 人，一般不超过 {max} 人）',
    en: 'From {from} full members on a committee of {min} to {usualMax}, at most {max}, is required',
  },
  'party.committee_size': {
    zh: '支部委员会应为 {min} 至 {max} 人，现为 {seats} 人',
    en: 'A branch committee has {min} to {max} seats, not {seats}',
  },
  'party.committee_above_usual': {
    zh: '支部委员会一般 {min} 至 {usualMax} 人，现为 {seats} 人',
    en: 'A branch committee usually has {min} to {usualMax} seats, not {seats}',
  },
})

/**
 * Which kind of branch a unit forms. `against` forbids it, `notes` are things to look at (「一般不超过」).
 * Source: 支部工作条例 arts. 4–5 (see BRANCH_RULES).
 *
 * @example
 * branchForm({ fullMembers: 3, allMembers: 4 }).form // 'branch'
 * branchForm({ fullMembers: 2, allMembers: 2, units: 3 }).form // 'joint_branch'
 */
export function branchForm(
  facts: BranchFacts,
  rules: RuleSet<BranchParams> = BRANCH_RULES,
): {
  readonly form: BranchForm
  readonly against: readonly Refusal[]
  readonly notes: readonly Refusal[]
} {
  const params = rules.params
  const against = facts.fullMembers < 1 ? [reason('party.no_members')] : []
  const notes: Refusal[] = []
  if (facts.allMembers > params.usualMembers)
    notes.push(reason('party.branch_too_large', { count: facts.allMembers, max: params.usualMembers }))
  if (facts.projectMonths !== undefined && facts.projectMonths < params.projectMonths)
    notes.push(reason('party.project_too_short', { months: params.projectMonths }))
  if (facts.membershipStaysElsewhere)
    return { form: 'temporary_branch', against, notes: [...notes, reason('party.temporary_needs_approval')] }
  if (facts.fullMembers >= params.fullMembersForBranch) return { form: 'branch', against, notes }
  const units = facts.units ?? 1
  if (units < 2 && facts.fullMembers > 0)
    return {
      form: 'joint_branch',
      against: [reason('party.too_few_for_branch', { count: facts.fullMembers, min: params.fullMembersForBranch })],
      notes,
    }
  if (units > params.jointUnits) notes.push(reason('party.joint_too_many_units', { units, max: params.jointUnits }))
  return { form: 'joint_branch', against, notes }
}

/** How a branch is led. `seats` are those of the committee, undefined where there is none. */
export interface CommitteePlan {
  readonly committee: boolean
  readonly min: number
  readonly usualMax: number
  readonly max: number
  readonly zh: string
}

/**
 * How many sit on the committee of a branch with so many full members (probationary members do not count).
 * Source: 支部工作条例 ch. 6 (see BRANCH_RULES).
 *
 * @example
 * branchCommitteeSize(8).zh // '设支部委员会 3 至 5 人，一般不超过 7 人'
 * branchCommitteeSize(6).committee // false
 */
export function branchCommitteeSize(fullMembers: number, rules: RuleSet<BranchParams> = BRANCH_RULES): CommitteePlan {
  const { committee, committeeFrom } = rules.params
  return fullMembers >= committeeFrom
    ? { committee: true, ...committee, zh: `设支部委员会 ${committee.min} 至 ${committee.usualMax} 人，一般不超过 ${committee.max} 人` }
    : { committee: false, min: 1, usualMax: 1, max: 2, zh: '设书记 1 名，必要时设副书记 1 名' }
}

/**
 * Whether a branch may be led so. `seats` is the size of the committee, 0 for none.
 * A size of 6 or 7 is allowed and noted.
 *
 * @example
 * checkBranchCommittee(8, 0).against[0]?.code // 'party.committee_required'
 * checkBranchCommittee(6, 3).against[0]?.code // 'party.committee_not_allowed'
 * checkBranchCommittee(20, 7).against // []
 */
export function checkBranchCommittee(
  fullMembers: number,
  seats: number,
  rules: RuleSet<BranchParams> = BRANCH_RULES,
): { readonly against: readonly Refusal[]; readonly notes: readonly Refusal[] } {
  const plan = branchCommitteeSize(fullMembers, rules)
  const figures = { ...rules.params.committee, from: rules.params.committeeFrom, seats }
  const refuse = (
    code: 'party.committee_not_allowed' | 'party.committee_required' | 'party.committee_size' | 'party.committee_above_usual',
  ): readonly Refusal[] => [reason(code, figures, 'committee')]
  if (!plan.committee) return { against: seats > 0 ? refuse('party.committee_not_allowed') : [], notes: [] }
  if (seats === 0) return { against: refuse('party.committee_required'), notes: [] }
  if (seats < plan.min || seats > plan.max) return { against: refuse('party.committee_size'), notes: [] }
  return { against: [], notes: seats > plan.usualMax ? refuse('party.committee_above_usual') : [] }
}

/** Where somebody stands as a member. */
export type MemberStatus = 'applicant' | 'activist' | 'development_target' | 'probationary' | 'full'

/**
 * Whether a member has a vote and counts in the base of a vote: full members who are not under 留党察看. Source: 党章 arts. 7 and 41 (unverified).
 *
 * @example
 * mayVoteInBranch({ status: 'probationary' }) // false
 */
export function mayVoteInBranch(member: { readonly status: MemberStatus; readonly underProbationPunishment?: boolean }): boolean {
  return member.status === 'full' && !member.underProbationPunishment
}
