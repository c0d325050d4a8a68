import { choice, dateTime, defineResource, integer, ref, text } from '@linli/kit'
import { TOLD } from '../rules/options.ts'

/** An extension that a handler asks for and somebody else approves, once, before the case is due, after telling the applicant. */
export const extensions = defineResource({
  name: 'counter.extensions',
  title: '延期审批',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '延期', readOnly: true, max: 160 }),
    applicationId: ref('counter.applications', { title: '办件', required: true, immutable: true }),
    days: integer({ title: '延长（工作日）', required: true, min: 1, max: 60 }),
    reason: text({ title: '理由', required: true, max: 300 }),
    told: choice({ title: '怎样告知申请人', required: true, options: TOLD, help: '先告知申请人并说明理由，再报批。' }),
    toldAt: dateTime({ title: '告知时间', readOnly: true }),
    askedById: ref('platform.accounts', { title: '申请人员', readOnly: true }),
    approverId: ref('platform.accounts', { title: '批准人', readOnly: true }),
    answer: text({ title: '审批意见', readOnly: true, max: 300 }),
  },
  list: {
    columns: ['title', 'days', 'reason', 'status', 'askedById', 'approverId', 'createdAt'],
    filters: ['status', 'applicationId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { update: false, import: false },
  empty: '没有延期申请。办件确实来不及时，先告知申请人，再点「新增」报批。',
  workflow: {
    initial: 'asked',
    states: {
      asked: { title: '待批准', tone: 'waiting' },
      approved: { title: '已批准', tone: 'good', final: true },
      refused: { title: '不同意', tone: 'bad', final: true },
    },
    steps: {
      approve: {
        title: '批准延期',
        from: ['asked'],
        to: 'approved',
        todo: true,
        input: { answer: text({ title: '意见', required: true, max: 300 }) },
      },
      refuse: {
        title: '不同意',
        from: ['asked'],
        to: 'refused',
        todo: true,
        input: { answer: text({ title: '理由', required: true, max: 300 }) },
      },
    },
  },
})
