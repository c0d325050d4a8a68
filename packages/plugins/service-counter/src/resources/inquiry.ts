import type { FirstInquiry } from '@linli/core/accountability'
import { choice, dateTime, defineResource, integer, json, longText, phone, ref, text } from '@linli/kit'
import * as z from 'zod'
import { INQUIRY_ENDS } from '../rules/options.ts'

const record = z.record(z.string(), z.unknown()) as unknown as z.ZodType<FirstInquiry>

/** A question and who answers for it (首问登记). Whoever was asked first stays responsible until somebody accepts the hand-over. */
export const inquiries = defineResource({
  name: 'counter.inquiries',
  title: '首问登记',
  scope: 'community',
  display: 'matter',
  fields: {
    no: text({ title: '编号', readOnly: true, unique: true, max: 30, search: true }),
    matter: text({ title: '咨询或办理事项', required: true, max: 120, search: true }),
    detail: longText({ title: '详细情况', max: 1000, privacy: 'P1' }),
    askerName: text({ title: '来访人', max: 30, privacy: 'P1' }),
    askerPhone: phone({ title: '联系电话' }),
    personId: ref('registry.people', { title: '居民' }),
    channel: choice({
      title: '来源',
      required: true,
      default: 'window',
      options: { window: '窗口', phone: '电话', visit: '上门', grid: '网格' },
    }),
    sourceId: text({ title: '来源编号', readOnly: true, internal: true, max: 60, indexed: true }),
    firstPersonId: ref('platform.accounts', { title: '首问责任人', readOnly: true }),
    ownerId: ref('platform.accounts', { title: '现责任人', readOnly: true }),
    handToId: ref('platform.accounts', { title: '等待接收', readOnly: true }),
    handedTimes: integer({ title: '移交次数', readOnly: true, default: 0, min: 0 }),
    refusedTimes: integer({ title: '被退回次数', readOnly: true, default: 0, min: 0 }),
    lastAnswer: text({ title: '最近的移交答复', readOnly: true, max: 200 }),
    disposition: choice({ title: '办结方式', readOnly: true, options: INQUIRY_ENDS }),
    outcome: text({ title: '办结情况', readOnly: true, max: 300 }),
    closedAt: dateTime({ title: '办结时间', readOnly: true }),
    record: json(record, { title: '经过', readOnly: true }),
  },
  list: {
    columns: ['no', 'matter', 'ownerId', 'handToId', 'status', 'dueAt', 'createdAt'],
    filters: ['status', 'ownerId', 'firstPersonId', 'channel', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { update: false, import: false },
  empty: '还没有登记。群众来问任何事，先点「新增」：从这时起由您负责到底，或移交给别人接收为止。',
  workflow: {
    initial: 'owned',
    usual: ['owned', 'closed'],
    states: {
      owned: { title: '首问人负责中', tone: 'waiting' },
      handed: { title: '等待对方接收', tone: 'waiting' },
      closed: { title: '已办结', tone: 'good', final: true },
    },
    steps: {
      handOver: {
        title: '移交',
        from: ['owned'],
        to: 'handed',
        waitsFor: 'ownerId',
        input: { handToId: ref('platform.accounts', { title: '接收人', required: true }) },
      },
      accept: { title: '接收', from: ['handed'], to: 'owned', todo: true, waitsFor: 'handToId', alone: true },
      refuse: {
        title: '退回',
        from: ['handed'],
        to: 'owned',
        todo: true,
        waitsFor: 'handToId',
        alone: true,
        input: { reason: text({ title: '退回理由', required: true, max: 200 }) },
      },
      takeBack: { title: '收回移交', from: ['handed'], to: 'owned', waitsFor: 'ownerId' },
      bounce: { title: '逾期未接收，退回', from: ['handed'], to: 'owned', automatic: true },
      close: {
        title: '办结',
        from: ['owned'],
        to: 'closed',
        todo: true,
        waitsFor: 'ownerId',
        input: {
          disposition: choice({ title: '办结方式', required: true, default: 'self', options: INQUIRY_ENDS }),
          unit: text({ title: '负责单位', max: 80, when: { disposition: ['explained'] } }),
          contact: text({ title: '联系方式', max: 80, when: { disposition: ['explained'] } }),
          reportedTo: text({ title: '报告给谁', max: 80, when: { disposition: ['urgent'] } }),
          outcome: text({ title: '办结情况', required: true, max: 300 }),
        },
      },
    },
  },
})
