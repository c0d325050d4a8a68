import { type Clock, ladderOf } from '@linli/core/calendar'
import type { Guards } from '@linli/store'
import { reason } from '../reasons.ts'
import { applications, hotlineOrders, supervisions } from '../resources/index.ts'
import { type Duty, type Rung, RUNGS } from '../rules/options.ts'
import { reachedRungs } from '../rules/rungs.ts'
import { accountOf, clockContext, closeAfter, type Ctx } from './context.ts'
import { dutyHolder } from './duty.ts'

/** A rung is acted on by its holder or whoever stands in for them, never by the one who is late. */
export const supervisionGuards: Guards<Ctx, typeof supervisions> = {
  create: (_ctx, { values }) => ({ dueAt: values.actBy ?? null }),
  act: (ctx, { row }) =>
    row.handlerId !== null && row.handlerId === ctx.actor.id
      ? reason('supervision.own')
      : { actedById: accountOf(ctx), actedAt: ctx.now, dueAt: null },
}

const MANY = 1000

interface Late {
  readonly kind: 'application' | 'hotline'
  readonly id: string
  readonly no: string
  readonly title: string
  readonly clock: Clock
  readonly handlerId: string | null
  readonly communityId: string | null
}

/** Opens the rungs that overdue cases and orders have reached since the last time; what nobody acted on below is marked as missed. */
export async function climbLadders(ctx: Ctx): Promise<number> {
  const late = [...(await lateCases(ctx)), ...(await lateOrders(ctx))]
  let opened = 0
  for (const each of late) opened += await climb(ctx, each)
  return opened
}

/** A case that is finished or stands still needs nobody to urge it any more. */
export async function liftLadder(ctx: Ctx, sourceId: string): Promise<void> {
  const rows = ctx.elevated().rows(supervisions)
  const { rows: open } = await rows.list({ filter: { sourceId, status: 'waiting' }, limit: 20, total: 'none' })
  for (const { id } of open) await rows.step(id, 'lift', {}, { reason: '办件不再超期' })
}

async function climb(ctx: Ctx, { kind, id, no, title, clock, handlerId, communityId }: Late): Promise<number> {
  const ladder = ladderOf(clock, ctx.now, clockContext(ctx))
  if (!ladder.ok) return 0
  const reached = reachedRungs(ladder.value)
  const rows = ctx.elevated().rows(supervisions)
  const { rows: known } = await rows.list({ filter: { sourceId: id, promisedAt: clock.dueAt }, limit: 20, total: 'none' })
  const fresh = reached.filter(({ level }) => !known.some((row) => row.level === level))
  if (fresh.length === 0) return 0
  for (const row of known) if (row.status === 'waiting') await rows.step(row.id, 'climb', {}, { reason: '期限内没有处理' })
  const last = fresh.at(-1)
  for (const { level, until } of fresh) {
    const made = await rows.create({
      title: `${RUNGS[level]} ${title}`.slice(0, 200),
      level,
      holderId: await dutyHolder(ctx, dutyOf(ctx, level), communityId, handlerId),
      handlerId,
      sourceKind: kind,
      sourceId: id,
      slip: no,
      promisedAt: clock.dueAt,
      actBy: until ?? closeAfter(ctx, LAST_DAYS),
      communityId,
    })
    // Where the clocks were not looked at for days, the lower rungs were passed unseen.
    if (level !== last?.level) await rows.step(made.id, 'climb', {}, { reason: '核对时已经到了更高一级' })
  }
  return fresh.length
}

const LAST_DAYS = 5

function dutyOf({ settings }: Ctx, level: Rung): Duty {
  if (level === 'urge') return settings.urgeHolder
  if (level === 'supervise') return settings.superviseHolder
  return level === 'interview' ? settings.interviewHolder : settings.accountabilityHolder
}

async function lateCases(ctx: Ctx): Promise<readonly Late[]> {
  const { rows } = await ctx
    .rows(applications)
    .list({ filter: { status: ['in_review', 'deferred'], overdueTold: true, dueAt_lt: ctx.now }, limit: MANY, total: 'none' })
  return rows.flatMap(({ id, no, title, clock, handlerId, communityId }) =>
    clock ? [{ kind: 'application' as const, id, no: no ?? '', title: title ?? '', clock, handlerId, communityId }] : [],
  )
}

async function lateOrders(ctx: Ctx): Promise<readonly Late[]> {
  const { rows } = await ctx
    .rows(hotlineOrders)
    .list({ filter: { status: ['received', 'accepted', 'handled'], overdueTold: true, dueAt_lt: ctx.now }, limit: MANY, total: 'none' })
  return rows.flatMap(({ id, no, place, clock, handlerId, communityId }) =>
    clock ? [{ kind: 'hotline' as const, id, no, title: `12345 ${place}`, clock, handlerId, communityId }] : [],
  )
}
