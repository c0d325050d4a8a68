import { choice, defineResource, file, ref, text } from '@linli/kit'
import { EXCLUSIONS } from '../rules/options.ts'

/** That an order does not count in the three rates, for a reason that is written down: asked by whoever is measured, decided by the street (剔除申诉). */
export const hotlineExclusions = defineResource({
  name: 'counter.hotline-exclusions',
  title: '工单剔除申诉',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '申诉', readOnly: true, max: 160 }),
    orderId: ref('counter.hotline-orders', { title: '工单', required: true, immutable: true }),
    ground: choice({ title: '理由', required: true, immutable: true, options: EXCLUSIONS }),
    reason: text({ title: '具体情况', required: true, immutable: true, max: 300 }),
    evidence: file({ title: '证明材料', immutable: true }),
    askedById: ref('platform.accounts', { title: '申诉人员', readOnly: true }),
    deciderId: ref('platform.accounts', { title: '审定人', readOnly: true }),
    answer: text({ title: '审定意见', readOnly: true, max: 300 }),
  },
  list: {
    columns: ['title', 'ground', 'reason', 'status', 'askedById', 'deciderId', 'createdAt'],
    filters: ['status', 'ground', 'orderId', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { update: false, import: false },
  empty: '没有剔除申诉。工单不该计入三率时，点「新增」写明理由，由街道审定。',
  workflow: {
    initial: 'asked',
    states: {
      asked: { title: '待审定', tone: 'waiting' },
      approved: { title: '同意剔除', tone: 'good', final: true },
      refused: { title: '不予剔除', tone: 'bad', final: true },
    },
    steps: {
      approve: {
        title: '同意剔除',
        from: ['asked'],
        to: 'approved',
        todo: true,
        waitsAt: 'street',
        input: { answer: text({ title: '意见', required: true, max: 300 }) },
      },
      refuse: {
        title: '不予剔除',
        from: ['asked'],
        to: 'refused',
        todo: true,
        waitsAt: 'street',
        input: { answer: text({ title: '理由', required: true, max: 300 }) },
      },
    },
  },
})
