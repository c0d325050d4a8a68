import type { Guards } from '@linli/store'
import { reason } from '../reasons.ts'
import { merchants, type offers } from '../resources/index.ts'
import type { Ctx } from './context.ts'

const SIGNATURE: ReadonlySet<string> = new Set(['signedAt', 'signedBy', 'signedPaper'])

export const offerGuards: Guards<Ctx, typeof offers> = {
  create: async (ctx, { values }) => {
    const merchant = await ctx.rows(merchants).get(values.merchantId)
    if (merchant.status === 'left' || merchant.status === 'refused') return reason('merchant.not_open', undefined, 'merchantId')
    return { communityId: merchant.communityId }
  },
  // A signature stands under the text that was read: whatever changes the text takes the signature off (M8).
  update: (_ctx, { row, patch }) => {
    const changed = Object.keys(patch)
    if (changed.every((key) => SIGNATURE.has(key))) return undefined
    if (row.status !== 'draft') return reason('offer.only_draft')
    return { signedAt: null, signedBy: null, signedPaper: null }
  },
  publish: async (ctx, { row, input }) => {
    const merchant = await ctx.elevated().rows(merchants).get(row.merchantId)
    if (merchant.status !== 'active') return reason('offer.merchant_not_active')
    if (row.signedAt) return undefined
    if (!input.signedPaper) return reason('offer.unsigned', undefined, 'signedPaper')
    return { signedAt: ctx.now, signedBy: merchant.contactName, signedPaper: input.signedPaper }
  },
  sendBack: () => ({ signedAt: null, signedBy: null, signedPaper: null }),
  resume: async (ctx, { row }) => {
    const merchant = await ctx.elevated().rows(merchants).get(row.merchantId)
    return merchant.status === 'active' ? undefined : reason('offer.merchant_not_active')
  },
}
