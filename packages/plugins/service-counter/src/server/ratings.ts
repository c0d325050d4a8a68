import { acceptRating, refuseRatingView, type RatingGrade } from '@linli/core/accountability'
import { addDays, instantAt } from '@linli/core/date'
import type { ActionInput } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import { sql } from 'kysely'
import type { lookAtRating } from '../actions/index.ts'
import { ratingBad } from '../events.ts'
import { reason } from '../reasons.ts'
import { applications, ratings } from '../resources/index.ts'
import { ATTEMPTS, isOwnAttempt } from '../rules/contact-attempt.ts'
import { GRADES } from '../rules/options.ts'
import { closeAfter, type Ctx } from './context.ts'
import type { Application } from './applications.ts'
import { dutyHolder } from './duty.ts'

/** Whoever is rated neither sees nor deals with the rating before it is frozen (K8). */
export const ratingGuards: Guards<Ctx, typeof ratings> = {
  callBack: (ctx) => ({ dueAt: closeAfter(ctx, CONTACT_DAYS) }),
  attempt: (ctx, { row }) => {
    if (!isOwnAttempt(row.attemptedAt, ctx.now)) return reason('rating.attempt_soon')
    return own(ctx, row) ?? { attempts: (row.attempts ?? 0) + 1, attemptedAt: ctx.now, dueAt: row.dueAt }
  },
  // Whoever cannot be reached is owed the repair all the same.
  unreachable: (ctx) => ({ contactedAt: ctx.now, dueAt: closeAfter(ctx, FIX_DAYS) }),
  contact: (ctx, { row }) => own(ctx, row) ?? { contactedAt: row.contactedAt ?? ctx.now, dueAt: closeAfter(ctx, FIX_DAYS) },
  repair: (ctx, { row }) => own(ctx, row),
  visit: (ctx, { row }) => own(ctx, row),
  again: (ctx, { row }) => own(ctx, row) ?? { revisit: 'unsatisfied', dueAt: closeAfter(ctx, FIX_DAYS) },
}

const CONTACT_DAYS = 1
const FIX_DAYS = 15

export const ratingEffects: Effects<Ctx, typeof ratings> = {
  attempt: async (ctx, { after }) => {
    if ((after.attempts ?? 0) >= ATTEMPTS)
      await ctx.elevated().rows(ratings).step(after.id, 'unreachable', {}, { reason: '三次联系不上，按评价内容整改' })
  },
}

function own(ctx: Ctx, row: { readonly handlerId: string | null }): ReturnType<typeof reason> | undefined {
  return row.handlerId !== null && row.handlerId === ctx.actor.id ? reason('rating.own') : undefined
}

interface Sealed {
  readonly grade: RatingGrade
  readonly comment: string
  readonly named: boolean
}

/** Takes in what a client pressed; the table lets a case have one rating only. */
export async function takeRating(
  ctx: Ctx,
  application: Application,
  given: { readonly grade: number; readonly comment: string; readonly named: boolean; readonly device: 'client' | 'counter-pad' },
): Promise<void> {
  const all = ctx.elevated()
  const known = await all.rows(ratings).first({ applicationId: application.id })
  const accepted = acceptRating({
    grade: given.grade,
    device: given.device,
    clientActed: true,
    alreadyRated: known !== undefined,
    caseDecided: application.decidedAt !== null,
  })
  if (!accepted.ok) return ctx.refuse(accepted.refusal)
  const { id } = await all.rows(ratings).create({
    title: `${application.no ?? ''} 的评价`,
    applicationId: application.id,
    handlerId: application.handlerId,
    contactId: await dutyHolder(ctx, 'community-director', application.communityId, application.handlerId),
    device: given.device,
    isNamed: given.named,
    sealed: { grade: accepted.value, comment: given.comment, named: given.named },
    communityId: application.communityId,
  })
  await all.rows(applications).update(application.id, { ratedAt: ctx.now })
  if (application.status === 'delivered') await all.rows(applications).step(application.id, 'markRated', {})
  if (accepted.value > 2 || !given.named) return
  await all.rows(ratings).step(id, 'callBack', {})
  await ctx.emit(
    ratingBad,
    { resource: ratings, id, communityId: application.communityId },
    { ratingId: id, applicationId: application.id },
  )
}

/** The sealed content, for whoever deals with it; the look is in the audit. */
export async function handleLook(
  ctx: Ctx,
  { id }: ActionInput<typeof lookAtRating>,
): Promise<{ grade: string; comment: string; named: boolean }> {
  const row = await ctx.rows(ratings).get(id)
  const refused = refuseRatingView({ viewer: ctx.actor.id, handler: row.handlerId ?? '', frozen: row.frozenAt !== null })
  if (refused) return ctx.refuse(refused, 403)
  const { grade, comment, named } = await sealedOf(ctx, id)
  return { grade: GRADES[String(grade) as keyof typeof GRADES], comment, named }
}

/** The frozen ratings of the asker's own work. */
export async function handleMyRatings(
  ctx: Ctx,
): Promise<{ lines: readonly { title: string; grade: string; comment: string; at: string }[] }> {
  const { rows } = await ctx
    .elevated()
    .rows(ratings)
    .list({ filter: { handlerId: ctx.actor.id, frozenAt_empty: false }, sort: ['frozenAt', 'desc'], limit: 100, total: 'none' })
  return {
    lines: rows.map(({ title, grade, comment, frozenAt }) => ({
      title: title ?? '',
      grade: grade ? GRADES[grade] : '',
      comment: comment ?? '',
      at: frozenAt ?? '',
    })),
  }
}

/** Freezes what was received long enough ago: from then on everybody may know it. */
export async function freezeRatings(ctx: Ctx): Promise<number> {
  const before = instantAt(addDays(ctx.today, -ctx.settings.freezeDays), 0)
  const { rows } = await ctx.rows(ratings).list({ filter: { frozenAt_empty: true, createdAt_lt: before }, limit: 500, total: 'none' })
  for (const { id, status } of rows) {
    const { grade, comment } = await sealedOf(ctx, id)
    await ctx.rows(ratings).update(id, { grade: String(grade) as '5', comment, frozenAt: ctx.now }, { reason: '公布评价' })
    if (status === 'received') await ctx.rows(ratings).step(id, 'freeze', {})
  }
  return rows.length
}

async function sealedOf(ctx: Ctx, id: string): Promise<Sealed> {
  const found = await sql<{
    sealed: Sealed
  }>`select sealed from counter_ratings where street_id = ${ctx.street.code} and id = ${id}`.execute(ctx.db)
  return found.rows[0]?.sealed ?? { grade: 3, comment: '', named: false }
}
