import { people } from '@linli/plugin-registry'
import { dayOf } from '@linli/core/date'
import { alerts } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** A visit, of either kind, and what it found. */
interface Found {
  readonly id: string
  readonly personId: string
  readonly result: string | null
  readonly visitedAt: string | null
}

/**
 * Whoever lives there no more is put before the community, which records the move: a residence is no fact that sources compete about, so there is no
 * proposal for it. Once while nobody has settled it. The name is not in the text, which the street reads, nor what kind of visit it was (W9).
 */
export async function tellMovedAway(ctx: Ctx, { id, personId, result, visitedAt }: Found): Promise<void> {
  if (result !== 'moved') return
  const all = ctx.elevated()
  const { communityId } = await all.rows(people).lock(personId)
  if (await all.rows(alerts).first({ kind: 'moved', personId, status: 'open' })) return
  const day = visitedAt === null ? ctx.today : dayOf(visitedAt)
  const summary = `${day} 走访发现有居民已不在此居住，请核实后在居民页登记「迁居」`
  await all.rows(alerts).create({ kind: 'moved', key: `moved:${id}`, personId, communityId, summary })
}

/** The registry knows of the move, or of why nobody needs to look any more. */
export async function settleMovedAway(ctx: Ctx, personId: string): Promise<void> {
  const rows = ctx.elevated().rows(alerts)
  const open = await rows.list({ filter: { kind: 'moved', personId, status: 'open' }, limit: 10, total: 'none' })
  for (const { id } of open.rows) await rows.step(id, 'pass', { answer: '居民登记已变更' })
}
