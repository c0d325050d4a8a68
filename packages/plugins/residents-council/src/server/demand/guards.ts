import { addDays, instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import { reason } from '../../reasons.ts'
import { backers, councils, demands, meetings } from '../../resources/index.ts'
import { demandNeeded, demandRule } from '../../rules/demand.ts'
import type { Ctx } from '../context.ts'
import { inOffice } from '../councils.ts'
import { parentOf } from '../inherit.ts'
import { clear } from '../watch/alerts.ts'
import { askersOf } from './body.ts'

const CALLED: readonly Row<typeof meetings>['status'][] = ['noticed', 'open', 'closed', 'written', 'archived']

export const demandGuards: Guards<Ctx, typeof demands> = {
  create: async (ctx, { values }) => {
    // The body's row is the lock under which one demand at a time runs.
    const council = await ctx.elevated().rows(councils).lock(values.councilId)
    const off = inOffice(council)
    if (off) return off
    const running = await ctx
      .elevated()
      .rows(demands)
      .first({ councilId: council.id, status: ['gathering', 'obliged'] })
    if (running) return reason('demand.running', undefined, 'councilId')
    const base = (await askersOf(ctx, council)).size
    if (base === 0) return reason('council.no_members', undefined, 'councilId')
    const needed = demandNeeded(council.kind, base)
    return { base, needed, basis: demandRule(council.kind).basis, communityId: council.communityId }
  },
  reach: (ctx) => {
    const dueOn = addDays(ctx.today, ctx.settings.demandDays)
    return { reachedOn: ctx.today, dueOn, dueAt: instantAt(dueOn, 17 * 60 + 30) }
  },
  convene: async (ctx, { row, input }) => {
    const meeting = await parentOf(ctx, meetings, input.meetingId)
    if (meeting.councilId === row.councilId && CALLED.includes(meeting.status)) return undefined
    return reason('demand.other_meeting', { name: (await parentOf(ctx, councils, row.councilId)).name }, 'meetingId')
  },
}

export const demandEffects: Effects<Ctx, typeof demands> = {
  convene: async (ctx, { after }) => clear(ctx, { kind: 'demand', council: await parentOf(ctx, councils, after.councilId) }),
}

export const backerGuards: Guards<Ctx, typeof backers> = {
  create: async (ctx, { values }) => {
    const demand = await ctx.elevated().rows(demands).lock(values.demandId)
    if (demand.status !== 'gathering' && demand.status !== 'obliged') return reason('demand.over', undefined, 'demandId')
    if (await ctx.elevated().rows(backers).first({ demandId: demand.id, personId: values.personId }))
      return reason('demand.backed', undefined, 'personId')
    const council = await parentOf(ctx, councils, demand.councilId)
    if (!(await askersOf(ctx, council)).has(values.personId)) return reason('demand.not_member', { name: council.name }, 'personId')
    return { communityId: demand.communityId }
  },
}

export const backerEffects: Effects<Ctx, typeof backers> = {
  create: async (ctx, { after }) => {
    const rows = ctx.elevated().rows(demands)
    const count = await ctx.elevated().rows(backers).count({ demandId: after.demandId })
    const demand = await rows.update(after.demandId, { backers: count })
    if (demand.status === 'gathering' && count >= demand.needed) await rows.step(demand.id, 'reach', {})
  },
}

/** The notice of a meeting answers the demand for it. */
export async function answerDemand(ctx: Ctx, { id, councilId }: Row<typeof meetings>): Promise<void> {
  const rows = ctx.elevated().rows(demands)
  const owed = await rows.first({ councilId, status: 'obliged' })
  if (owed) await rows.step(owed.id, 'convene', { meetingId: id })
}
