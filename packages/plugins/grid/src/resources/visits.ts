import { choice, date, dateTime, defineResource, file, geoPoint, longText, ref, tags, text } from '@linli/kit'
import { NEED_CATEGORIES, VISIT_RESULTS } from '../rules/options.ts'
import { VISIT_KINDS } from '../rules/visit-rules.ts'

const states = {
  due: { title: '待走访', tone: 'waiting' },
  done: { title: '已走访', tone: 'good', final: true },
  missed: { title: '逾期未走访', tone: 'bad', final: true },
  cancelled: { title: '已取消', final: true },
} as const
const cancel = { title: '取消走访', from: ['due'], to: 'cancelled', input: { reason: text({ title: '原因', required: true }) } } as const
const automatic = {
  miss: { title: '逾期未走访', from: ['due'], to: 'missed', automatic: true },
  drop: { title: '不再需要', from: ['due'], to: 'cancelled', automatic: true },
} as const
const seen = {
  visitedAt: dateTime({ title: '走访时间', readOnly: true }),
  result: choice({ title: '结果', readOnly: true, options: VISIT_RESULTS }),
  spot: geoPoint({ title: '位置', readOnly: true }),
  photo: file({ title: '照片', readOnly: true }),
  offlineId: text({ title: '提交编号', internal: true, readOnly: true, unique: true, max: 64, privacy: 'P1' }),
} as const

/** Visits by rule to people whom everybody of the community may know to be visited (走访任务). */
export const visits = defineResource({
  name: 'grid.visits',
  title: '走访任务',
  scope: 'grid',
  display: 'title',
  fields: {
    title: text({ title: '走访', readOnly: true, max: 120, search: true, privacy: 'P1' }),
    personId: ref('registry.people', { title: '居民', required: true, immutable: true, privacy: 'P1' }),
    kind: choice({ title: '类别', required: true, immutable: true, options: { ...VISIT_KINDS, other: '临时安排' } }),
    dueOn: date({ title: '应走访日期', required: true }),
    why: text({ title: '依据', max: 120, help: '按规则安排的会自动写明。' }),
    ...seen,
    findings: longText({ title: '走访情况', max: 1000, readOnly: true, privacy: 'P1' }),
    needs: tags({ title: '发现的需求', readOnly: true, options: NEED_CATEGORIES }),
  },
  unique: [['personId', 'kind', 'dueOn']],
  list: {
    columns: ['title', 'kind', 'dueOn', 'status', 'result', 'gridId'],
    filters: ['status', 'kind', 'result', 'dueOn', 'communityId', 'gridId'],
    sort: ['dueOn', 'asc'],
  },
  writable: { import: false },
  empty: '没有走访任务。独居老人和需要复核的居民，每天夜里按规则排入；也可以点「新增」临时安排。',
  workflow: {
    initial: 'due',
    states,
    steps: {
      record: {
        title: '登记走访',
        from: ['due'],
        to: 'done',
        todo: true,
        waitsAt: 'grid',
        input: {
          result: choice({ title: '结果', required: true, options: VISIT_RESULTS }),
          findings: longText({ title: '走访情况', required: true, max: 1000, privacy: 'P1' }),
          needs: tags({ title: '发现的需求', options: NEED_CATEGORIES }),
          photo: file({ title: '照片' }),
        },
      },
      cancel,
      ...automatic,
    },
  },
})

/**
 * Visits to people of special care (重点人群走访). What they tell is sensitive (P3) and for the officer of the cell and the community alone (W9):
 * a resource of its own, so that whoever may see ordinary visits does not see these.
 */
export const keyVisits = defineResource({
  name: 'grid.key-visits',
  title: '重点人群走访',
  scope: 'grid',
  display: 'title',
  fields: {
    title: text({ title: '走访', readOnly: true, max: 120, privacy: 'P2' }),
    personId: ref('registry.people', { title: '居民', required: true, immutable: true, privacy: 'P2' }),
    ground: text({ title: '走访原因', max: 120, privacy: 'P3' }),
    dueOn: date({ title: '应走访日期', required: true }),
    ...seen,
    findings: longText({ title: '走访情况', max: 1000, readOnly: true, privacy: 'P3' }),
    needs: tags({ title: '发现的需求', readOnly: true, privacy: 'P3', options: NEED_CATEGORIES }),
  },
  unique: [['personId', 'dueOn']],
  list: {
    columns: ['title', 'dueOn', 'status', 'gridId'],
    filters: ['status', 'dueOn', 'communityId', 'gridId'],
    sort: ['dueOn', 'asc'],
  },
  writable: { import: false },
  empty: '没有重点人群走访。有重点标签的居民每天夜里按规则排入，只有本网格和社区看得到。',
  workflow: {
    initial: 'due',
    states,
    steps: {
      record: {
        title: '登记走访',
        from: ['due'],
        to: 'done',
        todo: true,
        waitsAt: 'grid',
        input: {
          result: choice({ title: '结果', required: true, options: VISIT_RESULTS }),
          findings: longText({ title: '走访情况', required: true, max: 1000, privacy: 'P3', help: '只有本网格和社区凭用途才能查看。' }),
          needs: tags({ title: '发现的需求', privacy: 'P3', options: NEED_CATEGORIES }),
        },
      },
      cancel,
      ...automatic,
    },
  },
})
