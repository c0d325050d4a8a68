import { choice, defineAction, json, phone, ref, text } from '@linli/kit'
import { PRECHECKS } from '../rules/options.ts'
import { claimedSchema, repliesSchema } from '../rules/precheck.ts'

/** Sends what somebody has for an item, to be told beforehand what is missing: for anybody. */
export const precheck = defineAction({
  name: 'counter.precheck',
  title: '网上预审',
  public: true,
  hidden: true,
  input: {
    itemCode: text({ title: '事项编码', required: true, max: 40 }),
    communityId: text({ title: '社区', required: true, max: 12 }),
    name: text({ title: '姓名', required: true, max: 40, privacy: 'P1' }),
    phone: phone({ title: '手机号码', required: true }),
    claimed: json(claimedSchema, { title: '自己核对的材料', required: true, default: [] }),
    question: text({ title: '想问什么', max: 500, privacy: 'P1' }),
  },
  // With the key, made for whoever sends, photos may be added at `POST /api/counter/precheck-photos` until it is answered.
  example: { no: 'Q20260430-0001', answerBy: '2026-05-06', fileKey: 'k'.repeat(32) },
})

/** What was answered, for whoever has the number and the last four digits. Nothing of a person is told. */
export const precheckAnswer = defineAction({
  name: 'counter.precheck-answer',
  title: '查看预审答复',
  public: true,
  hidden: true,
  input: {
    no: text({ title: '预审号', required: true, max: 30 }),
    tail: text({ title: '手机后四位', required: true, min: 4, max: 4 }),
  },
  example: {
    found: true,
    message: '',
    item: '高龄津贴申请',
    state: '已答复',
    verdict: '材料齐，可以来办',
    answer: '带身份证原件',
    materials: [] as readonly { readonly name: string; readonly state: string; readonly words: string }[],
  },
})

/** Answers paper by paper, from the panel that shows the photos. */
export const answerPrecheck = defineAction({
  name: 'counter.prechecks.answer',
  title: '逐件答复',
  resource: 'counter.prechecks',
  hidden: true,
  input: {
    replies: json(repliesSchema, { title: '逐件答复', required: true, default: [] }),
    verdict: choice({ title: '预审意见', required: true, options: PRECHECKS }),
    answer: text({ title: '答复', required: true, max: 500 }),
  },
  example: { answered: true },
})

/** Whoever sent it is here: it becomes a case, whose papers are then looked at. */
export const takePrecheck = defineAction({
  name: 'counter.prechecks.take',
  title: '转为办件',
  help: '人来了：建成办件、出回执，再到办件里核对材料。网上勾的不算数，以原件为准。',
  resource: 'counter.prechecks',
  offered: ({ status }) => status === 'sent' || status === 'answered',
  input: { personId: ref('registry.people', { title: '居民', help: '登记过的选居民；不选按网上填的姓名。' }) },
  example: { applicationId: '019abc00-0000-7000-8000-000000000001', no: 'B20260506-0001' },
  answer: { no: '回执编号，请到「办件」里核对材料' },
})
