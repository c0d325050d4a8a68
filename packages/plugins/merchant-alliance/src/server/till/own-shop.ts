import type { Row } from '@linli/kit'
import { affiliations, organisations } from '@linli/plugin-registry'
import type { merchants } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** Whether a card's holder runs the shop or works in it: allowed, and flagged (M6). */
export async function ownsShop(ctx: Ctx, merchant: Row<typeof merchants>, personId: string): Promise<boolean> {
  if (merchant.ownerId === personId) return true
  const all = ctx.elevated()
  const organisation = await all.rows(organisations).first({ creditCode: merchant.creditCode })
  if (!organisation) return false
  const held = await all.rows(affiliations).list({ filter: { organisationId: organisation.id, personId }, limit: 50, total: 'none' })
  return held.rows.some(({ from, to }) => (from === null || from <= ctx.today) && (to === null || ctx.today <= to))
}
