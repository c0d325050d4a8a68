import { choice, date, defineReport, integer } from '@linli/kit'
import { EVENT_LEVELS, EVENT_TYPES, FOUND_BY } from '../rules/options.ts'
import { gridEvents, patrols } from '../resources/index.ts'

export const period = { from: date({ title: '开始日期', required: true }), to: date({ title: '结束日期', required: true }) } as const
const titlesOf = (states: Readonly<Record<string, { readonly title: string }>> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(states).map(([name, { title }]) => [name, title]))

/** 事件台账. */
export const eventLedger = defineReport({
  name: 'grid.event-ledger',
  title: '网格事件台账',
  form: 'ledger',
  definition: '期间内上报的每一件事件，按上报时间排列；不含报告人姓名和电话。并案的单列，注明主事件。',
  consumer: '社区、街道调度事件，年度网格化考核',
  params: { ...period, type: choice({ title: '类别', options: EVENT_TYPES }) },
  columns: {
    no: { title: '编号', kind: 'text' },
    at: { title: '上报时间', kind: 'dateTime' },
    community: { title: '社区', kind: 'text' },
    cell: { title: '网格', kind: 'text' },
    type: { title: '类别', kind: 'text', options: EVENT_TYPES },
    level: { title: '等级', kind: 'text', options: EVENT_LEVELS },
    title: { title: '事件', kind: 'text' },
    place: { title: '地点', kind: 'text' },
    foundBy: { title: '来源', kind: 'text', options: FOUND_BY },
    handlerName: { title: '承办', kind: 'text' },
    status: { title: '状态', kind: 'text', options: titlesOf(gridEvents.workflow?.states) },
    handledAt: { title: '办理完成', kind: 'dateTime' },
    onTime: { title: '按时', kind: 'text', options: { yes: '是', no: '否' } },
    parent: { title: '主事件', kind: 'text' },
  },
})

/** 巡查日志. */
export const patrolLog = defineReport({
  name: 'grid.patrol-log',
  title: '巡查日志',
  form: 'ledger',
  definition:
    '期间内计划的每一次巡查：谁、哪条路线、应到和已到的点位、走了多远、发现几件。不含轨迹。点「应到点位」看每个点谁在什么时候到的、哪些没有到。',
  consumer: '社区检查网格员巡查，街道网格化考核',
  params: period,
  columns: {
    day: { title: '日期', kind: 'date' },
    officer: { title: '网格员', kind: 'text' },
    cell: { title: '网格', kind: 'text' },
    route: { title: '路线', kind: 'text' },
    status: { title: '情况', kind: 'text', options: titlesOf(patrols.workflow?.states) },
    startedAt: { title: '开始', kind: 'dateTime' },
    endedAt: { title: '结束', kind: 'dateTime' },
    points: { title: '应到点位', kind: 'integer', total: true, drill: true },
    reached: { title: '已到点位', kind: 'integer', total: true, drill: true },
    metres: { title: '路程（米）', kind: 'integer', total: true },
    found: { title: '发现问题', kind: 'integer', total: true },
    note: { title: '巡查情况', kind: 'text' },
  },
  drill: ({ row, column }) => ({
    resource: 'grid.patrol-points',
    filter: { patrolId: row.id, ...(column === 'reached' ? { status: 'reached' } : {}) },
  }),
})

/** 重复高发点位. */
export const hotSpotReport = defineReport({
  name: 'grid.hot-spots',
  title: '事件高发点位',
  form: 'summary',
  definition: '最近若干天内同一地点（同一房屋、小区或同一文字地点）发生的事件件数；不属实和并案的不计。',
  consumer: '社区找准反复发生的问题，提交居民议事会根治',
  params: {
    days: integer({ title: '最近几天', required: true, default: 90, min: 7, max: 366 }),
    least: integer({ title: '至少几件', required: true, default: 2, min: 2, max: 50 }),
  },
  columns: {
    place: { title: '地点', kind: 'text' },
    type: { title: '最多的类别', kind: 'text', options: EVENT_TYPES },
    events: { title: '件数', kind: 'integer', total: true },
    open: { title: '未办结', kind: 'integer', total: true },
    last: { title: '最近一次', kind: 'dateTime' },
  },
  chart: { type: 'bar', x: 'place', y: ['events'] },
})

/** 网格空白和重叠. */
export const coverageFaults = defineReport({
  name: 'grid.coverage-faults',
  title: '网格空白和重叠清单',
  form: 'summary',
  definition: '画出的基础网格之间重叠、与社区边界之间空白的地块（25 平方米以下忽略），以及没有划入任何基础网格的房屋。',
  consumer: '社区调整网格划分，做到全覆盖、不交叉',
  params: {},
  columns: {
    community: { title: '社区', kind: 'text' },
    fault: { title: '问题', kind: 'text' },
    where: { title: '位置', kind: 'text' },
    size: { title: '面积（平方米）', kind: 'integer' },
    homes: { title: '房屋（处）', kind: 'integer', total: true },
  },
})

/** 采集项目用途: who uses which field. */
export const fieldUse = defineReport({
  name: 'grid.field-use',
  title: '采集项目用途表',
  form: 'ledger',
  definition: '使用中的采集表的每一个项目：供哪些台账使用。没有用处的项目不能发布。',
  consumer: '街道减负：重复采集的项目合并，没有用处的项目停采',
  params: {},
  columns: {
    form: { title: '采集表', kind: 'text' },
    version: { title: '版本', kind: 'integer' },
    question: { title: '项目', kind: 'text' },
    writes: { title: '更新的信息', kind: 'text' },
    consumers: { title: '谁来用', kind: 'text' },
    uses: { title: '台账数', kind: 'integer' },
  },
})
