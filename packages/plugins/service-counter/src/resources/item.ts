import { boolean, choice, defineResource, integer, longText, money, ref, tags, text } from '@linli/kit'
import { KINDS, LINES, PAUSES, SOURCES } from '../rules/options.ts'

/** The catalogue of services (服务事项). What is in force is the last published version; a revision changes nothing until it is published. */
export const items = defineResource({
  name: 'counter.items',
  title: '服务事项',
  scope: 'street',
  display: 'name',
  fields: {
    code: text({ title: '事项编码', required: true, unique: true, immutable: true, max: 40, search: true }),
    name: text({ title: '事项名称', required: true, max: 80, search: true, pinyin: true }),
    line: choice({ title: '业务条线', required: true, options: LINES }),
    kind: choice({ title: '办件类型', required: true, default: 'promise', options: KINDS, help: '即办件和咨询当场办结，不得过夜。' }),
    promisedDays: integer({
      title: '承诺时限（工作日）',
      required: true,
      default: 5,
      min: 1,
      max: 200,
      help: '不能长于法定时限。受理当天不算。',
    }),
    legalDays: integer({ title: '法定时限（工作日）', min: 1, max: 400, help: '不填按行政许可法：二十个工作日。' }),
    extensionDays: integer({
      title: '可延长（工作日）',
      required: true,
      default: 0,
      min: 0,
      max: 60,
      help: '要负责人批准并先告知申请人；0 表示不能延长。',
    }),
    pauses: tags({ title: '可暂停的理由', options: PAUSES, help: '只有这里列出的理由才能暂停计时。' }),
    conditions: longText({ title: '受理条件', max: 2000 }),
    basis: text({ title: '办理依据', max: 300 }),
    fee: money({ title: '收费', required: true, default: 0 }),
    resultDoc: text({ title: '结果名称', max: 80 }),
    where: text({ title: '办理地点', max: 120 }),
    verified: boolean({
      title: '时限和材料已对照文件核验',
      required: true,
      default: false,
      help: '没核验的，页面和公示表上会写「未核验」。',
    }),
    warning: text({ title: '要修订的原因', readOnly: true, max: 200 }),
    versionNo: integer({ title: '现行版本', readOnly: true, min: 0 }),
    versionId: ref('counter.item-versions', { title: '现行版本内容', readOnly: true }),
  },
  list: {
    columns: ['name', 'line', 'kind', 'promisedDays', 'legalDays', 'versionNo', 'status'],
    filters: ['line', 'kind', 'status'],
    sort: ['code', 'asc'],
  },
  empty: '还没有服务事项。点「新增」写上名称、时限和依据，再加材料，核对后「发布」。',
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '编制中', tone: 'waiting' },
      published: { title: '已发布', tone: 'good' },
      revising: { title: '修订中（仍按原版办理）', tone: 'waiting' },
      retired: { title: '已取消', final: true },
    },
    steps: {
      publish: {
        title: '发布',
        from: ['draft', 'revising'],
        to: 'published',
        todo: true,
        confirm: '发布后按新内容受理，已受理的仍按原版本。确定发布吗？',
      },
      revise: { title: '修订', from: ['published'], to: 'revising' },
      retire: {
        title: '取消事项',
        from: ['published', 'revising'],
        to: 'retired',
        input: { reason: text({ title: '取消依据', required: true }) },
      },
    },
  },
})

/** What an item asks for, and where it comes from. */
export const materials = defineResource({
  name: 'counter.materials',
  title: '申请材料',
  scope: 'street',
  display: 'name',
  fields: {
    itemId: ref('counter.items', { title: '服务事项', required: true, immutable: true }),
    name: text({ title: '材料名称', required: true, max: 100, search: true }),
    source: choice({
      title: '来源',
      required: true,
      default: 'applicant',
      options: SOURCES,
      help: '能共享取得或本单位已有的，窗口不会再向群众要。',
    }),
    required: boolean({ title: '必备', required: true, default: true }),
    canDefer: boolean({ title: '可以容缺后补', required: true, default: false }),
    canPromise: boolean({
      title: '可以承诺代替',
      required: true,
      default: false,
      help: '申请人签告知承诺书就不用交，事后核查。涉及人身安全、公共安全的不要选。',
    }),
    copies: integer({ title: '份数', required: true, default: 1, min: 1, max: 20 }),
    form: text({ title: '形式', max: 40, default: '原件核验' }),
    why: text({ title: '依据或用途', max: 200 }),
  },
  list: {
    columns: ['name', 'itemId', 'source', 'required', 'canDefer', 'copies'],
    filters: ['itemId', 'source'],
    sort: ['createdAt', 'asc'],
  },
  writable: { delete: true },
  unique: [['itemId', 'name']],
  menu: false,
  empty: '这个事项还没有材料。点「新增」逐项填写，写明来源。',
})
