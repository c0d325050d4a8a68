import { addDays, daysBetween, dayOf, instantAt } from '@linli/core/date'
import type { ActionInput, Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import type { authoriseFunds } from '../actions/index.ts'
import { actionAssigned } from '../events.ts'
import { reason } from '../reasons.ts'
import { actionItems, feedback, links, matters, objections, publications, type stakeholders } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { parentOf, placedLike } from './inherit.ts'
import { proposersOf } from './proposals.ts'

type MatterRow = Row<typeof matters>

export const publicationGuards: Guards<Ctx, typeof publications> = {
  create: async (ctx, { values }) => {
    if (values.from > ctx.today) return reason('publication.future', undefined, 'from')
    const place = values.matterId ? await placedLike(ctx, matters, values.matterId) : {}
    return { until: addDays(values.from, values.days ?? 7), ...place }
  },
  update: (_ctx, { row, patch }) =>
    (['title', 'content'] as const).some((key) => patch[key] !== undefined && patch[key] !== row[key])
      ? reason('publication.fixed')
      : undefined,
  suspend: (ctx) => ({ suspendedOn: ctx.today }),
  resume: (ctx, { row }) => {
    const suspendedDays = row.suspendedDays + (row.suspendedOn ? daysBetween(row.suspendedOn, ctx.today) : 0)
    return { suspendedOn: null, suspendedDays, until: addDays(row.from, row.days + suspendedDays) }
  },
}

export const objectionGuards: Guards<Ctx, typeof objections> = {
  create: async (ctx, { values }) => {
    const posted = await ctx.elevated().rows(publications).lock(values.publicationId)
    if (posted.status !== 'running' && posted.status !== 'suspended') return reason('publication.over', undefined, 'publicationId')
    return { communityId: posted.communityId }
  },
  answer: (ctx) => ({ answeredOn: ctx.today }),
}

/** An objection stops the days of the publication; its answer lets them run on. */
export const objectionEffects: Effects<Ctx, typeof objections> = {
  create: async (ctx, { after }) => {
    const posted = await parentOf(ctx, publications, after.publicationId)
    if (posted.status === 'running') await ctx.elevated().rows(publications).step(posted.id, 'suspend', {})
    await clockOf(ctx, posted.matterId)
  },
  answer: async (ctx, { after }) => {
    const open = await ctx.elevated().rows(objections).count({ publicationId: after.publicationId, status: 'raised' })
    const posted = await parentOf(ctx, publications, after.publicationId)
    if (open === 0 && posted.status === 'suspended') await ctx.elevated().rows(publications).step(posted.id, 'resume', {})
    await clockOf(ctx, posted.matterId)
  },
}

/** The clock of a posted matter follows its publication; the matter's guard reads it anew. */
async function clockOf(ctx: Ctx, matterId: string | null): Promise<void> {
  if (matterId) await ctx.elevated().rows(matters).update(matterId, {})
}

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

async function checkAct(ctx: Ctx, row: Row<typeof actionItems>): Promise<ReturnType<typeof reason> | undefined> {
  const matter = await ctx.elevated().rows(matters).lock(row.matterId)
  return mayAct(matter) ?? mayPay(matter, row.budget)
}

export const actionGuards: Guards<Ctx, typeof actionItems> = {
  create: async (ctx, { values }) => {
    if (values.dueOn < ctx.today) return reason('action.past', undefined, 'dueOn')
    const matter = await parentOf(ctx, matters, values.matterId)
    if (matters.workflow?.states[matter.status].final) return reason('matter.over', undefined, 'matterId')
    return { communityId: matter.communityId, fundRef: matter.fundAuthorisation, dueAt: endOf(values.dueOn) }
  },
  update: (_ctx, { row, patch }) => (patch.dueOn && patch.dueOn !== row.dueOn ? { dueAt: endOf(patch.dueOn) } : undefined),
  start: async (ctx, { row }) => (await checkAct(ctx, row)) ?? { dueAt: endOf(row.dueOn) },
  finish: async (ctx, { row }) => (await checkAct(ctx, row)) ?? { doneOn: ctx.today },
  redo: (_ctx, { row }) => ({ doneOn: null, dueAt: endOf(row.dueOn) }),
}

export const actionEffects: Effects<Ctx, typeof actionItems> = {
  create: (ctx, { after }) =>
    ctx.emit(
      actionAssigned,
      { resource: actionItems, id: after.id, communityId: after.communityId },
      { actionId: after.id, matterId: after.matterId },
    ),
}

export const feedbackGuards: Guards<Ctx, typeof feedback> = {
  create: async (ctx, { values }) => {
    // The matter's row is the lock under which its feedback is counted.
    const matter = await ctx.elevated().rows(matters).lock(values.matterId)
    if (!(await proposersOf(ctx, matter.id)).includes(values.personId)) return reason('matter.not_proposer', undefined, 'personId')
    if (!matter.resultPublishedOn) return reason('matter.no_result', undefined, 'matterId')
    if (matters.workflow?.states[matter.status].final) return reason('matter.over', undefined, 'matterId')
    const told = (
      await ctx
        .elevated()
        .rows(feedback)
        .list({ filter: { matterId: matter.id, kind: values.kind ?? 'confirmed' }, limit: 200, total: 'none' })
    ).rows
    // Two attempts on one day are one attempt (N9).
    if (values.kind === 'unreachable' && told.some(({ at }) => at !== null && dayOf(at) === ctx.today))
      return reason('feedback.same_day', undefined, 'kind')
    if (values.kind !== 'unreachable' && told.some(({ personId }) => personId === values.personId))
      return reason('feedback.said', undefined, 'personId')
    if (values.kind === 'unreachable') return { satisfied: null, rating: null, at: ctx.now, communityId: matter.communityId }
    if (!values.satisfied) return { code: 'input.required', zh: '请选择是否满意', en: 'Say whether they are satisfied', field: 'satisfied' }
    return { at: ctx.now, communityId: matter.communityId }
  },
}

export const feedbackEffects: Effects<Ctx, typeof feedback> = {
  create: async (ctx, { after }) => {
    const matter = await ctx.elevated().rows(matters).lock(after.matterId)
    const count =
      after.kind === 'unreachable'
        ? { failedContacts: matter.failedContacts + 1 }
        : after.satisfied === 'yes'
          ? { satisfied: matter.satisfied + 1 }
          : { unsatisfied: matter.unsatisfied + 1 }
    await ctx.elevated().rows(matters).update(matter.id, count)
  },
}

export const stakeholderGuards: Guards<Ctx, typeof stakeholders> = {
  create: (ctx, { values }) => placedLike(ctx, matters, values.matterId),
}

/** Who invited whom becomes an edge of the graph. */
export const stakeholderEffects: Effects<Ctx, typeof stakeholders> = {
  create: (ctx, { after }) => linked(ctx, after),
  update: async (ctx, { before, after }) => {
    if (before && (before.invited !== after.invited || before.invitedBy !== after.invitedBy)) await linked(ctx, after)
  },
}

async function linked(ctx: Ctx, row: Row<typeof stakeholders>): Promise<void> {
  if (!row.invited || !row.invitedBy) return
  await ctx
    .elevated()
    .rows(links)
    .create({ matterId: row.matterId, from: row.invitedBy, to: row.name, why: '邀请参加商议', communityId: row.communityId })
}

export const linkGuards: Guards<Ctx, typeof links> = {
  create: async (ctx, { values }) => ({ ...(await placedLike(ctx, matters, values.matterId)), at: ctx.now }),
}

/** Says that the money is there; only then may it be spent (N8). */
export async function handleAuthoriseFunds(ctx: Ctx, input: ActionInput<typeof authoriseFunds>): Promise<{ authorised: boolean }> {
  const matter = await ctx.rows(matters).lock(input.id)
  if (matters.workflow?.states[matter.status].final) return ctx.refuse(reason('matter.over'))
  await ctx
    .elevated()
    .rows(matters)
    .update(matter.id, { fundAuthorisation: `${input.basis}（${ctx.actor.name}，${ctx.today}）`.slice(0, 120) })
  return { authorised: true }
}
