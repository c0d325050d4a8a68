import { date, defineReport } from '@linli/kit'

const period = { from: date({ title: '开始日期', required: true }), to: date({ title: '结束日期', required: true }) }

/** 好差评月报. */
export const ratingReport = defineReport({
  name: 'counter.rating-report',
  title: '好差评月报',
  form: 'summary',
  definition:
    '按月统计。收到 = 全部评价（您自己经办、还没有公布的不计）；好坏、实名差评和整改只计已公布的。差评整改率 = 回访办结的差评 ÷ 实名差评。',
  consumer: '街道公布评价结果，督促整改',
  params: period,
  columns: {
    month: { title: '月份', kind: 'text' },
    received: { title: '收到', kind: 'integer', total: true },
    frozen: { title: '已公布', kind: 'integer', total: true },
    best: { title: '非常满意', kind: 'integer', total: true },
    good: { title: '满意', kind: 'integer', total: true },
    fair: { title: '基本满意', kind: 'integer', total: true },
    bad: { title: '不满意', kind: 'integer', total: true },
    worst: { title: '非常不满意', kind: 'integer', total: true },
    named: { title: '实名差评', kind: 'integer', total: true },
    fixed: { title: '已回访办结', kind: 'integer', total: true },
    fixRate: { title: '差评整改率', kind: 'percent' },
  },
  chart: { type: 'bar', x: 'month', y: ['best', 'good', 'fair', 'bad', 'worst'] },
})

/** 难、慢、繁: three parts, never one number. */
export const burdenReport = defineReport({
  name: 'counter.burden',
  title: '难、慢、繁分项指标',
  form: 'summary',
  definition:
    '按社区。难 = 告知补正、不予受理和首问退回，每百件；慢 = 超过承诺时限的，每百件；繁 = 到窗次数与收取材料份数之和，每百件。分项列出，不合成一个分数。',
  consumer: '一站式服务改革：看哪里难、哪里慢、哪里繁',
  params: period,
  columns: {
    community: { title: '社区', kind: 'text' },
    cases: { title: '收件', kind: 'integer', total: true },
    returns: { title: '退回补正（件次）', kind: 'integer', total: true },
    overtime: { title: '超期（件）', kind: 'integer', total: true },
    visits: { title: '到窗（次）', kind: 'integer', total: true },
    materials: { title: '收取材料（份）', kind: 'integer', total: true },
    hard: { title: '难（每百件）', kind: 'integer' },
    slow: { title: '慢（每百件）', kind: 'integer' },
    fussy: { title: '繁（每百件）', kind: 'integer' },
  },
  chart: { type: 'bar', x: 'community', y: ['hard', 'slow', 'fussy'] },
})

/** What the counter is measured by. */
export const performanceReport = defineReport({
  name: 'counter.performance',
  title: '服务承诺兑现情况',
  form: 'summary',
  definition:
    '按条线，统计所选日期内办结的办件。按时率 = 按时办结 ÷（办结 + 到期未办结）；一次办成率 = 只到窗一次的 ÷ 办结；用时与承诺按工作日平均；代办占比只计填了代办人的。',
  consumer: '街道党工委月度督查，社区年度考评',
  params: period,
  columns: {
    line: { title: '条线', kind: 'text' },
    decided: { title: '办结', kind: 'integer', total: true, drill: true },
    onTime: { title: '按时办结', kind: 'integer', total: true },
    late: { title: '到期未办结', kind: 'integer', total: true },
    rate: { title: '按时率', kind: 'percent' },
    once: { title: '一次办成率', kind: 'percent' },
    promised: { title: '平均承诺（工作日）', kind: 'integer' },
    used: { title: '平均用时（工作日）', kind: 'integer' },
    notices: { title: '每百件告知', kind: 'integer' },
    proxied: { title: '代办（件）', kind: 'integer', total: true },
    breaches: { title: '每千件追责', kind: 'integer' },
  },
  chart: { type: 'bar', x: 'line', y: ['decided', 'onTime'] },
  drill: ({ row, params }) => ({
    resource: 'counter.applications',
    filter: {
      line: row.code,
      isOnTime: ['yes', 'no'],
      decidedAt_gte: `${params.from}T00:00:00.000+08:00`,
      decidedAt_lte: `${params.to}T23:59:59.999+08:00`,
    },
  }),
})

/** The queue: how long people waited and were served. */
export const queueReport = defineReport({
  name: 'counter.queue-report',
  title: '窗口等候情况',
  form: 'summary',
  definition: '按日统计取号、平均等候与办理分钟数；优先号单列。',
  consumer: '大厅安排窗口和延时服务',
  params: period,
  columns: {
    day: { title: '日期', kind: 'date' },
    taken: { title: '取号', kind: 'integer', total: true },
    priority: { title: '其中优先', kind: 'integer', total: true },
    missed: { title: '过号', kind: 'integer', total: true },
    waited: { title: '平均等候（分钟）', kind: 'integer' },
    served: { title: '平均办理（分钟）', kind: 'integer' },
  },
  chart: { type: 'line', x: 'day', y: ['waited', 'served'] },
})
