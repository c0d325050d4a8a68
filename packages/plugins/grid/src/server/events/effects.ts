import type { Row } from '@linli/kit'
import { type Effects, requestNotice } from '@linli/store'
import { eventClosed, eventDispatched, eventReported } from '../../events.ts'
import { gridEvents } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { settleAlerts } from './alert.ts'
import { tellHandler } from './handler.ts'

type Event = Row<typeof gridEvents>

/** What follows from an event's steps: the others are told, and what has joined goes the same way (W6). */
export const eventEffects: Effects<Ctx, typeof gridEvents> = {
  create: async (ctx, { after }) => {
    await ctx.emit(eventReported, subjectOf(after), dataOf(after))
    if (after.level === 'urgent') await ring(ctx, after)
  },
  verify: async (ctx, { before, after }) => {
    if (after.level === 'urgent' && before?.level !== 'urgent') await ring(ctx, after)
  },
  join: (ctx, { after }) => settleAlerts(ctx, after.id, 'unanswered', '已并案，随主事件办理'),
  accept: (ctx, { after }) => settleAlerts(ctx, after.id, 'unanswered', '已接单'),
  solve: (ctx, { after }) => settleAlerts(ctx, after.id, 'unanswered', '已就地解决'),
  dispatch: async (ctx, { after }) => {
    await ctx.emit(eventDispatched, subjectOf(after), dataOf(after))
    await tellHandler(ctx, after)
  },
  giveBack: async (ctx, { after }) => {
    const subject = { ...subjectOf(after), gridId: after.gridId }
    await requestNotice(ctx, {
      permission: 'grid.events.dispatch',
      at: 'community',
      urgency: 'today',
      about: 'grid.event.returned',
      subject,
    })
  },
  void: async (ctx, { after }) => {
    await settleAlerts(ctx, after.id, 'unanswered', '不属实')
    for (const child of await childrenOf(ctx, after, 'joined')) {
      await ctx.elevated().rows(gridEvents).step(child.id, 'part', { reason: '主事件不属实' })
    }
  },
  close: async (ctx, { after }) => {
    await ctx.emit(eventClosed, subjectOf(after), dataOf(after))
    const { result, confirmation } = after
    for (const child of await childrenOf(ctx, after, 'joined')) {
      const rows = ctx.elevated().rows(gridEvents)
      await rows.update(child.id, { result, confirmation, handledAt: after.handledAt })
      const closed = await rows.step(child.id, 'closeWithParent', {}, { reason: `随主事件 ${after.no ?? ''} 结案` })
      await ctx.emit(eventClosed, subjectOf(closed), dataOf(closed))
    }
  },
  reopen: async (ctx, { before, after }) => {
    if (before?.status !== 'closed') return
    for (const child of await childrenOf(ctx, after, 'closed')) {
      await ctx
        .elevated()
        .rows(gridEvents)
        .step(child.id, 'reopenWithParent', {}, { reason: `随主事件 ${after.no ?? ''} 重办` })
    }
  },
}

/** An urgent event is told to the cell's officer and the community at once, without waiting until it is late. */
async function ring(ctx: Ctx, event: Event): Promise<void> {
  const subject = { ...subjectOf(event), gridId: event.gridId }
  const about = eventReported.name
  await requestNotice(ctx, { permission: 'grid.handle-event', at: 'grid', urgency: 'now', about, subject })
  await requestNotice(ctx, { permission: 'grid.events.verify', at: 'community', urgency: 'now', about, subject })
}

async function childrenOf(ctx: Ctx, parent: Event, status: 'joined' | 'closed'): Promise<readonly Event[]> {
  const { rows } = await ctx
    .elevated()
    .rows(gridEvents)
    .list({ filter: { parentId: parent.id, status }, limit: 1000, total: 'none' })
  return rows
}

/** Whom an event of the outbox is about. */
export function subjectOf({ id, communityId }: Event): { resource: typeof gridEvents; id: string; communityId: string | null } {
  return { resource: gridEvents, id, communityId }
}

/** What others are told of an event. */
export function dataOf({ id, type, level }: Event): { eventId: string; category: string; level: string } {
  return { eventId: id, category: type, level }
}
