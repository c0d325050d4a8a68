import { addDays, instantAt } from '@linli/core/date'
import type { ActionInput } from '@linli/kit'
import type { Guards } from '@linli/store'
import type { answerPrecheck, precheck, precheckAnswer, takePrecheck } from '../actions/index.ts'
import { reason } from '../reasons.ts'
import { applications, items, itemVersions, prechecks } from '../resources/index.ts'
import { PRECHECKS, REPLIES } from '../rules/options.ts'
import { claimsOf, claimsText } from '../rules/precheck.ts'
import { refuseReplies } from '../rules/refuse-replies.ts'
import { tailOf } from '../rules/slip.ts'
import { keptCertificates } from './certificates.ts'
import { type Ctx, dayAfter } from './context.ts'
import { nextNumber } from './numbers.ts'
import { dropFilesOf, newFileKey } from './precheck-files.ts'
import { TriesLeft } from './tries.ts'

/** So many wait for an answer for one telephone; more are asked to wait. */
const MOST_OPEN = 3

export const precheckGuards: Guards<Ctx, typeof prechecks> = {
  create: async (ctx, { values }) => ({
    no: await nextNumber(ctx, 'counter_prechecks', 'Q'),
    claimedText: claimsText(values.claimed ?? []),
  }),
  reply: (ctx) => ({ answeredAt: ctx.now }),
}

/** Takes what somebody has; only what the published item asks for is kept. */
export async function handlePrecheck(ctx: Ctx, input: ActionInput<typeof precheck>): Promise<(typeof precheck)['example']> {
  const { itemCode, communityId, name, phone, question } = input
  const item = await ctx.rows(items).first({ code: itemCode, status: ['published', 'revising'] })
  const version = item?.versionId ? await ctx.rows(itemVersions).find(item.versionId) : undefined
  if (!item || !version?.content) return ctx.refuse(reason('item.not_published', undefined, 'itemCode'))
  if (!ctx.street.communities.some(({ code }) => code === communityId))
    return ctx.refuse(reason('precheck.community', undefined, 'communityId'))
  const rows = ctx.rows(prechecks)
  if ((await rows.count({ phone, status: 'sent' })) >= MOST_OPEN) return ctx.refuse(reason('precheck.wait', { phone: ctx.settings.phone }))
  const claimed = claimsOf(version.content.materials, input.claimed ?? [], await keptCertificates(ctx))
  const { key, digest } = newFileKey()
  const row = await rows.create({ itemId: item.id, name, phone, claimed, question, communityId, fileKey: digest })
  return { no: row.no ?? '', answerBy: dayAfter(ctx, 1), fileKey: key }
}

/** What was answered; wrong digits are counted and answered as an unknown number is. */
export async function handlePrecheckAnswer(
  ctx: Ctx,
  { no, tail }: ActionInput<typeof precheckAnswer>,
): Promise<(typeof precheckAnswer)['example']> {
  const none = { ...NOTHING, message: reason('precheck.none').zh }
  const row = await ctx.rows(prechecks).first({ no: no.trim().toUpperCase() })
  if (!row) return none
  const tries = new TriesLeft(ctx.now, row)
  if (tries.isOver) return { ...NOTHING, message: reason('progress.too_many').zh }
  if (tailOf(row.phone) !== tail) {
    await ctx.rows(prechecks).update(row.id, tries.failed(), { reason: '预审查询没有通过' })
    return none
  }
  const item = await ctx.rows(items).find(row.itemId)
  return {
    found: true,
    message: '',
    item: item?.name ?? '',
    state: prechecks.workflow?.states[row.status].title ?? '',
    verdict: row.verdict ? PRECHECKS[row.verdict] : '',
    answer: row.answer ?? '',
    materials: (row.replies ?? []).map(({ name, state, words }) => ({ name, state: REPLIES[state], words })),
  }
}

const NOTHING = { found: false, message: '', item: '', state: '', verdict: '', answer: '', materials: [] }

/** What a clerk says of every paper, and of the whole: the step is the same as without. */
export async function handleAnswerPrecheck(
  ctx: Ctx,
  { id, replies, verdict, answer }: ActionInput<typeof answerPrecheck> & { readonly id: string },
): Promise<{ answered: boolean }> {
  const row = await ctx.rows(prechecks).lock(id)
  const faults = refuseReplies(row.claimed ?? [], replies ?? [], verdict)
  if (faults.length > 0) return ctx.refuse(faults)
  await ctx.rows(prechecks).step(id, 'reply', { verdict, answer })
  await ctx.rows(prechecks).update(id, { replies }, { reason: '逐件答复' })
  return { answered: true }
}

/** Makes the case, once however often it is pressed; its papers are looked at as of anybody's. */
export async function handleTakePrecheck(
  ctx: Ctx,
  { id, personId }: ActionInput<typeof takePrecheck> & { readonly id: string },
): Promise<{ applicationId: string; no: string }> {
  const row = await ctx.rows(prechecks).lock(id)
  if (row.applicationId || (row.status !== 'sent' && row.status !== 'answered')) return ctx.refuse(reason('precheck.over'))
  const { name, phone } = await ctx.elevated().rows(prechecks).reveal(id, ['name', 'phone'], 'service')
  const made = await ctx.rows(applications).create({
    itemId: row.itemId,
    ...(personId ? { personId } : { applicantName: name }),
    phone,
    channel: 'online',
    communityId: row.communityId,
  })
  await ctx.rows(applications).step(made.id, 'submit', {})
  const all = ctx.elevated().rows(prechecks)
  await all.update(id, { applicationId: made.id })
  await all.step(id, 'open', {})
  return { applicationId: made.id, no: made.no ?? '' }
}

/**
 * Who was answered and did not come is forgotten after a time, as is who became a case (which has its own record of them) and who was never
 * answered: the name, the telephone, the question and the photos go, what was asked about stays.
 */
export async function forgetAskers(ctx: Ctx): Promise<void> {
  const before = instantAt(addDays(ctx.today, -ctx.settings.precheckKeepDays), 0)
  const rows = ctx.rows(prechecks)
  for await (const { id, status } of rows.each({ filter: { statusSince_lt: before, forgottenAt_empty: true } })) {
    await dropFilesOf(ctx, id)
    const gone = { name: null, phone: null, question: null, fileKey: null, forgottenAt: ctx.now }
    await rows.update(id, gone, { reason: '预审人信息保存期满，自动删除' })
    if (status === 'answered') await rows.step(id, 'lapse', {})
    if (status === 'sent') await rows.step(id, 'leave', {})
  }
}
