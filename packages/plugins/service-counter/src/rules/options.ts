/** The eleven service lines of the report (民生服务). */
export const LINES = {
  aged: '养老服务',
  health: '卫生健康',
  insurance: '社会保险',
  relief: '社会救助',
  employment: '就业创业',
  family: '婚姻家庭',
  education: '教育服务',
  veterans: '退役军人',
  disability: '助残服务',
  housing: '住房城建',
  other: '综合事务',
} as const

/** How an item is dealt with. */
export const KINDS = { instant: '即办件', promise: '承诺件', forward: '上报件', proxy: '代办件', consult: '咨询' } as const
export type ItemKind = keyof typeof KINDS

/** Where a material comes from; only the applicant's own and listed certificates may be asked for. */
export const SOURCES = {
  applicant: '申请人提供',
  share: '数据共享取得',
  'own-record': '本单位已有',
  certificate: '清单内证明',
} as const
export type MaterialSource = keyof typeof SOURCES

/** What became of a material at the counter. */
export const MATERIAL_STATES = {
  ok: '已收',
  missing: '缺',
  wrong: '不合格',
  deferred: '容缺后补',
  promised: '承诺代替',
  ours: '不用提供',
} as const
export type MaterialState = keyof typeof MATERIAL_STATES

/** Reasons of core's presets for which a case may stand still. */
export const PAUSES = { hearing: '依法听证', appraisal: '检验、检测、鉴定或专家评审', supplement: '等待申请人补正材料' } as const
export type PauseCode = keyof typeof PAUSES

/** How an applicant is told. */
export const TOLD = { paper: '书面', phone: '电话', message: '短信或微信', person: '当面' } as const

export const CHANNELS = { window: '窗口', online: '网上', visit: '上门', proxy: '代办' } as const

export const PRIORITIES = {
  none: '普通',
  elder: '老年人',
  disabled: '残疾人',
  veteran: '军人、退役军人',
  booked: '预约',
  other: '孕妇、抱婴',
} as const

/** How somebody booked; online is one way of three. */
export const BOOKED_BY = { online: '手机', phone: '电话', desk: '窗口代约' } as const

/** What is said to whoever asked beforehand. */
/** What a clerk says of one paper of a pre-check. */
export const REPLIES = { ok: '齐全', missing: '缺', wrong: '不符' } as const

export const PRECHECKS = { ready: '材料齐，可以来办', missing: '还缺材料', elsewhere: '不在本窗口办' } as const

export const GRADES = { '5': '非常满意', '4': '满意', '3': '基本满意', '2': '不满意', '1': '非常不满意' } as const

export const BREACHES = {
  overdue: '超期办结',
  'second-notice': '二次告知',
  'no-notice': '逾期未告知',
  'forbidden-material': '违规要材料',
  'left-overnight': '即办件过夜',
  'rating-not-contacted': '差评未按时联系',
  'hidden-pause': '隐瞒暂停',
  'back-dating': '倒填时间',
} as const

/** The rungs above the handler's own light, each with a duty holder (催办、督办、约谈、问责). */
export const RUNGS = { urge: '催办', supervise: '督办', interview: '约谈', accountability: '问责' } as const
export type Rung = keyof typeof RUNGS

/** Who can hold a rung: preset roles. */
export const DUTIES = {
  'community-director': '社区书记（主任）',
  'street-admin': '街道管理员（督查）',
  'street-leader': '街道领导',
} as const
export type Duty = keyof typeof DUTIES

export const CLOCK_STATES = { running: '计时中', paused: '暂停', stopped: '已停止' } as const

export const INQUIRY_ENDS = {
  self: '自己办结',
  handed: '已移交接收',
  explained: '不属本单位，已告知去处',
  urgent: '紧急事项，已报告',
} as const

export const HOTLINE_TOPICS = {
  property: '物业管理',
  parking: '停车',
  sanitation: '环境卫生',
  noise: '噪音',
  facility: '公共设施',
  aged: '养老',
  safety: '安全隐患',
  policy: '政策咨询',
  conduct: '办事作风',
  other: '其他',
} as const

export const SATISFACTION = { satisfied: '满意', partly: '基本满意', unsatisfied: '不满意' } as const

export const YES_NO = { yes: '是', no: '否' } as const

/** Why an order does not count in the three rates. Local practice, unverified: a street writes its own reasons beside. */
export const EXCLUSIONS = {
  unlawful: '诉求不合法或无政策依据',
  'other-way': '应走诉讼、仲裁、信访等法定途径',
  'not-ours': '不属本街道职责或辖区',
  'same-again': '同一人同一事重复来电',
  'no-contact': '三次联系不上来电人',
  withdrawn: '来电人撤诉',
  other: '其他（写明情况）',
} as const

export const HOTLINE_LEVELS = { normal: '一般', urgent: '紧急（当日）', consult: '咨询求助（3 个工作日）' } as const
