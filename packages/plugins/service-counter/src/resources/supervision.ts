import { choice, date, dateTime, defineResource, longText, ref, text } from '@linli/kit'
import { RUNGS } from '../rules/options.ts'

/** A rung of the ladder that an overdue case has reached (催办督办): who must act on it, by when, and what was done. */
export const supervisions = defineResource({
  name: 'counter.supervisions',
  title: '催办督办',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '事项', readOnly: true, max: 200, search: true, privacy: 'P1' }),
    level: choice({ title: '督办级别', readOnly: true, options: RUNGS }),
    holderId: ref('platform.accounts', { title: '督办责任人', readOnly: true }),
    handlerId: ref('platform.accounts', { title: '经办人', readOnly: true }),
    sourceKind: choice({ title: '来源', readOnly: true, options: { application: '办件', hotline: '热线工单' } }),
    sourceId: text({ title: '来源编号', readOnly: true, internal: true, max: 40, indexed: true }),
    slip: text({ title: '相关编号', readOnly: true, max: 40, search: true }),
    promisedAt: dateTime({ title: '承诺期限', readOnly: true }),
    actBy: dateTime({ title: '处理期限', readOnly: true }),
    action: longText({ title: '怎样处理的', readOnly: true, max: 500 }),
    plannedOn: date({ title: '计划办结日期', readOnly: true }),
    actedById: ref('platform.accounts', { title: '处理人', readOnly: true }),
    actedAt: dateTime({ title: '处理时间', readOnly: true }),
  },
  list: {
    columns: ['title', 'level', 'holderId', 'status', 'dueAt', 'createdAt'],
    filters: ['status', 'level', 'holderId', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false },
  unique: [['sourceId', 'level', 'promisedAt']],
  empty: '没有催办督办。办件一超期，系统就按 催办、督办、约谈、问责 逐级交给责任人。',
  workflow: {
    initial: 'waiting',
    states: {
      waiting: { title: '待处理', tone: 'waiting' },
      acted: { title: '已处理', tone: 'good', final: true },
      missed: { title: '没有处理，已升级', tone: 'bad', final: true },
      lifted: { title: '办件已办结，解除', final: true },
    },
    steps: {
      act: {
        title: '处理',
        from: ['waiting'],
        to: 'acted',
        todo: true,
        waitsFor: 'holderId',
        input: {
          action: longText({ title: '怎样处理的', required: true, max: 500, help: '例：已电话催办，经办人今天下班前办结' }),
          plannedOn: date({ title: '计划办结日期' }),
        },
      },
      climb: { title: '升级', from: ['waiting'], to: 'missed', automatic: true },
      lift: { title: '解除', from: ['waiting'], to: 'lifted', automatic: true },
    },
  },
})
