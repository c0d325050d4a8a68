import { randomBytes } from 'node:crypto'
import { acceptanceOf, issueNotice, type OneTimeNotice } from '@linli/core/accountability'
import { type Clock, extendClock, isOverdue, pauseClock, readClock, resumeClock, startClock, stopClock } from '@linli/core/calendar'
import { ageOn, type Instant } from '@linli/core/date'
import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import { organisations, people } from '@linli/plugin-registry'
import type { Effects, Guards } from '@linli/store'
import { applicationAccepted, applicationDecided, reliefApproved } from '../events.ts'
import { reason } from '../reasons.ts'
import { applications, items, itemVersions, notices, ratings, tickets } from '../resources/index.ts'
import { deferred, freshChecklist, lacking } from '../rules/checklist.ts'
import type { ItemContent } from '../rules/item-content.ts'
import { promiseOfItem } from '../rules/item-promise.ts'
import { openingOf } from '../rules/opening.ts'
import { missingItems } from '../rules/second-notice.ts'
import { detect } from './breaches.ts'
import { clockColumns, dueOf } from './clock-columns.ts'
import { tellContact } from './contact.ts'
import { refuseDecision } from './commitments.ts'
import { accountOf, clockContext, closeAfter, type Ctx } from './context.ts'
import { keptCertificates } from './certificates.ts'
import { nextNumber } from './numbers.ts'
import { liftLadder } from './supervisions.ts'

export type Application = Row<typeof applications>

/** What a case may do next. Every moment is `ctx.now`: no form of a case asks for a time (K13). */
export const applicationGuards: Guards<Ctx, typeof applications> = {
  create: async (ctx, { values }) => {
    const all = ctx.elevated()
    const item = await all.rows(items).get(values.itemId)
    const version = item.versionId ? await all.rows(itemVersions).get(item.versionId) : undefined
    if (!version?.content || item.status === 'retired') return reason('item.not_published', undefined, 'itemId')
    const applicant = await applicantOf(ctx, values)
    if (!applicant) return reason('application.applicant', undefined, 'personId')
    const no = await nextNumber(ctx, 'counter_applications', 'B')
    return {
      no,
      title: `${applicant.name} ${version.content.name}`.slice(0, 160),
      versionId: version.id,
      kind: version.content.kind,
      line: version.content.line,
      materials: freshChecklist(version.content, await keptCertificates(ctx)),
      isElder: applicant.birthDate ? ageOn(applicant.birthDate, ctx.today) >= ctx.settings.elderAge : null,
      slipSecret: newSlipSecret(),
      ...(values.communityId ? {} : { communityId: applicant.communityId, gridId: null }),
    }
  },
  // Whatever moves a clock moves what the inbox sorts by.
  update: (_ctx, { patch }) => (patch.clock ? dueOf(patch.clock) : undefined),
  submit: (ctx) => ({ submittedAt: ctx.now, handlerId: accountOf(ctx), dueAt: closeAfter(ctx, NOTICE_DAYS) }),
  accept: async (ctx, { row }) => {
    const missing = lacking(row.materials ?? [])
    const waiting = deferred(row.materials ?? [])
    if (missing.length + waiting.length > 0) return lackingOf([...missing, ...waiting])
    return started(ctx, row, ctx.now)
  },
  acceptDeferred: async (ctx, { row, input }) => {
    const missing = lacking(row.materials ?? [])
    if (missing.length > 0) return lackingOf(missing)
    if (deferred(row.materials ?? []).length === 0) return reason('application.nothing_deferred')
    if (!input.promised) return reason('application.defer_promise', undefined, 'promised')
    if (input.deferUntil <= ctx.today) return reason('application.defer_date', undefined, 'deferUntil')
    const begun = await started(ctx, row, ctx.now, { pauses: ['supplement'] })
    if ('code' in begun) return begun
    // The time that the applicant takes is not the office's: the clock stands still until the papers are there, and the applicant sees it.
    const pause = { at: ctx.now, by: ctx.actor.id, reason: 'supplement', toldAt: ctx.now }
    const paused = pauseClock(begun.clock, pause, clockContext(ctx))
    return paused.ok
      ? { ...begun, ...clockColumns(ctx, paused.value), pauseReason: 'supplement', lapseOn: input.deferUntil }
      : paused.refusal
  },
  notify: async (ctx, { row, input }) => {
    if (input.lapseOn <= ctx.today) return reason('application.lapse_date', undefined, 'lapseOn')
    const issued = await noticeOf(ctx, row)
    if ('code' in issued) return issued
    return { lapseOn: input.lapseOn, notices: (row.notices ?? 0) + 1, overrideBy: null, dueAt: null }
  },
  supplement: (ctx, { row }) => ({ visits: (row.visits ?? 0) + 1, lapseOn: null, dueAt: closeAfter(ctx, NOTICE_DAYS) }),
  completeDeferred: (ctx, { row }) => {
    const open = deferred(row.materials ?? [])
    if (open.length > 0) return lackingOf(open)
    return withClock(ctx, row, (clock) => resumeClock(clock, { at: ctx.now, by: ctx.actor.id }, clockContext(ctx)), {
      pauseReason: null,
      completedAt: ctx.now,
      lapseOn: null,
      visits: (row.visits ?? 0) + 1,
    })
  },
  reject: (ctx, { input }) =>
    input.resultText.trim() === '' || input.remedy.trim() === ''
      ? reason('application.reject_where', undefined, 'remedy')
      : { decidedAt: ctx.now },
  pause: (ctx, { row, input }) =>
    withClock(
      ctx,
      row,
      (clock) => pauseClock(clock, { at: ctx.now, by: ctx.actor.id, reason: input.pauseReason, toldAt: ctx.now }, clockContext(ctx)),
      {
        pauseReason: input.pauseReason,
      },
    ),
  resume: (ctx, { row }) =>
    withClock(ctx, row, (clock) => resumeClock(clock, { at: ctx.now, by: ctx.actor.id }, clockContext(ctx)), { pauseReason: null }),
  decide: async (ctx, { row, input }) => {
    if (input.result === 'no' && (!input.resultText?.trim() || !input.remedy?.trim()))
      return reason('application.decision_reason', undefined, 'resultText')
    const refused = input.result === 'no' ? undefined : await refuseDecision(ctx, row)
    return refused ?? ended(ctx, row, '办结')
  },
  deliver: (ctx) => ({ deliveredAt: ctx.now }),
  withdraw: (ctx, { row }) => (row.clock ? ended(ctx, row, '撤回', false) : { decidedAt: ctx.now }),
  deem: (ctx, { row }) => started(ctx, row, waitingSince(row) ?? ctx.now, { deemed: true }),
  lapse: (ctx, { row }) => (row.clock ? ended(ctx, row, '视为撤回', false) : { decidedAt: ctx.now }),
}

export const applicationEffects: Effects<Ctx, typeof applications> = {
  accept: (ctx, { after }) => accepted(ctx, after),
  acceptDeferred: (ctx, { after }) => accepted(ctx, after),
  deem: (ctx, { after }) => accepted(ctx, after),
  notify: async (ctx, { before, after }) => {
    const issued = before ? await noticeOf(ctx, before as Application) : undefined
    if (!issued || 'code' in issued) return
    await ctx
      .elevated()
      .rows(notices)
      .create({
        no: `${after.no ?? ''}-${after.notices ?? 1}`,
        applicationId: after.id,
        seq: after.notices ?? 1,
        missing: [...issued.notice.missing],
        text: issued.notice.missing.map(({ material, why }) => `${material}：${why}`).join('；'),
        lapseOn: after.lapseOn,
        isBreach: issued.isBreach,
        overriddenBy: before?.overrideBy ?? null,
        communityId: after.communityId,
      })
    if (!issued.isBreach) return
    await detect(ctx, {
      kind: 'second-notice',
      subjectId: accountOf(ctx),
      sourceKind: 'application',
      sourceId: after.id,
      slip: after.no ?? '',
      detail: '第一次就能发现的问题，第二次才告知申请人（主管已放行）。',
      communityId: after.communityId,
    })
  },
  decide: async (ctx, { after }) => {
    await liftLadder(ctx, after.id)
    await ctx.emit(applicationDecided, subject(after), told(after))
    if (after.line === 'relief' && after.result === 'yes')
      await ctx.emit(reliefApproved, subject(after), { ...told(after), no: after.no ?? '' })
  },
  withdraw: (ctx, { after }) => liftLadder(ctx, after.id),
  lapse: (ctx, { after }) => liftLadder(ctx, after.id),
  deliver: async (ctx, { after }) => {
    if (await ctx.elevated().rows(ratings).first({ applicationId: after.id }))
      await ctx.elevated().rows(applications).step(after.id, 'markRated', {})
  },
  create: async (ctx, { after }) => {
    if (!after.ticketId) return
    const ticket = await ctx.elevated().rows(tickets).find(after.ticketId)
    if (ticket?.status === 'called') await ctx.elevated().rows(tickets).step(ticket.id, 'serve', {})
  },
}

const NOTICE_DAYS = 5

/** What the QR of a new slip opens the case with. */
export function newSlipSecret(): string {
  return randomBytes(12).toString('hex')
}

/** Extends a case's clock by an approved request (K5). */
export async function extendApplication(
  ctx: Ctx,
  row: Application,
  extension: { readonly days: number; readonly reason: string; readonly toldAt: Instant; readonly by: string },
): Promise<Refusal | undefined> {
  if (!row.clock) return reason('application.no_clock')
  const { days: amount, reason: why, toldAt, by } = extension
  const extended = extendClock(row.clock, { at: ctx.now, by, amount, approver: ctx.actor.id, reason: why, toldAt }, clockContext(ctx))
  if (!extended.ok) return extended.refusal
  const { dueAt: _dueAt, dueProvisional: _dueProvisional, ...columns } = clockColumns(ctx, extended.value)
  await ctx
    .elevated()
    .rows(applications)
    .update(
      row.id,
      { ...columns, extendedDays: amount },
      {
        reason: `批准延期 ${amount} 个工作日：${why}`,
      },
    )
  return undefined
}

/** Since when the applicant has waited for an answer: since the receipt, or since the supplement. */
function waitingSince(row: Application): Instant | null {
  return row.status === 'supplemented' ? row.statusSince : row.submittedAt
}

async function accepted(ctx: Ctx, after: Application): Promise<void> {
  await ctx.emit(applicationAccepted, subject(after), told(after))
  await tellContact(ctx, after)
}

/** Whether the law takes a case as accepted because nobody told the applicant anything in time (K3). */
export function isDeemed(ctx: Ctx, row: Application): boolean {
  const receivedAt = waitingSince(row)
  if (!receivedAt) return false
  const standing = acceptanceOf({ receivedAt }, ctx.now, clockContext(ctx))
  return standing.ok && standing.value.state === 'deemed-accepted'
}

/** The content of the version that a case goes by. */
export async function contentFor(
  ctx: Ctx,
  row: Pick<Application, 'versionId'>,
): Promise<{ readonly content: ItemContent; readonly no: number } | undefined> {
  const version = row.versionId ? await ctx.elevated().rows(itemVersions).find(row.versionId) : undefined
  return version?.content ? { content: version.content, no: version.no ?? 1 } : undefined
}

/** Who applies, by the registry or by name. */
async function applicantOf(
  ctx: Ctx,
  {
    personId,
    organisationId,
    applicantName,
  }: { readonly personId?: string | null; readonly organisationId?: string | null; readonly applicantName?: string | null },
): Promise<{ readonly name: string; readonly communityId: string | null; readonly birthDate?: string | null } | undefined> {
  const all = ctx.elevated()
  if (personId) return all.rows(people).get(personId)
  if (organisationId) return all.rows(organisations).get(organisationId)
  return applicantName?.trim() ? { name: applicantName.trim(), communityId: null } : undefined
}

async function started(
  ctx: Ctx,
  row: Application,
  at: Instant,
  { deemed = false, pauses = [] }: { readonly deemed?: boolean; readonly pauses?: ItemContent['pauses'] } = {},
): Promise<Refusal | (ReturnType<typeof clockColumns> & Record<string, unknown>)> {
  const version = await contentFor(ctx, row)
  if (!version) return reason('item.not_published')
  const content = { ...version.content, pauses: [...new Set([...version.content.pauses, ...pauses])] }
  const promise = promiseOfItem(content, version.no, openingOf(ctx.settings.opening))
  if (!promise.ok) return promise.refusal
  const clock = startClock(promise.value, { subject: row.id, at, by: ctx.actor.id }, clockContext(ctx))
  if (!clock.ok) return clock.refusal
  return {
    ...clockColumns(ctx, clock.value),
    acceptedAt: at,
    isDeemed: deemed,
    promisedDays: promise.value.amount,
    handlerId: deemed ? row.handlerId : accountOf(ctx),
  }
}

/** The end of a case's clock. What is given up does not count as on time, but counts as late where it was. */
function ended(ctx: Ctx, row: Application, why: string, counts = true): Refusal | Record<string, unknown> {
  if (!row.clock) return reason('application.no_clock')
  const stopped = stopClock(row.clock, { at: ctx.now, by: ctx.actor.id, reason: why }, clockContext(ctx))
  if (!stopped.ok) return stopped.refusal
  const reading = readClock(stopped.value, ctx.now, clockContext(ctx))
  const { clock, clockState } = clockColumns(ctx, stopped.value)
  const isLate = isOverdue(stopped.value, ctx.now)
  return {
    clock,
    clockState,
    decidedAt: ctx.now,
    usedDays: reading.ok ? Math.ceil(reading.value.used) : null,
    ...(isLate || counts ? { isOnTime: isLate ? 'no' : 'yes' } : {}),
  }
}

function withClock(
  ctx: Ctx,
  row: Application,
  change: (clock: Clock) => ReturnType<typeof pauseClock>,
  more: object,
): Refusal | Record<string, unknown> {
  if (!row.clock) return reason('application.no_clock')
  const changed = change(row.clock)
  return changed.ok ? { ...clockColumns(ctx, changed.value), ...more } : changed.refusal
}

async function noticeOf(ctx: Ctx, row: Application): Promise<Refusal | { readonly notice: OneTimeNotice; readonly isBreach: boolean }> {
  const { rows } = await ctx
    .elevated()
    .rows(notices)
    .list({ filter: { applicationId: row.id }, sort: ['seq', 'asc'], limit: 20, total: 'none' })
  const earlier: OneTimeNotice[] = rows.map(({ missing, createdAt, createdBy }) => ({
    missing: missing ?? [],
    deliveredAt: createdAt,
    by: createdBy,
  }))
  const missing = missingItems(row.materials ?? [], earlier)
  const notice: OneTimeNotice = {
    missing,
    deliveredAt: ctx.now,
    by: ctx.actor.id,
    ...(row.overrideBy ? { overriddenBy: row.overrideBy } : {}),
  }
  const issued = issueNotice(earlier, notice)
  return issued.ok ? issued.value : issued.refusal
}

function lackingOf(materials: readonly { readonly name: string }[]): Refusal {
  return reason('application.lacking', { materials: materials.map(({ name }) => name).join('、') }, 'materials')
}

function subject(row: Application): { resource: typeof applications; id: string; communityId: string | null } {
  return { resource: applications, id: row.id, communityId: row.communityId }
}

/** What is told of a case after the transaction. */
export function told(row: Application): { applicationId: string; itemId: string; personId: string | null } {
  return { applicationId: row.id, itemId: row.itemId, personId: row.personId }
}
