import { addDays, daysBetween } from '@linli/core/date'
import type { ActionInput } from '@linli/kit'
import { startClock } from '@linli/core/calendar'
import { people } from '@linli/plugin-registry'
import { sql } from 'kysely'
import type {
  bringMaterials,
  checklist,
  DeskMaterial,
  overrideNotice,
  receive,
  Received,
  reissueSlip,
  slip,
  tickMaterials,
} from '../actions/index.ts'
import { reason } from '../reasons.ts'
import { applications, items, itemVersions, notices } from '../resources/index.ts'
import type { CheckedMaterial, Tick } from '../rules/checked-material.ts'
import { deferred, freshChecklist, lacking, tick } from '../rules/checklist.ts'
import { promiseOfItem } from '../rules/item-promise.ts'
import { KINDS, SOURCES } from '../rules/options.ts'
import { openingOf } from '../rules/opening.ts'
import { slipCode } from '../rules/slip.ts'
import { newSlipSecret } from './applications.ts'
import { keptCertificates } from './certificates.ts'
import { clockColumns } from './clock-columns.ts'
import { keepCommitments, refuseCommitments } from './commitments.ts'
import { accountOf, clockContext, type Ctx } from './context.ts'

/** What to ask for, and what not: whatever the registry holds of somebody is said to be there. */
export async function handleChecklist(
  ctx: Ctx,
  { itemId, personId }: ActionInput<typeof checklist>,
): Promise<(typeof checklist)['example']> {
  const item = await ctx.elevated().rows(items).get(itemId)
  const version = item.versionId ? await ctx.elevated().rows(itemVersions).get(item.versionId) : undefined
  if (!version?.content) return ctx.refuse(reason('item.not_published', undefined, 'itemId'))
  const { content } = version
  const held = personId ? await heldOf(ctx, personId) : []
  const promise = promiseOfItem(content, version.no ?? 1, openingOf(ctx.settings.opening))
  const clock = promise.ok ? startClock(promise.value, { subject: 'preview', at: ctx.now }, clockContext(ctx)) : promise
  const due = clock.ok ? clockColumns(ctx, clock.value) : undefined
  const terms = new Map(content.materials.map((material) => [material.name, material]))
  const listed: DeskMaterial[] = freshChecklist(content, await keptCertificates(ctx)).map(
    ({ name, source, required, canDefer, canPromise = false, state }) => ({
      name,
      source,
      sourceTitle: SOURCES[source],
      required,
      canDefer,
      canPromise,
      state,
      form: terms.get(name)?.form ?? '',
      copies: terms.get(name)?.copies ?? 1,
      held:
        state !== 'ours'
          ? ''
          : source === 'own-record' && held.length > 0
            ? `居民档案已有：${held.join('、')}`
            : source === 'certificate'
              ? '这项证明已取消，不能要'
              : '由窗口共享取得，不用群众提供',
    }),
  )
  const isInstant = content.kind === 'instant' || content.kind === 'consult'
  return {
    itemId,
    name: content.name,
    kind: content.kind,
    kindTitle: KINDS[content.kind],
    version: version.no ?? 1,
    promisedDays: isInstant ? 0 : content.promisedDays,
    dueOn: due?.promisedOn ?? '',
    isProvisional: due?.isProvisional ?? false,
    isVerified: item.verified,
    conditions: content.conditions,
    basis: content.basis,
    fee: content.fee === 0 ? '不收费' : `${content.fee / 100} 元`,
    materials: listed,
  }
}

/** One press: receives, checks, and accepts, accepts with gaps, or tells all that is missing. */
export async function handleReceive(ctx: Ctx, input: ActionInput<typeof receive>): Promise<Received> {
  const { ticks, deferUntil, promised, committed, communityId, ...values } = input
  const rows = ctx.rows(applications)
  const { id } = await rows.create({ ...values, ...(communityId ? { communityId } : {}) })
  const ticked = await ticking(ctx, id, ticks ?? [], committed ?? false)
  await rows.step(id, 'submit', {})
  const missing = lacking(ticked)
  if (missing.length > 0) {
    await rows.step(id, 'notify', { lapseOn: addDays(ctx.today, ctx.settings.supplementDays), told: 'paper' })
  } else if (deferred(ticked).length > 0) {
    await rows.step(id, 'acceptDeferred', { deferUntil: deferUntil ?? ctx.today, promised: promised ?? false })
  } else {
    await rows.step(id, 'accept', {})
  }
  const row = await rows.get(id)
  return {
    id,
    no: row.no ?? '',
    outcome: missing.length > 0 ? 'noticed' : row.status === 'deferred' ? 'deferred' : 'accepted',
    promisedOn: row.promisedOn,
    isProvisional: row.isProvisional ?? false,
    missing: missing.map(({ name }) => name),
    noticeId: missing.length > 0 ? ((await ctx.rows(notices).first({ applicationId: id }))?.id ?? null) : null,
  }
}

/** Ticks materials of a case that waits for them. */
export async function handleTick(
  ctx: Ctx,
  { id, ticks, committed }: ActionInput<typeof tickMaterials>,
): Promise<{ lacking: readonly string[] }> {
  return { lacking: lacking(await ticking(ctx, id, ticks, committed ?? false)).map(({ name }) => name) }
}

/** What was missing has come: taken in, ticked, and accepted where nothing is missing any more. */
export async function handleBring(
  ctx: Ctx,
  { id, ticks, committed }: ActionInput<typeof bringMaterials>,
): Promise<(typeof bringMaterials)['example']> {
  const rows = ctx.rows(applications)
  const { status, visits } = await rows.lock(id)
  const ticked = await ticking(ctx, id, ticks, committed ?? false)
  const missing = lacking(ticked)
  const open = [...missing, ...deferred(ticked)].map(({ name }) => name)
  if (status === 'noticed' && missing.length > 0) await stillWaiting(ctx, id, visits ?? 0, missing)
  else if (status === 'noticed') await rows.step(id, 'supplement', {})
  if (open.length === 0 && status !== 'in_review') await rows.step(id, status === 'deferred' ? 'completeDeferred' : 'accept', {})
  const row = await rows.get(id)
  return { lacking: open, promisedOn: row.promisedOn, isProvisional: row.isProvisional ?? false }
}

/**
 * Some of what was told has come. What is outstanding stays told, until the same day; what came and is wrong is told in writing, with time
 * for it (K2: nothing new is asked for).
 */
async function stillWaiting(ctx: Ctx, id: string, visits: number, missing: readonly CheckedMaterial[]): Promise<void> {
  const rows = ctx.rows(applications)
  if (missing.every(({ state }) => state === 'missing')) {
    await rows.update(id, { visits: visits + 1 }, { reason: '收到部分补正材料' })
    return
  }
  await rows.step(id, 'supplement', {})
  await rows.step(id, 'notify', { lapseOn: addDays(ctx.today, ctx.settings.supplementDays), told: 'paper' })
}

async function ticking(ctx: Ctx, id: string, ticks: readonly Tick[], committed: boolean): Promise<ReturnType<typeof tick>['list']> {
  const row = await ctx.rows(applications).lock(id)
  if (['decided', 'delivered', 'rated', 'archived', 'rejected', 'withdrawn', 'lapsed'].includes(row.status))
    return ctx.refuse(reason('application.no_clock'))
  const { list, refusals } = tick(row.materials ?? [], ticks, await keptCertificates(ctx))
  if (refusals.length > 0) return ctx.refuse(refusals)
  const refused = await refuseCommitments(ctx, row, list, committed || isStanding(row.materials ?? [], list))
  if (refused) return ctx.refuse(refused)
  await ctx.rows(applications).update(id, { materials: [...list] }, { reason: '核对材料' })
  await keepCommitments(ctx, row, list)
  return list
}

/** Whether every paper that a declaration stands for was declared before. */
function isStanding(before: readonly CheckedMaterial[], after: readonly CheckedMaterial[]): boolean {
  const standing = new Set(before.filter(({ state }) => state === 'promised').map(({ name }) => name))
  return after.every(({ name, state }) => state !== 'promised' || standing.has(name))
}

/** A supervisor's way out of the one-time rule; never the handler's own (K2). */
export async function handleOverride(ctx: Ctx, { id, reason: why }: ActionInput<typeof overrideNotice>): Promise<{ done: boolean }> {
  const row = await ctx.rows(applications).lock(id)
  if (row.handlerId === ctx.actor.id || row.createdBy === ctx.actor.id) return ctx.refuse(reason('application.override_self'))
  await ctx.rows(applications).update(id, { overrideBy: accountOf(ctx) }, { reason: `放行二次告知：${why}` })
  return { done: true }
}

/** The code behind a slip's QR; its secret is sealed, so it is read here alone. */
export async function handleSlip(ctx: Ctx, { id }: ActionInput<typeof slip>): Promise<{ no: string; code: string; street: string }> {
  const row = await ctx.rows(applications).get(id)
  return { no: row.no ?? '', code: slipCode(row.no ?? '', await secretOf(ctx, id)), street: ctx.street.code }
}

/** A new slip where the old one is lost or was opened on another phone; never by the handler, and not after the rating (K8). */
export async function handleReissue(ctx: Ctx, { id, reason: why }: ActionInput<typeof reissueSlip>): Promise<{ no: string }> {
  const row = await ctx.rows(applications).lock(id)
  if (row.ratedAt !== null) return ctx.refuse(reason('slip.rated'))
  if (row.handlerId === ctx.actor.id) return ctx.refuse(reason('slip.own'))
  await ctx.rows(applications).update(id, { slipSecret: newSlipSecret(), raterKey: null, claimedAt: null }, { reason: `换回执：${why}` })
  return { no: row.no ?? '' }
}

export async function secretOf(ctx: Pick<Ctx, 'db' | 'street'>, id: string): Promise<string> {
  const found = await sql<{ secret: string | null }>`
    select slip_secret as secret from counter_applications where street_id = ${ctx.street.code} and id = ${id}
  `.execute(ctx.db)
  return found.rows[0]?.secret ?? ''
}

async function heldOf(ctx: Ctx, personId: string): Promise<readonly string[]> {
  const person = await ctx.rows(people).get(personId)
  const verified = person.verifiedAt ? `${daysBetween(person.verifiedAt, ctx.today)} 天前核实` : ''
  return [
    person.idNumber ? '身份信息' : '',
    person.phone ? '电话' : '',
    person.address ? `住址${verified ? `（${verified}）` : ''}` : '',
    person.birthDate ? '出生日期' : '',
  ].filter(Boolean)
}
