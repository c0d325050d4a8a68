/** What a branch is expected to hold, by the code of its cadence in `CADENCE_PRESETS`. */
export type PartyCadenceCode =
  | 'PARTY_MEMBERS_MEETING'
  | 'PARTY_COMMITTEE_MEETING'
  | 'PARTY_GROUP_MEETING'
  | 'PARTY_THEME_DAY'
  | 'PARTY_ORGANISATIONAL_LIFE'
  | 'PARTY_REVIEW'
  | 'PARTY_TALKS'
  | 'PARTY_SECRETARY_CLASS'

/**
 * What is expected of a branch: 三会一课, 主题党日, 组织生活会, 民主评议, 谈心谈话. No committee meetings where there is no committee, no group
 * meetings where there are no groups. How often comes from the rule of each code. Source: 支部工作条例 ch. 4 (unverified, see `BRANCH_RULES`).
 *
 * @example
 * partyExpectations({ committee: false, groups: 0 }).includes('PARTY_COMMITTEE_MEETING') // false
 * const monthly = resolveRule(CADENCE_PRESETS, partyExpectations({ committee: false, groups: 2 })[1], { place: 'CN', on: '2026-11-22' })
 * monthly.ok && monthly.value.rule.title.zh // '党小组会'
 */
export function partyExpectations(branch: {
  readonly committee: boolean
  readonly groups: number
  readonly basicCommitteeSecretary?: boolean
}): readonly PartyCadenceCode[] {
  return [
    'PARTY_MEMBERS_MEETING',
    ...(branch.committee ? (['PARTY_COMMITTEE_MEETING'] as const) : []),
    ...(branch.groups > 0 ? (['PARTY_GROUP_MEETING'] as const) : []),
    'PARTY_THEME_DAY',
    'PARTY_ORGANISATIONAL_LIFE',
    'PARTY_REVIEW',
    'PARTY_TALKS',
    ...(branch.basicCommitteeSecretary === true ? (['PARTY_SECRETARY_CLASS'] as const) : []),
  ]
}
