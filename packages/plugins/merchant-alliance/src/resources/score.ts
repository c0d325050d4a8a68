import { choice, defineResource, integer, longText, money, ref, text } from '@linli/kit'

export const GRADES = { excellent: '优秀', good: '良好', fair: '合格', poor: '待改进' } as const

/** A merchant's score of a year (年度评分), computed from its uses and complaints, then confirmed by people. */
export const scores = defineResource({
  name: 'merchants.scores',
  title: '年度评分',
  scope: 'community',
  display: 'merchantId',
  fields: {
    merchantId: ref('merchants.merchants', { title: '商户', required: true, readOnly: true }),
    year: integer({ title: '年度', required: true, readOnly: true, min: 2000, max: 2200 }),
    points: integer({ title: '得分', required: true, readOnly: true, min: 0, max: 100 }),
    grade: choice({ title: '等次', required: true, readOnly: true, options: GRADES }),
    visits: integer({ title: '核销笔数', required: true, readOnly: true, min: 0 }),
    discount: money({ title: '让利金额', required: true, readOnly: true }),
    activeMonths: integer({ title: '有核销的月数', required: true, readOnly: true, min: 0, max: 12 }),
    months: integer({ title: '在盟月数', required: true, readOnly: true, min: 0, max: 12 }),
    complaints: integer({ title: '投诉件数', required: true, readOnly: true, min: 0 }),
    basis: text({ title: '得分构成', required: true, readOnly: true, max: 200 }),
    comment: longText({ title: '评语', max: 500, help: '公布前填写；公布后不能再改' }),
  },
  unique: [['merchantId', 'year']],
  list: {
    columns: ['merchantId', 'year', 'points', 'grade', 'visits', 'discount', 'complaints', 'status'],
    filters: ['year', 'grade', 'status', 'merchantId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, import: false },
  empty: '还没有评分。点左侧菜单的「计算年度评分」，填年度后系统按核销和投诉算出每家商户的得分。',
  workflow: {
    initial: 'draft',
    states: { draft: { title: '待公布', tone: 'waiting' }, published: { title: '已公布', tone: 'good', final: true } },
    steps: {
      publish: { title: '公布', from: ['draft'], to: 'published', confirm: '公布后得分和评语不能再改，确定吗？' },
    },
  },
})
