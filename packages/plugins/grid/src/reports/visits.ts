import { choice, defineReport } from '@linli/kit'
import { visits } from '../resources/index.ts'
import { VISIT_RESULTS } from '../rules/options.ts'
import { period } from './ledgers.ts'

const states = Object.fromEntries(Object.entries(visits.workflow?.states ?? {}).map(([name, { title }]) => [name, title]))

/** 走访台账. */
export const visitLedger = defineReport({
  name: 'grid.visit-ledger',
  title: '走访台账',
  form: 'ledger',
  definition: '应走访日期在期间内的每一次走访和结果；不含重点人群。',
  consumer: '社区掌握独居老人和困难居民情况，街道检查走访',
  params: { ...period, status: choice({ title: '状态', options: states }) },
  columns: {
    dueOn: { title: '应走访', kind: 'date' },
    visit: { title: '走访', kind: 'text' },
    cell: { title: '网格', kind: 'text' },
    status: { title: '状态', kind: 'text', options: states },
    visitedAt: { title: '走访时间', kind: 'dateTime' },
    result: { title: '结果', kind: 'text', options: VISIT_RESULTS },
    needs: { title: '发现的需求', kind: 'text' },
  },
})

/** 重点人群走访表: restricted (W9); it tells who was visited when, never what was found. */
export const keyVisitLedger = defineReport({
  name: 'grid.key-visit-ledger',
  title: '重点人群走访表（限制查看）',
  form: 'ledger',
  definition: '应走访日期在期间内的重点人群走访；只有本社区有权限的人能看，不含走访内容和标签。',
  consumer: '社区书记检查重点走访是否到位；不外传、不张贴',
  params: period,
  columns: {
    dueOn: { title: '应走访', kind: 'date' },
    visit: { title: '走访', kind: 'text' },
    cell: { title: '网格', kind: 'text' },
    status: { title: '状态', kind: 'text', options: states },
    visitedAt: { title: '走访时间', kind: 'dateTime' },
    result: { title: '结果', kind: 'text', options: VISIT_RESULTS },
  },
})
