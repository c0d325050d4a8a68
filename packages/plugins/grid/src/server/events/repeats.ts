import { addDays, dayOf, instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import type { LikelyRepeat } from '../../actions/index.ts'
import { gridEvents } from '../../resources/index.ts'
import { metresBetween } from '../../rules/distance.ts'
import { likelyRepeats, type Reported } from '../../rules/duplicates.ts'
import type { Ctx } from '../context.ts'

type Event = Row<typeof gridEvents>

/** Open events of the community that a report may repeat, nearest first. */
export async function repeatsOf(ctx: Ctx, report: Reported, communityId: string | null, not?: string): Promise<Event[]> {
  const { repeatDays, repeatMetres } = ctx.settings
  const { rows } = await ctx
    .elevated()
    .rows(gridEvents)
    .list({
      filter: {
        type: report.type,
        status: ['reported', 'verified', 'dispatched', 'returned', 'accepted', 'handling', 'reopened', 'selfSolved', 'done'],
        createdAt_gte: instantAt(addDays(dayOf(report.at), -repeatDays - 1), 0),
        ...(communityId ? { communityId } : {}),
      },
      limit: 500,
      total: 'none',
    })
  const known = rows.filter(({ id }) => id !== not).map((row) => ({ ...reportOf(row), row }))
  return likelyRepeats(report, known, { metres: repeatMetres, days: repeatDays }).map(({ row }) => row)
}

/** What of an event tells whether it repeats another. */
export function reportOf({ type, createdAt, spot, unitId, place }: Event): Reported {
  return { type, at: createdAt, spot, unitId, place }
}

/** The possible repeats of an event, for whoever decides. */
export async function handleNearby(ctx: Ctx, { id }: { id: string }): Promise<{ repeats: readonly LikelyRepeat[] }> {
  const event = await ctx.rows(gridEvents).get(id)
  const found = await repeatsOf(ctx, reportOf(event), event.communityId, id)
  const repeats = found.map((row): LikelyRepeat => ({
    id: row.id,
    no: row.no ?? '',
    title: row.title,
    status: row.status,
    statusTitle: gridEvents.workflow?.states[row.status].title ?? '',
    at: row.createdAt,
    metres: event.spot && row.spot ? Math.round(metresBetween(event.spot, row.spot)) : null,
  }))
  return { repeats }
}
