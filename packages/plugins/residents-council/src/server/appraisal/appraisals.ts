import { type AppraisalSnapshot, assignGrades, freezeAppraisal, pointsText } from '@linli/core/appraisal'
import { addDays } from '@linli/core/date'
import { COUNCIL_SHEET } from '@linli/core/presets'
import type { Refusal, Result } from '@linli/core/refusal'
import type { ActionInput, Row } from '@linli/kit'
import type { Addition, Effects, Guards } from '@linli/store'
import type { appealScore, correctAppraisal, makeSheets, ScoreLine, scoreSheet } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { mayReview } from '../../rules/review.ts'
import { appeals, appraisals, councils, publications, scores } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { watchAppraisals } from '../watch/appraisals.ts'
import { inputsOf, spanOf } from './inputs.ts'

type AppraisalRow = Row<typeof appraisals>
type ScoreRow = Row<typeof scores>

const GRADES = [{ grade: '优秀', atMost: [3, 10] as const }, { grade: '良好', atMost: [4, 10] as const }, { grade: '合格' }]

export const appraisalGuards: Guards<Ctx, typeof appraisals> = {
  create: async (ctx, { values }) => {
    if (values.kind === 'annual' && values.communityId) return reason('appraisal.street_only', undefined, 'communityId')
    if (values.kind === 'contest' && !values.communityId) return reason('appraisal.community_needed', undefined, 'communityId')
    const twice = await ctx
      .elevated()
      .rows(appraisals)
      .first({ period: values.period, communityId: values.communityId ?? null, status: ['opened', 'published', 'final'] })
    return twice && !values.supersedesId ? reason('appraisal.twice', undefined, 'period') : undefined
  },
  publish: async (ctx, { row }) => {
    const open = await ctx
      .elevated()
      .rows(scores)
      .count({ appraisalId: row.id, status: ['drafting', 'reported'] })
    if (open > 0) return reason('appraisal.unreviewed', { count: open })
    const made = await snapshotOf(ctx, row)
    if (!made.ok) return made.refusal
    if (made.value.results.length === 0) return reason('appraisal.no_scores')
    return {
      snapshot: made.value,
      fingerprint: made.value.fingerprint,
      asOf: made.value.inputs[0]?.asOf ?? ctx.today,
      publishedOn: ctx.today,
      appealUntil: addDays(ctx.today, ctx.settings.appealDays),
    }
  },
  settle: async (ctx, { row }) => {
    if (row.appealUntil && ctx.today <= row.appealUntil) return reason('appraisal.appeal_running', { until: row.appealUntil })
    const open = await ctx.elevated().rows(appeals).count({ appraisalId: row.id, status: 'raised' })
    return open > 0 ? reason('appraisal.appeals_open', { count: open }) : undefined
  },
}

export const appraisalEffects: Effects<Ctx, typeof appraisals> = {
  create: (ctx) => watchAppraisals(ctx),
  publish: async (ctx, { after }) => {
    const snapshot = after.snapshot as AppraisalSnapshot
    const grades = assignGrades(snapshot.ranking.placings, GRADES)
    const rows = ctx.elevated().rows(scores)
    for (const score of await scoresOf(ctx, after.id)) {
      const result = snapshot.results.find(({ subject }) => subject === score.councilId)
      const placing = snapshot.ranking.placings.find(({ subject }) => subject === score.councilId)
      await rows.update(score.id, { total: result?.total ?? null, place: placing?.place ?? null, grade: grades[score.councilId] ?? null })
    }
    const lines = await linesOf(ctx, snapshot, await scoresOf(ctx, after.id))
    await ctx
      .elevated()
      .rows(publications)
      .create({
        title: `${after.title}结果`,
        kind: 'ranking',
        content:
          lines
            .map(({ council, place, total, grade }) => `${place ?? '—'} ${council} ${total ?? '缺数'} ${grade ?? ''}`)
            .join('\n')
            .slice(0, 3000) || after.title,
        place: after.communityId ? '社区公告栏' : '街道公告栏',
        from: ctx.today,
        days: 7,
        communityId: after.communityId,
      })
  },
}

export const scoreGuards: Guards<Ctx, typeof scores> = {
  create: async (ctx, { values }) => {
    const appraisal = await parentOf(ctx, appraisals, values.appraisalId)
    if (appraisal.status !== 'opened') return reason('appraisal.fixed')
    const council = await parentOf(ctx, councils, values.councilId)
    if (appraisal.communityId && council.communityId !== appraisal.communityId)
      return reason('appraisal.other_community', undefined, 'councilId')
    return checkEvidence(values) ?? { kind: appraisal.kind, communityId: council.communityId }
  },
  update: async (ctx, { row, patch }) => {
    const typed = TYPED.some((key) => patch[key] !== undefined && patch[key] !== row[key])
    if (!typed) return undefined
    if ((await parentOf(ctx, appraisals, row.appraisalId)).status !== 'opened') return reason('appraisal.fixed')
    return row.status === 'drafting' ? checkEvidence({ ...row, ...patch }) : reason('appraisal.reported')
  },
  report: async (ctx, { row, input }) => {
    if ((await parentOf(ctx, appraisals, row.appraisalId)).status !== 'opened') return reason('appraisal.fixed')
    return {
      ownMatters: input.matters,
      ownArchive: input.archive,
      ownInnovation: input.innovation ?? null,
      scorerId: ctx.actor.id,
      scorerName: ctx.actor.name,
      reviewNote: null,
    }
  },
  review: (ctx, { row }) => reviewed(ctx, row, 'council.scores.review'),
  reviewContest: (ctx, { row }) => reviewed(ctx, row, 'council.scores.reviewContest'),
}

function reviewed(ctx: Ctx, { kind, scorerId }: ScoreRow, permission: string): Refusal | Addition<typeof scores> {
  const refused = mayReview({ reviewerId: ctx.actor.id, scorerId, kind, isStreet: isOfStreet(ctx, permission) })
  return refused ?? { reviewerId: ctx.actor.id, reviewerName: ctx.actor.name }
}

function isOfStreet(ctx: Ctx, permission: string): boolean {
  return ctx.actor.access.scope(permission).kind === 'street'
}

const TYPED = ['matters', 'archive', 'innovation', 'falsified', 'evidence', 'proof'] as const

function checkEvidence(values: {
  matters?: number | null
  archive?: number | null
  innovation?: number | null
  falsified?: string | null
  evidence?: string | null
}): Refusal | undefined {
  const typed =
    [values.matters, values.archive, values.innovation].some((points) => points !== null && points !== undefined) ||
    values.falsified === 'yes'
  return typed && !values.evidence?.trim() ? reason('appraisal.evidence', undefined, 'evidence') : undefined
}

export const appealGuards: Guards<Ctx, typeof appeals> = {
  create: async (ctx, { values }) => {
    const appraisal = await parentOf(ctx, appraisals, values.appraisalId)
    if (appraisal.status !== 'published' || (appraisal.appealUntil && ctx.today > appraisal.appealUntil))
      return reason('appraisal.appeal_late')
    return { communityId: (await parentOf(ctx, councils, values.councilId)).communityId }
  },
  uphold: (ctx, { row }) => streetAnswers(ctx, row, 'council.appeals.uphold'),
  dismiss: (ctx, { row }) => streetAnswers(ctx, row, 'council.appeals.dismiss'),
}

async function streetAnswers(ctx: Ctx, { appraisalId }: Row<typeof appeals>, permission: string): Promise<Refusal | undefined> {
  const { kind } = await parentOf(ctx, appraisals, appraisalId)
  return kind === 'annual' && !isOfStreet(ctx, permission) ? reason('appraisal.street_reviews') : undefined
}

async function scoresOf(ctx: Ctx, appraisalId: string): Promise<readonly Row<typeof scores>[]> {
  return (await ctx.elevated().rows(scores).list({ filter: { appraisalId }, limit: 500, total: 'none' })).rows
}

/** Sheet, inputs and outcome, frozen; a correction names the one it takes the place of. */
async function snapshotOf(ctx: Ctx, row: AppraisalRow): Promise<Result<AppraisalSnapshot>> {
  const sheets = await scoresOf(ctx, row.id)
  const inputs = []
  for (const score of sheets) inputs.push(await inputsOf(ctx, row, score))
  const former = row.supersedesId ? await ctx.elevated().rows(appraisals).find(row.supersedesId) : undefined
  return freezeAppraisal(COUNCIL_SHEET, inputs, ctx.now, former?.fingerprint ?? undefined)
}

/** A snapshot's lines as people read them, best first. */
export async function linesOf(
  ctx: Ctx,
  { sheet, inputs, results, ranking }: AppraisalSnapshot,
  scored: readonly ScoreRow[],
): Promise<readonly ScoreLine[]> {
  const grades = assignGrades(ranking.placings, GRADES)
  const lines: ScoreLine[] = []
  for (const result of results) {
    const typed = scored.find(({ councilId }) => councilId === result.subject)
    const input = inputs.find(({ subject }) => subject === result.subject)
    lines.push({
      councilId: result.subject,
      council: (await ctx.elevated().rows(councils).find(result.subject))?.name ?? '',
      stateTitle: typed ? (scores.workflow?.states[typed.status].title ?? '') : '',
      reviewNote: typed?.reviewNote ?? null,
      items: result.items.map(({ code, points, max }) => {
        const counted = input?.automatic[code]
        return {
          code,
          title: sheet.items.find((item) => item.code === code)?.zh ?? code,
          points: points === undefined ? null : pointsText(points),
          max: pointsText(max),
          basis: counted ? `${counted.numerator ?? '—'} / ${counted.denominator ?? '—'}` : givenText(typed, code),
        }
      }),
      total: result.total === undefined ? null : pointsText(result.total),
      missing: result.missing.map((code) => sheet.items.find((item) => item.code === code)?.zh ?? code),
      vetoed: result.vetoes.length > 0,
      place: ranking.placings.find(({ subject }) => subject === result.subject)?.place ?? null,
      grade: grades[result.subject] ?? null,
    })
  }
  return lines.toSorted((a, b) => (a.place ?? 999) - (b.place ?? 999))
}

const OWN = { matters: 'ownMatters', archive: 'ownArchive', innovation: 'ownInnovation' } as const

/** What people gave: what the community reported and, once reviewed, by whom. */
function givenText(score: ScoreRow | undefined, code: string): string {
  const own = Object.hasOwn(OWN, code) ? score?.[OWN[code as keyof typeof OWN]] : null
  return [own == null ? '人工评分' : `自评 ${own}`, score?.reviewerName ? `复核 ${score.reviewerName}` : ''].filter(Boolean).join('，')
}

/** An appeal from a council's own sheet. */
export async function handleAppeal(ctx: Ctx, input: ActionInput<typeof appealScore>): Promise<{ appealId: string }> {
  const { appraisalId, councilId } = await ctx.rows(scores).get(input.id)
  const { id } = await ctx.elevated().rows(appeals).create({ appraisalId, councilId, text: input.text })
  return { appealId: id }
}

/** A sheet for every council in office that takes part and has none yet. */
export async function handleMakeSheets(ctx: Ctx, input: ActionInput<typeof makeSheets>): Promise<{ made: number }> {
  const row = await ctx.rows(appraisals).lock(input.id)
  if (row.status !== 'opened') return ctx.refuse(reason('appraisal.fixed'))
  const known = new Set((await scoresOf(ctx, row.id)).map(({ councilId }) => councilId))
  const filter = { kind: 'council', status: 'active', ...(row.communityId ? { communityId: row.communityId } : {}) } as const
  const taking = await ctx.elevated().rows(councils).list({ filter, limit: 500, total: 'none' })
  const fresh = taking.rows.filter(({ id }) => !known.has(id))
  for (const { id: councilId } of fresh) await ctx.elevated().rows(scores).create({ appraisalId: row.id, councilId })
  return { made: fresh.length }
}

/** The frozen sheet, or what it would be today. */
export async function handleSheet(
  ctx: Ctx,
  input: ActionInput<typeof scoreSheet>,
): Promise<{ frozen: boolean; asOf: string; lines: readonly ScoreLine[] }> {
  const row = await ctx.rows(appraisals).get(input.id)
  const scored = await scoresOf(ctx, row.id)
  if (row.snapshot) return { frozen: true, asOf: row.asOf ?? '', lines: await linesOf(ctx, row.snapshot as AppraisalSnapshot, scored) }
  const made = await snapshotOf(ctx, row)
  if (!made.ok) return ctx.refuse(made.refusal)
  const { to } = spanOf(row.period)
  return { frozen: false, asOf: to < ctx.today ? to : ctx.today, lines: await linesOf(ctx, made.value, scored) }
}

/** A corrected sheet after an upheld appeal: the earlier one stays as it was. */
export async function handleCorrect(ctx: Ctx, input: ActionInput<typeof correctAppraisal>): Promise<{ appraisalId: string }> {
  const row = await ctx.rows(appraisals).lock(input.id)
  const all = ctx.elevated()
  if ((await all.rows(appeals).count({ appraisalId: row.id, status: 'upheld' })) === 0) return ctx.refuse(reason('appraisal.no_appeal'))
  await all.rows(appraisals).step(row.id, 'supersede', {})
  const fresh = await all.rows(appraisals).create({
    title: `${row.title}（更正）`.slice(0, 80),
    kind: row.kind,
    period: row.period,
    supersedesId: row.id,
    communityId: row.communityId,
  })
  for (const { councilId, matters, archive, innovation, falsified, evidence, proof } of await scoresOf(ctx, row.id))
    await all.rows(scores).create({ appraisalId: fresh.id, councilId, matters, archive, innovation, falsified, evidence, proof })
  return { appraisalId: fresh.id }
}
