import { dayOf } from '@linli/core/date'
import type { ActionInput, Row } from '@linli/kit'
import type { concludeItem, giveFloor, leaveMeeting, signIn, signMinutes, startItem } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { agendaItems, attendances, meetings, opinions, signatures, speeches } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'

type MeetingRow = Row<typeof meetings>

/** Signs somebody in. Behind the lock of the meeting, so that two presses make one seat; the table's key holds it a second time. */
export async function signedIn(
  ctx: Ctx,
  meetingId: string,
  personId: string,
  how: { readonly mode: 'inPerson' | 'online'; readonly via: 'code' | 'list' },
): Promise<Row<typeof attendances>> {
  const all = ctx.elevated()
  const meeting = await all.rows(meetings).lock(meetingId)
  const isToday = meeting.status === 'noticed' && dayOf(meeting.scheduledAt) === ctx.today
  if (meeting.status !== 'open' && !isToday) return ctx.refuse(reason('meeting.not_open'))
  if (!meeting.roll?.members.some(({ id }) => id === personId)) return ctx.refuse(reason('meeting.not_on_roll', undefined, 'personId'))
  if (await all.rows(attendances).first({ meetingId, seat: personId }))
    return ctx.refuse(reason('meeting.signed_in', undefined, 'personId'))
  return all.rows(attendances).create({ meetingId, personId, ...how, inAt: ctx.now, seat: personId, communityId: meeting.communityId })
}

export async function handleSignIn(ctx: Ctx, input: ActionInput<typeof signIn>): Promise<{ signedInAt: string }> {
  const row = await signedIn(ctx, input.id, input.personId, { mode: input.mode ?? 'inPerson', via: 'list' })
  return { signedInAt: row.inAt }
}

export async function handleLeave(ctx: Ctx, input: ActionInput<typeof leaveMeeting>): Promise<{ leftAt: string }> {
  await ctx.rows(meetings).lock(input.id)
  const rows = ctx.elevated().rows(attendances)
  const stay = await rows.first({ meetingId: input.id, seat: input.personId })
  if (!stay) return ctx.refuse(reason('meeting.not_signed_in', undefined, 'personId'))
  await rows.update(stay.id, { outAt: ctx.now, seat: null })
  return { leftAt: ctx.now }
}

async function itemOf(ctx: Ctx, meeting: MeetingRow, itemId: string): Promise<Row<typeof agendaItems>> {
  const item = await parentOf(ctx, agendaItems, itemId)
  return item.meetingId === meeting.id ? item : ctx.refuse(reason('meeting.item_foreign', undefined, 'itemId'))
}

async function openMeeting(ctx: Ctx, id: string): Promise<MeetingRow> {
  const meeting = await ctx.rows(meetings).lock(id)
  return meeting.status === 'open' ? meeting : ctx.refuse(reason('meeting.not_open'))
}

export async function handleStartItem(ctx: Ctx, input: ActionInput<typeof startItem>): Promise<{ started: boolean }> {
  const meeting = await openMeeting(ctx, input.id)
  const item = await itemOf(ctx, meeting, input.itemId)
  const rows = ctx.elevated().rows(agendaItems)
  for (const { id } of (await rows.list({ filter: { meetingId: meeting.id, state: 'current' }, limit: 50, total: 'none' })).rows)
    if (id !== item.id) await rows.update(id, { state: 'waiting' })
  await rows.update(item.id, { state: 'current' })
  await ctx.elevated().rows(meetings).update(meeting.id, { currentItemId: item.id })
  return { started: true }
}

export async function handleConcludeItem(ctx: Ctx, input: ActionInput<typeof concludeItem>): Promise<{ concluded: boolean }> {
  const meeting = await openMeeting(ctx, input.id)
  const item = await itemOf(ctx, meeting, input.itemId)
  const all = ctx.elevated()
  await all.rows(agendaItems).update(item.id, { state: input.putOff === 'yes' ? 'put_off' : 'done', conclusion: input.conclusion })
  if (meeting.currentItemId === item.id) await all.rows(meetings).update(meeting.id, { currentItemId: null })
  if (item.kind === 'opinions' && input.putOff !== 'yes') {
    for (const text of input.conclusion.split(/[\n；;]+/).map((line) => line.trim())) {
      if (text.length < 2) continue
      await all.rows(opinions).create({
        councilId: meeting.councilId,
        meetingId: meeting.id,
        text: text.slice(0, 120),
        raisedOn: ctx.today,
        communityId: meeting.communityId,
      })
    }
  }
  return { concluded: true }
}

/** Puts somebody on the list of speakers; the same person again ends what they are saying. */
export async function spoke(ctx: Ctx, meeting: MeetingRow, personId: string, asked: boolean): Promise<{ speaking: boolean }> {
  const rows = ctx.elevated().rows(speeches)
  if (!meeting.roll?.members.some(({ id }) => id === personId)) return ctx.refuse(reason('meeting.not_on_roll', undefined, 'personId'))
  const open = await rows.first({ meetingId: meeting.id, personId, endedAt_empty: true })
  if (open && asked) return { speaking: open.startedAt !== null }
  if (open?.startedAt) {
    await rows.update(open.id, {
      endedAt: ctx.now,
      seconds: Math.max(0, Math.round((Date.parse(ctx.now) - Date.parse(open.startedAt)) / 1000)),
    })
    return { speaking: false }
  }
  if (open) await rows.update(open.id, { startedAt: ctx.now })
  else
    await rows.create({
      meetingId: meeting.id,
      personId,
      itemId: meeting.currentItemId,
      askedAt: ctx.now,
      startedAt: asked ? null : ctx.now,
      communityId: meeting.communityId,
    })
  return { speaking: !asked }
}

export async function handleGiveFloor(ctx: Ctx, input: ActionInput<typeof giveFloor>): Promise<{ speaking: boolean }> {
  return spoke(ctx, await openMeeting(ctx, input.id), input.personId, false)
}

/** A signature under the minutes; who was not there signs nothing. */
export async function signed(ctx: Ctx, meetingId: string, personId: string, remark: string | null): Promise<{ signatures: number }> {
  const all = ctx.elevated()
  const meeting = await all.rows(meetings).lock(meetingId)
  if (meeting.status !== 'written') return ctx.refuse(reason('meeting.not_open'))
  if (!(await all.rows(attendances).first({ meetingId, personId })))
    return ctx.refuse(reason('meeting.did_not_attend', undefined, 'personId'))
  if (await all.rows(signatures).first({ meetingId, personId })) return ctx.refuse(reason('meeting.signed', undefined, 'personId'))
  await all.rows(signatures).create({ meetingId, personId, remark, signedAt: ctx.now, communityId: meeting.communityId })
  const count = meeting.signatures + 1
  await all.rows(meetings).update(meetingId, { signatures: count })
  return { signatures: count }
}

export function handleSignMinutes(ctx: Ctx, input: ActionInput<typeof signMinutes>): Promise<{ signatures: number }> {
  return signed(ctx, input.id, input.personId, input.remark ?? null)
}
