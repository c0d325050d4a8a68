import type { Effects, Guards } from '@linli/store'
import { merchantJoined, merchantLeft } from '../events.ts'
import { reason } from '../reasons.ts'
import { merchants, offers } from '../resources/index.ts'
import type { Ctx } from './context.ts'

export const merchantGuards: Guards<Ctx, typeof merchants> = {
  sign: (_ctx, { input }) =>
    input.agreementTo < input.agreementFrom ? reason('merchant.agreement_order', undefined, 'agreementTo') : undefined,
  activate: (ctx, { row }) => checkPapers(ctx, row),
  resume: (ctx, { row }) => checkPapers(ctx, row),
}

export const merchantEffects: Effects<Ctx, typeof merchants> = {
  activate: (ctx, { after }) =>
    ctx.emit(merchantJoined, { resource: merchants, id: after.id, communityId: after.communityId }, { merchantId: after.id }),
  leave: async (ctx, { after }) => {
    const rows = ctx.elevated().rows(offers)
    const open = await rows.list({
      filter: { merchantId: after.id, status: ['draft', 'approved', 'published', 'paused'] },
      limit: 1000,
      total: 'none',
    })
    for (const offer of open.rows) await rows.step(offer.id, 'end', {}, { reason: '商户退出联盟' })
    await ctx.emit(merchantLeft, { resource: merchants, id: after.id, communityId: after.communityId }, { merchantId: after.id })
  },
}

function checkPapers(
  ctx: Ctx,
  row: { readonly agreementTo: string | null; readonly licenceExpiry: string | null },
): ReturnType<typeof reason> | undefined {
  if (row.agreementTo && row.agreementTo < ctx.today) return reason('merchant.agreement_ended', { to: row.agreementTo })
  if (row.licenceExpiry && row.licenceExpiry < ctx.today) return reason('merchant.licence_ended', { to: row.licenceExpiry })
  return undefined
}
