import { PLACES, type TestRow } from '@linli/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { appointments, book, booking, freeSlots, openSlots, slots, tickets, windows } from '../src/index.ts'
import { APRIL, at, type Hall, openHall } from './hall.ts'

let hall: Hall
let windowId = ''
beforeAll(async () => {
  hall = await openHall()
  windowId = (await hall.director.create(windows, { name: '3 号窗口', communityId: PLACES.east })).ok().id
})
beforeEach(() => hall.street.now(APRIL))
afterAll(() => hall.street.close())

interface Booked {
  readonly no: string
}
const post = <T>(action: typeof book | typeof booking | typeof freeSlots, input: object) =>
  hall.street.anonymous.action<T>(action, input as Readonly<Record<string, unknown>>)
async function slot(more: object = {}): Promise<string> {
  const values = { windowId, day: '2026-05-06', from: '09:00', to: '10:00', seats: 3, deskSeats: 1, ...more }
  return (await hall.director.create(slots, values)).ok().id
}
const online = (slotId: string, phone: string) => post<Booked>(book, { slotId, name: '来办事的人', phone })
const free = async (slotId: string): Promise<number> =>
  (await post<{ slots: { id: string; free: number }[] }>(freeSlots, {})).ok().slots.find(({ id }) => id === slotId)?.free ?? 0

it('slots are opened for the working days by the opening hours, once', async () => {
  const days = { windowId, from: '2026-05-05', to: '2026-05-07', minutes: 120, seats: 2, deskSeats: 0 }
  // The fifth is a holiday; a morning of three hours holds one of two hours, the afternoon of four two.
  expect((await hall.director.action<{ opened: number }>(openSlots, days)).ok()).toEqual({ opened: 6 })
  expect((await hall.director.action<{ opened: number }>(openSlots, days)).ok()).toEqual({ opened: 0 })
  expect((await hall.director.action(openSlots, { ...days, to: '2026-08-01' })).code).toBe('slot.days')
})

it('a seat is booked once, however many press at the same moment, and those kept for the desk are not given away online', async () => {
  const slotId = await slot({ from: '13:00', to: '14:00', day: '2026-05-08' })
  expect(await free(slotId)).toBe(2)
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => online(slotId, `138000020${String(10 + n)}`)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ code }) => code))).toEqual(new Set(['appointment.ask_desk']))
  expect(await free(slotId)).toBe(0)
  // An elder telephones: the clerk has a seat for them, and one alone.
  const call = (phone: string) =>
    hall.window3.create<TestRow>(appointments, { slotId, name: '王秀兰', personId: hall.elder.id, phone, bookedBy: 'phone' })
  expect((await call('13800001111')).ok()).toMatchObject({ seat: 3, status: 'booked' })
  expect((await call('13800001112')).code).toBe('slot.full')
  const twice = sql`insert into counter_appointments select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'no', 'Y-twice', 'phone_hash', 'other'))).* from counter_appointments a where slot_id = ${slotId} and seat = 3`
  await expect(twice.execute(hall.street.store.db)).rejects.toThrow('counter_appointments_seat')
})

it('the page tells nobody anything of others: not who booked, nor why something is not possible', async () => {
  const slotId = await slot({ day: '2026-05-09', from: '09:00' })
  const { no } = (await online(slotId, '13800003001')).ok()
  const shown = JSON.stringify((await post(freeSlots, {})).ok())
  for (const secret of ['来办事的人', '13800003001', '138****3001', no]) expect(shown).not.toContain(secret)
  const past = await slot({ day: '2026-04-30', from: '09:00' })
  const refusals = [
    await online(slotId, '13800003001'),
    await online(past, '13800003002'),
    await online('01900000-0000-7000-8000-000000000000', '13800003003'),
  ]
  expect(new Set(refusals.map(({ status, code }) => `${status} ${code ?? ''}`)).size).toBe(1)
  const look = async (number: string, tail: string): Promise<unknown> =>
    (await post<{ message: string }>(booking, { no: number, tail })).ok().message
  expect(await look(no, '9999')).toBe(await look('Y20260430-9999', '9999'))
})

it('whoever booked looks at it and takes it back with the number and four digits; too many wrong tries wait an hour', async () => {
  const slotId = await slot({ day: '2026-05-11', from: '09:00', seats: 1, deskSeats: 0 })
  const { no } = (await online(slotId, '13800004001')).ok()
  expect((await post(booking, { no: no.toLowerCase(), tail: '4001' })).ok()).toMatchObject({
    found: true,
    state: '已预约',
    day: '2026-05-11',
    canCancel: true,
  })
  expect((await post(booking, { no, tail: '4001', does: 'cancel' })).ok()).toMatchObject({ state: '已取消', canCancel: false })
  expect((await online(slotId, '13800004002')).status).toBe(200)
  for (let n = 0; n < 8; n += 1) (await post(booking, { no, tail: '0000' })).ok()
  expect((await post<{ message: string }>(booking, { no, tail: '4001' })).ok().message).toContain('一小时后')
  hall.street.now(at('2026-04-30', '11:01'))
  expect((await post(booking, { no, tail: '4001' })).ok()).toMatchObject({ found: true })
})

it('who comes takes a number with priority; who does not is written down, and after three times telephones instead', async () => {
  const { director, street, window3 } = hall
  const come = (await online(await slot({ day: '2026-05-12', from: '09:00' }), '13800005001')).ok()
  for (const day of ['2026-05-12', '2026-05-13', '2026-05-14']) {
    const answer = await online(await slot({ day, from: '14:00', to: '15:00' }), '13800005002')
    expect(answer.status).toBe(200)
  }
  const [row] = (await director.list<TestRow>(appointments, { filter: { no: come.no } })).ok()
  // A place in next week's list is no way to the head of today's queue.
  expect((await window3.step(appointments, String(row?.id), 'arrive')).code).toBe('appointment.other_day')
  street.now(at('2026-05-12', '09:05'))
  const arrived = (await window3.step(appointments, String(row?.id), 'arrive')).ok()
  const [ticket] = (await director.list<TestRow>(tickets, { filter: { day: '2026-05-12' } })).ok()
  expect(ticket).toMatchObject({ priority: 'booked', rank: 1 })
  expect((await director.find(appointments, arrived.id)).ok()).toMatchObject({ status: 'arrived', ticketId: ticket?.id })
  street.now(at('2026-05-15', '09:00'))
  await hall.tick()
  expect((await director.list(appointments, { filter: { status: 'missed' } })).ok().length).toBeGreaterThanOrEqual(3)
  const next = await slot({ day: '2026-05-18', from: '09:00' })
  expect((await online(next, '13800005002')).code).toBe('appointment.ask_desk')
  const byPhone = { slotId: next, name: '李', phone: '13800005002', bookedBy: 'phone' }
  expect((await window3.create(appointments, byPhone)).status).toBe(201)
})

it('who booked is forgotten ninety days after the day, in the table and in the audit, and the time stays for the figures', async () => {
  const { director, street, window3 } = hall
  const slotId = await slot({ day: '2026-05-20', from: '09:00' })
  const { no } = (await post<Booked>(book, { slotId, name: '欧阳预约', phone: '13800007777' })).ok()
  const call = { slotId, name: '欧阳代约', personId: hall.elder.id, phone: '13800007778', bookedBy: 'phone' }
  const { id } = (await window3.create(appointments, call)).ok()
  // A rule may drop them; whoever books may not leave them out.
  expect((await window3.create(appointments, { slotId, bookedBy: 'desk' })).body).toMatchObject({
    errors: [{ field: 'name' }, { field: 'phone' }],
  })
  ;(await window3.step(appointments, id, 'cancel', { why: '不来了' })).ok()
  const known = async (): Promise<readonly TestRow[]> => (await director.list<TestRow>(appointments, { filter: { slotId } })).ok()

  street.now(at('2026-08-18', '23:00'))
  await hall.tick()
  await hall.forget()
  expect(new Set((await known()).map(({ name }) => name))).toEqual(new Set(['欧阳代约', '欧阳预约']))
  street.now(at('2026-08-19', '03:35'))
  await hall.forget()
  const rows = await known()
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['cancelled', 'missed']))
  for (const row of rows)
    expect(row).toMatchObject({ name: null, phone: null, personId: null, slotId, forgottenAt: at('2026-08-19', '03:35') })
  const { db } = street.store
  const { rows: kept } = await sql`select * from counter_appointments where slot_id = ${slotId}`.execute(db)
  for (const row of kept)
    expect(row).toMatchObject({ namePinyin: null, phoneCipher: null, phoneHash: null, phoneMask: null, personId: null })
  const { rows: audit } = await sql`select * from platform_audit where resource = 'counter.appointments'`.execute(db)
  expect(JSON.stringify(audit)).toContain('预约人信息保存期满')
  for (const told of [kept, audit])
    for (const secret of ['欧阳', 'ouyang', '138****777', '1380000777']) expect(JSON.stringify(told)).not.toContain(secret)
  expect((await street.store.audit.verify(PLACES.street)).intact).toBe(true)
  expect((await post<{ found: boolean }>(booking, { no, tail: '7777' })).ok().found).toBe(false)
})
