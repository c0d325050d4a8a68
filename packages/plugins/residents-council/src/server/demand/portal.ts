import type { ActionInput, Row } from '@linli/kit'
import type { people } from '@linli/plugin-registry'
import type { backDemand, demandMeeting, MyDemand } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { backers, councils, demands } from '../../resources/index.ts'
import { demandRule } from '../../rules/demand.ts'
import type { Ctx } from '../context.ts'
import { residentOf } from '../proposals.ts'
import { askersOf } from './body.ts'

/** The bodies that a resident may ask to meet, with what is asked of them now. */
export async function handleMyDemands(ctx: Ctx): Promise<{ bodies: readonly MyDemand[] }> {
  const me = await residentOf(ctx)
  const all = ctx.elevated()
  const here = await all.rows(councils).list({ filter: { communityId: me.communityId, status: 'active' }, limit: 100, total: 'none' })
  const bodies: MyDemand[] = []
  for (const council of here.rows) {
    if (!(await askersOf(ctx, council)).has(me.id)) continue
    const running = await all.rows(demands).first({ councilId: council.id, status: ['gathering', 'obliged'] })
    bodies.push({
      councilId: council.id,
      council: council.name,
      basis: demandRule(council.kind).basis,
      running: running ? await runningOf(ctx, running, me) : null,
    })
  }
  return { bodies }
}

async function runningOf(ctx: Ctx, row: Row<typeof demands>, me: Row<typeof people>): Promise<MyDemand['running']> {
  const { id, why, needed, dueOn } = row
  const backed = (await ctx.elevated().rows(backers).first({ demandId: id, personId: me.id })) !== undefined
  return { id, why, needed, dueOn, backed, backers: row.backers, statusTitle: demands.workflow?.states[row.status].title ?? '' }
}

/** Whoever asks is the first of those who ask. */
export async function handleDemandMeeting(ctx: Ctx, input: ActionInput<typeof demandMeeting>): Promise<{ demandId: string }> {
  const me = await residentOf(ctx)
  const council = await ctx.elevated().rows(councils).find(input.councilId)
  if (!council || !(await askersOf(ctx, council)).has(me.id))
    return ctx.refuse(reason('demand.not_member', { name: council?.name ?? '' }, 'councilId'))
  const demand = await ctx.elevated().rows(demands).create({ councilId: council.id, why: input.why })
  await ctx.elevated().rows(backers).create({ demandId: demand.id, personId: me.id })
  return { demandId: demand.id }
}

export async function handleBackDemand(ctx: Ctx, input: ActionInput<typeof backDemand>): Promise<{ backers: number; needed: number }> {
  const me = await residentOf(ctx)
  await ctx.elevated().rows(backers).create({ demandId: input.demandId, personId: me.id })
  const { backers: count, needed } = await ctx.elevated().rows(demands).get(input.demandId)
  return { backers: count, needed }
}
