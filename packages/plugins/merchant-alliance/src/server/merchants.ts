import type { Effects, Guards } from '@linli/store'
import { merchantJoined, merchantLeft } from '../events.ts'
import { reason } from '../reasons.ts'
import { merchants, offers } from '../resources/index.ts'
import { type Papers, papersEnded } from '../rules/papers.ts'
import type { Ctx } from './context.ts'
import { settleRenewals } from './papers.ts'

export const merchantGuards: Guards<Ctx, typeof merchants> = {
  sign: (_ctx, { input }) => agreementFault(input),
  renew: (ctx, { row, input }) => agreementFault(input) ?? checkPapers(ctx, { ...row, ...input }),
  renewAndResume: (ctx, { row, input }) => agreementFault(input) ?? checkPapers(ctx, { ...row, ...input }),
  activate: (ctx, { row }) => checkPapers(ctx, row),
  resume: (ctx, { row }) => checkPapers(ctx, row),
}

export const merchantEffects: Effects<Ctx, typeof merchants> = {
  activate: (ctx, { after }) =>
    ctx.emit(merchantJoined, { resource: merchants, id: after.id, communityId: after.communityId }, { merchantId: after.id }),
  renew: (ctx, { after }) => settleRenewals(ctx, after),
  renewAndResume: (ctx, { after }) => settleRenewals(ctx, after),
  update: (ctx, { after }) => settleRenewals(ctx, after),
  leave: async (ctx, { after }) => {
    await settleRenewals(ctx, after)
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

function agreementFault(input: { readonly agreementFrom: string; readonly agreementTo: string }): ReturnType<typeof reason> | undefined {
  return input.agreementTo < input.agreementFrom ? reason('merchant.agreement_order', undefined, 'agreementTo') : undefined
}

function checkPapers(ctx: Ctx, papers: Papers): ReturnType<typeof reason> | undefined {
  const [ended] = papersEnded(papers, ctx.today)
  if (!ended) return undefined
  return reason(ended.paper === 'agreement' ? 'merchant.agreement_ended' : 'merchant.licence_ended', { to: ended.endsOn })
}
