import { addDays, instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { alerts, type councils } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

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

/**
 * Tells of something once: not while an alert of it is open, nor for a month after it was settled.
 * The key numbers the alerts of one thing, so that two writes at a time do not both tell.
 */
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
    key: `${kind}:${memberId ?? council.id}:${await rows.count(filter)}`,
    communityId: council.communityId,
  })
}

/** Takes an alert off by itself, because what it told of is over. */
export async function clear(ctx: Ctx, { kind, council, memberId }: About): Promise<void> {
  const rows = ctx.elevated().rows(alerts)
  const open = await rows.first({ kind, councilId: council.id, ...(memberId ? { memberId } : {}), status: 'open' })
  if (open) await rows.step(open.id, 'clear', {})
}

/** What is not about the body: it is settled though the body is not in office any more. */
const STAYS: readonly Kind[] = ['unsatisfied']

/** Takes the alerts about a body off, because the body is not in office any more. */
export async function clearAll(ctx: Ctx, councilId: string): Promise<void> {
  const rows = ctx.elevated().rows(alerts)
  const open = await rows.list({ filter: { councilId, status: 'open' }, limit: 500, total: 'none' })
  for (const { id, kind } of open.rows) if (!STAYS.includes(kind)) await rows.step(id, 'clear', {})
}
