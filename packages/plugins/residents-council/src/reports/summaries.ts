import { date, defineReport, text } from '@linli/kit'

const span = { from: date({ title: '从', required: true }), to: date({ title: '到', required: true }) }
const half = text({
  title: '哪一期',
  required: true,
  max: 7,
  pattern: { source: '^\\d{4}-H[12]$', zh: '写成 2026-H1', en: 'like 2026-H1' },
})
const year = text({ title: '年份', required: true, max: 4, pattern: { source: '^\\d{4}$', zh: '写四位年份', en: 'four digits' } })

const sheet = {
  place: { title: '名次', kind: 'integer' },
  council: { title: '议事会', kind: 'text' },
  meetings: { title: '会议频次', kind: 'text' },
  attendance: { title: '到会率', kind: 'text' },
  matters: { title: '议题', kind: 'text' },
  procedure: { title: '四议程序', kind: 'text' },
  resolved: { title: '议题决议率', kind: 'text' },
  publicity: { title: '公示及时', kind: 'text' },
  execution: { title: '决议落实', kind: 'text' },
  satisfaction: { title: '居民满意', kind: 'text' },
  archive: { title: '档案', kind: 'text' },
  partyLead: { title: '党组织引领', kind: 'text' },
  women: { title: '妇女占比', kind: 'text' },
  innovation: { title: '加分', kind: 'text' },
  total: { title: '总分', kind: 'text' },
  grade: { title: '等次', kind: 'text' },
} as const

/** 半年评比表, of what was published. */
export const halfYearTable = defineReport({
  name: 'council.half-year-table',
  title: '半年评比表',
  form: 'ledger',
  definition: '该期已公布的社区评比，取冻结的存档；空格是缺数，不是零分',
  consumer: '社区公布排名，街道年度考评参考',
  params: { period: half },
  columns: sheet,
})

/** 年度考评表. */
export const annualTable = defineReport({
  name: 'council.annual-table',
  title: '年度考评表',
  form: 'ledger',
  definition: '该年已公布的街道考评，取冻结的存档；空格是缺数，不是零分',
  consumer: '街道党工委',
  params: { year },
  columns: sheet,
})

/** The measures of deliberation, each with numerator and denominator. */
export const measures = defineReport({
  name: 'council.measures',
  title: '议事成效',
  form: 'summary',
  definition: '期间内；每项写明分子分母，分母为零不算比率；按时指任务在期限内完成',
  consumer: '街道月度例会',
  params: span,
  columns: {
    measure: { title: '指标', kind: 'text' },
    part: { title: '分子', kind: 'integer', drill: true },
    whole: { title: '分母', kind: 'integer' },
    share: { title: '比率', kind: 'percent' },
    value: { title: '数值', kind: 'text' },
  },
  drill: ({ row }) =>
    typeof row.resource === 'string' && typeof row.filter === 'string'
      ? { resource: row.resource, filter: JSON.parse(row.filter) as Record<string, unknown> }
      : undefined,
})

/** Who takes part: equal consultation as figures. Fewer than five people are not shown. */
export const participation = defineReport({
  name: 'council.participation',
  title: '参与情况',
  form: 'summary',
  definition: '期间内到会的成员按性别、年龄、居住、身份分组；少于 5 人的组和能反推出它的组不显示',
  consumer: '街道对协商平等性的检查',
  params: span,
  columns: {
    by: { title: '分组', kind: 'text' },
    group: { title: '组别', kind: 'text' },
    people: { title: '到会人数', kind: 'text' },
    share: { title: '占比', kind: 'text' },
    speeches: { title: '发言次数', kind: 'text' },
    minutes: { title: '发言分钟', kind: 'text' },
  },
})
