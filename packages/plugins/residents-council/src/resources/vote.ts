import { boolean, choice, date, dateTime, defineResource, integer, json, longText, ref, text } from '@linli/kit'
import * as z from 'zod'
import { CHOICES, GATES, OUTCOMES, OWNERS_ITEM_OPTIONS, RULE_STATUS, VOTE_RULES } from '../rules/options.ts'

/** A vote on a frozen roll by a frozen rule: of a meeting, or of owners in writing. */
export const votes = defineResource({
  name: 'council.votes',
  title: '表决',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '表决事项', required: true, max: 120, search: true }),
    kind: choice({
      title: '方式',
      required: true,
      options: { meeting: '会议表决', owners: '业主书面表决' },
      default: 'meeting',
      immutable: true,
    }),
    councilId: ref('council.councils', { title: '议事组织', required: true, immutable: true }),
    meetingId: ref('council.meetings', { title: '会议', immutable: true, help: '会议表决必填' }),
    matterId: ref('council.matters', { title: '议题', immutable: true }),
    gate: choice({
      title: '哪一议',
      options: { review: GATES.review, partyReview: GATES.partyReview, resolve: GATES.resolve },
      immutable: true,
    }),
    secret: boolean({ title: '无记名', required: true, default: false, immutable: true }),
    ruleCode: choice({ title: '表决规则', options: VOTE_RULES, immutable: true, help: '不填按议事组织的规则；业主表决由事项决定' }),
    ownersItem: choice({ title: '业主事项', options: OWNERS_ITEM_OPTIONS, immutable: true, help: '业主表决必填' }),
    estateId: ref('registry.units', { title: '小区', immutable: true, help: '业主表决必填' }),
    rule: json(z.unknown(), { title: '规则内容', readOnly: true }),
    ruleStatus: choice({ title: '规则核验', options: RULE_STATUS, readOnly: true }),
    ruleSource: text({ title: '规则出处', max: 200, readOnly: true }),
    noticedOn: date({ title: '通知日期', readOnly: true }),
    takenOn: date({ title: '名册日期', readOnly: true }),
    fingerprint: text({ title: '名册指纹', max: 80, readOnly: true, internal: true }),
    base: integer({ title: '名册人数', required: true, default: 0, min: 0, readOnly: true }),
    baseArea: integer({ title: '名册面积（平方米）', hundredths: true, min: 0, readOnly: true }),
    openedAt: dateTime({ title: '开始', readOnly: true }),
    closedAt: dateTime({ title: '结束', readOnly: true }),
    present: integer({ title: '到会', min: 0, readOnly: true }),
    yes: integer({ title: '赞成', min: 0, readOnly: true }),
    no: integer({ title: '反对', min: 0, readOnly: true }),
    abstain: integer({ title: '弃权', min: 0, readOnly: true }),
    invalid: integer({ title: '无效', min: 0, readOnly: true }),
    outcome: choice({ title: '结论', options: OUTCOMES, readOnly: true }),
    sentence: longText({ title: '计票说明', max: 1000, readOnly: true }),
    verdict: json(z.unknown(), { title: '计票明细', readOnly: true }),
  },
  list: {
    columns: ['title', 'councilId', 'ruleStatus', 'base', 'yes', 'no', 'outcome', 'status'],
    filters: ['status', 'kind', 'outcome', 'meetingId', 'matterId', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { import: false },
  menu: false,
  empty: '还没有表决。在会议现场点「发起表决」；业主表决点「新增」。',
  workflow: {
    initial: 'prepared',
    states: {
      prepared: { title: '名册已定，待投票', tone: 'waiting' },
      open: { title: '投票中', tone: 'good' },
      closed: { title: '已计票', tone: 'good', final: true },
      cancelled: { title: '已取消', tone: 'bad', final: true },
    },
    steps: {
      open: { title: '开始投票', from: ['prepared'], to: 'open', todo: true },
      close: { title: '结束并计票', from: ['open'], to: 'closed', confirm: '结束后不能再投票，确定吗？', todo: true },
      cancel: {
        title: '取消表决',
        from: ['prepared'],
        to: 'cancelled',
        input: { reason: text({ title: '原因', required: true, max: 200 }) },
      },
    },
  },
})

/** A line of a vote's roll. For a secret vote it says that somebody has voted, and nothing else about it (N5). */
export const voters = defineResource({
  name: 'council.voters',
  title: '表决名册',
  scope: 'community',
  display: 'name',
  fields: {
    voteId: ref('council.votes', { title: '表决', required: true, readOnly: true }),
    position: integer({ title: '序号', required: true, min: 1, readOnly: true }),
    memberKey: text({ title: '名册标识', required: true, max: 2000, readOnly: true, privacy: 'P1', internal: true }),
    personId: ref('registry.people', { title: '居民', readOnly: true }),
    name: text({ title: '姓名（户）', required: true, max: 120, readOnly: true, privacy: 'P1' }),
    area: integer({ title: '面积（平方米）', hundredths: true, min: 0, readOnly: true }),
    units: json(z.array(z.string()), { title: '房屋', readOnly: true, privacy: 'P1' }),
    woman: boolean({ title: '妇女', readOnly: true, privacy: 'P1' }),
    representative: boolean({ title: '代表', readOnly: true }),
    recused: boolean({ title: '回避', required: true, default: false, readOnly: true }),
    recusalReason: text({ title: '回避原因', max: 200, readOnly: true }),
    submitted: boolean({ title: '已投', required: true, default: false, readOnly: true }),
  },
  unique: [['voteId', 'memberKey']],
  list: { columns: ['position', 'name', 'area', 'recused', 'voteId'], filters: ['voteId', 'recused'], sort: ['position', 'asc'] },
  writable: { create: false, update: false },
  menu: false,
})

/** A named ballot. Neither changed nor taken back: the table itself refuses it. */
export const ballots = defineResource({
  name: 'council.ballots',
  title: '记名票',
  scope: 'community',
  display: 'name',
  fields: {
    voteId: ref('council.votes', { title: '表决', required: true, readOnly: true }),
    slot: text({ title: '票位', required: true, max: 2000, readOnly: true, privacy: 'P1', internal: true }),
    name: text({ title: '投票人', required: true, max: 120, readOnly: true, privacy: 'P1' }),
    personId: ref('registry.people', { title: '居民', readOnly: true }),
    unitId: ref('registry.units', { title: '房屋', readOnly: true }),
    choice: choice({ title: '选择', required: true, options: CHOICES, readOnly: true }),
    castById: ref('registry.people', { title: '代投人', readOnly: true }),
    at: dateTime({ title: '投票时间', required: true, readOnly: true }),
  },
  unique: [['voteId', 'slot']],
  list: { columns: ['name', 'choice', 'castById', 'at', 'voteId'], filters: ['voteId', 'choice'], sort: ['at', 'asc'] },
  writable: { create: false, update: false },
  menu: false,
})

/** Who owns a home: the roll of owners' votes is made of these. */
export const owners = defineResource({
  name: 'council.owners',
  title: '业主名册',
  scope: 'community',
  display: 'unitId',
  fields: {
    unitId: ref('registry.units', { title: '房屋', required: true, immutable: true }),
    personId: ref('registry.people', { title: '业主', help: '开发商未售的不填' }),
    developer: text({ title: '建设单位', max: 80, help: '尚未出售或未交付的填建设单位名称' }),
    from: date({ title: '取得日期' }),
    to: date({ title: '转让日期' }),
  },
  unique: [['unitId', 'personId']],
  list: { columns: ['unitId', 'personId', 'developer', 'from', 'to'], filters: ['communityId', 'unitId'], sort: ['createdAt', 'asc'] },
  empty: '还没有业主名册。业主表决前请逐套登记业主；面积取自房屋档案。',
})
