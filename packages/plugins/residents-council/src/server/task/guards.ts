import { instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import { actionAssigned } from '../../events.ts'
import { reason } from '../../reasons.ts'
import { actionItems, matters } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { leftOf } from '../../rules/budget.ts'
import { namedActor, refuseOthers, tellActor } from './actor.ts'

type MatterRow = Row<typeof matters>

/** Evening of the day on which a task is due. */
const endOf = (day: string): string => instantAt(day, 17 * 60 + 30)

const RUNNING: readonly MatterRow['status'][] = ['effective', 'inExecution', 'resultPublicised', 'evaluated']

/** N7: nothing is carried out before the resolution is effective, but what the charter's emergency lane does first. */
function mayAct(matter: MatterRow): ReturnType<typeof reason> | undefined {
  return RUNNING.includes(matter.status) || (matter.lane === 'emergency' && (matter.status === 'acting' || matter.status === 'publicised'))
    ? undefined
    : reason('action.matter_early')
}

/** N8: what costs money waits for its authorisation. */
function mayPay(matter: MatterRow, budget: number | null | undefined): ReturnType<typeof reason> | undefined {
  return (budget ?? 0) > 0 && !matter.fundAuthorisation ? reason('action.no_funds') : undefined
}

/** N8: the tasks of a matter together cost no more than what was authorised. */
async function overBudget(
  ctx: Ctx,
  { id, authorisedBudget }: MatterRow,
  budget: number | null | undefined,
  except: string | undefined,
): Promise<ReturnType<typeof reason> | undefined> {
  if ((budget ?? 0) === 0) return undefined
  const { rows } = await ctx
    .elevated()
    .rows(actionItems)
    .list({ filter: { matterId: id, status_neq: 'dropped' }, limit: 500, total: 'none' })
  const left = leftOf(
    authorisedBudget,
    rows.flatMap((each) => (each.id === except ? [] : each.budget)),
  )
  return left !== null && (budget ?? 0) > left ? reason('action.over_budget', { left: left / 100 }, 'budget') : undefined
}

/** What stands in the way of working on a task now. */
export async function checkAct(ctx: Ctx, row: Row<typeof actionItems>): Promise<ReturnType<typeof reason> | undefined> {
  const matter = await ctx.elevated().rows(matters).lock(row.matterId)
  return mayAct(matter) ?? mayPay(matter, row.budget) ?? overBudget(ctx, matter, row.budget, row.id)
}

export const taskGuards: Guards<Ctx, typeof actionItems> = {
  create: async (ctx, { values }) => {
    if (values.dueOn < ctx.today) return reason('action.past', undefined, 'dueOn')
    // The matter's row is the lock under which its tasks' costs are added up.
    const matter = await ctx.elevated().rows(matters).lock(values.matterId)
    if (matters.workflow?.states[matter.status].final) return reason('matter.over', undefined, 'matterId')
    const named = await namedActor(ctx, matter.communityId, values)
    if ('code' in named) return named
    return (
      (await overBudget(ctx, matter, values.budget, undefined)) ?? {
        ...named,
        communityId: matter.communityId,
        fundRef: matter.fundAuthorisation,
        dueAt: endOf(values.dueOn),
      }
    )
  },
  update: async (ctx, { row, patch }) => {
    if (patch.budget !== undefined && patch.budget !== row.budget) {
      const matter = await ctx.elevated().rows(matters).lock(row.matterId)
      const refused =
        (row.status === 'assigned' ? undefined : mayPay(matter, patch.budget)) ?? (await overBudget(ctx, matter, patch.budget, row.id))
      if (refused) return refused
    }
    const due = patch.dueOn && patch.dueOn !== row.dueOn ? { dueAt: endOf(patch.dueOn) } : {}
    const isOther = (['accountId', 'personId', 'actorName'] as const).some((key) => patch[key] !== undefined && patch[key] !== row[key])
    if (!isOther) return due
    const named = await namedActor(ctx, row.communityId, { ...row, ...patch })
    return 'code' in named ? named : { ...due, ...named }
  },
  start: async (ctx, { row }) => refuseOthers(ctx, row) ?? (await checkAct(ctx, row)) ?? { dueAt: endOf(row.dueOn) },
  finish: async (ctx, { row }) => refuseOthers(ctx, row) ?? (await checkAct(ctx, row)) ?? { doneOn: ctx.today },
  redo: (_ctx, { row }) => ({ doneOn: null, dueAt: endOf(row.dueOn) }),
}

export const taskEffects: Effects<Ctx, typeof actionItems> = {
  create: async (ctx, { after }) => {
    await ctx.emit(
      actionAssigned,
      { resource: actionItems, id: after.id, communityId: after.communityId },
      { actionId: after.id, matterId: after.matterId },
    )
    await tellActor(ctx, after)
  },
  update: async (ctx, { before, after }) => {
    if (before && before.accountId !== after.accountId) await tellActor(ctx, after)
  },
}
