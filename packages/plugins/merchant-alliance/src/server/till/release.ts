import { redemptions } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

const FREED = { totalSlot: null, personSlot: null, ticket: null } as const

/** Lets go of a held use: its places are free again. */
export async function released(ctx: Ctx, id: string): Promise<void> {
  const rows = ctx.elevated().rows(redemptions)
  await rows.update(id, FREED)
  await rows.step(id, 'expire', {})
}

/** Lets go of everything that was held longer than promised, of one offer or of all. */
export async function releaseStale(ctx: Ctx, offerId?: string): Promise<number> {
  const before = new Date(Date.parse(ctx.now) - ctx.settings.reserveSeconds * 1000).toISOString()
  const filter = { status: 'reserved', statusSince_lte: before, ...(offerId ? { offerId } : {}) } as const
  const stale = await ctx.elevated().rows(redemptions).list({ filter, limit: 200, total: 'none' })
  for (const row of stale.rows) await released(ctx, row.id)
  return stale.rows.length
}
