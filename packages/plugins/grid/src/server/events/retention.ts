import { addMonths, instantAt } from '@linli/core/date'
import { gridEvents } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** Forgets who reported an event that is long over; what happened stays (PIPL art. 19 asks for the shortest time that the purpose needs). */
export async function forgetReporters(ctx: Ctx): Promise<void> {
  const before = instantAt(addMonths(ctx.today, -ctx.settings.reporterMonths), 0)
  const rows = ctx.rows(gridEvents)
  for await (const row of rows.each({ filter: { status: ['closed', 'void'], statusSince_lt: before, reporterDroppedAt_empty: true } })) {
    const gone = { reporter: null, reporterPhone: null, reporterId: null, reporterDroppedAt: ctx.now }
    await rows.update(row.id, gone, { reason: '报告人信息保存期满，自动删除' })
  }
}
