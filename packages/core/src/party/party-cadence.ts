/** How often an organisation's life is expected: at least `n` times in each period. */
export interface PartyCadence {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly n: number
  readonly period: 'month' | 'quarter' | 'year'
  readonly of: 'branch' | 'committee' | 'group' | 'basic_committee_secretary'
}

/** 三会一课, 主题党日, 组织生活会, 民主评议, 谈心谈话. Source: 支部工作条例 ch. 4 (see BRANCH_RULES). */
export const PARTY_CADENCES: readonly PartyCadence[] = [
  { code: 'members_meeting', zh: '党员大会', en: 'Members’ meeting', n: 1, period: 'quarter', of: 'branch' },
  { code: 'committee_meeting', zh: '支委会', en: 'Committee meeting', n: 1, period: 'month', of: 'committee' },
  { code: 'group_meeting', zh: '党小组会', en: 'Group meeting', n: 1, period: 'month', of: 'group' },
  { code: 'theme_day', zh: '主题党日', en: 'Theme day', n: 1, period: 'month', of: 'branch' },
  { code: 'life_meeting', zh: '组织生活会', en: 'Organisational life meeting', n: 1, period: 'year', of: 'branch' },
  { code: 'appraisal', zh: '民主评议党员', en: 'Democratic appraisal', n: 1, period: 'year', of: 'branch' },
  { code: 'talks', zh: '谈心谈话', en: 'Heart-to-heart talks', n: 1, period: 'year', of: 'branch' },
  { code: 'secretary_class', zh: '书记讲党课', en: 'Class by the secretary', n: 1, period: 'year', of: 'basic_committee_secretary' },
]

/**
 * What is expected of a branch: no committee meetings where there is no committee, no group meetings where there are no groups.
 *
 * @example
 * partyExpectations({ committee: false, groups: 0 }).map((each) => each.zh) // ['党员大会', '主题党日', '组织生活会', '民主评议党员', '谈心谈话']
 */
export function partyExpectations(branch: {
  readonly committee: boolean
  readonly groups: number
  readonly basicCommitteeSecretary?: boolean
}): readonly PartyCadence[] {
  return PARTY_CADENCES.filter(
    (cadence) =>
      cadence.of === 'branch' ||
      (cadence.of === 'committee' && branch.committee) ||
      (cadence.of === 'group' && branch.groups > 0) ||
      (cadence.of === 'basic_committee_secretary' && branch.basicCommitteeSecretary === true),
  )
}
