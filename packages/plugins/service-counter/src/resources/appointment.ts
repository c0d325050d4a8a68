import { defineReasons } from '@linli/core/refusal'
import { choice, date, dateTime, defineResource, integer, phone, ref, text } from '@linli/kit'
import { BOOKED_BY } from '../rules/options.ts'

const time = { source: '^([01]\\d|2[0-3]):[0-5]\\d$', zh: '写作 09:00', en: 'write 09:00' } as const
const reason = defineReasons({
  'slot.order': { zh: '结束时间要晚于开始时间', en: 'It ends after it begins' },
  'slot.desk_seats': { zh: '留给窗口和电话的号不能多于总号数', en: 'No more seats are kept than there are' },
})

/** A time of a window for which so many may book (预约时段). */
export const slots = defineResource({
  name: 'counter.slots',
  title: '预约时段',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '时段', readOnly: true, max: 120 }),
    windowId: ref('counter.windows', { title: '窗口', required: true, immutable: true }),
    day: date({ title: '日期', required: true, immutable: true, indexed: true }),
    from: text({ title: '开始', required: true, immutable: true, max: 5, pattern: time }),
    to: text({ title: '结束', required: true, immutable: true, max: 5, pattern: time }),
    seats: integer({ title: '号数', required: true, immutable: true, default: 4, min: 1, max: 60 }),
    deskSeats: integer({
      title: '其中留给电话和窗口',
      required: true,
      default: 1,
      min: 0,
      max: 60,
      help: '老年人和不用手机的居民打电话、到窗口约，这些号网上约不到。',
    }),
  },
  unique: [['windowId', 'day', 'from']],
  list: {
    columns: ['title', 'day', 'from', 'to', 'seats', 'deskSeats', 'status'],
    filters: ['status', 'day', 'windowId', 'communityId'],
    sort: ['day', 'asc'],
  },
  writable: { import: false },
  empty: '还没有预约时段。点「开放预约」，一次开放几天；也可以逐个新增。',
  check: ({ from, to, seats, deskSeats }) => [
    ...(from && to && to <= from ? [reason('slot.order', undefined, 'to')] : []),
    ...(typeof seats === 'number' && typeof deskSeats === 'number' && deskSeats > seats
      ? [reason('slot.desk_seats', undefined, 'deskSeats')]
      : []),
  ],
  workflow: {
    initial: 'open',
    states: { open: { title: '可预约', tone: 'good' }, closed: { title: '停止预约', tone: 'bad' } },
    steps: {
      close: { title: '停止预约', from: ['open'], to: 'closed' },
      reopen: { title: '恢复预约', from: ['closed'], to: 'open' },
    },
  },
})

/** Somebody's place in a slot (预约). A seat is held by one alone, which the table says, too. */
export const appointments = defineResource({
  name: 'counter.appointments',
  title: '预约',
  scope: 'community',
  display: 'no',
  fields: {
    no: text({ title: '预约号', readOnly: true, unique: true, max: 30, search: true }),
    slotId: ref('counter.slots', { title: '时段', required: true, immutable: true }),
    seat: integer({ title: '第几号', readOnly: true, min: 1 }),
    startsAt: dateTime({ title: '开始', readOnly: true, indexed: true }),
    endsAt: dateTime({ title: '结束', readOnly: true, indexed: true }),
    itemId: ref('counter.items', { title: '办什么事', immutable: true }),
    personId: ref('registry.people', { title: '居民', immutable: true, privacy: 'P1', passing: true }),
    name: text({
      title: '姓名',
      required: true,
      immutable: true,
      max: 40,
      search: true,
      pinyin: true,
      privacy: 'P1',
      passing: true,
    }),
    phone: phone({ title: '电话', required: true, immutable: true, passing: true }),
    forgottenAt: dateTime({ title: '个人信息已删除', readOnly: true }),
    bookedBy: choice({ title: '怎么约的', required: true, immutable: true, default: 'phone', options: BOOKED_BY }),
    ticketId: ref('counter.tickets', { title: '排队号', readOnly: true }),
    queryFails: integer({ title: '查询失败次数', readOnly: true, internal: true, default: 0, min: 0 }),
    queryFailedAt: dateTime({ title: '最近查询失败', readOnly: true, internal: true }),
  },
  list: {
    columns: ['no', 'name', 'startsAt', 'itemId', 'bookedBy', 'status', 'communityId'],
    filters: ['status', 'slotId', 'bookedBy', 'communityId'],
    sort: ['startsAt', 'asc'],
  },
  writable: { update: false, import: false },
  empty: '没有预约。居民在手机「预约办理」里自己约；打电话来的、到窗口来的，点「新增」代约。',
  workflow: {
    initial: 'booked',
    states: {
      booked: { title: '已预约', tone: 'waiting' },
      arrived: { title: '已到，已取号', tone: 'good', final: true },
      cancelled: { title: '已取消', final: true },
      missed: { title: '没有来', tone: 'bad', final: true },
    },
    steps: {
      arrive: { title: '到了，取号', from: ['booked'], to: 'arrived' },
      cancel: { title: '取消预约', from: ['booked'], to: 'cancelled', input: { why: text({ title: '原因', required: true, max: 100 }) } },
      miss: { title: '过时没有来', from: ['booked'], to: 'missed', automatic: true },
    },
  },
})
