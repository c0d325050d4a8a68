import { choice, date, dateTime, defineResource, integer, ref, text } from '@linli/kit'
import { PRIORITIES } from '../rules/options.ts'

/** A place in the queue (排队号). Elders and disabled people are called first. */
export const tickets = defineResource({
  name: 'counter.tickets',
  title: '排队号',
  scope: 'community',
  display: 'no',
  fields: {
    no: text({ title: '号码', readOnly: true, max: 20, search: true }),
    day: date({ title: '日期', readOnly: true, indexed: true }),
    seq: integer({ title: '序号', readOnly: true, min: 1 }),
    personId: ref('registry.people', { title: '居民', help: '选了居民，六十岁以上或残疾人会自动优先。' }),
    priority: choice({ title: '优先', required: true, default: 'none', options: PRIORITIES }),
    rank: integer({ title: '优先级', readOnly: true, min: 0, max: 1 }),
    matter: text({ title: '办什么事', max: 100 }),
    windowId: ref('counter.windows', { title: '窗口', readOnly: true }),
    calledAt: dateTime({ title: '叫号时间', readOnly: true }),
    waitedMin: integer({ title: '等候（分钟）', readOnly: true, min: 0 }),
    doneAt: dateTime({ title: '办完时间', readOnly: true }),
    servedMin: integer({ title: '办理（分钟）', readOnly: true, min: 0 }),
  },
  list: {
    columns: ['no', 'priority', 'matter', 'windowId', 'status', 'waitedMin', 'day'],
    filters: ['status', 'day', 'priority', 'windowId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { update: false, import: false },
  unique: [['communityId', 'day', 'no']],
  empty: '今天还没有人取号。点「新增」取号；老年人、残疾人优先。',
  workflow: {
    initial: 'waiting',
    states: {
      waiting: { title: '等候', tone: 'waiting' },
      called: { title: '已叫号', tone: 'waiting' },
      served: { title: '已办', tone: 'good', final: true },
      missed: { title: '过号', final: true },
    },
    steps: {
      call: { title: '叫号', from: ['waiting'], to: 'called', automatic: true },
      recall: { title: '重新叫号', from: ['called'], to: 'called' },
      serve: { title: '办完', from: ['called'], to: 'served' },
      miss: { title: '过号', from: ['called'], to: 'missed' },
    },
  },
})
