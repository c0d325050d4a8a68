import { defineReasons } from '@linli/core/refusal'
import { boolean, choice, date, dateTime, defineResource, file, integer, json, longText, ref, text } from '@linli/kit'
import * as z from 'zod'
import { ELECTORATES, NOMINATORS, RULE_STATUS, SEATS } from '../rules/options.ts'
import { RELATIVES } from '../rules/supervision.ts'

const reason = defineReasons({
  'election.vote_before_nomination': { zh: '投票日须在提名截止之后', en: 'The vote is after the end of the nominations' },
})

/** An election of the seats of a body (换届、补选): nominated candidates, a frozen roll, secret ballots, a result by the rule. */
export const elections = defineResource({
  name: 'council.elections',
  title: '选举',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '名称', required: true, max: 80, search: true, help: '如「前程社区居委会委员补选」' }),
    councilId: ref('council.councils', { title: '选哪个组织', required: true, immutable: true }),
    seat: choice({ title: '选什么席位', required: true, options: SEATS, default: 'member', immutable: true }),
    seats: integer({ title: '应选几人', required: true, min: 1, max: 20 }),
    renewal: choice({
      title: '换届还是补选',
      required: true,
      options: { by: '补选', general: '换届（原来的任期结束）' },
      default: 'by',
      immutable: true,
    }),
    electorate: choice({ title: '谁来选', required: true, options: ELECTORATES, default: 'adults', immutable: true }),
    way: choice({
      title: '怎么投',
      required: true,
      options: { phone: '手机无记名投票', paper: '纸质选票' },
      default: 'phone',
      immutable: true,
    }),
    nominateUntil: date({ title: '提名截止', required: true }),
    voteOn: date({ title: '投票日', required: true }),
    equalReason: text({ title: '等额的理由', max: 300, readOnly: true }),
    rule: json(z.unknown(), { title: '规则内容', readOnly: true }),
    ruleTitle: text({ title: '规则', max: 60, readOnly: true }),
    ruleStatus: choice({ title: '规则核验', options: RULE_STATUS, readOnly: true }),
    ruleSource: text({ title: '规则出处', max: 200, readOnly: true }),
    noticedOn: date({ title: '候选人公布日期', readOnly: true }),
    fingerprint: text({ title: '名册指纹', max: 80, readOnly: true, internal: true }),
    base: integer({ title: '选民人数', required: true, default: 0, min: 0, readOnly: true }),
    openedAt: dateTime({ title: '开始投票', readOnly: true }),
    closedAt: dateTime({ title: '结束投票', readOnly: true }),
    present: integer({ title: '参加投票', min: 0, readOnly: true }),
    ballots: integer({ title: '收回选票', min: 0, readOnly: true }),
    outcome: choice({
      title: '结论',
      options: { complete: '全部选出', runoff: '得票相等，再投', seatsOpen: '名额未满', inquorate: '人数不足，无效' },
      readOnly: true,
    }),
    sentence: longText({ title: '计票说明', max: 1000, readOnly: true }),
  },
  list: {
    columns: ['title', 'councilId', 'seats', 'voteOn', 'base', 'outcome', 'status'],
    filters: ['status', 'councilId', 'communityId'],
    sort: ['voteOn', 'desc'],
  },
  writable: { import: false },
  empty: '还没有选举。任期将满或席位空缺时点「新增」，先接受提名，再公布候选人。',
  workflow: {
    initial: 'nominating',
    usual: ['nominating', 'listed', 'voting', 'counted', 'done'],
    states: {
      nominating: { title: '提名中', tone: 'waiting' },
      listed: { title: '候选人已公布', tone: 'waiting' },
      voting: { title: '投票中', tone: 'good' },
      counted: { title: '已计票', tone: 'waiting' },
      done: { title: '当选人已就任', tone: 'good', final: true },
      cancelled: { title: '已取消', tone: 'bad', final: true },
    },
    steps: {
      list: {
        title: '公布候选人',
        from: ['nominating'],
        to: 'listed',
        todo: true,
        input: {
          equalReason: text({ title: '候选人不多于应选名额的理由', max: 300, help: '一般应差额选举；候选人多于应选名额时不填' }),
        },
      },
      open: { title: '开始投票', from: ['listed'], to: 'voting', todo: true },
      close: {
        title: '结束并计票',
        from: ['voting'],
        to: 'counted',
        todo: true,
        confirm: '结束后不能再投票，确定吗？',
        input: {
          issued: integer({ title: '发出选票', min: 0, help: '纸质选票填写；手机投票不填' }),
          returned: integer({ title: '收回选票', min: 0, help: '纸质选票填写；手机投票不填' }),
        },
      },
      seat: { title: '当选人就任', from: ['counted'], to: 'done', todo: true, confirm: '当选人将列入成员，确定吗？' },
      cancel: {
        title: '取消选举',
        from: ['nominating', 'listed', 'counted'],
        to: 'cancelled',
        input: { reason: text({ title: '原因', required: true, max: 200 }) },
      },
    },
  },
  check: ({ nominateUntil, voteOn }) =>
    nominateUntil && voteOn && voteOn <= nominateUntil ? [reason('election.vote_before_nomination', undefined, 'voteOn')] : [],
})

/** Somebody who was nominated. */
export const candidates = defineResource({
  name: 'council.candidates',
  title: '候选人',
  scope: 'community',
  display: 'name',
  fields: {
    electionId: ref('council.elections', { title: '选举', required: true, immutable: true }),
    personId: ref('registry.people', { title: '居民', required: true, immutable: true }),
    name: text({ title: '姓名', max: 60, readOnly: true, search: true }),
    nominatedBy: choice({ title: '怎么提名', required: true, options: NOMINATORS, default: 'voters', immutable: true }),
    nominators: integer({ title: '提名人数', required: true, default: 0, min: 0, readOnly: true }),
    words: text({ title: '简介', max: 200, help: '选民看得到，不要写联系方式' }),
    relatives: choice({
      title: '近亲属声明',
      options: RELATIVES,
      immutable: true,
      privacy: 'P1',
      help: '进居务监督委员会的须本人声明：配偶、父母、子女、兄弟姐妹、祖父母、孙子女等有没有在居委会任职',
    }),
    declaration: file({ title: '签字的声明书', privacy: 'P1', immutable: true }),
    votes: integer({ title: '得票', min: 0, help: '纸质选票在计票前填写；手机投票自动统计' }),
  },
  unique: [['electionId', 'personId']],
  list: {
    columns: ['name', 'nominatedBy', 'nominators', 'votes', 'status', 'electionId'],
    filters: ['electionId', 'status'],
    sort: ['createdAt', 'asc'],
  },
  writable: { import: false },
  menu: false,
  empty: '还没有候选人。点「新增」选择居民，再登记提名人。',
  workflow: {
    initial: 'standing',
    states: {
      standing: { title: '参选', tone: 'waiting' },
      withdrawn: { title: '退出', final: true },
      elected: { title: '当选', tone: 'good', final: true },
      tied: { title: '得票相等', tone: 'waiting', final: true },
      lost: { title: '未当选', final: true },
    },
    steps: {
      withdraw: { title: '退出参选', from: ['standing'], to: 'withdrawn', confirm: '退出后不能恢复，确定吗？' },
      elect: { title: '当选', from: ['standing'], to: 'elected', automatic: true },
      tie: { title: '得票相等', from: ['standing'], to: 'tied', automatic: true },
      lose: { title: '未当选', from: ['standing'], to: 'lost', automatic: true },
    },
  },
})

/** Who nominates a candidate, each by name (联名提名). */
export const nominations = defineResource({
  name: 'council.nominations',
  title: '提名人',
  scope: 'community',
  display: 'personId',
  fields: {
    candidateId: ref('council.candidates', { title: '候选人', required: true, immutable: true }),
    personId: ref('registry.people', { title: '提名人', required: true, immutable: true }),
    householdId: ref('registry.households', { title: '户', readOnly: true }),
  },
  unique: [['candidateId', 'personId']],
  list: { columns: ['personId', 'householdId', 'candidateId', 'createdAt'], filters: ['candidateId'], sort: ['createdAt', 'asc'] },
  writable: { update: false, import: false },
  menu: false,
})

/** A line of an election's roll: that somebody has voted, and nothing else about it (N5). */
export const electors = defineResource({
  name: 'council.electors',
  title: '选民名册',
  scope: 'community',
  display: 'name',
  fields: {
    electionId: ref('council.elections', { title: '选举', required: true, readOnly: true }),
    position: integer({ title: '序号', required: true, min: 1, readOnly: true }),
    personId: ref('registry.people', { title: '居民', required: true, readOnly: true }),
    name: text({ title: '姓名', required: true, max: 60, readOnly: true, privacy: 'P1' }),
    submitted: boolean({ title: '已投', required: true, default: false, readOnly: true }),
  },
  unique: [['electionId', 'personId']],
  list: { columns: ['position', 'name', 'electionId'], filters: ['electionId'], sort: ['position', 'asc'] },
  writable: { create: false, update: false },
  menu: false,
})
