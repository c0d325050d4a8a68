import { choice, defineAction, file, geoPoint, longText, phone, ref, text } from '@linli/kit'
import { mayHandOn } from '../rules/handing.ts'
import { EVENT_LEVELS, EVENT_TYPES } from '../rules/options.ts'

/** What an officer or resident sends from the phone. */
const report = {
  offlineId: text({ title: '提交编号', required: true, min: 8, max: 64, help: '同一份草稿重复发送只算一次' }),
  title: text({ title: '事件', required: true, max: 60 }),
  type: choice({ title: '类别', required: true, options: EVENT_TYPES }),
  description: longText({ title: '详细情况', max: 2000 }),
  place: text({ title: '地点', max: 120 }),
  spot: geoPoint({ title: '位置' }),
  photo: file({ title: '现场照片' }),
}

export interface ReportedEvent {
  readonly eventId: string
  readonly no: string
  /** Whether this very submission was received before. */
  readonly repeated: boolean
}
const reported: ReportedEvent = { eventId: '019abc00-0000-7000-8000-000000000001', no: 'WG20261122-7K3M9Q', repeated: false }

/** An officer reports from the phone, also from a draft made without network (W3). */
export const quickEvent = defineAction({
  name: 'grid.quick-event',
  title: '快速上报',
  hidden: true,
  input: {
    ...report,
    level: choice({ title: '等级', required: true, default: 'normal', options: EVENT_LEVELS }),
    unitId: ref('registry.units', { title: '房屋或小区' }),
    reporter: text({ title: '报告人', max: 30 }),
    reporterPhone: phone({ title: '报告人电话' }),
    gridCode: text({ title: '所属网格', max: 15, help: '管几个网格时选一个' }),
  },
  example: reported,
})

/** A resident reports from the phone. */
export const reportEvent = defineAction({
  name: 'grid.report-event',
  title: '我要反映',
  hidden: true,
  input: report,
  example: reported,
})

/** A resident's own reports, with what became of them. */
export interface MyEvent {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly at: string
  readonly status: string
  readonly statusTitle: string
  readonly handlerName: string | null
  readonly result: string | null
  readonly dueAt: string | null
  /** How far the residents' council and the counter have come with it, where it went there. */
  readonly elsewhere: readonly { readonly where: string; readonly state: string }[]
  /** Whether the reporter is asked whether it is done. */
  readonly asksMe: boolean
}

/** What somebody reported, with what became of it. */
export const myEvents = defineAction({
  name: 'grid.my-events',
  title: '我反映的事',
  hidden: true,
  readOnly: true,
  input: {},
  example: { events: [] as readonly MyEvent[] },
})

/** The reporter says whether it is done; "no" gives it back to whoever handles it. */
export const confirmEvent = defineAction({
  name: 'grid.confirm-event',
  title: '确认办理结果',
  hidden: true,
  input: {
    eventId: ref('grid.events', { title: '事件', required: true }),
    answer: choice({
      title: '解决了吗',
      required: true,
      options: { solved: '已解决', partly: '部分解决', explained: '没能解决，理由认可', no: '没有解决' },
    }),
    words: text({ title: '您的意见', max: 200 }),
  },
  example: { status: 'confirmed' },
})

/** Answers an urgent event: somebody is on it (W5). */
export const acknowledge = defineAction({
  name: 'grid.events.acknowledge',
  title: '响应',
  help: '要在限定时间内响应：表示已有人处理。紧急事件不响应不能派办。',
  resource: 'grid.events',
  offered: ({ acknowledgedAt, status }) =>
    !acknowledgedAt && ['reported', 'verified', 'dispatched', 'returned', 'reopened'].includes(String(status)),
  input: { text: text({ title: '谁去处理、怎么处理', required: true, max: 200 }) },
  example: { acknowledgedAt: '2026-11-22T04:10:00.000Z', late: false },
  answer: { acknowledgedAt: '响应时间' },
})

/** A possible repeat, nearest first. */
export interface LikelyRepeat {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly status: string
  readonly statusTitle: string
  readonly at: string
  readonly metres: number | null
}

/** Events that this one may repeat (W6). */
export const nearby = defineAction({
  name: 'grid.events.nearby',
  title: '查找重复',
  hidden: true,
  readOnly: true,
  resource: 'grid.events',
  input: {},
  example: { repeats: [] as readonly LikelyRepeat[] },
})

/** Gives an event to the residents' council. */
export const escalate = defineAction({
  name: 'grid.events.escalate',
  title: '提交居民议事会',
  help: '需要大家商量的事，作为议题线索交给居民议事会。',
  resource: 'grid.events',
  offered: ({ councilState, status }) => !councilState && mayHandOn(status),
  input: { text: text({ title: '为什么要大家商量', required: true, max: 200 }) },
  example: { sent: true },
})

/** Gives an event to the service counter, because behind it somebody needs a service. */
export const needService = defineAction({
  name: 'grid.events.need-service',
  title: '转窗口办理',
  help: '背后是要办的事项（证明、补贴等），交给窗口首问登记。',
  resource: 'grid.events',
  offered: ({ serviceState, status }) => !serviceState && mayHandOn(status),
  input: { text: text({ title: '要办什么', required: true, max: 200 }) },
  example: { sent: true },
})
