import type { Clock } from '@linli/core/calendar'
import { boolean, choice, dateTime, defineResource, integer, json, longText, phone, ref, text } from '@linli/kit'
import * as z from 'zod'
import { EXCLUSIONS, HOTLINE_LEVELS, HOTLINE_TOPICS, SATISFACTION, YES_NO } from '../rules/options.ts'

const clockShape = z.record(z.string(), z.unknown()) as unknown as z.ZodType<Clock>

/** An order of the 12345 hotline. */
export const hotlineOrders = defineResource({
  name: 'counter.hotline-orders',
  title: '12345 工单',
  scope: 'community',
  display: 'no',
  fields: {
    no: text({ title: '工单编号', required: true, unique: true, immutable: true, max: 40, search: true }),
    topic: choice({
      title: '诉求类别',
      required: true,
      options: HOTLINE_TOPICS,
    }),
    place: text({ title: '地点', required: true, max: 80, search: true, indexed: true }),
    content: longText({ title: '诉求内容', required: true, max: 2000, privacy: 'P1' }),
    callerName: text({ title: '来电人', max: 40, privacy: 'P1' }),
    callerPhone: phone({ title: '来电号码' }),
    level: choice({
      title: '等级',
      required: true,
      default: 'normal',
      options: HOTLINE_LEVELS,
    }),
    isRuled: boolean({ title: '裁定交办，不能退回', readOnly: true, default: false }),
    returnCount: integer({ title: '退回次数', readOnly: true, default: 0, min: 0 }),
    repeatOf: integer({ title: '同地同类第几次', readOnly: true, min: 1 }),
    handlerId: ref('platform.accounts', { title: '承办人', readOnly: true }),
    clock: json(clockShape, { title: '时限', readOnly: true }),
    extendedDays: integer({ title: '已延长（工作日）', readOnly: true, min: 0 }),
    overdueTold: boolean({ title: '已报超期', readOnly: true }),
    handling: longText({ title: '办理情况', readOnly: true, max: 2000 }),
    reply: longText({ title: '答复内容', readOnly: true, max: 2000 }),
    repliedAt: dateTime({ title: '答复时间', readOnly: true }),
    respondDue: dateTime({ title: '应签收', readOnly: true }),
    respondedAt: dateTime({ title: '签收时间', readOnly: true }),
    isResponded: choice({ title: '按时响应', readOnly: true, options: YES_NO }),
    satisfaction: choice({ title: '回访结果', readOnly: true, options: SATISFACTION }),
    solved: choice({ title: '问题解决了', readOnly: true, options: YES_NO }),
    excludedFor: choice({ title: '不计入三率', readOnly: true, options: EXCLUSIONS }),
  },
  list: {
    columns: ['no', 'topic', 'place', 'level', 'status', 'dueAt', 'repeatOf', 'communityId'],
    filters: ['status', 'topic', 'level', 'isResponded', 'solved', 'satisfaction', 'excludedFor', 'communityId', 'handlerId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { update: false, import: false },
  empty: '还没有工单。收到热线转来的工单时点「新增」，或用「导入」一次登记。',
  workflow: {
    initial: 'received',
    usual: ['received', 'accepted', 'handled', 'replied', 'revisited', 'closed'],
    states: {
      received: { title: '待签收', tone: 'waiting' },
      accepted: { title: '办理中', tone: 'waiting' },
      returned: { title: '已退回', tone: 'bad' },
      handled: { title: '已办理，待答复', tone: 'waiting' },
      replied: { title: '已答复，待回访', tone: 'waiting' },
      revisited: { title: '已回访', tone: 'good' },
      closed: { title: '已办结' },
    },
    steps: {
      accept: { title: '签收', from: ['received'], to: 'accepted', todo: true },
      giveBack: {
        title: '退回',
        from: ['received', 'accepted'],
        to: 'returned',
        input: { why: text({ title: '理由，应由谁办', required: true, max: 300 }) },
      },
      assign: {
        title: '裁定交办',
        from: ['received', 'returned'],
        to: 'received',
        input: { ruling: text({ title: '裁定单位和文号', required: true, max: 120 }) },
      },
      extend: {
        title: '批准延期',
        from: ['accepted'],
        to: 'accepted',
        input: {
          days: integer({ title: '延长（工作日）', required: true, min: 1, max: 20 }),
          why: text({ title: '理由', required: true, max: 300 }),
        },
      },
      handle: {
        title: '办理完成',
        from: ['accepted'],
        to: 'handled',
        todo: true,
        waitsFor: 'handlerId',
        input: { handling: longText({ title: '办理情况', required: true, max: 2000 }) },
      },
      answer: {
        title: '答复',
        from: ['handled'],
        to: 'replied',
        todo: true,
        waitsFor: 'handlerId',
        input: { reply: longText({ title: '答复内容', required: true, max: 2000 }) },
      },
      revisit: {
        title: '回访',
        from: ['replied'],
        to: 'revisited',
        todo: true,
        input: {
          solved: choice({ title: '问题解决了吗', required: true, options: YES_NO }),
          satisfaction: choice({ title: '群众意见', required: true, options: SATISFACTION }),
        },
      },
      close: { title: '办结', from: ['revisited'], to: 'closed', todo: true },
      reopen: {
        title: '重新办理',
        from: ['revisited', 'closed'],
        to: 'accepted',
        input: { why: text({ title: '原因', required: true, max: 300 }) },
      },
    },
  },
})
