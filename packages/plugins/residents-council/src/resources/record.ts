import { boolean, choice, date, dateTime, defineResource, integer, longText, ref, text } from '@linli/kit'
import { GATES, STAKES, STATES, VOTE_RULES } from '../rules/options.ts'

/** Every step that a matter took, by whom and why: what the gates are read from. Written by the steps alone. */
export const moves = defineResource({
  name: 'council.moves',
  title: '流转记录',
  scope: 'community',
  display: 'title',
  fields: {
    matterId: ref('council.matters', { title: '议题', required: true, readOnly: true, tab: false }),
    step: text({ title: '步骤代号', required: true, readOnly: true, max: 40, privacy: 'P1', internal: true }),
    title: text({ title: '步骤', required: true, readOnly: true, max: 40 }),
    fromState: choice({ title: '从', required: true, readOnly: true, options: STATES }),
    toState: choice({ title: '到', required: true, readOnly: true, options: STATES }),
    gate: choice({ title: '通过哪一议', options: GATES, readOnly: true }),
    why: longText({ title: '理由', max: 500, readOnly: true }),
    byName: text({ title: '经办人', max: 60, readOnly: true }),
    at: dateTime({ title: '时间', required: true, readOnly: true }),
  },
  list: { columns: ['at', 'title', 'byName', 'why', 'matterId'], sort: ['at', 'asc'] },
  writable: { create: false, update: false },
  menu: false,
})

/** One pass of a gate: which body, which meeting, by which rule, what came of it and by when. */
export const gates = defineResource({
  name: 'council.gates',
  title: '四议记录',
  scope: 'community',
  display: 'gate',
  fields: {
    matterId: ref('council.matters', { title: '议题', required: true, readOnly: true, tab: false }),
    gate: choice({ title: '哪一议', required: true, options: GATES, readOnly: true }),
    round: integer({ title: '第几轮', required: true, min: 1, readOnly: true }),
    councilId: ref('council.councils', { title: '议事组织', readOnly: true }),
    meetingId: ref('council.meetings', { title: '会议', readOnly: true }),
    voteId: ref('council.votes', { title: '表决', readOnly: true }),
    ruleCode: choice({ title: '规则', options: VOTE_RULES, readOnly: true }),
    outcome: choice({
      title: '结果',
      options: { passed: '通过', returned: '退回', rejected: '不予采纳', settled: '商定', failed: '未通过', shelved: '搁置' },
      readOnly: true,
    }),
    opinion: longText({ title: '意见', max: 2000, readOnly: true }),
    openedOn: date({ title: '开始', required: true, readOnly: true }),
    dueOn: date({ title: '期限', readOnly: true }),
    closedOn: date({ title: '完成', readOnly: true }),
  },
  unique: [['matterId', 'gate', 'round']],
  list: {
    columns: ['gate', 'round', 'outcome', 'councilId', 'openedOn', 'closedOn', 'matterId'],
    filters: ['gate', 'outcome', 'councilId'],
    sort: ['openedOn', 'asc'],
  },
  writable: { create: false, update: false },
  menu: false,
})

/** Somebody with a stake in a matter: invited, heard, of what opinion, recused or not. */
export const stakeholders = defineResource({
  name: 'council.stakeholders',
  title: '利益相关方',
  scope: 'community',
  display: 'name',
  fields: {
    matterId: ref('council.matters', { title: '议题', required: true, immutable: true }),
    group: choice({ title: '哪一方', required: true, options: STAKES }),
    name: text({ title: '代表（单位或姓名）', required: true, max: 60, privacy: 'P1', search: true }),
    personId: ref('registry.people', { title: '居民', help: '需要回避表决的成员请选择本人' }),
    organisationId: ref('registry.organisations', { title: '单位' }),
    invited: boolean({ title: '已邀请', required: true, default: false }),
    invitedBy: text({ title: '由谁联络', max: 60 }),
    present: boolean({ title: '到场', required: true, default: false }),
    position: choice({ title: '态度', options: { for: '赞成', conditional: '有条件赞成', neutral: '中立', against: '反对' } }),
    opinion: longText({ title: '意见（可书面）', max: 1000 }),
    recused: boolean({ title: '回避表决', required: true, default: false, help: '本人或近亲属受益、有利害冲突的，应回避' }),
    recusalReason: text({ title: '回避原因', max: 200 }),
  },
  list: {
    columns: ['name', 'group', 'invited', 'present', 'position', 'recused', 'matterId'],
    filters: ['matterId', 'group'],
    sort: ['createdAt', 'asc'],
  },
  writable: { import: false },
  menu: false,
  empty: '先列出这件事涉及哪些方，逐一邀请；每一方都要到场或有书面意见。',
})

/** Who linked whom for a matter, and why (多方联动). */
export const links = defineResource({
  name: 'council.links',
  title: '联动记录',
  scope: 'community',
  display: 'to',
  fields: {
    matterId: ref('council.matters', { title: '议题', required: true, immutable: true }),
    from: text({ title: '由谁', required: true, max: 60, search: true }),
    to: text({ title: '联络谁', required: true, max: 60, search: true }),
    why: text({ title: '为了什么', required: true, max: 200 }),
    at: dateTime({ title: '时间', readOnly: true }),
  },
  list: { columns: ['from', 'to', 'why', 'matterId', 'createdAt'], filters: ['matterId'], sort: ['createdAt', 'desc'] },
  writable: { import: false },
  menu: false,
})
