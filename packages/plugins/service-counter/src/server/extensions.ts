import type { Guards } from '@linli/store'
import { reason } from '../reasons.ts'
import { applications, extensions } from '../resources/index.ts'
import { extendApplication } from './applications.ts'
import { accountOf, type Ctx } from './context.ts'

/** Asked by the handler, approved by somebody else, before the case is due (K5). One case has one extension; the table holds that, too. */
export const extensionGuards: Guards<Ctx, typeof extensions> = {
  create: async (ctx, { values }) => {
    const row = await ctx.rows(applications).get(values.applicationId)
    if (!row.clock) return reason('application.no_clock', undefined, 'applicationId')
    if (await ctx.elevated().rows(extensions).first({ applicationId: row.id, status: 'asked' }))
      return reason('extension.waiting', undefined, 'applicationId')
    return {
      title: `${row.no ?? ''} 延期 ${values.days} 个工作日`,
      toldAt: ctx.now,
      askedById: accountOf(ctx),
      communityId: row.communityId,
      dueAt: row.clock.dueAt,
    }
  },
  approve: async (ctx, { row }) => {
    const target = await ctx.elevated().rows(applications).lock(row.applicationId)
    const by = row.askedById ?? row.createdBy
    const refused = await extendApplication(ctx, target, { days: row.days, reason: row.reason, toldAt: row.toldAt ?? '', by })
    return refused ?? { approverId: accountOf(ctx) }
  },
  refuse: (ctx) => ({ approverId: accountOf(ctx) }),
}
