import { date, defineReport, integer } from '@linli/kit'

const period = {
  from: date({ title: '开始日期', required: true }),
  to: date({ title: '结束日期', required: true }),
} as const

/** 优惠核销月汇总: a line a month and merchant. */
export const monthlySummary = defineReport({
  name: 'merchants.monthly-summary',
  title: '优惠核销月汇总',
  form: 'summary',
  definition: '按月份和商户统计已核销（不含撤销、超时）的笔数和金额；人数按不重复持卡人计。',
  consumer: '街道按月公示让利情况',
  params: period,
  columns: {
    month: { title: '月份', kind: 'text' },
    merchant: { title: '商户', kind: 'text' },
    visits: { title: '核销笔数', kind: 'integer', total: true, drill: true },
    people: { title: '受益人数', kind: 'integer' },
    bill: { title: '账单金额', kind: 'money', total: true },
    discount: { title: '优惠金额', kind: 'money', total: true },
  },
  chart: { type: 'bar', x: 'month', y: ['discount'] },
  drill: ({ row }) => ({
    resource: 'merchants.redemptions',
    filter: { merchantId: row.merchantId, status: 'confirmed', day_gte: row.first, day_lte: row.last },
  }),
})

/** 受益人次统计: how many of those entitled use their cards, by tag. Figures below five are withheld. */
export const reachSummary = defineReport({
  name: 'merchants.reach',
  title: '受益人次统计',
  form: 'summary',
  definition:
    '分子：期间内至少核销一次的不重复持卡人；分母：期末具有该标签的在册居民。一人有多个标签时在各行都计。末行「全部（不重复）」的分母是现持有效爱心卡或期内用过卡的居民。不足 5 人的数不显示；合计与某一行相差不足 5 人时，合计也不显示。',
  consumer: '街道评估「爱心商圈」覆盖面，决定给哪些人群加优惠',
  params: period,
  columns: {
    tag: { title: '人群', kind: 'text' },
    entitled: { title: '在册人数', kind: 'text' },
    people: { title: '受益人数', kind: 'text' },
    visits: { title: '受益人次', kind: 'text' },
    uptake: { title: '使用率', kind: 'text' },
  },
})

/** 商户活跃度: who has fallen asleep, and who is complained about. */
export const activity = defineReport({
  name: 'merchants.activity',
  title: '商户活跃度',
  form: 'summary',
  definition: '期间内每家正常商户的核销笔数、让利、投诉，以及距上次核销的天数；超过设定天数没有核销的为沉睡商户。',
  consumer: '社区走访商户、年度评选爱心商户',
  params: period,
  columns: {
    merchant: { title: '商户', kind: 'text' },
    visits: { title: '核销笔数', kind: 'integer', total: true, drill: true },
    discount: { title: '优惠金额', kind: 'money', total: true },
    complaints: { title: '投诉', kind: 'integer', total: true },
    lastDay: { title: '上次核销', kind: 'date' },
    idleDays: { title: '距今天数', kind: 'integer' },
    dormant: { title: '沉睡', kind: 'boolean' },
  },
  drill: ({ row, params }) => ({
    resource: 'merchants.redemptions',
    filter: { merchantId: row.merchantId, status: 'confirmed', day_gte: params.from, day_lte: params.to },
  }),
})

/** 异常核销: what wants a look. A suspicion, never a verdict. */
export const anomalies = defineReport({
  name: 'merchants.anomalies',
  title: '异常核销清单',
  form: 'summary',
  definition: '同一张卡在设定分钟数内核销达到设定次数，或短时间内在不同社区核销，或持卡人与商户有关联。仅供核查，不代表违规。',
  consumer: '街道核查套用优惠',
  params: { ...period, least: integer({ title: '至少次数', min: 2, max: 100 }) },
  columns: {
    kind: { title: '情形', kind: 'text' },
    card: { title: '卡号', kind: 'text' },
    merchant: { title: '商户', kind: 'text' },
    first: { title: '开始', kind: 'dateTime' },
    last: { title: '结束', kind: 'dateTime' },
    count: { title: '笔数', kind: 'integer', drill: true },
  },
  drill: ({ row }) => ({
    resource: 'merchants.redemptions',
    filter: { cardId: row.cardId, status: 'confirmed', createdAt_gte: row.first, createdAt_lte: row.last },
  }),
})
