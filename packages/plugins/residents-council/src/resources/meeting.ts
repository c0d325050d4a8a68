import { boolean, choice, date, dateTime, defineResource, file, integer, json, longText, ref, text } from '@linli/kit'
import * as z from 'zod'

const ROLL = z.object({
  takenOn: z.string(),
  members: z
    .array(
      z.object({
        id: z.string(),
        voting: z.boolean().optional(),
        woman: z.boolean().optional(),
        representative: z.boolean().optional(),
      }),
    )
    .max(5000),
})

/** The roll of a body on the day of the notice; nobody is added or taken off afterwards (N6). */
export type MeetingRoll = z.infer<typeof ROLL>

/** A meeting of a body, from its plan to its signed minutes. */
export const meetings = defineResource({
  name: 'council.meetings',
  title: '会议',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '会议名称', required: true, max: 80, search: true }),
    councilId: ref('council.councils', { title: '议事组织', required: true, immutable: true }),
    kind: choice({ title: '类别', required: true, options: { regular: '月度例会', extra: '专题会' }, default: 'regular' }),
    no: integer({ title: '第几次', min: 1, readOnly: true }),
    scheduledAt: dateTime({ title: '会议时间', required: true, indexed: true }),
    place: text({ title: '地点', required: true, max: 100 }),
    chairId: ref('registry.people', { title: '主持人' }),
    recorder: text({ title: '记录人', max: 30, privacy: 'P1' }),
    noticedOn: date({ title: '通知日期', readOnly: true }),
    code: text({ title: '签到码', max: 8, readOnly: true, privacy: 'P1' }),
    roll: json(ROLL, { title: '应到名册', readOnly: true, privacy: 'P1' }),
    due: integer({ title: '应到', required: true, default: 0, min: 0, readOnly: true }),
    present: integer({
      title: '实到',
      required: true,
      default: 0,
      min: 0,
      readOnly: true,
      help: '签过到的和受托人签过到的；提前离开的也算到会',
    }),
    quorate: boolean({ title: '达到法定人数', readOnly: true, help: '会议中同时到会的人数达到过；没有达到过的不算已召开' }),
    openedAt: dateTime({ title: '开始时间', readOnly: true }),
    closedAt: dateTime({ title: '结束时间', readOnly: true }),
    currentItemId: text({ title: '正在进行', max: 60, readOnly: true, privacy: 'P1', internal: true }),
    minutes: longText({ title: '会议纪要', max: 5000, readOnly: true }),
    minutesFile: file({ title: '纪要扫描件', readOnly: true, privacy: 'P0' }),
    signatures: integer({ title: '签字人数', required: true, default: 0, min: 0, readOnly: true }),
  },
  list: {
    columns: ['title', 'councilId', 'scheduledAt', 'status', 'due', 'present', 'quorate', 'communityId'],
    filters: ['status', 'councilId', 'kind', 'communityId'],
    sort: ['scheduledAt', 'desc'],
  },
  writable: { import: false },
  empty: '还没有会议。点「新增」安排本月例会，再点「发通知」，系统会冻结应到名册并排好议程。',
  workflow: {
    initial: 'planned',
    states: {
      planned: { title: '已安排', tone: 'waiting' },
      noticed: { title: '已通知', tone: 'waiting' },
      open: { title: '会议中', tone: 'good' },
      closed: { title: '已散会，待纪要', tone: 'waiting' },
      written: { title: '纪要待签字', tone: 'waiting' },
      archived: { title: '已归档', tone: 'good', final: true },
      cancelled: { title: '已取消', tone: 'bad', final: true },
    },
    steps: {
      notify: { title: '发通知', from: ['planned'], to: 'noticed', todo: true },
      open: { title: '开会', from: ['noticed'], to: 'open', todo: true },
      close: { title: '散会', from: ['open'], to: 'closed', confirm: '散会后不能再签到和表决，确定吗？', todo: true },
      writeMinutes: {
        title: '写纪要',
        from: ['closed'],
        to: 'written',
        promise: { n: 3, unit: 'workingDays' },
        input: {
          minutes: longText({ title: '会议纪要', required: true, max: 5000 }),
          minutesFile: file({ title: '扫描件', privacy: 'P0' }),
        },
      },
      archive: { title: '归档', from: ['written'], to: 'archived', promise: { n: 7, unit: 'calendarDays' } },
      cancel: {
        title: '取消会议',
        from: ['planned', 'noticed'],
        to: 'cancelled',
        input: { reason: text({ title: '原因', required: true, max: 200 }) },
      },
    },
  },
})

/** What a meeting takes up, in order: last month's opinions, matters, next month's opinions. */
export const agendaItems = defineResource({
  name: 'council.agenda-items',
  title: '议程',
  scope: 'community',
  display: 'title',
  fields: {
    meetingId: ref('council.meetings', { title: '会议', required: true, immutable: true }),
    position: integer({ title: '顺序', required: true, min: 1, max: 200, default: 50 }),
    kind: choice({
      title: '类别',
      required: true,
      options: { review: '上月意见办理情况', matter: '议题', opinions: '下月工作意见', other: '其他' },
      default: 'other',
    }),
    title: text({ title: '内容', required: true, max: 120 }),
    matterId: ref('council.matters', { title: '议题' }),
    opinionId: ref('council.opinions', { title: '意见', readOnly: true }),
    carried: integer({ title: '已过几次会', min: 0, readOnly: true }),
    ageDays: integer({ title: '已过天数', min: 0, readOnly: true }),
    conclusion: longText({ title: '结论', max: 1000 }),
    state: choice({
      title: '进度',
      required: true,
      options: { waiting: '待议', current: '正在议', done: '已议', put_off: '顺延' },
      default: 'waiting',
      readOnly: true,
    }),
  },
  list: { columns: ['position', 'kind', 'title', 'state', 'meetingId'], filters: ['meetingId', 'kind'], sort: ['position', 'asc'] },
  writable: { import: false, delete: true },
  menu: false,
})

/** One stay at a meeting. While it lasts, the seat is taken, so that nobody signs in twice. */
export const attendances = defineResource({
  name: 'council.attendances',
  title: '签到',
  scope: 'community',
  display: 'personId',
  fields: {
    meetingId: ref('council.meetings', { title: '会议', required: true, readOnly: true }),
    personId: ref('registry.people', { title: '居民', required: true, readOnly: true }),
    mode: choice({ title: '方式', required: true, options: { inPerson: '到场', online: '线上' }, readOnly: true }),
    via: choice({ title: '签到途径', required: true, options: { code: '签到码', list: '点名' }, readOnly: true }),
    inAt: dateTime({ title: '签到时间', required: true, readOnly: true }),
    outAt: dateTime({ title: '离开时间', readOnly: true }),
    seat: text({ title: '占座', max: 60, readOnly: true, privacy: 'P1', internal: true }),
  },
  unique: [['meetingId', 'seat']],
  list: { columns: ['personId', 'mode', 'via', 'inAt', 'outAt', 'meetingId'], filters: ['meetingId'], sort: ['inAt', 'asc'] },
  writable: { create: false, update: false },
  menu: false,
})

/** Who said before the end of a meeting that they cannot come, and why: an absence that is excused (请假). */
export const leaves = defineResource({
  name: 'council.leaves',
  title: '请假',
  scope: 'community',
  display: 'personId',
  fields: {
    meetingId: ref('council.meetings', { title: '会议', required: true, immutable: true }),
    personId: ref('registry.people', { title: '请假人', required: true, immutable: true }),
    why: text({ title: '原因', required: true, max: 200, immutable: true }),
  },
  unique: [['meetingId', 'personId']],
  list: { columns: ['personId', 'why', 'meetingId', 'createdAt'], filters: ['meetingId'], sort: ['createdAt', 'asc'] },
  writable: { update: false, import: false },
  menu: false,
})

/** A written proxy for one meeting. */
export const proxies = defineResource({
  name: 'council.proxies',
  title: '委托',
  scope: 'community',
  display: 'principalId',
  fields: {
    meetingId: ref('council.meetings', { title: '会议', required: true, immutable: true }),
    principalId: ref('registry.people', { title: '委托人', required: true, immutable: true }),
    holderId: ref('registry.people', { title: '受托人', required: true, immutable: true }),
    paper: file({ title: '书面委托', required: true, privacy: 'P1', immutable: true }),
  },
  unique: [['meetingId', 'principalId']],
  list: { columns: ['principalId', 'holderId', 'meetingId', 'createdAt'], filters: ['meetingId'], sort: ['createdAt', 'asc'] },
  writable: { update: false, import: false },
  menu: false,
})

/** Who spoke, to which item, how long: what equal consultation is measured by. */
export const speeches = defineResource({
  name: 'council.speeches',
  title: '发言',
  scope: 'community',
  display: 'personId',
  fields: {
    meetingId: ref('council.meetings', { title: '会议', required: true, readOnly: true }),
    personId: ref('registry.people', { title: '居民', required: true, readOnly: true }),
    itemId: ref('council.agenda-items', { title: '议程', readOnly: true }),
    askedAt: dateTime({ title: '举手时间', required: true, readOnly: true }),
    startedAt: dateTime({ title: '开始', readOnly: true }),
    endedAt: dateTime({ title: '结束', readOnly: true }),
    seconds: integer({ title: '秒', min: 0, readOnly: true }),
  },
  list: { columns: ['personId', 'askedAt', 'seconds', 'meetingId'], filters: ['meetingId'], sort: ['askedAt', 'asc'] },
  writable: { create: false, update: false },
  menu: false,
})

/** A member's signature under the minutes. */
export const signatures = defineResource({
  name: 'council.signatures',
  title: '纪要签字',
  scope: 'community',
  display: 'personId',
  fields: {
    meetingId: ref('council.meetings', { title: '会议', required: true, readOnly: true }),
    personId: ref('registry.people', { title: '签字人', required: true, readOnly: true }),
    remark: text({ title: '保留意见', max: 300, readOnly: true }),
    signedAt: dateTime({ title: '签字时间', required: true, readOnly: true }),
  },
  unique: [['meetingId', 'personId']],
  list: { columns: ['personId', 'signedAt', 'remark', 'meetingId'], filters: ['meetingId'], sort: ['signedAt', 'asc'] },
  writable: { create: false, update: false },
  menu: false,
})

/** An opinion for next month's work, raised at a meeting; it comes back on every agenda until it is answered. */
export const opinions = defineResource({
  name: 'council.opinions',
  title: '工作意见',
  scope: 'community',
  display: 'text',
  fields: {
    councilId: ref('council.councils', { title: '议事会', required: true, immutable: true }),
    meetingId: ref('council.meetings', { title: '提出的会议', immutable: true }),
    text: text({ title: '意见', required: true, min: 2, max: 120, immutable: true }),
    raisedOn: date({ title: '提出日期', required: true, immutable: true }),
    raisedBy: text({ title: '提出人', max: 30, privacy: 'P1' }),
    answer: longText({ title: '答复', max: 1000, readOnly: true }),
    answeredOn: date({ title: '答复日期', readOnly: true }),
  },
  list: {
    columns: ['text', 'councilId', 'raisedOn', 'status', 'answeredOn'],
    filters: ['status', 'councilId', 'communityId'],
    sort: ['raisedOn', 'desc'],
  },
  writable: { import: false },
  empty: '还没有工作意见。开会时在「下月工作意见」里记下，下次会议自动列入议程。',
  workflow: {
    initial: 'open',
    states: { open: { title: '待答复', tone: 'waiting' }, answered: { title: '已答复', tone: 'good', final: true } },
    steps: {
      answer: {
        title: '答复',
        from: ['open'],
        to: 'answered',
        promise: { n: 30, unit: 'calendarDays' },
        input: { answer: longText({ title: '办理情况', required: true, max: 1000 }) },
      },
    },
  },
})

/** Why a period's meeting was not held. It explains the gap and leaves the period in the denominator. */
export const excuses = defineResource({
  name: 'council.excuses',
  title: '未召开说明',
  scope: 'community',
  display: 'period',
  fields: {
    councilId: ref('council.councils', { title: '议事组织', required: true, immutable: true }),
    period: text({
      title: '哪一期',
      required: true,
      immutable: true,
      max: 7,
      pattern: {
        source: '^\\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$',
        zh: '按月开会写 2026-05，按季度写 2026-Q2，按年写 2026',
        en: 'like 2026-05, 2026-Q2 or 2026',
      },
      help: '按这个组织多久开一次会来写：按月写 2026-05，按季度写 2026-Q2，按年写 2026',
    }),
    writer: text({ title: '填写人', required: true, max: 30, privacy: 'P1' }),
    why: text({ title: '原因', required: true, max: 200 }),
  },
  unique: [['councilId', 'period']],
  list: { columns: ['period', 'councilId', 'why', 'writer', 'createdAt'], filters: ['councilId'], sort: ['period', 'desc'] },
  writable: { update: false, import: false },
  menu: false,
})
