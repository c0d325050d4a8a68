import { type LocalDate } from '../date/index.ts'
import { type RuleSet } from '../ruleset/index.ts'
import { type VoteRule, type VoteThreshold } from '../voting/index.ts'

/** A vote rule with where and when it holds and where it comes from. */
export type VotePreset = RuleSet<VoteRule>

const HALF: VoteThreshold = { op: '>', num: 1, den: 2 }
const TWO_THIRDS: VoteThreshold = { op: '>=', num: 2, den: 3 }
const THREE_QUARTERS: VoteThreshold = { op: '>=', num: 3, den: 4 }

/** What meetings have in common; each preset says where it differs. */
const MEETING: VoteRule = {
  base: 'members',
  snapshotAt: 'notice',
  quorum: { ...HALF, on: ['heads'], of: 'due', by: 'present', measuredAt: 'voteClose' },
  pass: { ...HALF, on: ['heads'], of: 'present' },
  abstain: 'countsInBase',
  invalid: 'countsInBase',
  proxyMax: 0,
  recusal: 'leavesBase',
  tie: 'fails',
  secret: false,
  noticeMinDays: 0,
  publishDays: 0,
}

const RESIDENTS: VoteRule = { ...MEETING, quorum: { ...MEETING.quorum, of: 'allMembers' }, noticeMinDays: 3, publishDays: 7 }

const PARTY: VoteRule = { ...MEETING, base: 'votingMembers', snapshotAt: 'open', pass: { ...HALF, on: ['heads'], of: 'due' } }

const PARTY_ELECTION: VoteRule = { ...PARTY, pass: { ...HALF, on: ['heads'], of: 'present' }, secret: true, tie: 'revote' }

const OWNERS: VoteRule = {
  ...MEETING,
  base: 'owners',
  quorum: { ...TWO_THIRDS, on: ['heads', 'area'], of: 'allMembers', by: 'participants', measuredAt: 'voteClose' },
  pass: { ...HALF, on: ['heads', 'area'], of: 'participants' },
  proxyMax: 3,
  proxyBy: 'anyone',
  recusal: 'staysInBase',
  noticeMinDays: 15,
  publishDays: 7,
}

const DEFAULTS_NOTE = '通知与公示天数为默认值，可改'

function residents(code: string, base: VoteRule['base'], title: VotePreset['title']): readonly VotePreset[] {
  const common = { code, title, jurisdiction: 'CN', params: { ...RESIDENTS, base } } as const
  return [
    {
      ...common,
      from: '1990-01-01',
      to: '2025-12-31',
      citation: { source: '城市居民委员会组织法（旧）', article: '第九、十条', note: `河南省实施办法第十、十一条相同；${DEFAULTS_NOTE}` },
      status: 'verified',
    },
    {
      ...common,
      from: '2026-01-01',
      citation: {
        source: '城市居民委员会组织法（2025 年修订）',
        article: '第四章',
        note: `条文未见，暂沿用旧法第九、十条，待核对；${DEFAULTS_NOTE}`,
      },
      status: 'unverified',
    },
  ]
}

/** Every vote rule that ships, some of them in several versions by date or place. Choose with `resolveRule`. */
export const VOTE_PRESETS: readonly VotePreset[] = [
  ...residents('RM_ADULTS', 'adults18', { zh: '居民会议（全体成年居民）', en: 'Residents’ meeting (all adults)' }),
  ...residents('RM_HOUSEHOLDS', 'householdReps', { zh: '居民会议（每户代表）', en: 'Residents’ meeting (household representatives)' }),
  ...residents('RM_GROUPREPS', 'groupReps', { zh: '居民会议（居民小组代表）', en: 'Residents’ meeting (group representatives)' }),
  {
    code: 'REP_MEETING_DEFAULT',
    title: { zh: '居民代表会议', en: 'Residents’ representative meeting' },
    jurisdiction: 'CN',
    from: '2026-01-01',
    params: {
      ...RESIDENTS,
      base: 'representatives',
      quorum: { ...TWO_THIRDS, on: ['heads'], of: 'allMembers', by: 'present', measuredAt: 'voteClose' },
      composition: { womenMin: [1, 3], representativesMin: [4, 5] },
      noticeMinDays: 5,
    },
    citation: { source: '村民委员会组织法', article: '第二十五、二十六条', note: `按村代会类推，待核对新法；${DEFAULTS_NOTE}` },
    status: 'unverified',
  },
  {
    code: 'RC_INTERNAL',
    title: { zh: '居民委员会会议', en: 'Residents’ committee' },
    jurisdiction: 'CN',
    from: '1990-01-01',
    params: { ...MEETING, noticeMinDays: 1 },
    citation: {
      source: '河南省实施城市居民委员会组织法办法',
      article: '第十三条',
      note: '少数服从多数有出处；半数到会、半数通过和通知天数为默认值，待核对',
    },
    status: 'unverified',
  },
  {
    code: 'TWO_COMMITTEE_REVIEW',
    title: { zh: '两委审议', en: 'Two-committee review' },
    jurisdiction: 'CN',
    from: '1990-01-01',
    params: MEETING,
    citation: { source: '邻里默认值', note: '一带四议第二议：到会两委成员过半数同意；由议事章程确定' },
    status: 'unverified',
  },
  {
    code: 'PARTY_RESOLUTION',
    title: { zh: '党员大会决议', en: 'Party meeting resolution' },
    jurisdiction: 'CN',
    from: '1990-01-01',
    params: PARTY,
    citation: {
      source: '中国共产党支部工作条例（试行）',
      note: '据网页摘录：到会超过应到有表决权党员半数有效，赞成超过应到半数通过；条文编号与适用日期待核对',
    },
    status: 'unverified',
  },
  {
    code: 'PARTY_ELECTION_1990',
    title: { zh: '党内选举（1990 年暂行条例）', en: 'Party election (1990 rules)' },
    jurisdiction: 'CN',
    from: '1990-06-27',
    to: '2020-07-12',
    params: { ...PARTY_ELECTION, quorum: { ...PARTY.quorum, op: '>', num: 4, den: 5 } },
    citation: { source: '中国共产党基层组织选举工作暂行条例', note: '到会人数超过应到的五分之四；起止日期凭记忆，待核对' },
    status: 'unverified',
  },
  {
    code: 'PARTY_ELECTION_2020',
    title: { zh: '党内选举（2020 年条例）', en: 'Party election (2020 rules)' },
    jurisdiction: 'CN',
    from: '2020-07-13',
    params: { ...PARTY_ELECTION, quorum: { ...PARTY.quorum, op: '>=', num: 4, den: 5 } },
    citation: {
      source: '中国共产党基层组织选举工作条例',
      note: '到会人数不少于应到的五分之四；当选须超过到会半数与施行日期凭记忆，待核对',
    },
    status: 'unverified',
  },
  {
    code: 'SIYI_LIANGGONGKAI_PARTY_REVIEW',
    title: { zh: '四议两公开：党员大会审议', en: 'Four deliberations, two publications: party meeting review' },
    jurisdiction: 'CN',
    from: '1990-01-01',
    params: { ...PARTY, quorum: { ...PARTY.quorum, ...TWO_THIRDS } },
    citation: { source: '四议两公开工作法（网页摘录）', note: '三分之二以上党员到会，应到半数以上同意；“半数以上”按过半数计，待核对' },
    status: 'unverified',
  },
  {
    code: 'OWNERS_278_ORDINARY',
    title: { zh: '业主共同决定（一般事项）', en: 'Owners’ vote (ordinary matters)' },
    jurisdiction: 'CN',
    from: '2021-01-01',
    params: OWNERS,
    citation: {
      source: '民法典',
      article: '第二百七十八条',
      note: '物业管理条例：提前十五日通知。委托人数、弃权和无效票的计法为默认值，待核对',
    },
    status: 'verified',
    prevails: true,
  },
  {
    code: 'OWNERS_278_ORDINARY',
    title: { zh: '业主共同决定（河南省旧规定）', en: 'Owners’ vote (older Henan rule)' },
    jurisdiction: '41',
    from: '2018-01-01',
    params: { ...OWNERS, quorum: { ...OWNERS.quorum, ...HALF } },
    citation: { source: '河南省物业管理条例', article: '第二十六条', note: '参与过半数，与民法典不一致，以民法典为准；施行日期待核对' },
    status: 'unverified',
    supersededBy: 'OWNERS_278_ORDINARY@CN@2021-01-01',
  },
  {
    code: 'OWNERS_278_SPECIAL',
    title: { zh: '业主共同决定（第六至八项）', en: 'Owners’ vote (items 6–8)' },
    jurisdiction: 'CN',
    from: '2021-01-01',
    params: { ...OWNERS, pass: { ...THREE_QUARTERS, on: ['heads', 'area'], of: 'participants' } },
    citation: {
      source: '民法典',
      article: '第二百七十八条第六至八项',
      note: '物业管理条例：提前十五日通知。委托人数、弃权和无效票的计法为默认值，待核对',
    },
    status: 'verified',
    prevails: true,
  },
  {
    code: 'OWNERS_COMMITTEE_HENAN',
    title: { zh: '业主委员会会议（河南）', en: 'Owners’ committee (Henan)' },
    jurisdiction: '41',
    from: '2018-01-01',
    params: {
      ...MEETING,
      quorum: { ...MEETING.quorum, of: 'allMembers' },
      pass: { ...HALF, on: ['heads'], of: 'allMembers' },
      recusal: 'staysInBase',
      publishWithinDays: 3,
    },
    citation: { source: '河南省物业管理条例', note: '过半数委员到会，全体委员过半数同意，三日内公告；施行日期待核对' },
    status: 'verified',
  },
]

/**
 * The first preset of a code that holds on a day, whatever its place. Where places differ, ask `resolveRule(VOTE_PRESETS, code, { place, on })`.
 *
 * @example
 * votePreset('RM_ADULTS', '2025-12-31').status // 'verified'
 * votePreset('RM_ADULTS', '2026-01-01').status // 'unverified'
 * votePreset('PARTY_ELECTION_2020', '2019-01-01') // undefined
 */
export function votePreset(code: string, on: LocalDate): VotePreset | undefined {
  return VOTE_PRESETS.find((preset) => preset.code === code && preset.from <= on && (preset.to === undefined || on <= preset.to))
}
