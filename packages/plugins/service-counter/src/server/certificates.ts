import type { Effects, Guards } from '@linli/store'
import { reason } from '../reasons.ts'
import { type certificateRequests, certificates, items, materials } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { nextNumber } from './numbers.ts'

/** The names of the certificates that may be asked for today. */
export async function keptCertificates(ctx: Ctx): Promise<readonly string[]> {
  const { rows } = await ctx
    .elevated()
    .rows(certificates)
    .list({ filter: { onList: 'kept' }, limit: 1000, total: 'none' })
  return rows.map(({ name }) => name)
}

/** A certificate that is cancelled is asked for no more at once; the items that still name it are marked for revision. */
export const certificateListEffects: Effects<Ctx, typeof certificates> = {
  update: async (ctx, { after }) => {
    if (after.onList !== 'cancelled') return
    const rows = ctx.elevated().rows(items)
    const naming = await ctx
      .elevated()
      .rows(materials)
      .list({ filter: { source: 'certificate', name: after.name } as never, limit: 200, total: 'none' })
    for (const { itemId } of naming.rows) {
      const item = await rows.find(itemId)
      if (item && item.status !== 'retired')
        await rows.update(itemId, { warning: `证明「${after.name}」已取消，窗口已经不再要；请修订本事项` }, { reason: '证明事项清单有变' })
    }
  },
}

/** A certificate off the list may be refused and is never issued here. */
export const certificateGuards: Guards<Ctx, typeof certificateRequests> = {
  create: async (ctx, { values }) => {
    const listed = await ctx.elevated().rows(certificates).first({ name: values.name, onList: 'kept' })
    return { no: await nextNumber(ctx, 'counter_certificate_requests', 'Z'), onList: listed ? 'on' : 'off' }
  },
  issue: (ctx, { row }) =>
    row.onList === 'on' ? { issuedOn: ctx.today, answer: '已按清单开具' } : reason('certificate.off_list', { name: row.name }),
}
