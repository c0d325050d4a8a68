import { addDays, addMonths, instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { DUTIES } from '../../rules/options.ts'
import { alerts, councils, demands } from '../../resources/index.ts'
import { keepsSize, sizeRule } from '../../rules/size.ts'
import type { Ctx } from '../context.ts'
import { dutiesOf, recounted } from '../recount.ts'

type Council = Row<typeof councils>
type Kind = Row<typeof alerts>['kind']

/** Whom or what an alert is about. */
interface About {
  readonly kind: Kind
  readonly council: Pick<Council, 'id' | 'communityId'>
  readonly memberId?: string
}

/** Days after which what was settled and is still so is told again. */
const AGAIN_DAYS = 30
const WARN_MONTHS = 6

/** Tells of something once: not while an alert of it is open, nor for a month after it was settled. */
export async function raise(ctx: Ctx, { kind, council, memberId }: About, summary: string): Promise<void> {
  const rows = ctx.elevated().rows(alerts)
  const filter = { kind, councilId: council.id, ...(memberId ? { memberId } : {}) }
  const open = await rows.first({ ...filter, status: 'open' })
  if (open) {
    if (open.summary !== summary.slice(0, 160)) await rows.update(open.id, { summary: summary.slice(0, 160) })
    return
  }
  if (await rows.first({ ...filter, status: 'settled', statusSince_gte: instantAt(addDays(ctx.today, -AGAIN_DAYS), 0) })) return
  await rows.create({
    kind,
    summary: summary.slice(0, 160),
    councilId: council.id,
    memberId: memberId ?? null,
    key: `${kind}:${memberId ?? council.id}:${ctx.now}`,
    communityId: council.communityId,
  })
}

/** Takes an alert off by itself, because what it told of is over. */
export async function clear(ctx: Ctx, { kind, council, memberId }: About): Promise<void> {
  const rows = ctx.elevated().rows(alerts)
  const open = await rows.first({ kind, councilId: council.id, ...(memberId ? { memberId } : {}), status: 'open' })
  if (open) await rows.step(open.id, 'clear', {})
}

/** Whether a council in office has its three officers (有人管事、有人问事、有人干事). */
export async function watchOfficers(ctx: Ctx, council: Council): Promise<void> {
  const held = await dutiesOf(ctx, council.id)
  const missing = Object.entries(DUTIES).filter(([duty]) => !held.has(duty as keyof typeof DUTIES))
  if (council.kind !== 'council' || council.status !== 'active' || missing.length === 0) await clear(ctx, { kind: 'vacancy', council })
  else await raise(ctx, { kind: 'vacancy', council }, `「${council.name}」缺${missing.map(([, title]) => title).join('、')}，请尽快补上`)
}

/** Whether a body in office is as large as the law says. */
export async function watchSize(ctx: Ctx, council: Council): Promise<void> {
  const rule = sizeRule(council.kind, council.communityId ?? ctx.street.code)
  if (!rule || council.status !== 'active' || keepsSize(rule, council.members)) await clear(ctx, { kind: 'size', council })
  else await raise(ctx, { kind: 'size', council }, `「${council.name}」现有 ${council.members} 人，不合${rule.basis}`)
}

/** A demand that was let go by is told of until the meeting is called. */
async function watchDemand(ctx: Ctx, council: Council): Promise<void> {
  const owed = await ctx.elevated().rows(demands).first({ councilId: council.id, status: 'obliged' })
  if (owed?.dueOn && owed.dueOn < ctx.today)
    await raise(
      ctx,
      { kind: 'demand', council },
      `「${council.name}」应在 ${owed.dueOn} 前按 ${owed.backers} 人的联名要求召开会议，还没有发通知`,
    )
  else await clear(ctx, { kind: 'demand', council })
}

async function watchTerm(ctx: Ctx, council: Council): Promise<void> {
  if (council.termTo !== null && council.termTo <= addMonths(ctx.today, WARN_MONTHS))
    await raise(ctx, { kind: 'term', council }, `「${council.name}」任期到 ${council.termTo}，请着手换届`)
  else await clear(ctx, { kind: 'term', council })
}

/** Every night: counts the members of each body anew, because terms end by themselves, and tells of what is missing. */
export async function watchBodies(ctx: Ctx): Promise<void> {
  for await (const { id } of ctx
    .elevated()
    .rows(councils)
    .each({ filter: { status: 'active' } })) {
    const council = await recounted(ctx, id)
    await watchOfficers(ctx, council)
    await watchTerm(ctx, council)
    await watchSize(ctx, council)
    await watchDemand(ctx, council)
  }
}
