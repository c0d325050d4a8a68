import { dayOf } from '@linli/core/date'
import type { Refusal } from '@linli/core/refusal'
import type { ActionInput, Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import type { authoriseFunds } from '../actions/index.ts'
import { reason } from '../reasons.ts'
import { feedback, links, matters, objections, publications, type stakeholders, votes } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { parentOf, placedLike } from './inherit.ts'
import { proposersOf } from './proposals.ts'
import { tellUnsatisfied } from './watch/unsatisfied.ts'

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

export const feedbackGuards: Guards<Ctx, typeof feedback> = {
  create: async (ctx, { values }) => {
    // The matter's row is the lock under which its feedback is counted.
    const matter = await ctx.elevated().rows(matters).lock(values.matterId)
    if (values.kind === 'questionnaire') return checkPapers(matter, values) ?? { ...NOBODY, at: ctx.now, communityId: matter.communityId }
    if (!values.personId) return reason('feedback.who', undefined, 'personId')
    if (!(await proposersOf(ctx, matter.id)).includes(values.personId)) return reason('matter.not_proposer', undefined, 'personId')
    if (!matter.resultPublishedOn) return reason('matter.no_result', undefined, 'matterId')
    if (matters.workflow?.states[matter.status].final) return reason('matter.over', undefined, 'matterId')
    const told = (
      await ctx
        .elevated()
        .rows(feedback)
        .list({
          filter: { matterId: matter.id, kind: values.kind ?? 'confirmed', ...(matter.reworkedAt ? { at_gt: matter.reworkedAt } : {}) },
          limit: 200,
          total: 'none',
        })
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

const NOBODY = { personId: null, satisfied: null, rating: null } as const

/** Papers that were filled in at the door are counted once the result is posted, with a photo of how they were counted. */
function checkPapers(
  matter: Row<typeof matters>,
  { papersYes, papersNo, proof }: { papersYes?: number | null; papersNo?: number | null; proof?: string | null },
): Refusal | undefined {
  if (!matter.resultPublishedOn) return reason('matter.no_result', undefined, 'matterId')
  if (matters.workflow?.states[matter.status].final) return reason('matter.over', undefined, 'matterId')
  return (papersYes ?? 0) + (papersNo ?? 0) > 0 && proof ? undefined : reason('feedback.papers', undefined, 'papersYes')
}

export const feedbackEffects: Effects<Ctx, typeof feedback> = {
  create: async (ctx, { after }) => {
    const matter = await ctx.elevated().rows(matters).lock(after.matterId)
    const papers = { satisfied: matter.satisfied + (after.papersYes ?? 0), unsatisfied: matter.unsatisfied + (after.papersNo ?? 0) }
    const count =
      after.kind === 'questionnaire'
        ? papers
        : after.kind === 'unreachable'
          ? { failedContacts: matter.failedContacts + 1 }
          : after.satisfied === 'yes'
            ? { satisfied: matter.satisfied + 1 }
            : { unsatisfied: matter.unsatisfied + 1 }
    await ctx.elevated().rows(matters).update(matter.id, count)
    await tellUnsatisfied(ctx, after)
  },
}

export const stakeholderGuards: Guards<Ctx, typeof stakeholders> = {
  create: (ctx, { values }) => placedLike(ctx, matters, values.matterId),
  // Who had a stake in a vote cannot be made to have had none (N4).
  update: async (ctx, { row, patch }) => {
    const isLess = row.recused && (patch.recused === false || (patch.personId !== undefined && patch.personId !== row.personId))
    const voted =
      isLess &&
      (await ctx
        .elevated()
        .rows(votes)
        .first({ matterId: row.matterId, status: ['prepared', 'open', 'closed'] }))
    return voted ? reason('stakeholder.recused', undefined, 'recused') : undefined
  },
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
  if (!matter.budget) return ctx.refuse(reason('matter.budget_needed'))
  await ctx
    .elevated()
    .rows(matters)
    .update(matter.id, {
      fundAuthorisation: `${input.basis}（${ctx.actor.name}，${ctx.today}）`.slice(0, 120),
      authorisedBudget: matter.budget,
    })
  return { authorised: true }
}
