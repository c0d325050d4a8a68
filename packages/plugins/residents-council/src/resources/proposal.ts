import { choice, date, defineResource, integer, longText, ref, text } from '@linli/kit'
import { SOURCES, TOPICS } from '../rules/options.ts'

/** What somebody wants to be talked about (居民提议), until it is taken up as a matter. */
export const proposals = defineResource({
  name: 'council.proposals',
  title: '提议',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '题目', required: true, min: 2, max: 60, search: true }),
    councilId: ref('council.councils', { title: '提给哪个议事会', help: '公布前请选定' }),
    source: choice({ title: '来源', required: true, options: SOURCES, default: 'resident', immutable: true }),
    sourceNo: text({ title: '来源编号', max: 40, immutable: true, indexed: true, help: '网格事件、窗口诉求的编号' }),
    sourceId: text({ title: '来源记录', max: 60, readOnly: true, unique: true, privacy: 'P1', internal: true }),
    topic: choice({ title: '类别', required: true, options: TOPICS }),
    text: longText({ title: '提议内容', required: true, min: 4, max: 2000, help: '会公布给居民看，不要写个人隐私' }),
    versionNo: integer({ title: '第几版', required: true, default: 1, min: 1, readOnly: true }),
    proposers: integer({ title: '实名提议人', required: true, default: 0, min: 0, readOnly: true }),
    supporters: integer({ title: '附议', required: true, default: 0, min: 0, readOnly: true, help: '按章程：一户或一人计一次' }),
    publishedOn: date({ title: '公布日期', readOnly: true }),
    matterId: ref('council.matters', { title: '立项事项', readOnly: true }),
    answer: text({ title: '答复', max: 300, readOnly: true }),
  },
  list: {
    columns: ['title', 'topic', 'source', 'supporters', 'councilId', 'status', 'createdAt'],
    filters: ['status', 'topic', 'source', 'councilId', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  empty: '还没有提议。居民在手机上提，也可以点「新增」替居民登记。',
  workflow: {
    initial: 'received',
    states: {
      received: { title: '待初审', tone: 'waiting' },
      published: { title: '征集附议', tone: 'waiting' },
      taken: { title: '已立项', tone: 'good', final: true },
      declined: { title: '不属议事范围', tone: 'bad', final: true },
      withdrawn: { title: '已撤回', final: true },
    },
    steps: {
      publish: { title: '公布并征集附议', from: ['received'], to: 'published', promise: { n: 3, unit: 'workingDays' } },
      take: { title: '立项', from: ['received', 'published'], to: 'taken', automatic: true },
      decline: {
        title: '不属议事范围',
        from: ['received', 'published'],
        to: 'declined',
        input: { answer: text({ title: '理由（提议人看得到）', required: true, max: 300 }) },
      },
      withdraw: { title: '撤回', from: ['received', 'published'], to: 'withdrawn', confirm: '撤回后不能恢复，确定吗？' },
    },
  },
})

/** The wording of a proposal, version by version. A published one stays readable as it was (N12). */
export const proposalVersions = defineResource({
  name: 'council.proposal-versions',
  title: '提议版本',
  scope: 'community',
  display: 'no',
  fields: {
    proposalId: ref('council.proposals', { title: '提议', required: true, readOnly: true }),
    no: integer({ title: '第几版', required: true, min: 1, readOnly: true }),
    text: longText({ title: '内容', required: true, max: 2000, readOnly: true }),
    why: text({ title: '修改原因', max: 200, readOnly: true }),
    publishedOn: date({ title: '公布日期', readOnly: true }),
  },
  unique: [['proposalId', 'no']],
  list: { columns: ['no', 'proposalId', 'why', 'publishedOn', 'createdAt'], sort: ['createdAt', 'desc'] },
  writable: { create: false, update: false },
  menu: false,
})

/** Who proposed and who supports. */
export const supporters = defineResource({
  name: 'council.supporters',
  title: '提议人与附议人',
  scope: 'community',
  display: 'personId',
  fields: {
    proposalId: ref('council.proposals', { title: '提议', required: true, immutable: true }),
    personId: ref('registry.people', { title: '居民', required: true, immutable: true }),
    role: choice({
      title: '身份',
      required: true,
      options: { proposer: '提议人', supporter: '附议人' },
      default: 'supporter',
      immutable: true,
    }),
    householdId: ref('registry.households', { title: '户', readOnly: true }),
    counted: choice({ title: '是否计数', options: { yes: '计', no: '同户已计' }, required: true, default: 'yes', readOnly: true }),
    versionNo: integer({
      title: '附议的是第几版',
      required: true,
      default: 1,
      min: 1,
      readOnly: true,
      help: '内容改过以后没有再确认的，仍是原来那一版',
    }),
  },
  unique: [['proposalId', 'personId']],
  list: { columns: ['personId', 'role', 'counted', 'versionNo', 'proposalId', 'createdAt'], sort: ['createdAt', 'asc'] },
  writable: { update: false, import: false },
  menu: false,
})
