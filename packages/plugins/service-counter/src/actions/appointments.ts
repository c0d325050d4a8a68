import { choice, date, defineAction, integer, phone, ref, text } from '@linli/kit'

/** Opens the slots of a window for some days at once, by the opening hours. */
export const openSlots = defineAction({
  name: 'counter.open-slots',
  title: '开放预约',
  help: '按办公时间，为一个窗口一次开放几天；已有的时段不重复，休息日不开。',
  input: {
    windowId: ref('counter.windows', { title: '窗口', required: true }),
    from: date({ title: '从哪天', required: true }),
    to: date({ title: '到哪天', required: true }),
    minutes: integer({ title: '每个时段（分钟）', required: true, default: 60, min: 10, max: 240 }),
    seats: integer({ title: '每个时段几个号', required: true, default: 4, min: 1, max: 60 }),
    deskSeats: integer({ title: '其中留给电话和窗口', required: true, default: 1, min: 0, max: 60 }),
  },
  example: { opened: 14 },
  answer: { opened: '新开放时段（个）' },
})

/** A time that somebody can still choose. */
export interface FreeSlot {
  readonly id: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly window: string
  readonly community: string
  readonly free: number
}

/** The times that can be booked from a phone: for anybody. How many are left is told, never who has them. */
export const freeSlots = defineAction({
  name: 'counter.free-slots',
  title: '可预约时段',
  public: true,
  readOnly: true,
  hidden: true,
  input: {},
  example: { street: '', phone: '', slots: [] as readonly FreeSlot[] },
})

/** Books a time from a phone. What is not possible is answered alike, whatever the reason, so that nobody learns of somebody else's bookings. */
export const book = defineAction({
  name: 'counter.book',
  title: '预约办理',
  public: true,
  hidden: true,
  input: {
    slotId: ref('counter.slots', { title: '时段', required: true }),
    itemCode: text({ title: '办什么事', max: 40 }),
    name: text({ title: '姓名', required: true, max: 40, privacy: 'P1' }),
    phone: phone({ title: '手机号码', required: true }),
  },
  example: { no: 'Y20260506-0001', day: '2026-05-06', from: '09:00', to: '10:00', where: '3 号窗口' },
})

/** Looks at the own booking, or takes it back, by its number and the last four digits of the telephone. */
export const booking = defineAction({
  name: 'counter.booking',
  title: '查看或取消预约',
  public: true,
  hidden: true,
  input: {
    no: text({ title: '预约号', required: true, max: 30 }),
    tail: text({ title: '手机后四位', required: true, min: 4, max: 4 }),
    does: choice({ title: '做什么', required: true, default: 'look', options: { look: '查看', cancel: '取消预约' } }),
  },
  example: { found: true, message: '', state: '已预约', day: '2026-05-06', from: '09:00', to: '10:00', where: '3 号窗口', canCancel: true },
})
