import type { Guards } from '@linli/store'
import { reason } from '../reasons.ts'
import { type certificateRequests, certificates } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { nextNumber } from './numbers.ts'

/** A certificate off the list may be refused and is never issued here. */
export const certificateGuards: Guards<Ctx, typeof certificateRequests> = {
  create: async (ctx, { values }) => {
    const listed = await ctx.elevated().rows(certificates).first({ name: values.name, onList: 'kept' })
    return { no: await nextNumber(ctx, 'counter_certificate_requests', 'Z'), onList: listed ? 'on' : 'off' }
  },
  issue: (ctx, { row }) =>
    row.onList === 'on' ? { issuedOn: ctx.today, answer: '已按清单开具' } : reason('certificate.off_list', { name: row.name }),
}
