import { choice, date, defineReport, type Drill } from '@linli/kit'
import { hotlineOrders } from '../resources/index.ts'
import { EXCLUSIONS, HOTLINE_LEVELS, HOTLINE_TOPICS, SATISFACTION, YES_NO } from '../rules/options.ts'

const period = { from: date({ title: '开始日期', required: true }), to: date({ title: '结束日期', required: true }) }
const states = Object.fromEntries(Object.entries(hotlineOrders.workflow?.states ?? {}).map(([name, { title }]) => [name, title]))

/** 12345 三率: 响应率, 解决率, 满意率 of every community and of all, each with its two parts. */
export const hotlineRates = defineReport({
  name: 'counter.hotline-rates',
  title: '12345 热线三率',
  form: 'summary',
  definition:
    '所选日期内收到的工单，退回的和审定剔除的不计。响应率 = 时限内签收 ÷ 已签收或已过签收时限；解决率 = 回访说已解决 ÷ 已回访；满意率 = 回访满意、基本满意 ÷ 已回访。按最近一次回访。口径未核验：按各地接诉即办考核的通行做法，与上级通报不同时以上级为准。',
  consumer: '街道月度通报各社区热线办理，党工委约谈靠后的社区',
  params: period,
  columns: {
    community: { title: '社区', kind: 'text' },
    received: { title: '收到', kind: 'integer', drill: true },
    excluded: { title: '剔除', kind: 'integer', drill: true },
    asked: { title: '应响应', kind: 'integer', drill: true },
    responded: { title: '按时响应', kind: 'integer', drill: true },
    responseRate: { title: '响应率', kind: 'percent' },
    revisited: { title: '已回访', kind: 'integer', drill: true },
    solved: { title: '已解决', kind: 'integer', drill: true },
    solveRate: { title: '解决率', kind: 'percent' },
    satisfied: { title: '满意', kind: 'integer', drill: true },
    satisfactionRate: { title: '满意率', kind: 'percent' },
  },
  chart: { type: 'bar', x: 'community', y: ['responseRate', 'solveRate', 'satisfactionRate'] },
  drill: ({ row, column, params }) => hotlineRows(column, params, typeof row.code === 'string' ? row.code : undefined),
})

/** The orders behind a figure of the rates. */
export function hotlineRows(
  column: string,
  { from, to }: { readonly from: string; readonly to: string },
  communityId?: string,
): Drill | undefined {
  const received = {
    createdAt_gte: `${from}T00:00:00.000+08:00`,
    createdAt_lte: `${to}T23:59:59.999+08:00`,
    ...(communityId === undefined ? {} : { communityId }),
  }
  const counted = { ...received, status_neq: 'returned', excludedFor_empty: true }
  const filters: Readonly<Record<string, object>> = {
    received,
    excluded: { ...received, status_neq: 'returned', excludedFor_empty: false },
    asked: { ...counted, isResponded: ['yes', 'no'] },
    responded: { ...counted, isResponded: 'yes' },
    revisited: { ...counted, satisfaction_empty: false },
    solved: { ...counted, solved: 'yes' },
    satisfied: { ...counted, satisfaction: ['satisfied', 'partly'] },
  }
  const filter = filters[column]
  return filter && { resource: 'counter.hotline-orders', filter: { ...filter } }
}

/** 12345 工单台账. */
export const hotlineLedger = defineReport({
  name: 'counter.hotline-ledger',
  title: '12345 工单台账',
  form: 'ledger',
  definition: '所选日期内收到的每一件工单：何时签收、何时答复、是否解决、是否满意；剔除的写明理由。不含来电人姓名和电话。',
  consumer: '街道热线月度分析，核对三率，对上级通报申诉',
  params: { ...period, counted: choice({ title: '只看', options: { counted: '计入三率的', excluded: '剔除的' } }) },
  columns: {
    no: { title: '工单编号', kind: 'text', drill: true },
    at: { title: '收到', kind: 'dateTime' },
    community: { title: '社区', kind: 'text' },
    topic: { title: '诉求类别', kind: 'text', options: HOTLINE_TOPICS },
    place: { title: '地点', kind: 'text' },
    level: { title: '等级', kind: 'text', options: HOTLINE_LEVELS },
    respondedAt: { title: '签收时间', kind: 'dateTime' },
    isResponded: { title: '按时响应', kind: 'text', options: YES_NO },
    repliedAt: { title: '答复时间', kind: 'dateTime' },
    solved: { title: '解决', kind: 'text', options: YES_NO },
    satisfaction: { title: '回访结果', kind: 'text', options: SATISFACTION },
    status: { title: '状态', kind: 'text', options: states },
    excludedFor: { title: '剔除理由', kind: 'text', options: EXCLUSIONS },
  },
  drill: ({ row }) => ({ resource: 'counter.hotline-orders', filter: { no: row.no } }),
})
