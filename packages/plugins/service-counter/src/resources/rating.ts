import { boolean, choice, dateTime, defineResource, integer, json, longText, ref, text } from '@linli/kit'
import * as z from 'zod'
import { GRADES } from '../rules/options.ts'

const sealed = z.object({ grade: z.number(), comment: z.string(), named: z.boolean() })

/** A client's rating (好差评). Until it is frozen its content is sealed, so that the one who is rated cannot know it. */
export const ratings = defineResource({
  name: 'counter.ratings',
  title: '好差评',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '评价', readOnly: true, max: 160 }),
    applicationId: ref('counter.applications', { title: '办件', readOnly: true, unique: true }),
    handlerId: ref('platform.accounts', { title: '被评经办人', readOnly: true }),
    contactId: ref('platform.accounts', { title: '差评处理人', readOnly: true }),
    device: choice({ title: '评价方式', readOnly: true, options: { client: '本人手机', 'counter-pad': '窗口评价器' } }),
    grade: choice({ title: '评价', readOnly: true, options: GRADES }),
    comment: longText({ title: '评价内容', readOnly: true, max: 500, privacy: 'P1' }),
    isNamed: boolean({ title: '实名', readOnly: true }),
    frozenAt: dateTime({ title: '公布时间', readOnly: true, indexed: true }),
    attempts: integer({ title: '联系次数', readOnly: true, default: 0, min: 0 }),
    attemptedAt: dateTime({ title: '最近一次没联系上', readOnly: true }),
    contactedAt: dateTime({ title: '联系上或三次联系不上的时间', readOnly: true }),
    contactNote: longText({ title: '联系情况', readOnly: true, max: 500, privacy: 'P1' }),
    fix: longText({ title: '整改情况', readOnly: true, max: 500 }),
    revisit: choice({ title: '回访', readOnly: true, options: { satisfied: '满意', partly: '基本满意', unsatisfied: '仍不满意' } }),
    sealed: json(sealed, { title: '封存内容', readOnly: true, privacy: 'P4' }),
  },
  list: {
    columns: ['title', 'grade', 'comment', 'status', 'dueAt', 'frozenAt'],
    filters: ['status', 'grade', 'handlerId', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false },
  hiddenFrom: { account: 'handlerId', until: 'frozenAt' },
  empty: '还没有评价。群众办完事，用手机扫回执上的二维码评价。您自己经办的，公布后才看得到。',
  workflow: {
    initial: 'received',
    states: {
      received: { title: '已评价，未公布' },
      frozen: { title: '已公布', tone: 'good', final: true },
      to_contact: { title: '差评待联系', tone: 'bad' },
      fixing: { title: '整改中', tone: 'waiting' },
      fixed: { title: '已整改，待回访', tone: 'waiting' },
      closed: { title: '回访办结', tone: 'good', final: true },
    },
    steps: {
      freeze: { title: '公布', from: ['received'], to: 'frozen', automatic: true },
      callBack: { title: '转差评处理', from: ['received'], to: 'to_contact', automatic: true },
      attempt: {
        title: '没联系上',
        from: ['to_contact'],
        to: 'to_contact',
        waitsFor: 'contactId',
        input: { contactNote: longText({ title: '什么时候、怎么联系的', required: true, max: 500, privacy: 'P1' }) },
      },
      contact: {
        title: '已联系',
        from: ['to_contact'],
        to: 'fixing',
        todo: true,
        waitsFor: 'contactId',
        input: { contactNote: longText({ title: '群众反映的情况', required: true, max: 500, privacy: 'P1' }) },
      },
      unreachable: { title: '三次联系不上，按评价内容整改', from: ['to_contact'], to: 'fixing', automatic: true },
      repair: {
        title: '整改完成',
        from: ['fixing'],
        to: 'fixed',
        todo: true,
        waitsFor: 'contactId',
        input: { fix: longText({ title: '怎样整改的', required: true, max: 500 }) },
      },
      visit: {
        title: '回访',
        from: ['fixed'],
        to: 'closed',
        todo: true,
        waitsFor: 'contactId',
        input: {
          revisit: choice({
            title: '群众意见',
            required: true,
            options: { satisfied: '满意', partly: '基本满意' },
          }),
        },
      },
      again: {
        title: '仍不满意，重新整改',
        from: ['fixed'],
        to: 'fixing',
        todo: true,
        waitsFor: 'contactId',
        input: { contactNote: longText({ title: '群众还有什么意见', required: true, max: 500, privacy: 'P1' }) },
      },
    },
  },
})
