import type { YearNotice } from '@linli/core/calendar'
import type { Row } from '@linli/kit'
import { calendarChanged, calendarYears, yearNoticeOf } from '@linli/kit/platform'
import type { Context, LinliStore, YearChange } from '@linli/store'
import { systemActor } from './prepare-street.ts'

type Entry = Row<typeof calendarYears>

const RECOMPUTE_JOB = 'platform.calendar'

/** What follows from a year that was entered or changed: it counts at once, open promises are counted anew, and modules hear of it. */
export async function learnYear(store: LinliStore, ctx: Context, entry: Entry, former?: Entry): Promise<void> {
  const { id, year, source } = entry
  const before = former && yearNoticeOf(former)
  const change: YearChange = {
    year,
    before: before?.ok ? before.value : undefined,
    reason: `${year} 年放假安排${former ? '已更正' : '已录入'}（${source}），期限重新计算`,
  }
  await store.calendars.changed(ctx)
  await store.jobs.enqueue(RECOMPUTE_JOB, { ...change }, ctx, { title: `按 ${year} 年放假安排重算期限` })
  await ctx.emit(calendarChanged, { resource: calendarYears, id, communityId: null }, { year: String(year) })
}

/** The job that counts open promises anew after a year's notice. */
export function defineCalendarJob(store: LinliStore): void {
  store.jobs.define(RECOMPUTE_JOB, '重算期限', async ({ street, payload, signal, progress, result }) => {
    const as = { actor: systemActor(street), street, pluginId: 'platform', from: 'calendar' }
    const { year, before, reason } = payload
    const change = { year: Number(year), before: before as YearNotice | undefined, reason: String(reason) }
    const moved = await store.calendars.recompute(as, change, { signal, onProgress: progress })
    result({ message: moved === 0 ? '没有需要改动的期限' : `重新计算了 ${moved} 项期限` })
  })
}

/** Nightly: what is still provisional although its year is known by now, because the program learned the year with an update. */
export function settleCalendar(store: () => LinliStore): { title: string; every: string; run: (ctx: Context) => Promise<void> } {
  return {
    title: '重算暂定的期限',
    every: '20 1 * * *',
    run: async (ctx) => {
      await store().calendars.settle(ctx)
    },
  }
}
