/** What the counter is measured by (指标): each a ratio whose two parts are shown, so that nobody needs to believe it. */
export interface Measure {
  readonly title: string
  /** How the ratio is written: a share, a mean, or so many of a hundred or a thousand. */
  readonly per: 'percent' | 'mean' | 'hundred' | 'thousand'
  readonly unit: string
  readonly numerator: string
  readonly denominator: string
  /** What is counted and what is left out. */
  readonly note: string
}

export const MEASURES = {
  onTime: {
    title: '按时率',
    per: 'percent',
    unit: '%',
    numerator: '按时办结的件',
    denominator: '办结的件和到期未办结的件',
    note: '期内办结、有承诺时限的，加上期内到期到现在还没有办结的；超期以后撤回的算超期；暂停的时间不算用时',
  },
  stillLate: {
    title: '到期未办结',
    per: 'percent',
    unit: '%',
    numerator: '期内到期、到现在还没有办结的件',
    denominator: '办结的件和到期未办结的件',
    note: '暂停计时的不算；办结以后计入按时率',
  },
  promiseToLegal: {
    title: '承诺占法定',
    per: 'percent',
    unit: '%',
    numerator: '承诺的工作日之和',
    denominator: '法定的工作日之和',
    note: '期内办结的件，按受理时的事项版本；没有单独规定的按二十个工作日',
  },
  elapsedToPromise: {
    title: '用时占承诺',
    per: 'percent',
    unit: '%',
    numerator: '实际用的工作日之和',
    denominator: '承诺的工作日之和',
    note: '期内办结的件；即办件当天办结记一个工作日',
  },
  meanElapsed: {
    title: '平均用时',
    per: 'mean',
    unit: '个工作日',
    numerator: '实际用的工作日之和',
    denominator: '办结的件',
    note: '期内办结的件',
  },
  firstVisit: {
    title: '一次办成率',
    per: 'percent',
    unit: '%',
    numerator: '只到窗一次就办结的件',
    denominator: '办结的件',
    note: '领取结果不另算一次；上门、网上办理同样按收件次数',
  },
  visits: { title: '每件到窗次数', per: 'mean', unit: '次', numerator: '到窗次数之和', denominator: '办结的件', note: '期内办结的件' },
  materials: {
    title: '每件收取材料',
    per: 'mean',
    unit: '份',
    numerator: '向申请人收的材料之和',
    denominator: '办结的件',
    note: '共享取得和本单位已有的不算',
  },
  notices: { title: '每百件告知', per: 'hundred', unit: '次', numerator: '一次性告知次数之和', denominator: '收件', note: '期内收件' },
  returns: {
    title: '每百件退回',
    per: 'hundred',
    unit: '件次',
    numerator: '告知补正和不予受理',
    denominator: '收件',
    note: '期内收件；首问移交被退回的在「难、慢、繁」里另计',
  },
  wait: {
    title: '平均等候',
    per: 'mean',
    unit: '分钟',
    numerator: '等候分钟之和',
    denominator: '叫到号的人次',
    note: '期内取号、已经叫到的',
  },
  serve: { title: '平均办理', per: 'mean', unit: '分钟', numerator: '办理分钟之和', denominator: '办完的人次', note: '从叫号到点「办完」' },
  satisfied: {
    title: '满意率',
    per: 'percent',
    unit: '%',
    numerator: '非常满意、满意、基本满意',
    denominator: '已公布的评价',
    note: '没有公布的不计，不能从这里猜出来',
  },
  badFixed: {
    title: '差评整改率',
    per: 'percent',
    unit: '%',
    numerator: '回访办结的实名差评',
    denominator: '已公布的实名差评',
    note: '没有公布的不计',
  },
  hotlineResponded: {
    title: '热线响应率',
    per: 'percent',
    unit: '%',
    numerator: '时限内签收的工单',
    denominator: '已签收或已过签收时限的工单',
    note: '期内收到的；退回的和审定剔除的不计',
  },
  hotlineSolved: {
    title: '热线解决率',
    per: 'percent',
    unit: '%',
    numerator: '回访说已解决的工单',
    denominator: '已回访的工单',
    note: '期内收到的；退回的和审定剔除的不计',
  },
  hotlineSatisfied: {
    title: '热线满意率',
    per: 'percent',
    unit: '%',
    numerator: '回访满意、基本满意的工单',
    denominator: '已回访的工单',
    note: '期内收到的；退回的和审定剔除的不计',
  },
  breaches: {
    title: '每千件追责',
    per: 'thousand',
    unit: '件',
    numerator: '期内立案的办件追责',
    denominator: '期内收件',
    note: '只计来源是办件的；不论后来是否认定',
  },
  elderProxy: {
    title: '老年人代办占比',
    per: 'percent',
    unit: '%',
    numerator: '别人代办的老年人办件',
    denominator: '老年人的办件',
    note: '期内收件，按收件那天的年龄',
  },
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureCode = keyof typeof MEASURES

/**
 * A ratio in its own unit with one decimal, or nothing without a denominator.
 *
 * @example
 * ratioOf('percent', 19, 20) // 95
 * ratioOf('thousand', 1, 0) // null
 */
export function ratioOf(per: Measure['per'], numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  const scale = { percent: 100, mean: 1, hundred: 100, thousand: 1000 }[per]
  return Math.round((numerator * scale * 10) / denominator) / 10
}
