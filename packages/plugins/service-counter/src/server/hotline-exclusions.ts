import type { Effects, Guards } from '@linli/store'
import { reason } from '../reasons.ts'
import { hotlineExclusions, hotlineOrders } from '../resources/index.ts'
import { accountOf, type Ctx } from './context.ts'

/** Asked once for an order and decided by somebody else; the table holds the first, too. */
export const exclusionGuards: Guards<Ctx, typeof hotlineExclusions> = {
  create: async (ctx, { values }) => {
    const order = await ctx.rows(hotlineOrders).lock(values.orderId)
    const known = await ctx
      .elevated()
      .rows(hotlineExclusions)
      .first({ orderId: order.id, status: ['asked', 'approved'] })
    if (known) return reason('exclusion.twice', undefined, 'orderId')
    return { title: `${order.no} 剔除申诉`, askedById: accountOf(ctx), communityId: order.communityId }
  },
  approve: (ctx, { row }) => (isOwn(ctx, row) ? reason('exclusion.own') : { deciderId: accountOf(ctx) }),
  refuse: (ctx, { row }) => (isOwn(ctx, row) ? reason('exclusion.own') : { deciderId: accountOf(ctx) }),
}

export const exclusionEffects: Effects<Ctx, typeof hotlineExclusions> = {
  approve: async (ctx, { after: { orderId, ground, answer } }) =>
    void (await ctx
      .elevated()
      .rows(hotlineOrders)
      .update(orderId, { excludedFor: ground }, { reason: `不计入三率：${answer ?? ''}` })),
}

function isOwn({ actor }: Ctx, { askedById }: { readonly askedById: string | null }): boolean {
  return actor.kind === 'person' && askedById === actor.id
}
