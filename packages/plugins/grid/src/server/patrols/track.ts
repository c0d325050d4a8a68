import type { ActionInput, Row } from '@linli/kit'
import type { addTrack } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { officers, patrols } from '../../resources/index.ts'
import { isTrackOld, lengthOf, type Shift, trackWithin } from '../../rules/track.ts'
import type { Ctx } from '../context.ts'

/** Keeps where the officer was, within the shift alone (W7), also when it is told later, after a time without network. */
export async function handleTrack(
  ctx: Ctx,
  { patrolId: id, points = [] }: ActionInput<typeof addTrack>,
): Promise<{ kept: number; metres: number }> {
  await ctx.rows(patrols).lock(id)
  const all = ctx.elevated().rows(patrols)
  const patrol = await all.get(id)
  if (patrol.status !== 'walking') return ctx.refuse(reason('patrol.not_walking'))
  const shift = shiftOf(await walkerOf(ctx, patrol))
  const fresh = (points ?? []).filter(({ at }) => at <= ctx.now && (!patrol.startedAt || at >= patrol.startedAt))
  if (fresh.length > 0 && trackWithin(fresh, shift).length === 0)
    return ctx.refuse(reason('patrol.off_shift', { from: shift.from, to: shift.to }))
  const track = trackWithin([...((await all.reveal(id, ['track'], 'identity')).track ?? []), ...fresh], shift)
  const metres = lengthOf(track)
  await all.update(id, { track, metres })
  return { kept: track.length, metres }
}

/** The officer of a patrol, who alone walks it. */
export async function walkerOf(ctx: Ctx, { officerId }: Pick<Row<typeof patrols>, 'officerId'>): Promise<Row<typeof officers>> {
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
    if (!isTrackOld(patrol.endedAt ?? patrol.startedAt ?? ctx.now, ctx.now, ctx.settings.trackDays)) continue
    await rows.update(patrol.id, { track: null, trackDroppedAt: ctx.now }, { reason: '轨迹保存期满，自动删除' })
  }
}
