import {
  boolean,
  date,
  defineAction,
  defineEvent,
  definePlugin,
  defineReport,
  defineResource,
  file,
  idNumber,
  integer,
  longText,
  phone,
  ref,
  tags,
  text,
} from '@linli/kit'
import * as z from 'zod'

/** Who looks after the benches. */
export const keepers = defineResource({
  name: 'parks.keepers',
  title: '管护员',
  scope: 'community',
  display: 'name',
  fields: {
    name: text({ title: '姓名', required: true, search: true, pinyin: true }),
    idNumber: idNumber({ title: '身份证号', required: true, unique: true }),
    phone: phone({ title: '电话' }),
    skills: tags({ title: '技能', options: { pruning: '修剪', repair: '维修' } }),
  },
  list: { columns: ['name', 'phone'], filters: ['skills'], sort: ['name', 'asc'] },
  writable: { delete: true },
})

/** Benches, with a life. */
export const benches = defineResource({
  name: 'parks.benches',
  title: '长椅',
  scope: 'grid',
  display: 'place',
  fields: {
    place: text({ title: '位置', required: true, search: true }),
    seats: integer({ title: '座位', required: true, min: 1, default: 2 }),
    keeper: ref('parks.keepers', { title: '管护员', required: true }),
    isCovered: boolean({ title: '有顶', required: true, default: false }),
    photo: file({ title: '照片' }),
    since: date({ title: '启用', required: true }),
  },
  list: { columns: ['place', 'status'], filters: ['isCovered', 'status'], sort: ['place', 'asc'] },
  workflow: {
    initial: 'sound',
    states: { sound: { title: '完好' }, broken: { title: '损坏' }, gone: { title: '拆除', final: true } },
    steps: {
      damage: { title: '报损', from: ['sound'], to: 'broken', input: { note: longText({ title: '说明', required: true }) } },
      mend: { title: '修复', from: ['broken'], to: 'sound', promise: { n: 3, unit: 'workingDays' } },
      dismantle: { title: '拆下', from: ['sound', 'broken'], to: 'gone' },
    },
  },
})

/** What holds in every park of the street. */
export const rules = defineResource({
  name: 'parks.rules',
  title: '公园规定',
  scope: 'street',
  display: 'title',
  fields: { title: text({ title: '标题', required: true, unique: true }) },
  list: { columns: ['title'] },
})

/** Counted by the system alone. */
export const counts = defineResource({
  name: 'parks.counts',
  title: '清点记录',
  scope: 'community',
  display: 'day',
  fields: {
    day: date({ title: '日期', required: true, readOnly: true }),
    benches: integer({ title: '长椅数', required: true, readOnly: true }),
  },
  list: { columns: ['day', 'benches'], sort: ['day', 'desc'] },
  writable: { create: false, update: false },
})

export const benchBroken = defineEvent({ name: 'parks.bench.broken', title: '长椅损坏', data: z.object({ benchId: z.string() }) })

export const countBenches = defineAction({
  name: 'parks.count',
  title: '清点',
  input: { day: date({ title: '日期', required: true }) },
  example: { benches: 12 },
})

export const paint = defineAction({
  name: 'parks.benches.paint',
  title: '刷漆',
  resource: 'parks.benches',
  input: { coats: integer({ title: '遍数', required: true, min: 1, max: 3 }) },
  example: { painted: true },
})

export const benchLedger = defineReport({
  name: 'parks.ledger',
  title: '长椅台账',
  form: 'ledger',
  definition: '本辖区的全部长椅',
  consumer: '街道城管办',
  params: {},
  columns: { place: { title: '位置', kind: 'text' }, seats: { title: '座位', kind: 'integer', total: true } },
})

export const benchSummary = defineReport({
  name: 'parks.summary',
  title: '长椅汇总',
  form: 'summary',
  definition: '按状态汇总的长椅数',
  consumer: '街道城管办',
  params: { from: date({ title: '启用不早于' }) },
  columns: { status: { title: '状态', kind: 'text' }, count: { title: '数量', kind: 'integer', total: true, drill: true } },
  drill: ({ row, params }) => ({
    resource: 'parks.benches',
    filter: { status: row.status, ...(params.from ? { since_gte: params.from } : {}) },
  }),
})

export const parks = definePlugin({
  id: 'parks',
  package: '@example/parks',
  entries: ['server'],
  title: '公园',
  summary: '长椅台账',
  resources: [keepers, benches, rules, counts],
  actions: [countBenches, paint],
  reports: [benchLedger, benchSummary],
  events: [benchBroken],
  settings: { days: integer({ title: '天数', required: true, default: 3 }) },
  grants: { 'community-director': ['parks.**'] },
  english: {
    parks: 'Parks',
    管护员: 'Keeper',
    姓名: 'Name',
    身份证号: 'Identity number',
    电话: 'Telephone',
    技能: 'Skills',
    修剪: 'Pruning',
    维修: 'Repair',
    长椅: 'Bench',
    位置: 'Place',
    座位: 'Seats',
    有顶: 'Covered',
    照片: 'Photograph',
    启用: 'Since',
    启用不早于: 'Since at least',
    完好: 'Sound',
    损坏: 'Broken',
    拆除: 'Dismantled',
    报损: 'Report damage',
    说明: 'Note',
    修复: 'Mend',
    拆下: 'Dismantle',
    公园规定: 'Rule of the parks',
    标题: 'Title',
    清点记录: 'Count',
    日期: 'Day',
    长椅数: 'Benches',
    清点: 'Count benches',
    刷漆: 'Paint',
    遍数: 'Coats',
    长椅台账: 'Ledger of benches',
    长椅汇总: 'Summary of benches',
    状态: 'Status',
    数量: 'Count',
    天数: 'Days',
  },
})
