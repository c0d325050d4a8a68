import { FOUR_AND_TWO, FOUR_DELIBERATIONS, VOTE_PRESETS } from '@linli/core/presets'

/** What a matter is about. */
export const TOPICS = {
  property: '物业服务',
  parking: '停车',
  environment: '环境卫生',
  facility: '设施改造',
  elderly: '养老',
  culture: '文体活动',
  safety: '安全',
  fund: '公益金',
  charter: '公约',
  other: '其他',
} as const

/** Where a proposal comes from. */
export const SOURCES = { resident: '居民', grid: '网格', counter: '窗口', hotline: '热线', member: '议事会成员', branch: '党支部' } as const

/** The bodies that meet and decide. */
export const BODIES = {
  council: '居民议事会',
  twoCommittees: '社区两委',
  partyMeeting: '党员大会',
  committee: '社区居委会',
  representatives: '居民代表会议',
  residents: '居民会议',
  owners: '业主大会',
  ownersCommittee: '业主委员会',
  supervision: '居务监督委员会',
} as const
export type BodyKind = keyof typeof BODIES

/** The three officers of every council (有人管事、有人问事、有人干事). */
export const DUTIES = { manages: '管事人', asks: '问事人', acts: '干事人' } as const

export const SEATS = { chair: '主任', deputy: '副主任', member: '委员' } as const

/** Who elects. */
export const ELECTORATES = { adults: '全体选民', households: '户代表', groups: '居民代表', members: '本组织成员' } as const

/** Who nominates a candidate. */
export const NOMINATORS = { voters: '选民联名', households: '户代表联名', groups: '居民小组代表' } as const

/** In what capacity somebody sits in a body. */
export const CAPACITIES = {
  owner: '业主',
  tenant: '租户',
  party: '党员',
  committee: '两委成员',
  merchant: '商户',
  unit: '驻区单位',
  expert: '专业人士',
} as const

/** Those with a stake in a matter. */
export const STAKES = {
  owners: '业主',
  tenants: '租户',
  property: '物业企业',
  merchants: '商户',
  units: '驻区单位',
  elders: '老年人',
  neighbours: '相邻小区',
  departments: '职能部门',
  other: '其他',
} as const

/** The five kinds of those who carry a resolution out. */
export const ACTORS = { resident: '居民', committee: '社区两委', unit: '驻区单位', group: '社会组织', representative: '代表委员' } as const

/** Where a matter stands, in words; the states are core's. */
export const STATES: Readonly<Record<string, string>> = Object.fromEntries(
  [...FOUR_DELIBERATIONS.states, ...FOUR_AND_TWO.states].map(({ name, title }) => [name, title.zh]),
)
export const LANES = { ordinary: '一般事项', smallMatter: '小事快办', emergency: '应急先办' } as const
export const TRACKS = { estate: '小区', community: '社区', street: '街道' } as const
/** The ways of deliberation that a council may choose between. */
export const WAYS = { residents: '一带四议（居民提议）', branch: '四议两公开（党支部提议）' } as const
export type Way = keyof typeof WAYS

/** The gates by their names on the residents' way; `gateTitle` says those of the other. */
export const GATES = {
  propose: '居民提议',
  review: '两委审议',
  consult: '多方商议',
  partyReview: '党员大会审议',
  resolve: '居民决议',
} as const
export type Gate = keyof typeof GATES
export const CHOICES = { for: '赞成', against: '反对', abstain: '弃权', invalid: '无效' } as const
export const OUTCOMES = { passed: '通过', rejected: '未通过', tied: '持平，须再投', inquorate: '人数不足，无效' } as const
export const RULE_STATUS = { verified: '已核验', unverified: '未核验' } as const

/** The rules that a body can vote by. The list is frozen, because the tables check it; their texts and numbers are core's. */
const VOTE_CODES = [
  'RM_ADULTS',
  'RM_HOUSEHOLDS',
  'RM_GROUPREPS',
  'REP_MEETING_DEFAULT',
  'RC_INTERNAL',
  'TWO_COMMITTEE_REVIEW',
  'PARTY_RESOLUTION',
  'PARTY_ELECTION_2020',
  'SIYI_LIANGGONGKAI_PARTY_REVIEW',
  'OWNERS_COMMITTEE_HENAN',
  'OWNERS_278_ORDINARY',
  'OWNERS_278_SPECIAL',
] as const

/** Code → title. Those that nobody compared with their source carry 未核验. */
export const VOTE_RULES: Readonly<Record<(typeof VOTE_CODES)[number], string>> = Object.fromEntries(
  VOTE_CODES.map((code) => {
    const rule = VOTE_PRESETS.find((preset) => preset.code === code && preset.to === undefined && preset.supersededBy === undefined)
    return [code, `${rule?.title.zh ?? code}${rule?.status === 'verified' ? '' : '（未核验）'}`]
  }),
) as Readonly<Record<(typeof VOTE_CODES)[number], string>>

/** The title of a rule without its mark. */
export function ruleTitle(code: string | null): string {
  return VOTE_PRESETS.find((preset) => preset.code === code && preset.supersededBy === undefined)?.title.zh ?? ''
}

/** The nine items that owners decide together (Civil Code art. 278). */
export const OWNERS_ITEM_OPTIONS = {
  i1: '1 制定和修改业主大会议事规则',
  i2: '2 制定和修改管理规约',
  i3: '3 选举业主委员会或者更换成员',
  i4: '4 选聘和解聘物业服务企业或者其他管理人',
  i5: '5 使用建筑物及其附属设施的维修资金',
  i6: '6 筹集建筑物及其附属设施的维修资金',
  i7: '7 改建、重建建筑物及其附属设施',
  i8: '8 改变共有部分的用途或者利用共有部分从事经营活动',
  i9: '9 有关共有和共同管理权利的其他重大事项',
} as const
