import { gridEvents } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { eventMoments } from './promises.ts'

/**
 * Counts the promises anew that were counted over a year without its holidays, now that they are known. What was in time stays in time.
 * An event that was reopened keeps its days: they were counted from its reopening.
 */
export async function recountPromises(ctx: Ctx): Promise<void> {
  const events = ctx.rows(gridEvents)
  for await (const row of events.each({ filter: { dueProvisional: true } })) {
    const moments = row.reopens > 0 ? row : eventMoments(ctx, row.level, row.createdAt)
    await events.update(
      row.id,
      { respondDue: inTime(ctx, row.respondDue, moments.respondDue), finishDue: inTime(ctx, row.finishDue, moments.finishDue) },
      { reason: '放假安排已录入，期限重新计算' },
    )
  }
}

function inTime({ now }: Ctx, before: string | null, after: string | null): string | null {
  return before !== null && after !== null && after < now && now <= before ? before : after
}
