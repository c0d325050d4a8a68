import { type HotlineStep, stepHotlineOrder } from '@linli/core/accountability'
import { type Clock, definePromise, extendClock, startClock, stopClock } from '@linli/core/calendar'
import { addDays, instantAt } from '@linli/core/date'
import { PROMISE_PRESETS } from '@linli/core/presets'
import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import { appealRepeated } from '../events.ts'
import { reason } from '../reasons.ts'
import { hotlineOrders } from '../resources/index.ts'
import { openingOf } from '../rules/opening.ts'
import { accountOf, clockContext, type Ctx } from './context.ts'
import { liftLadder } from './supervisions.ts'

type Order = Row<typeof hotlineOrders>

/** Core says what may follow what (K10): returned once at most, never after a ruling. */
export const hotlineGuards: Guards<Ctx, typeof hotlineOrders> = {
  create: async (ctx, { values }) => {
    const since = instantAt(addDays(ctx.today, -ctx.settings.repeatDays), 0)
    const before = await ctx.elevated().rows(hotlineOrders).count({ topic: values.topic, place: values.place, createdAt_gte: since })
    return { repeatOf: before + 1, respondDue: respondDue(ctx), ...clockOf(ctx, values.level ?? 'normal') }
  },
  accept: (ctx, { row }) => stepped(row, 'accept', { handlerId: accountOf(ctx), dueAt: row.clock?.dueAt ?? null, ...responded(ctx, row) }),
  giveBack: (_ctx, { row, input }) => stepped(row, 'return', { returnCount: (row.returnCount ?? 0) + 1 }, input.why),
  assign: (ctx, { row }) =>
    stepped(row, 'assign-by-ruling', {
      isRuled: true,
      dueAt: row.clock?.dueAt ?? null,
      ...(row.status === 'returned' ? askedAnew(ctx, row) : {}),
    }),
  extend: (ctx, { row, input }) => {
    if (!row.clock) return undefined
    const by = row.handlerId ?? row.createdBy
    const extended = extendClock(
      row.clock,
      { at: ctx.now, by, amount: input.days, approver: ctx.actor.id, reason: input.why, toldAt: ctx.now },
      clockContext(ctx),
    )
    return extended.ok ? { clock: extended.value, extendedDays: input.days, dueAt: extended.value.dueAt } : extended.refusal
  },
  handle: (_ctx, { row }) => stepped(row, 'handle', { dueAt: row.clock?.dueAt ?? null }),
  answer: (ctx, { row }) => stepped(row, 'reply', { repliedAt: ctx.now, ...stopped(ctx, row.clock) }),
  revisit: (_ctx, { row }) => stepped(row, 'revisit', {}),
  close: (_ctx, { row }) => {
    if (row.excludedFor === null && row.satisfaction === 'unsatisfied') return reason('hotline.unsatisfied')
    if (row.excludedFor === null && row.solved === 'no') return reason('hotline.unsolved')
    return stepped(row, 'close', {})
  },
  reopen: (ctx, { row }) => stepped(row, 'reopen', { ...clockOf(ctx, row.level), overdueTold: false }),
}

export const hotlineEffects: Effects<Ctx, typeof hotlineOrders> = {
  answer: (ctx, { after }) => liftLadder(ctx, after.id),
  giveBack: (ctx, { after }) => liftLadder(ctx, after.id),
  create: async (ctx, { after }) => {
    if ((after.repeatOf ?? 1) !== ctx.settings.repeatCount) return
    await ctx.emit(
      appealRepeated,
      { resource: hotlineOrders, id: after.id, communityId: after.communityId },
      { caseId: after.id, no: after.no, topic: after.topic },
    )
  },
}

function stepped<T extends object>(row: Order, step: HotlineStep, more: T, why?: string): Refusal | T {
  const state = row.status
  const moved = stepHotlineOrder({ state, ruled: row.isRuled ?? false, returnCount: row.returnCount ?? 0 }, step, why)
  return moved.ok ? more : moved.refusal
}

/** By when an order is to be taken up, counted in the hours that the office is open. */
function respondDue({ now, settings, calendar }: Ctx): string | null {
  const opening = openingOf(settings.opening)
  const promise = definePromise({ code: 'hotline-response', unit: 'workingHours', amount: settings.hotlineRespondHours, opening })
  const clock = promise.ok ? startClock(promise.value, { subject: 'order', at: now }, clockContext({ calendar })) : promise
  return clock.ok ? clock.value.dueAt : null
}

/** An order that came back by a ruling is asked anew, with its whole time from now: what it was before is past. */
function askedAnew(
  ctx: Ctx,
  { level }: Order,
): { respondDue: string | null; respondedAt: null; isResponded: null; overdueTold: boolean } & ReturnType<typeof clockOf> {
  return { respondDue: respondDue(ctx), respondedAt: null, isResponded: null, overdueTold: false, ...clockOf(ctx, level) }
}

function responded({ now }: Ctx, row: Order): { respondedAt?: string; isResponded?: 'yes' | 'no' } {
  if (row.respondedAt) return {}
  return { respondedAt: now, isResponded: row.respondDue !== null && now > row.respondDue ? 'no' : 'yes' }
}

const DAYS = { urgent: 1, consult: 3, normal: 0 } as const

function clockOf(ctx: Ctx, level: Order['level']): { clock?: Clock; dueAt?: string } {
  const preset = PROMISE_PRESETS.find(({ code }) => code === 'PROMISE_HOTLINE_ORDER')?.params
  if (!preset) return {}
  const days = DAYS[level] || preset.amount
  const promise = definePromise({
    ...preset,
    amount: days,
    start: level === 'urgent' ? 'at-once' : 'day-after',
    opening: openingOf(ctx.settings.opening),
  })
  const clock = promise.ok ? startClock(promise.value, { subject: 'order', at: ctx.now, by: ctx.actor.id }, clockContext(ctx)) : promise
  return clock.ok ? { clock: clock.value, dueAt: clock.value.dueAt } : {}
}

function stopped(ctx: Ctx, clock: Clock | null): { clock?: Clock } {
  if (!clock) return {}
  const done = stopClock(clock, { at: ctx.now, by: ctx.actor.id }, clockContext(ctx))
  return done.ok ? { clock: done.value } : {}
}
