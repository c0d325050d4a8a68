import { choice, dateTime, defineResource, file, integer, json, longText, phone, ref, text } from '@linli/kit'
import { PRECHECKS } from '../rules/options.ts'
import { PRECHECK_FILES } from '../rules/precheck-files.ts'
import { claimedSchema, repliesSchema } from '../rules/precheck.ts'

/** What somebody says beforehand that they have, to be told what is missing before they come (网上预审). It is no application and moves no clock of one. */
export const prechecks = defineResource({
  name: 'counter.prechecks',
  title: '网上预审',
  scope: 'community',
  display: 'no',
  fields: {
    no: text({ title: '预审号', readOnly: true, unique: true, max: 30, search: true }),
    itemId: ref('counter.items', { title: '服务事项', required: true, immutable: true }),
    name: text({ title: '姓名', immutable: true, max: 40, privacy: 'P1', passing: true }),
    phone: phone({ title: '手机号码', immutable: true, passing: true }),
    claimed: json(claimedSchema, { title: '自己核对的材料', readOnly: true, default: [] }),
    claimedText: text({ title: '自己核对的材料', readOnly: true, max: 1000 }),
    question: longText({ title: '想问什么', immutable: true, max: 500, privacy: 'P1', passing: true }),
    files: integer({ title: '照片（张）', readOnly: true, default: 0, min: 0 }),
    replies: json(repliesSchema, { title: '逐件答复', readOnly: true, internal: true, default: [] }),
    verdict: choice({ title: '预审意见', readOnly: true, options: PRECHECKS }),
    answer: text({ title: '答复', readOnly: true, max: 500 }),
    answeredAt: dateTime({ title: '答复时间', readOnly: true }),
    applicationId: ref('counter.applications', { title: '转成的办件', readOnly: true }),
    forgottenAt: dateTime({ title: '个人信息已删除', readOnly: true }),
    fileKey: text({ title: '上传密钥摘要', readOnly: true, internal: true, max: 64 }),
    queryFails: integer({ title: '查询失败次数', readOnly: true, internal: true, default: 0, min: 0 }),
    queryFailedAt: dateTime({ title: '最近查询失败', readOnly: true, internal: true }),
  },
  list: {
    columns: ['no', 'itemId', 'claimedText', 'files', 'status', 'dueAt', 'verdict', 'communityId'],
    filters: ['status', 'itemId', 'verdict', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false, import: false },
  empty: '没有网上预审。居民在手机「办事指南」里选事项、勾自己有的材料，提交后到这里，一个工作日内答复。',
  workflow: {
    initial: 'sent',
    usual: ['sent', 'answered', 'opened'],
    states: {
      sent: { title: '待答复', tone: 'waiting' },
      answered: { title: '已答复' },
      opened: { title: '已转为办件', tone: 'good', final: true },
      lapsed: { title: '没有来办', final: true },
      unanswered: { title: '没有答复', tone: 'bad', final: true },
    },
    steps: {
      reply: {
        title: '答复',
        from: ['sent'],
        to: 'answered',
        promise: { n: 1, unit: 'workingDays' },
        waitsAt: 'community',
        input: {
          verdict: choice({ title: '预审意见', required: true, options: PRECHECKS }),
          answer: text({ title: '答复', required: true, max: 500, help: '缺什么、带原件还是复印件、到哪个窗口；不属于我们的，写明去处。' }),
        },
      },
      open: { title: '转为办件', from: ['sent', 'answered'], to: 'opened', automatic: true },
      lapse: { title: '没有来办', from: ['answered'], to: 'lapsed', automatic: true },
      leave: { title: '到期没有答复', from: ['sent'], to: 'unanswered', automatic: true },
    },
  },
})

/**
 * A photo or scan of a paper that came with a pre-check (网上预审照片). It came from anybody and shows a document, so it is P3: in no list, never at
 * the address of files, and looked at one by one by whoever answers in that community, with an entry in the audit.
 */
export const precheckFiles = defineResource({
  name: 'counter.precheck-files',
  title: '网上预审照片',
  scope: 'community',
  display: 'material',
  fields: {
    precheckId: ref('counter.prechecks', { title: '网上预审', required: true, immutable: true, tab: false }),
    material: text({ title: '材料', required: true, immutable: true, max: 100 }),
    file: file({
      title: '照片',
      required: true,
      immutable: true,
      privacy: 'P3',
      passing: true,
      accept: PRECHECK_FILES.types,
      max: PRECHECK_FILES.bytes,
    }),
    forgottenAt: dateTime({ title: '已删除', readOnly: true }),
  },
  list: { columns: ['material', 'precheckId', 'createdAt', 'forgottenAt'], filters: ['precheckId'], sort: ['createdAt', 'asc'] },
  writable: { create: false, update: false, import: false },
  menu: false,
  empty: '没有照片。居民提交网上预审时可以给每样材料拍照。',
})
