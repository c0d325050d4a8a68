import type { ActionInput, Row } from '@linli/kit'
import type { Guards } from '@linli/store'
import type { addTrack, walk } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { officers, patrols } from '../../resources/index.ts'
import { isOnShift, isTrackOld, lengthOf, type Shift, trackWithin } from '../../rules/track.ts'
import type { Ctx } from '../context.ts'

/** A patrol stands where its officer does, and only its officer walks it. */
export const patrolGuards: Guards<Ctx, typeof patrols> = {
  create: async (ctx, { values }) => {
    const { communityId, gridId } = await ctx.elevated().rows(officers).get(values.officerId)
    return { communityId, gridId }
  },
  start: (ctx) => ({ startedAt: ctx.now, metres: 0, track: [] }),
  finish: (ctx) => ({ endedAt: ctx.now }),
}

/** Keeps where the officer was, within the shift alone (W7). */
export async function handleTrack(
  ctx: Ctx,
  { patrolId: id, points = [] }: ActionInput<typeof addTrack>,
): Promise<{ kept: number; metres: number }> {
  const patrol = await ctx.rows(patrols).lock(id)
  if (patrol.status !== 'walking') return ctx.refuse(reason('patrol.not_walking'))
  const officer = await walker(ctx, patrol)
  const shift = shiftOf(officer)
  if (!isOnShift(shift, ctx.now)) return ctx.refuse(reason('patrol.off_shift', { from: shift.from, to: shift.to }))
  const fresh = (points ?? []).filter(({ at }) => at <= ctx.now && (!patrol.startedAt || at >= patrol.startedAt))
  const track = trackWithin([...(patrol.track ?? []), ...fresh], shift)
  const metres = lengthOf(track)
  await ctx.elevated().rows(patrols).update(id, { track, metres })
  return { kept: track.length, metres }
}

/** Begins or ends a patrol from the phone; what was done already is not done again. */
export async function handleWalk(ctx: Ctx, { patrolId, does, note, found }: ActionInput<typeof walk>): Promise<{ status: string }> {
  const patrol = await ctx.rows(patrols).lock(patrolId)
  await walker(ctx, patrol)
  const isDone = does === 'start' ? patrol.status !== 'planned' : patrol.status === 'done'
  if (isDone) return { status: patrol.status }
  const rows = ctx.elevated().rows(patrols)
  const after =
    does === 'start'
      ? await rows.step(patrolId, 'start', {})
      : await rows.step(patrolId, 'finish', { note: note || '未发现问题。', found: found ?? 0 })
  return { status: after.status }
}

async function walker(ctx: Ctx, { officerId }: Row<typeof patrols>): Promise<Row<typeof officers>> {
  const officer = await ctx.elevated().rows(officers).get(officerId)
  return officer.accountId && officer.accountId !== ctx.actor.id ? ctx.refuse(reason('patrol.not_yours'), 403) : officer
}

/** When an officer is on duty. */
export function shiftOf({ days, shiftFrom, shiftTo }: Row<typeof officers>): Shift {
  return { days: days ?? [], from: shiftFrom, to: shiftTo }
}

/** Deletes tracks that are older than the street keeps them; the length and the times stay (W7). */
export async function dropOldTracks(ctx: Ctx): Promise<void> {
  const rows = ctx.rows(patrols)
  for await (const patrol of rows.each({ filter: { trackDroppedAt_empty: true, startedAt_empty: false } })) {
    if (!patrol.track || !isTrackOld(patrol.endedAt ?? patrol.startedAt ?? ctx.now, ctx.now, ctx.settings.trackDays)) continue
    await rows.update(patrol.id, { track: null, trackDroppedAt: ctx.now }, { reason: '轨迹保存期满，自动删除' })
  }
}

/** Patrols that were planned for a day gone by. */
export async function missPatrols(ctx: Ctx): Promise<void> {
  for await (const patrol of ctx.rows(patrols).each({ filter: { status: 'planned', plannedOn_lt: ctx.today } })) {
    await ctx.rows(patrols).step(patrol.id, 'miss', {})
  }
}
