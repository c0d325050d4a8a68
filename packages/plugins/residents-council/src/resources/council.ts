import { defineReasons } from '@linli/core/refusal'
import { choice, date, defineResource, file, integer, ref, tags, text } from '@linli/kit'
import { BODIES, CAPACITIES, DUTIES, TOPICS, TRACKS, VOTE_RULES, WAYS } from '../rules/options.ts'
import { RELATIVES } from '../rules/supervision.ts'
import { checkDays } from '../rules/ways.ts'

const reason = defineReasons({
  'council.term_reversed': { zh: '任期止不能早于任期起', en: 'The term cannot end before it begins' },
  'council.estate_needed': { zh: '小区一级的议事组织请选择小区', en: 'Choose the estate of an estate’s body' },
})

/** A body that meets and decides: a residents' council (议事会), the two committees, the representatives' meeting … with its charter. */
export const councils = defineResource({
  name: 'council.councils',
  title: '议事组织',
  scope: 'community',
  display: 'name',
  fields: {
    name: text({ title: '名称', required: true, max: 60, search: true, pinyin: true, help: '如「前程花园居民议事会」' }),
    kind: choice({ title: '类别', required: true, options: BODIES, default: 'council' }),
    level: choice({ title: '层级', required: true, options: TRACKS, default: 'community' }),
    estateId: ref('registry.units', { title: '小区', help: '小区议事会请选择小区' }),
    partyOrg: text({ title: '牵头党组织', max: 60, help: '如「前程社区第一网格党支部」' }),
    termFrom: date({ title: '任期起' }),
    termTo: date({ title: '任期止', indexed: true }),
    charter: file({ title: '议事章程', privacy: 'P0' }),
    way: choice({
      title: '议事方式',
      required: true,
      options: WAYS,
      default: 'residents',
      help: '农村型社区一般用四议两公开；改了只管以后的议题，已有的议题按原来的方式走完',
    }),
    gapDays: integer({
      title: '两议之间至少几天',
      min: 0,
      max: 60,
      when: { way: ['branch'] },
      help: '不填按 7 天（各地四议两公开指南，未核验）',
    }),
    totalDays: integer({
      title: '从提议到决议最多几天',
      min: 1,
      max: 365,
      when: { way: ['branch'] },
      help: '不填不限；有的地方要求 20 天以内（未核验），那么两议之间就不能超过 6 天',
    }),
    meetingDay: integer({ title: '例会日（每月几日）', min: 1, max: 28, help: '议事会原则上每月一次' }),
    meetingTime: text({
      title: '例会时间',
      max: 5,
      pattern: { source: '^([01]\\d|2[0-3]):[0-5]\\d$', zh: '写成 15:00 的样子', en: 'like 15:00' },
      help: '不填按下午三点；填了例会日，系统会提前排好以后的例会',
    }),
    meetingPlace: text({ title: '例会地点', max: 100 }),
    voteRule: choice({ title: '表决规则', options: VOTE_RULES, help: '带「未核验」的规则尚未对照原文，请先确认' }),
    noticeDays: integer({ title: '提前几天通知', min: 0, max: 60, help: '不填按表决规则；填得更多时按更多的' }),
    proxyMax: integer({ title: '一人最多代几人', min: 0, max: 10, help: '不填按表决规则' }),
    supportersMin: integer({ title: '立项需要附议', min: 0, max: 500, required: true, default: 3 }),
    supportersPer: choice({
      title: '附议怎么计',
      required: true,
      options: { household: '一户计一次', person: '一人计一次' },
      default: 'household',
    }),
    publishDays: integer({ title: '决议公示天数', required: true, min: 1, max: 60, default: 7 }),
    smallTopics: tags({ title: '章程列明的小事', options: TOPICS, help: '只有列在这里的议题可以商议即定' }),
    emergencyTopics: tags({ title: '章程列明的应急事项', options: TOPICS, help: '只有列在这里的议题可以先办后追认' }),
    members: integer({ title: '成员人数', required: true, default: 0, min: 0, readOnly: true }),
    women: integer({ title: '其中妇女', required: true, default: 0, min: 0, readOnly: true }),
    vacancies: integer({ title: '三员空缺', required: true, default: 3, min: 0, max: 3, readOnly: true, indexed: true }),
  },
  list: {
    columns: ['name', 'kind', 'communityId', 'partyOrg', 'members', 'vacancies', 'termTo', 'status'],
    filters: ['status', 'kind', 'communityId'],
    sort: ['name', 'asc'],
  },
  empty: '还没有议事组织。点「新增」先建社区两委和居民议事会，再添加成员。',
  workflow: {
    initial: 'preparing',
    states: {
      preparing: { title: '筹建', tone: 'waiting' },
      active: { title: '运行', tone: 'good' },
      ended: { title: '任期已结束', final: true },
    },
    steps: {
      start: { title: '成立', from: ['preparing'], to: 'active', todo: true },
      end: { title: '任期结束', from: ['active'], to: 'ended', confirm: '任期结束后不能再召开会议，确定吗？' },
    },
  },
  check: ({ termFrom, termTo, level, estateId, kind, way = 'residents', gapDays = null, totalDays = null }) => {
    const days = checkDays(way, { gapDays, totalDays })
    return [
      ...(days ? [{ ...days, field: 'totalDays' }] : []),
      ...(termFrom && termTo && termTo < termFrom ? [reason('council.term_reversed', undefined, 'termTo')] : []),
      ...(kind === 'council' && level === 'estate' && estateId === null ? [reason('council.estate_needed', undefined, 'estateId')] : []),
    ]
  },
})

/** Who sits in a body, in what capacity and since when; the three officers carry their duty. */
export const members = defineResource({
  name: 'council.members',
  title: '议事成员',
  scope: 'community',
  display: 'personId',
  fields: {
    councilId: ref('council.councils', { title: '议事组织', required: true, immutable: true }),
    personId: ref('registry.people', { title: '居民', required: true, immutable: true }),
    seat: choice({
      title: '席位',
      required: true,
      options: { chair: '主任', deputy: '副主任', member: '委员', observer: '列席' },
      default: 'member',
    }),
    duty: choice({ title: '三员', options: DUTIES, help: '有人管事、有人问事、有人干事' }),
    capacity: choice({ title: '身份', options: CAPACITIES }),
    voting: choice({ title: '有表决权', options: { yes: '有', no: '没有' }, required: true, default: 'yes' }),
    representative: choice({ title: '居民代表', options: { yes: '是', no: '不是' }, required: true, default: 'no' }),
    relatives: choice({
      title: '近亲属声明',
      options: RELATIVES,
      privacy: 'P1',
      help: '进居务监督委员会的须本人声明：配偶、父母、子女、兄弟姐妹、祖父母、孙子女等有没有在居委会任职。居委会换人后须重新声明',
    }),
    declaration: file({ title: '签字的声明书', privacy: 'P1' }),
    declaredOn: date({ title: '声明日期', readOnly: true, privacy: 'P1' }),
    from: date({ title: '任职起', required: true }),
    to: date({ title: '任职止' }),
  },
  list: {
    columns: ['personId', 'councilId', 'seat', 'duty', 'capacity', 'voting', 'from', 'to'],
    filters: ['councilId', 'seat', 'duty', 'communityId'],
    sort: ['createdAt', 'asc'],
  },
  writable: { import: false },
  menu: false,
  empty: '还没有成员。点「新增」从居民库中选择。',
  check: ({ from, to }) => (from && to && to < from ? [reason('council.term_reversed', undefined, 'to')] : []),
})
