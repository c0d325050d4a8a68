import { addDays, instantAt } from '@linli/core/date'
import { choice, defineReport, ref } from '@linli/kit'
import { VERDICTS } from '../rules/compared.ts'
import { submissions } from '../resources/index.ts'
import { period } from './ledgers.ts'

const states = Object.fromEntries(Object.entries(submissions.workflow?.states ?? {}).map(([name, { title }]) => [name, title]))
const form = ref('grid.forms', { title: '采集表', help: '不选为所有采集表。' })

/** 采集结果台账: what was answered, question by question, beside what the registry held. */
export const collected = defineReport({
  name: 'grid.collected',
  title: '采集结果台账',
  form: 'ledger',
  definition:
    '采集时间在期间内的每一份采集表的每一项回答，和采集时资源库里的信息比对：一致、原来没有、不同。电话只显示首尾；不对应资源库信息的项目不比对。点采集对象看整份记录。',
  consumer: '社区核对采集结果、并入台账；街道检查一次采集、多本台账使用',
  params: { ...period, formId: form },
  columns: {
    takenAt: { title: '采集时间', kind: 'dateTime' },
    form: { title: '采集表', kind: 'text' },
    about: { title: '采集对象', kind: 'text', drill: true },
    cell: { title: '网格', kind: 'text' },
    question: { title: '项目', kind: 'text' },
    answer: { title: '采集值', kind: 'text' },
    recorded: { title: '当时的原有值', kind: 'text' },
    verdict: { title: '比对', kind: 'text', options: VERDICTS },
    status: { title: '处理', kind: 'text', options: states },
  },
  drill: ({ row }) => ({ resource: 'grid.submissions', filter: { id: row.id } }),
})

/** 采集台账: one line a person, home or organisation, a column for each question with the latest answer. */
export const collectedBySubject = defineReport({
  name: 'grid.collected-by-subject',
  title: '采集台账（一人一行、一户一行）',
  form: 'ledger',
  definition:
    '一张采集表的所有版本，每个采集对象一行，每个项目一列，取最近一次有回答的值；未采纳的不算。各项可能不是同一次采集的，选「列出每项」看每一项是谁、哪天采集的。点份数看这个对象的全部记录，逐次的回答在「采集结果台账」。电话只显示首尾。',
  consumer: '社区一人（户）一行的台账，导出上报；一次采集、多本台账使用',
  params: {
    formId: ref('grid.forms', { title: '采集表', required: true, help: '选哪个版本都行，各版本合在一起。' }),
    origin: choice({
      title: '谁、哪天采集的',
      required: true,
      default: 'line',
      options: { line: '只列最近一次', each: '列出每项' },
    }),
  },
  columns: {
    about: { title: '采集对象', kind: 'text' },
    cell: { title: '网格', kind: 'text' },
    takenAt: { title: '最近采集', kind: 'dateTime' },
    officer: { title: '采集人', kind: 'text' },
    sent: { title: '份数', kind: 'integer', total: true, drill: true },
  },
  drill: ({ row }) => ({
    resource: 'grid.submissions',
    filter: { [String(row.subject)]: row.subjectId, formId: String(row.formIds).split(','), status_neq: 'rejected' },
  }),
})

const STATES = {
  waiting: ['uploaded', 'validated', 'conflict', 'unknown'],
  conflict: 'conflict',
  merged: 'merged',
  rejected: 'rejected',
} as const

/** 采集汇总: what came of every form. */
export const collection = defineReport({
  name: 'grid.collection',
  title: '采集情况汇总',
  form: 'summary',
  definition:
    '采集时间在期间内的采集记录，按采集表和版本统计：份数、待处理、有出入、名单里没有的、已并入、未采纳。不同项：采集时与资源库不同的项目数。',
  consumer: '街道掌握采集进度和出入处理，安排补采',
  params: period,
  columns: {
    form: { title: '采集表', kind: 'text' },
    version: { title: '版本', kind: 'integer' },
    sent: { title: '采集份数', kind: 'integer', total: true, drill: true },
    waiting: { title: '待处理', kind: 'integer', total: true, drill: true },
    conflict: { title: '与原有信息不同', kind: 'integer', total: true, drill: true },
    unknown: { title: '名单里没有，待建档', kind: 'integer', total: true, drill: true },
    merged: { title: '已并入台账', kind: 'integer', total: true, drill: true },
    rejected: { title: '未采纳', kind: 'integer', total: true, drill: true },
    differing: { title: '不同项', kind: 'integer', total: true },
  },
  drill: ({ row, column, params: { from, to } }) => ({
    resource: 'grid.submissions',
    filter: {
      formId: row.formId,
      takenAt_gte: instantAt(from, 0),
      takenAt_lt: instantAt(addDays(to, 1), 0),
      ...(column === 'unknown' ? { status: 'unknown' } : column in STATES ? { status: STATES[column as keyof typeof STATES] } : {}),
    },
  }),
})
