import type { ActionInput } from '@linli/kit'
import type { signOffer } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { offers } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { tillMerchant } from './till-merchant.ts'

/** The merchant's signature under an offer as it stands; signing twice keeps the first. */
export async function handleSignOffer(ctx: Ctx, input: ActionInput<typeof signOffer>): Promise<{ signedAt: string }> {
  const merchant = await tillMerchant(ctx)
  const rows = ctx.elevated().rows(offers)
  const offer = await rows.lock(input.offerId)
  if (offer.merchantId !== merchant.id) ctx.refuse(reason('till.foreign_offer'), 403)
  if (offer.signedAt) return { signedAt: offer.signedAt }
  await rows.update(offer.id, { signedAt: ctx.now, signedBy: input.name }, { reason: '商户在手机上签字' })
  return { signedAt: ctx.now }
}
