import type { ActionInput } from '@linli/kit'
import type { confirm, Receipt, takeBack } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { redemptions } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { reservationOf } from './reserve.ts'
import { tillMerchant } from './till-merchant.ts'

/** Confirms a held use. A second confirmation answers the same receipt; one that came too late is refused. */
export async function handleConfirm(ctx: Ctx, input: ActionInput<typeof confirm>): Promise<Receipt> {
  const merchant = await tillMerchant(ctx)
  const rows = ctx.elevated().rows(redemptions)
  const row = await rows.lock(input.redemptionId)
  if (row.merchantId !== merchant.id) ctx.refuse(reason('till.foreign_redemption'), 403)
  const held = await reservationOf(ctx, row)
  if (row.status !== 'confirmed') {
    if (row.status !== 'reserved' || held.expiresAt <= ctx.now) ctx.refuse(reason('redemption.expired'))
    await rows.step(row.id, 'confirm', {})
  }
  return { redemptionId: row.id, receipt: row.receipt, text: held.text }
}

/** Takes back a confirmed use of the same day. */
export async function handleTakeBack(ctx: Ctx, input: ActionInput<typeof takeBack>): Promise<{ reversed: boolean }> {
  const merchant = await tillMerchant(ctx)
  const rows = ctx.elevated().rows(redemptions)
  const row = await rows.lock(input.redemptionId)
  if (row.merchantId !== merchant.id) ctx.refuse(reason('till.foreign_redemption'), 403)
  if (row.status !== 'reversed') await rows.step(row.id, 'reverse', { reason: input.reason }, { reason: input.reason })
  return { reversed: true }
}
