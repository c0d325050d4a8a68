import { NATION, type Citation, type RuleSet, type RuleStatus } from './rule-set.ts'

/** How often something is expected: so many times a period, or again after so many days at the latest, or by a day of the year. */
export type CadenceParams =
  | { readonly subject: string; readonly times: number; readonly per: 'month' | 'quarter' | 'half-year' | 'year' }
  | { readonly subject: string; readonly everyDays: number }
  | { readonly subject: string; readonly byMonthDay: string }

const SEED: Citation = { source: '白云街道工作汇报' }
const OURS: Citation = { source: '邻里默认值', note: '可由街道修改' }
const HENAN = '河南省实施《城市居民委员会组织法》办法'
const BRANCH: Citation = { source: '中国共产党支部工作条例（试行）', note: '次数见公开文本，以现行条例为准' }
const ASSOCIATIONS: Citation = { source: '社会团体登记管理条例', note: '年度报告' }

/**
 * The default cadences of `domain.md` §4.20. An excuse needs its writer and reason and leaves the meeting in the denominator.
 *
 * @example
 * const found = resolveRule(cadencePresets, 'CADENCE_COUNCIL', { place: '411402004', on: '2026-11-22' })
 * found.ok && found.value.rule.params // { subject: '居民议事会', times: 1, per: 'month' }
 */
export const cadencePresets: readonly RuleSet<CadenceParams>[] = [
  preset('CADENCE_COUNCIL', "Residents' council", SEED, 'verified', { subject: '居民议事会', times: 1, per: 'month' }),
  preset('CADENCE_COUNCIL_CONTEST', 'Contest of councils by the community', SEED, 'verified', {
    subject: '议事会评比',
    times: 1,
    per: 'half-year',
  }),
  preset('CADENCE_COUNCIL_APPRAISAL', 'Appraisal of councils by the street', SEED, 'verified', {
    subject: '议事会考评',
    times: 1,
    per: 'year',
  }),
  {
    ...preset(
      'CADENCE_RESIDENTS_MEETING',
      "Residents' meeting",
      { source: HENAN, article: '第十条、第十一条', note: '每年至少两次' },
      'verified',
      { subject: '居民会议', times: 2, per: 'year' },
    ),
    jurisdiction: '41',
  },
  preset(
    'CADENCE_REPRESENTATIVES',
    "Representatives' meeting",
    { source: '村民委员会组织法', article: '第二十五条', note: '按村民代表会议类推，待核对 2026 年施行的居委会组织法' },
    'unverified',
    { subject: '居民代表会议', times: 1, per: 'quarter' },
  ),
  preset('CADENCE_PARTY_ASSEMBLY', "Party members' meeting", BRANCH, 'verified', { subject: '党员大会', times: 1, per: 'quarter' }),
  preset('CADENCE_PARTY_COMMITTEE', 'Branch committee', BRANCH, 'verified', { subject: '支部委员会会议', times: 1, per: 'month' }),
  preset('CADENCE_PARTY_GROUP', 'Party group', BRANCH, 'verified', { subject: '党小组会', times: 1, per: 'month' }),
  preset('CADENCE_PARTY_DAY', 'Themed party day', BRANCH, 'verified', { subject: '主题党日', times: 1, per: 'month' }),
  preset('CADENCE_PARTY_LIFE', 'Organisational life meeting', BRANCH, 'verified', { subject: '组织生活会', times: 1, per: 'year' }),
  preset('CADENCE_PARTY_REVIEW', 'Democratic review of members', BRANCH, 'verified', { subject: '民主评议党员', times: 1, per: 'year' }),
  preset('CADENCE_PARTY_CLASS', 'Party class by the secretary', BRANCH, 'verified', { subject: '书记讲党课', times: 1, per: 'year' }),
  preset('CADENCE_JOINT_PARTY', 'Joint party meeting', OURS, 'unverified', { subject: '党建联席会', times: 1, per: 'quarter' }),
  preset('CADENCE_JOINT_UNITS', 'Meeting with units and organisations', OURS, 'unverified', {
    subject: '碰头会商',
    times: 1,
    per: 'month',
  }),
  preset('CADENCE_NEED_REVIEW', 'Needs reviewed', OURS, 'unverified', { subject: '需求复核', everyDays: 90 }),
  preset('CADENCE_ALONE_VISIT', 'Visit to elders living alone', OURS, 'unverified', { subject: '独居老人走访', everyDays: 7 }),
  preset('CADENCE_KEY_VISIT', 'Visit to persons of special care', OURS, 'unverified', { subject: '重点人群走访', everyDays: 30 }),
  preset('CADENCE_ELDER_REASSESSMENT', 'Reassessment of elders', OURS, 'unverified', { subject: '老年人能力复评', times: 1, per: 'year' }),
  preset('CADENCE_NGO_REPORT', "Organisation's annual report to its supervising unit", ASSOCIATIONS, 'verified', {
    subject: '社会组织年度报告（业务主管单位）',
    byMonthDay: '03-31',
  }),
  preset('CADENCE_NGO_INSPECTION', "Organisation's annual report to the registrar", ASSOCIATIONS, 'verified', {
    subject: '社会组织年度检查（登记机关）',
    byMonthDay: '05-31',
  }),
  preset('CADENCE_FUND_DISCLOSURE', 'Funds published', OURS, 'unverified', { subject: '资金公示', times: 1, per: 'quarter' }),
  preset(
    'CADENCE_DONOR_DISCLOSURE',
    'Fundraising over six months published',
    { source: '慈善法（2023）', article: '第七十九条', note: '募捐周期超过六个月的至少每三个月公开一次' },
    'verified',
    { subject: '募捐情况公开', times: 1, per: 'quarter' },
  ),
]

/** How long a body serves, and how long before the end the street is warned. */
export interface TermParams {
  readonly years: number
  readonly warnMonthsBefore: number
}

/** Terms of office. A party branch of a unit that is no community may have 3 years. */
export const termPresets: readonly RuleSet<TermParams>[] = [
  term('TERM_RESIDENTS_COMMITTEE', '居民委员会任期', "Term of the residents' committee", 5, { source: '城市居民委员会组织法' }),
  term('TERM_PARTY_BRANCH', '社区党支部任期', 'Term of a community party branch', 5, BRANCH),
  term('TERM_PARTY_BRANCH_OTHER', '其他党支部任期', 'Term of other party branches', 3, BRANCH),
  term(
    'TERM_OWNERS_COMMITTEE',
    '业主委员会任期（上限）',
    "Longest term of an owners' committee",
    5,
    { source: '河南省物业管理条例', note: '不超过五年' },
    '41',
  ),
]

function preset(code: string, en: string, citation: Citation, status: RuleStatus, params: CadenceParams): RuleSet<CadenceParams> {
  return { code, title: { zh: params.subject, en }, jurisdiction: NATION, from: '2020-01-01', params, citation, status }
}

function term(code: string, zh: string, en: string, years: number, citation: Citation, jurisdiction = NATION): RuleSet<TermParams> {
  return { code, title: { zh, en }, jurisdiction, from: '2020-01-01', params: { years, warnMonthsBefore: 6 }, citation, status: 'verified' }
}
