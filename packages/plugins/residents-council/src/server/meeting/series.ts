import { addMonths, instantAt } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { seriesDays } from '../../rules/series.ts'
import { councils, meetings } from '../../resources/index.ts'
import { cadenceOf } from '../cadence.ts'
import type { Ctx } from '../context.ts'
import { ruleFor } from '../vote/rule.ts'

const AFTERNOON = '15:00'

/** Every night: plans this month's and next month's regular meeting of each body that has a day for it, unless that month has one. */
export async function planMeetings(ctx: Ctx): Promise<void> {
  for await (const council of ctx
    .elevated()
    .rows(councils)
    .each({ filter: { status: 'active', meetingDay_empty: false } })) {
    if ((cadenceOf(ctx, council)?.per ?? 'month') === 'month') await planSeries(ctx, council)
  }
}

async function planSeries(ctx: Ctx, council: Row<typeof councils>): Promise<void> {
  const rule = ruleFor(ctx, council)
  if (!rule.ok || council.meetingDay === null) return
  const rows = ctx.elevated().rows(meetings)
  for (const { day } of seriesDays(council.meetingDay, rule.value.params.noticeMinDays, ctx.today)) {
    if (council.termTo !== null && day > council.termTo) continue
    const [year, month] = day.split('-').map(Number)
    const first = `${day.slice(0, 8)}01`
    // A meeting that was called off stays called off: somebody gave the reason.
    const known = await rows.first({
      councilId: council.id,
      kind: 'regular',
      scheduledAt_gte: instantAt(first, 0),
      scheduledAt_lt: instantAt(addMonths(first, 1), 0),
    })
    if (known) continue
    await rows.create({
      councilId: council.id,
      title: `${council.name} ${year} 年 ${month} 月例会`,
      kind: 'regular',
      scheduledAt: instantAt(day, minutesOf(council.meetingTime ?? AFTERNOON)),
      place: council.meetingPlace ?? '社区议事厅',
      communityId: council.communityId,
    })
  }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
