import {
  appealBreach,
  type Breach,
  type BreachKind,
  decideBreach,
  explainBreach,
  finaliseBreach,
  measureBreach,
  openBreach,
} from '@linli/core/accountability'
import type { Refusal, Result } from '@linli/core/refusal'
import type { ActionInput } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import type { openBreachCase } from '../actions/index.ts'
import { breachFound } from '../events.ts'
import { reason } from '../reasons.ts'
import { BREACHES } from '../rules/options.ts'
import { applications, breaches } from '../resources/index.ts'
import { closeAfter, type Ctx } from './context.ts'
import { dutyHolder } from './duty.ts'

/** What was broken, where, and who answers for it. */
export interface Detected {
  readonly kind: BreachKind
  readonly subjectId: string | null
  readonly sourceKind: 'application' | 'inquiry' | 'rating' | 'hotline'
  readonly sourceId: string
  readonly slip: string
  readonly detail: string
  readonly communityId: string | null
}

/** Opens a case of accountability, once for each kind and source. Whether it was new. */
export async function detect(ctx: Ctx, { kind, subjectId, sourceKind, sourceId, slip, detail, communityId }: Detected): Promise<boolean> {
  const rows = ctx.elevated().rows(breaches)
  if (await rows.first({ kind, sourceId })) return false
  // A breach of the unit is explained by its head: somebody has to be able to.
  const subject = subjectId ?? (await dutyHolder(ctx, 'community-director', communityId, null))
  const explainBy = closeAfter(ctx, ctx.settings.explainDays)
  const record = openBreach({ kind, subject: subject ?? 'unit', explainBy }, { by: 'clock', at: ctx.now, text: detail })
  await rows.create({
    title: `${BREACHES[kind]} ${slip}`.trim(),
    kind,
    subjectId: subject,
    sourceKind,
    sourceId,
    slip,
    detail,
    explainBy,
    record,
    communityId,
  })
  return true
}

/** Opens a case that a supervisor found; whether it was new. */
export async function handleOpenBreach(ctx: Ctx, { no, kind, detail }: ActionInput<typeof openBreachCase>): Promise<{ opened: boolean }> {
  const row = await ctx.rows(applications).first({ no: no.trim().toUpperCase() })
  if (!row) return ctx.refuse(reason('breach.no_case', { no }, 'no'))
  const { id: sourceId, no: slip, handlerId: subjectId, communityId } = row
  return { opened: await detect(ctx, { kind, subjectId, sourceKind: 'application', sourceId, slip: slip ?? '', detail, communityId }) }
}

/** Every step goes through core: the one concerned explains first, nobody decides their own case, nothing is back-dated. */
export const breachGuards: Guards<Ctx, typeof breaches> = {
  create: (_ctx, { values }) => ({ dueAt: values.explainBy ?? null }),
  explain: (ctx, { row, input }) =>
    moved(explainBreach(recordOf(row), step(ctx, input.explanation)), (record) => ({
      record,
      explanation: input.explanation,
      dueAt: closeAfter(ctx, ctx.settings.findDays),
    })),
  find: (ctx, { row, input }) =>
    moved(decideBreach(recordOf(row), { ...step(ctx, input.finding), found: true }), (record) => ({
      record,
      finding: input.finding,
      dueAt: closeAfter(ctx, ctx.settings.findDays),
    })),
  clear: (ctx, { row, input }) =>
    moved(decideBreach(recordOf(row), { ...step(ctx, input.finding), found: false }), (record) => ({ record, finding: input.finding })),
  decideMeasure: (ctx, { row, input }) => {
    const appealBy = closeAfter(ctx, ctx.settings.appealDays)
    return moved(measureBreach(recordOf(row), { ...step(ctx, input.measureText), appealBy }), (record) => ({
      record,
      appealBy,
      dueAt: null,
    }))
  },
  appealAgainst: (ctx, { row, input }) =>
    moved(appealBreach(recordOf(row), step(ctx, input.appeal)), (record) => ({
      record,
      appeal: input.appeal,
      dueAt: closeAfter(ctx, ctx.settings.findDays),
    })),
  finalise: (ctx, { row, input }) =>
    moved(finaliseBreach(recordOf(row), step(ctx, input.conclusion)), (record) => ({ record, conclusion: input.conclusion })),
}

export const breachEffects: Effects<Ctx, typeof breaches> = {
  find: (ctx, { after }) =>
    ctx.emit(
      breachFound,
      { resource: breaches, id: after.id, communityId: after.communityId },
      { breachId: after.id, kind: after.kind ?? 'overdue' },
    ),
}

function step(ctx: Ctx, text: string): { by: string; at: string; text: string } {
  return { by: ctx.actor.id, at: ctx.now, text }
}

function recordOf(row: { readonly record: Breach | null; readonly explainBy: string | null }): Breach {
  return row.record ?? openBreach({ kind: 'overdue', subject: 'unit', explainBy: row.explainBy ?? '' }, { by: 'clock', at: '', text: '' })
}

function moved<T extends object>(result: Result<Breach>, then: (breach: Breach) => T): Refusal | T {
  return result.ok ? then(result.value) : result.refusal
}
