import type { ActionInput, Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import type { walk } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { checkpoints, officers, patrolPoints, patrols } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { pastMoment } from '../past-moment.ts'
import { walkerOf } from './track.ts'

/** A patrol stands where its officer does, and waits for that officer. */
export const patrolGuards: Guards<Ctx, typeof patrols> = {
  create: async (ctx, { values }) => {
    const { accountId, communityId, gridId } = await ctx.elevated().rows(officers).get(values.officerId)
    const points = gridId ? (await pointsOf(ctx, gridId)).length : 0
    return { accountId, communityId, gridId, points, reached: 0 }
  },
  start: (ctx, { row }) => ({ startedAt: row.startedAt ?? ctx.now, metres: 0, track: [] }),
  finish: (ctx, { row }) => ({ endedAt: row.endedAt ?? ctx.now }),
}

/** The checkpoints of the cell are planned with the patrol; what was not reached when it ends is missed. */
export const patrolEffects: Effects<Ctx, typeof patrols> = {
  create: async (ctx, { after: { id: patrolId, communityId, gridId } }) => {
    if (!gridId) return
    const planned = ctx.elevated().rows(patrolPoints)
    for (const { id: checkpointId, name: title, look, spot } of await pointsOf(ctx, gridId))
      await planned.create({ patrolId, checkpointId, title, look, spot, communityId, gridId })
  },
  finish: (ctx, { after }) => missRest(ctx, after.id),
  skip: (ctx, { after }) => missRest(ctx, after.id),
  miss: (ctx, { after }) => missRest(ctx, after.id),
}

/** The checkpoints in use of a cell, at most as many as one patrol can have. */
async function pointsOf(ctx: Ctx, gridId: string): Promise<readonly Row<typeof checkpoints>[]> {
  const { rows } = await ctx
    .elevated()
    .rows(checkpoints)
    .list({ filter: { gridId, inUse: true }, sort: ['name', 'asc'], limit: 200, total: 'none' })
  return rows
}

/** Begins or ends a patrol from the phone, at the moment when it was done there; what was done already is not done again (W3). */
export async function handleWalk(
  ctx: Ctx,
  { patrolId, does, at: told, note, found }: ActionInput<typeof walk>,
): Promise<{ status: string }> {
  const patrol = await ctx.rows(patrols).lock(patrolId)
  await walkerOf(ctx, patrol)
  const isDone = does === 'start' ? patrol.status !== 'planned' : patrol.status === 'done'
  if (isDone) return { status: patrol.status }
  const at = pastMoment(ctx, told ?? ctx.now)
  if (!at) return ctx.refuse(reason('patrol.future', undefined, 'at'))
  const rows = ctx.elevated().rows(patrols)
  if (!patrol.startedAt || at >= patrol.startedAt) await rows.update(patrolId, does === 'start' ? { startedAt: at } : { endedAt: at })
  const after =
    does === 'start'
      ? await rows.step(patrolId, 'start', {})
      : await rows.step(patrolId, 'finish', { note: note || '未发现问题。', found: found ?? 0 })
  return { status: after.status }
}

/** Patrols that were planned for a day gone by. */
export async function missPatrols(ctx: Ctx): Promise<void> {
  for await (const patrol of ctx.rows(patrols).each({ filter: { status: 'planned', plannedOn_lt: ctx.today } })) {
    await ctx.rows(patrols).step(patrol.id, 'miss', {})
  }
}

async function missRest(ctx: Ctx, patrolId: string): Promise<void> {
  const rows = ctx.elevated().rows(patrolPoints)
  const { rows: rest } = await rows.list({ filter: { patrolId, status: 'planned' }, limit: 200, total: 'none' })
  for (const { id } of rest) await rows.step(id, 'miss', {})
}
