import { createHash } from 'node:crypto'
import { fromEpochMilliseconds } from '@linli/core/date'
import type { ActionInput, Row } from '@linli/kit'
import type { offerRating, pad, padRate, pairPad } from '../actions/index.ts'
import { reason } from '../reasons.ts'
import { applications, windows } from '../resources/index.ts'
import { padCode, readPadCode } from '../rules/pad.ts'
import { contentFor } from './applications.ts'
import type { Ctx } from './context.ts'
import { isTail } from './public.ts'
import { takeRating } from './ratings.ts'

/** How long a case stands on the pad. */
const MINUTES = 5

/** What the pad shows now; the first answer to a pad whose code was typed at a window binds it. */
export async function handlePad(ctx: Ctx, { key }: ActionInput<typeof pad>): Promise<(typeof pad)['example']> {
  const digest = digestOf(key)
  const window = (await ofPad(ctx, digest)) ?? (await bound(ctx, digest))
  if (!window) return { ...NOTHING, state: 'unpaired', code: padCode(digest) }
  const row = await asked(ctx, window)
  if (!row) return { ...NOTHING, window: window.name }
  const version = await contentFor(ctx, row)
  return { ...NOTHING, state: 'ask', window: window.name, no: row.no ?? '', item: version?.content.name ?? '' }
}

const NOTHING = { state: 'idle', code: '', window: '', no: '', item: '' } as const

/** Takes the rating of the case that stands on the pad, and of no other. */
export async function handlePadRate(ctx: Ctx, { key, no, grade, tail }: ActionInput<typeof padRate>): Promise<(typeof padRate)['example']> {
  const found = await ofPad(ctx, digestOf(key))
  const window = found && (await ctx.rows(windows).lock(found.id))
  const row = window && (await asked(ctx, window))
  if (!window || !row || row.no !== no) return ctx.refuse(reason('pad.over'), 409)
  const named = tail ? await isTail(ctx, row, tail) : false
  if (tail && !named) return ctx.refuse(reason('progress.none', undefined, 'tail'))
  await takeRating(ctx, await ctx.rows(applications).lock(row.id), { grade, comment: '', named, device: 'counter-pad' })
  await ctx.rows(windows).update(window.id, { padCaseId: null, padUntil: null }, { reason: '评价器已评价' })
  return { thanks: named ? '谢谢您的评价，不满意的地方一个工作日内会有人联系您' : '谢谢您的评价' }
}

export async function handlePairPad(ctx: Ctx, { id, code }: ActionInput<typeof pairPad>): Promise<{ code: string }> {
  const padCode = readPadCode(code)
  if (!padCode) return ctx.refuse(reason('pad.code', undefined, 'code'))
  await ctx.rows(windows).lock(id)
  const fresh = { padCode, padKey: null, padPairedAt: null, padCaseId: null, padUntil: null }
  await ctx.elevated().rows(windows).update(id, fresh, { reason: '配对评价器' })
  return { code: padCode }
}

export async function handleOfferRating(ctx: Ctx, { id }: ActionInput<typeof offerRating>): Promise<{ window: string }> {
  const row = await ctx.rows(applications).lock(id)
  if (row.decidedAt === null || row.ratedAt !== null) return ctx.refuse(reason('pad.not_yet'))
  if (row.claimedAt !== null) return ctx.refuse(reason('pad.phone'))
  const all = ctx.elevated().rows(windows)
  const own = await all.first({ accountId: ctx.actor.id, status: 'open' })
  if (!own) return ctx.refuse(reason('pad.no_window'))
  if (!own.padKey) return ctx.refuse(reason('pad.none', { window: own.name }))
  await all.update(
    own.id,
    { padCaseId: id, padUntil: fromEpochMilliseconds(Date.parse(ctx.now) + MINUTES * 60_000) },
    { reason: '请申请人评价' },
  )
  return { window: own.name }
}

/** The case that stands on the pad and can still be rated. */
async function asked(ctx: Ctx, { padCaseId, padUntil }: Row<typeof windows>): Promise<Row<typeof applications> | undefined> {
  if (!padCaseId || !padUntil || padUntil <= ctx.now) return undefined
  const row = await ctx.rows(applications).find(padCaseId)
  return row && row.ratedAt === null && row.claimedAt === null ? row : undefined
}

function ofPad(ctx: Ctx, padKey: string): Promise<Row<typeof windows> | undefined> {
  return ctx.rows(windows).first({ padKey })
}

async function bound(ctx: Ctx, padKey: string): Promise<Row<typeof windows> | undefined> {
  const found = await ctx.rows(windows).first({ padCode: padCode(padKey) })
  if (!found) return undefined
  return ctx.rows(windows).update(found.id, { padKey, padCode: null, padPairedAt: ctx.now }, { reason: '评价器已配对' })
}

function digestOf(key: string): string {
  return createHash('sha256').update(`pad ${key}`).digest('hex')
}
