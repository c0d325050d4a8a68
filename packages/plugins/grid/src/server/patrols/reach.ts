import type { ActionInput } from '@linli/kit'
import type { reachPoint } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { patrolPoints, patrols } from '../../resources/index.ts'
import { metresBetween } from '../../rules/distance.ts'
import { isOnShift } from '../../rules/track.ts'
import type { Ctx } from '../context.ts'
import { pastMoment } from '../past-moment.ts'
import { shiftOf, walkerOf } from './track.ts'

interface Reached {
  readonly status: string
  readonly metres: number | null
  readonly repeated: boolean
}

/** A checkpoint reached, perhaps told later. Of where the officer stood only the distance to the point is kept (W7). */
export async function handleReach(
  ctx: Ctx,
  { offlineId, pointId, at: told, spot, finding, note }: ActionInput<typeof reachPoint>,
): Promise<Reached> {
  const point = await ctx.rows(patrolPoints).lock(pointId)
  if (point.status === 'reached') return { status: point.status, metres: point.metres, repeated: true }
  const patrol = await ctx.rows(patrols).lock(point.patrolId)
  const shift = shiftOf(await walkerOf(ctx, patrol))
  if (patrol.status !== 'walking') return ctx.refuse(reason('patrol.not_walking'))
  const at = pastMoment(ctx, told)
  if (!at) return ctx.refuse(reason('patrol.future', undefined, 'at'))
  if (patrol.startedAt && at < patrol.startedAt) return ctx.refuse(reason('patrol.before_start', undefined, 'at'))
  if (!isOnShift(shift, at)) return ctx.refuse(reason('patrol.off_shift', { from: shift.from, to: shift.to }))
  const metres = spot && point.spot ? Math.round(metresBetween(spot, point.spot)) : null
  const all = ctx.elevated()
  await all.rows(patrolPoints).update(pointId, { offlineId, reachedAt: at, reachedBy: ctx.actor.id, metres, finding, note: note ?? null })
  const after = await all.rows(patrolPoints).step(pointId, 'reach', {})
  await all.rows(patrols).update(patrol.id, { reached: (patrol.reached ?? 0) + 1 })
  return { status: after.status, metres, repeated: false }
}
