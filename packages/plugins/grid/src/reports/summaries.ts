import { defineReport } from '@linli/kit'
import { indicatorRows } from '../rules/indicator-rows.ts'
import { period } from './ledgers.ts'

/** 一标三实网格汇总: homes, households, people and organisations of every cell, and how fresh they are. */
export const cellSummary = defineReport({
  name: 'grid.cell-summary',
  title: '网格人房户单位汇总（一标三实）',
  form: 'summary',
  definition: '每个网格的房屋、户、居民（在册、未去世）和单位；已核实：有核实日期的居民；新鲜：最近 180 天内核实过的居民。',
  consumer: '街道掌握底数，安排采集',
  params: {},
  columns: {
    community: { title: '社区', kind: 'text' },
    cell: { title: '网格', kind: 'text' },
    officer: { title: '网格员', kind: 'text' },
    homes: { title: '房屋', kind: 'integer', total: true, drill: true },
    households: { title: '户', kind: 'integer', total: true },
    people: { title: '居民', kind: 'integer', total: true, drill: true },
    organisations: { title: '单位', kind: 'integer', total: true },
    verified: { title: '已核实', kind: 'text' },
    fresh: { title: '新鲜', kind: 'text' },
  },
  drill: ({ row, column }) =>
    column === 'homes'
      ? { resource: 'registry.units', filter: { gridId: row.code, kind: 'room' } }
      : { resource: 'registry.people', filter: { gridId: row.code, deceasedAt_empty: true, mergedInto_empty: true } },
})

/** 网格工作指标 (domain §4.8 M): the figures open exactly the rows that they counted. */
export const indicators = defineReport({
  name: 'grid.indicators',
  title: '网格工作指标',
  form: 'summary',
  definition:
    '期间内上报的事件和到期的走访；比率的分母为零时写「—」，缺数不按零计。按时办结率算办结时限在期间内或期间内办完的事件，到期没有办完的算超期。走访见到本人才算。点分子、分母看是哪些。',
  consumer: '街道网格化考核，社区自查',
  params: period,
  columns: {
    measure: { title: '指标', kind: 'text' },
    value: { title: '数值', kind: 'text' },
    part: { title: '分子', kind: 'integer', drill: true },
    whole: { title: '分母', kind: 'integer', drill: true },
    meaning: { title: '口径', kind: 'text' },
  },
  drill: ({ row, column, params }) =>
    indicatorRows(String(row.key), column === 'part' ? 'part' : 'whole', params, typeof row.latest === 'string' ? row.latest : undefined),
})
