import { workingDaysBetween } from '@linli/core/calendar'
import { addDays, dayOf, instantAt } from '@linli/core/date'
import type { Refusal } from '@linli/core/refusal'
import type { ActionInput, NewRow, Row } from '@linli/kit'
import { type Effects, type Guards, RefusedError } from '@linli/store'
import type { book, booking, freeSlots, FreeSlot, openSlots } from '../actions/index.ts'
import { reason } from '../reasons.ts'
import { appointments, items, slots, tickets, windows } from '../resources/index.ts'
import { openingOf } from '../rules/opening.ts'
import { tailOf } from '../rules/slip.ts'
import { freeSeats, nextSeat, type SlotSeats, slotTimes } from '../rules/slots.ts'
import type { Ctx } from './context.ts'
import { nextNumber } from './numbers.ts'
import { TriesLeft } from './tries.ts'

type Slot = Row<typeof slots>
const HELD = ['booked', 'arrived'] as const
const MOST_SLOTS = 500

export const slotGuards: Guards<Ctx, typeof slots> = {
  create: async (ctx, { values }) => {
    const window = await ctx.elevated().rows(windows).get(values.windowId)
    return { title: `${values.day} ${values.from}—${values.to} ${window.name}`.slice(0, 120), communityId: window.communityId }
  },
}

/** A seat is taken under the lock of its slot; the table holds that nobody else has it, and that a telephone has one in a slot. */
export const appointmentGuards: Guards<Ctx, typeof appointments> = {
  create: async (ctx, { values }) => {
    const slot = await ctx.elevated().rows(slots).lock(values.slotId)
    const online = values.bookedBy === 'online'
    const startsAt = momentOf(slot.day, slot.from)
    if (slot.status !== 'open' || startsAt <= ctx.now) return reason('slot.over', undefined, 'slotId')
    const seat = nextSeat(await seatsOf(ctx, slot), online)
    if (seat === undefined) return reason('slot.full', undefined, 'slotId')
    if (await ctx.elevated().rows(appointments).first({ slotId: slot.id, phone: values.phone, status: 'booked' }))
      return reason('appointment.twice', undefined, 'phone')
    return {
      no: await nextNumber(ctx, 'counter_appointments', 'Y'),
      seat,
      startsAt,
      endsAt: momentOf(slot.day, slot.to),
      communityId: slot.communityId,
    }
  },
  arrive: (ctx, { row }) => (row.startsAt !== null && dayOf(row.startsAt) === ctx.today ? {} : reason('appointment.other_day')),
}

export const appointmentEffects: Effects<Ctx, typeof appointments> = {
  // Whoever booked is called with those who have priority, and waits no second time.
  arrive: async (ctx, { after: { id, personId, itemId, communityId } }) => {
    const all = ctx.elevated()
    const item = itemId ? await all.rows(items).find(itemId) : undefined
    const ticket = await all.rows(tickets).create({ personId, priority: 'booked', matter: item?.name ?? '预约办理', communityId })
    await all.rows(appointments).update(id, { ticketId: ticket.id })
  },
}

/** Opens slots for the working days between two days; what is open already is left as it is. */
export async function handleOpenSlots(ctx: Ctx, input: ActionInput<typeof openSlots>): Promise<{ opened: number }> {
  const { windowId, from, to, minutes, seats, deskSeats } = input
  if (to < from || to > addDays(from, 62)) return ctx.refuse(reason('slot.days', undefined, 'to'))
  const times = slotTimes(openingOf(ctx.settings.opening), minutes ?? 60)
  const { communityId } = await ctx.rows(windows).get(windowId)
  let opened = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!isWorkingDay(ctx, day)) continue
    for (const span of times) {
      if (await ctx.elevated().rows(slots).first({ windowId, day, from: span.from })) continue
      await ctx.rows(slots).create({ windowId, day, ...span, seats, deskSeats, communityId })
      opened += 1
    }
  }
  return { opened }
}

/** What can be booked from a phone within the days that the street opens. */
export async function handleFreeSlots(ctx: Ctx): Promise<(typeof freeSlots)['example']> {
  const { street, settings } = ctx
  const { rows } = await ctx.rows(slots).list({
    filter: { status: 'open', day_gte: ctx.today, day_lte: addDays(ctx.today, settings.bookAheadDays) },
    sort: ['day', 'asc'],
    limit: MOST_SLOTS,
    total: 'none',
  })
  const ahead = rows.filter(({ day, from }) => momentOf(day, from) > ctx.now)
  const taken = await takenBySlot(
    ctx,
    ahead.map(({ id }) => id),
  )
  const named = new Map((await ctx.rows(windows).list({ limit: 200, total: 'none' })).rows.map(({ id, name }) => [id, name]))
  const free = ahead.flatMap((slot): FreeSlot[] => {
    const left = freeSeats({ seats: slot.seats, deskSeats: slot.deskSeats, taken: taken.get(slot.id) ?? [] }, true)
    if (left === 0) return []
    const { id, day, from, to } = slot
    const community = street.communities.find(({ code }) => code === slot.communityId)?.name ?? street.name
    return [{ id, day, from, to, window: named.get(slot.windowId) ?? '', community, free: left }]
  })
  return { street: street.name, phone: settings.phone, slots: free.toSorted((a, b) => (a.day + a.from).localeCompare(b.day + b.from)) }
}

/** Books from a phone. Full, past, booked twice or missed too often: one answer, so that it tells nothing of anybody. */
export async function handleBook(ctx: Ctx, { slotId, itemCode, name, phone }: ActionInput<typeof book>): Promise<(typeof book)['example']> {
  const ask = (): never => ctx.refuse(reason('appointment.ask_desk', { phone: ctx.settings.phone }))
  const slot = await ctx.rows(slots).find(slotId)
  if (!slot || (await isTooMuch(ctx, phone, slot))) return ask()
  const item = itemCode ? await ctx.rows(items).first({ code: itemCode }) : undefined
  try {
    const values: NewRow<typeof appointments> = { slotId, itemId: item?.id ?? null, name, phone, bookedBy: 'online' }
    const row = await ctx.attempt(() => ctx.rows(appointments).create(values))
    const window = await ctx.rows(windows).find(slot.windowId)
    return { no: row.no ?? '', day: slot.day, from: slot.from, to: slot.to, where: window?.name ?? '' }
  } catch (error) {
    if (error instanceof RefusedError && error.refusals.every(isAlike)) return ask()
    throw error
  }
}

const isAlike = ({ code }: Refusal): boolean => ['slot.full', 'slot.over', 'appointment.twice', 'row.taken'].includes(code)

/** The own booking, found or taken back by its number and four digits; wrong ones are counted and answered alike. */
export async function handleBooking(ctx: Ctx, { no, tail, does }: ActionInput<typeof booking>): Promise<(typeof booking)['example']> {
  const row = await ctx.rows(appointments).first({ no: no.trim().toUpperCase() })
  const none = { ...NOBODY, message: reason('booking.none').zh }
  if (!row) return none
  const tries = new TriesLeft(ctx.now, row)
  if (tries.isOver) return { ...NOBODY, message: reason('progress.too_many').zh }
  if (tailOf(row.phone) !== tail) {
    await ctx.rows(appointments).update(row.id, tries.failed(), { reason: '预约查询没有通过' })
    return none
  }
  const isAhead = row.status === 'booked' && (row.startsAt ?? '') > ctx.now
  if (does === 'cancel' && !isAhead) return { ...NOBODY, message: reason('booking.late').zh }
  const after = does === 'cancel' ? await ctx.rows(appointments).step(row.id, 'cancel', { why: '本人在手机取消' }) : row
  const slot = await ctx.rows(slots).get(row.slotId)
  const window = await ctx.rows(windows).find(slot.windowId)
  return {
    found: true,
    message: '',
    state: appointments.workflow?.states[after.status].title ?? '',
    day: slot.day,
    from: slot.from,
    to: slot.to,
    where: window?.name ?? '',
    canCancel: after.status === 'booked' && isAhead,
  }
}

const NOBODY = { found: false, message: '', state: '', day: '', from: '', to: '', where: '', canCancel: false }

/** Writes down who did not come. */
export async function missAppointments(ctx: Ctx): Promise<void> {
  const rows = ctx.rows(appointments)
  for await (const { id } of rows.each({ filter: { status: 'booked', endsAt_lt: ctx.now } })) await rows.step(id, 'miss', {})
}

/** Forgets who booked, some days after the day; the time and whether somebody came stay for the figures. */
export async function forgetBookers(ctx: Ctx): Promise<void> {
  const before = instantAt(addDays(ctx.today, -ctx.settings.appointmentKeepDays), 0)
  const rows = ctx.rows(appointments)
  for await (const { id } of rows.each({ filter: { startsAt_lt: before, forgottenAt_empty: true } }))
    await rows.update(id, { name: null, phone: null, personId: null, forgottenAt: ctx.now }, { reason: '预约人信息保存期满，自动删除' })
}

/** Whether a telephone has booked that day already, or missed so often that it is asked to telephone. */
async function isTooMuch(ctx: Ctx, phone: string, slot: Slot): Promise<boolean> {
  const rows = ctx.elevated().rows(appointments)
  const day = { startsAt_gte: instantAt(slot.day, 0), startsAt_lt: instantAt(addDays(slot.day, 1), 0) }
  if ((await rows.count({ phone, status: 'booked', ...day })) > 0) return true
  const since = instantAt(addDays(ctx.today, -90), 0)
  return (await rows.count({ phone, status: 'missed', startsAt_gte: since })) >= ctx.settings.missLimit
}

async function seatsOf(ctx: Ctx, { id, seats, deskSeats }: Slot): Promise<SlotSeats> {
  return { seats, deskSeats, taken: (await takenBySlot(ctx, [id])).get(id) ?? [] }
}

async function takenBySlot(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, SlotSeats['taken']>> {
  if (ids.length === 0) return new Map()
  const { rows } = await ctx
    .elevated()
    .rows(appointments)
    .list({ filter: { slotId: [...ids], status: HELD }, limit: 20_000, total: 'none' })
  const seats = rows.map(({ slotId, seat, bookedBy }) => ({ slotId, seat: seat ?? 0, isOnline: bookedBy === 'online' }))
  return Map.groupBy(seats, ({ slotId }) => slotId)
}

function isWorkingDay({ calendar }: Ctx, day: string): boolean {
  const worked = workingDaysBetween(calendar, addDays(day, -1), day)
  return worked.ok && worked.value.days === 1
}

function momentOf(day: string, time: string): string {
  return instantAt(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
}
