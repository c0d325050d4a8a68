import type { IntervalCadence, PeriodCadence, TermCadence, YearlyDeadline } from '../cadence/index.ts'
import { BRANCH_RULES } from '../party/index.ts'
import { NATION, type Citation, type RuleSet, type RuleStatus } from '../ruleset/index.ts'
import { BRANCH_REGULATIONS, COUNCIL_PAPER, HENAN_COMMITTEES, HENAN_PROPERTY, OURS } from './citations.ts'

/** How often something is expected, as a rule: give the params of a `period` to `cadenceReport`, of `yearly` to `yearlyState`, the others to `nextDue`. */
export type CadencePreset = RuleSet<PeriodCadence | IntervalCadence | TermCadence | YearlyDeadline>

const HENAN = '41'
const ASSOCIATIONS = '社会团体登记管理条例'
const { termYears, warnMonths } = BRANCH_RULES.params

/**
 * The default cadences, terms of office and yearly deadlines; a street changes them by rule sets of its own place.
 * An excuse needs its writer and reason and leaves the meeting in the denominator.
 *
 * @example
 * const found = resolveRule(CADENCE_PRESETS, 'COUNCIL_MEETING', { place: '411402004', on: '2026-11-22' })
 * found.ok && found.value.rule.params // { kind: 'period', expects: 1, per: 'month' }
 */
export const CADENCE_PRESETS: readonly CadencePreset[] = [
  preset('COUNCIL_MEETING', '居民议事会', 'Residents’ council', times(1, 'month'), COUNCIL_PAPER, 'verified'),
  preset('COUNCIL_CONTEST', '议事会评比（社区）', 'Contest of councils by the community', times(1, 'halfYear'), COUNCIL_PAPER, 'verified'),
  preset('COUNCIL_APPRAISAL', '议事会考评（街道）', 'Appraisal of councils by the street', times(1, 'year'), COUNCIL_PAPER, 'verified'),
  {
    ...preset(
      'RESIDENTS_MEETING',
      '居民会议（河南）',
      'Residents’ meeting (Henan)',
      times(2, 'year'),
      { source: HENAN_COMMITTEES, article: '第十条、第十一条', note: '每年不少于两次；施行日期待核对' },
      'verified',
    ),
    jurisdiction: HENAN,
    from: '1993-01-01',
  },
  preset(
    'REP_MEETING',
    '居民代表会议',
    'Representatives’ meeting',
    times(1, 'quarter'),
    { source: '村民委员会组织法', article: '第二十五条', note: '按村民代表会议类推，待核对 2026 年施行的居委会组织法' },
    'unverified',
  ),
  party('PARTY_MEMBERS_MEETING', '支部党员大会', 'Branch members’ meeting', 'quarter'),
  party('PARTY_COMMITTEE_MEETING', '支部委员会', 'Branch committee', 'month'),
  party('PARTY_GROUP_MEETING', '党小组会', 'Party group', 'month'),
  party('PARTY_THEME_DAY', '主题党日', 'Theme day', 'month'),
  party('PARTY_ORGANISATIONAL_LIFE', '组织生活会', 'Organisational life meeting', 'year'),
  party('PARTY_REVIEW', '民主评议党员', 'Review of members', 'year'),
  party('PARTY_TALKS', '谈心谈话', 'Heart-to-heart talks', 'year'),
  party('PARTY_SECRETARY_CLASS', '书记讲党课', 'Secretary’s class', 'year'),
  ours('PARTY_JOINT_MEETING', '党建联席会', 'Joint party meeting', times(1, 'quarter')),
  ours('UNIT_CHECK_IN', '与驻区单位、社会组织碰头', 'Meeting with units and organisations', times(1, 'month')),
  ours('NEED_REVIEW', '需求复核', 'Need review', every(90, 'days')),
  ours('LIVING_ALONE_VISIT', '独居老人探访', 'Visit to an elder living alone', every(7, 'days')),
  ours('KEY_PERSON_VISIT', '重点人员走访', 'Visit to a person of special care', every(30, 'days')),
  ours('ELDER_REASSESSMENT', '老年人能力复评', 'Elder reassessment', every(12, 'months')),
  preset(
    'NGO_ANNUAL_REPORT',
    '社会组织年度报告（业务主管单位）',
    'Organisation’s annual report to its supervising unit',
    { kind: 'yearly', by: '03-31' },
    { source: ASSOCIATIONS, note: '每年 3 月 31 日前' },
    'verified',
  ),
  preset(
    'NGO_INSPECTION',
    '社会组织年度检查（登记机关）',
    'Organisation’s annual inspection by the registrar',
    { kind: 'yearly', by: '05-31' },
    { source: ASSOCIATIONS, note: '每年 5 月 31 日前' },
    'verified',
  ),
  ours('FUND_DISCLOSURE', '资金公开', 'Fund disclosure', times(1, 'quarter')),
  {
    ...preset(
      'DONOR_DISCLOSURE',
      '募捐情况公开',
      'Fundraising over six months published',
      times(1, 'quarter'),
      { source: '慈善法（2023 年修正）', article: '第七十九条', note: '募捐周期超过六个月的至少每三个月公开一次' },
      'verified',
    ),
    from: '2024-09-05',
  },
  preset(
    'RC_TERM',
    '居民委员会任期',
    'Term of the residents’ committee',
    term(5),
    { source: '城市居民委员会组织法', note: '每届五年；提前六个月提醒为默认值' },
    'verified',
  ),
  preset(
    'BRANCH_TERM_COMMUNITY',
    '村、社区支部委员会任期',
    'Term of a community branch committee',
    term(termYears.village_community, warnMonths),
    BRANCH_REGULATIONS,
    'unverified',
  ),
  preset(
    'BRANCH_TERM',
    '其他支部委员会任期',
    'Term of another branch committee',
    term(termYears.other, warnMonths),
    BRANCH_REGULATIONS,
    'unverified',
  ),
  {
    ...preset(
      'OWNERS_COMMITTEE_TERM',
      '业主委员会任期（河南，上限）',
      'Longest term of an owners’ committee (Henan)',
      term(5),
      { source: HENAN_PROPERTY, note: '不超过五年；施行日期待核对' },
      'verified',
    ),
    jurisdiction: HENAN,
    from: '2018-01-01',
  },
]

function preset(
  code: string,
  zh: string,
  en: string,
  params: CadencePreset['params'],
  citation: Citation,
  status: RuleStatus,
): CadencePreset {
  return { code, title: { zh, en }, jurisdiction: NATION, from: '1990-01-01', params, citation, status }
}

function party(code: string, zh: string, en: string, per: PeriodCadence['per']): CadencePreset {
  return preset(code, zh, en, times(1, per), BRANCH_REGULATIONS, 'unverified')
}

function ours(code: string, zh: string, en: string, params: CadencePreset['params']): CadencePreset {
  return preset(code, zh, en, params, OURS, 'unverified')
}

function times(expects: number, per: PeriodCadence['per']): PeriodCadence {
  return { kind: 'period', expects, per }
}

function every(count: number, unit: IntervalCadence['unit']): IntervalCadence {
  return { kind: 'interval', every: count, unit }
}

function term(years: number, warnMonthsBefore = 6): TermCadence {
  return { kind: 'term', years, warnMonthsBefore }
}
