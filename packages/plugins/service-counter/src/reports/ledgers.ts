import { choice, date, defineReport } from '@linli/kit'
import { applications, breaches, certificateRequests, inquiries } from '../resources/index.ts'
import { BREACHES, INQUIRY_ENDS, KINDS, LINES } from '../rules/options.ts'

const titlesOf = (states: Readonly<Record<string, { readonly title: string }>> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(states ?? {}).map(([name, { title }]) => [name, title]))

const period = { from: date({ title: '开始日期', required: true }), to: date({ title: '结束日期', required: true }) }

/** 首问登记簿. */
export const inquiryRegister = defineReport({
  name: 'counter.inquiry-register',
  title: '首问登记簿',
  form: 'ledger',
  definition: '所选日期内登记的每一件首问，含移交、接收和退回。不含来访人电话；只看数字的岗位看不到全名。',
  consumer: '街道效能督查，核对首问负责是否落实',
  params: period,
  columns: {
    no: { title: '编号', kind: 'text' },
    at: { title: '登记时间', kind: 'dateTime' },
    asker: { title: '来访人', kind: 'text' },
    matter: { title: '事项', kind: 'text' },
    first: { title: '首问责任人', kind: 'text' },
    owner: { title: '现责任人', kind: 'text' },
    handed: { title: '移交次数', kind: 'integer', total: true },
    refused: { title: '被退回次数', kind: 'integer', total: true },
    receiver: { title: '接收人', kind: 'text' },
    takenAt: { title: '接收时间', kind: 'dateTime' },
    disposition: { title: '办结方式', kind: 'text', options: INQUIRY_ENDS },
    status: { title: '状态', kind: 'text', options: titlesOf(inquiries.workflow?.states) },
    outcome: { title: '办结情况', kind: 'text' },
  },
})

/** 办件台账. */
export const caseLedger = defineReport({
  name: 'counter.case-ledger',
  title: '办件台账',
  form: 'ledger',
  definition: '所选日期内收件的每一件，按收件时间排列。',
  consumer: '窗口和社区核对办件，街道督查按时率',
  params: { ...period, line: choice({ title: '业务条线', options: LINES }) },
  columns: {
    no: { title: '回执编号', kind: 'text' },
    item: { title: '事项', kind: 'text' },
    line: { title: '条线', kind: 'text', options: LINES },
    kind: { title: '类型', kind: 'text', options: KINDS },
    submitted: { title: '收件', kind: 'dateTime' },
    accepted: { title: '受理', kind: 'dateTime' },
    promisedOn: { title: '承诺办结日', kind: 'date' },
    decided: { title: '办结', kind: 'dateTime' },
    used: { title: '用时（工作日）', kind: 'integer' },
    onTime: { title: '按时', kind: 'text', options: { yes: '按时', no: '超期' } },
    status: { title: '状态', kind: 'text', options: titlesOf(applications.workflow?.states) },
  },
})

/** 超期督办. */
export const overdueLedger = defineReport({
  name: 'counter.overdue-ledger',
  title: '超期督办台账',
  form: 'ledger',
  definition: '现在已经超过承诺时限还没有办结的办件（暂停的不算）。',
  consumer: '督查办逐件催办、督办',
  params: { line: choice({ title: '业务条线', options: LINES }) },
  columns: {
    no: { title: '回执编号', kind: 'text' },
    item: { title: '事项', kind: 'text' },
    handler: { title: '经办人', kind: 'text' },
    community: { title: '社区', kind: 'text' },
    promisedOn: { title: '承诺办结日', kind: 'date' },
    lateDays: { title: '超期（工作日）', kind: 'integer' },
  },
})

/** 责任追究台账. */
export const accountabilityLedger = defineReport({
  name: 'counter.accountability-ledger',
  title: '责任追究台账',
  form: 'ledger',
  definition: '所选日期内立案的责任追究案件。',
  consumer: '街道党工委、纪检',
  params: { ...period, kind: choice({ title: '情形', options: BREACHES }) },
  columns: {
    at: { title: '立案时间', kind: 'dateTime' },
    slip: { title: '相关编号', kind: 'text' },
    kind: { title: '情形', kind: 'text', options: BREACHES },
    subject: { title: '当事人', kind: 'text' },
    status: { title: '状态', kind: 'text', options: titlesOf(breaches.workflow?.states) },
    measure: {
      title: '处理',
      kind: 'text',
      options: { remind: '提醒谈话', criticise: '批评教育', order: '责令整改', report: '通报', transfer: '移交纪检' },
    },
    conclusion: { title: '结论', kind: 'text' },
  },
})

/** 证明开具登记簿. */
export const certificateRegister = defineReport({
  name: 'counter.certificate-register',
  title: '证明开具登记簿',
  form: 'ledger',
  definition: '所选日期内的证明申请，清单内外分开标明。',
  consumer: '社区减负：清单外的证明由谁要、要了多少',
  params: period,
  columns: {
    no: { title: '编号', kind: 'text' },
    day: { title: '日期', kind: 'date' },
    applicant: { title: '居民', kind: 'text' },
    name: { title: '证明', kind: 'text' },
    forWhom: { title: '要证明的单位', kind: 'text' },
    purpose: { title: '用途', kind: 'text' },
    onList: { title: '清单情况', kind: 'text', options: { on: '清单内', off: '清单外' } },
    status: { title: '状态', kind: 'text', options: titlesOf(certificateRequests.workflow?.states) },
    answer: { title: '答复', kind: 'text' },
    issuedOn: { title: '开具日期', kind: 'date' },
  },
})

/** 承诺时限公示表. */
export const promiseTable = defineReport({
  name: 'counter.promise-table',
  title: '承诺时限公示表',
  form: 'ledger',
  definition: '已发布事项的承诺时限与法定时限。没有对照文件核验的标「未核验」。',
  consumer: '大厅和社区公示栏，群众监督',
  params: { line: choice({ title: '业务条线', options: LINES }) },
  columns: {
    code: { title: '编码', kind: 'text' },
    name: { title: '事项', kind: 'text' },
    line: { title: '条线', kind: 'text', options: LINES },
    kind: { title: '类型', kind: 'text', options: KINDS },
    promised: { title: '承诺（工作日）', kind: 'integer' },
    legal: { title: '法定（工作日）', kind: 'integer' },
    ratio: { title: '承诺占法定', kind: 'percent' },
    basis: { title: '依据', kind: 'text' },
    verified: { title: '核验', kind: 'text' },
  },
})
