import { definePromise, startClock, type WorkCalendar } from '@linli/core/calendar'
import type { RuleSet } from '@linli/core/ruleset'
import type { EventLevel } from './options.ts'

export interface Span {
  readonly amount: number
  readonly unit: 'hours' | 'workingDays'
}

/** By when an event of a level is answered and by when it is handled. */
export interface LevelPromise {
  readonly respond: Span
  readonly finish: Span
}

export type LevelPromises = Readonly<Record<EventLevel, LevelPromise>>

/** The promises by level to start from; each street sets its own in the module's settings. */
export const LEVEL_PROMISES: RuleSet<LevelPromises> = {
  code: 'GRID_EVENT_PROMISES',
  title: { zh: '网格事件分级时限', en: 'Promises of grid events by level' },
  jurisdiction: 'CN',
  from: '2020-01-01',
  params: {
    urgent: { respond: { amount: 0.5, unit: 'hours' }, finish: { amount: 24, unit: 'hours' } },
    major: { respond: { amount: 2, unit: 'hours' }, finish: { amount: 3, unit: 'workingDays' } },
    larger: { respond: { amount: 24, unit: 'hours' }, finish: { amount: 5, unit: 'workingDays' } },
    normal: { respond: { amount: 2, unit: 'workingDays' }, finish: { amount: 7, unit: 'workingDays' } },
  },
  citation: { source: '邻里默认值', note: '没有统一规定，由各街道按本地办法设定' },
  status: 'unverified',
}

export interface EventMoments {
  readonly respondDue: string | null
  readonly finishDue: string | null
}

/**
 * When an event of a level must be answered and handled, counted from a moment. `null` where it lies beyond the years that calendars know.
 *
 * @example
 * const made = createWorkCalendar([])
 * made.ok && momentsOf(LEVEL_PROMISES.params.urgent, '2026-11-22T04:00:00.000Z', made.value).respondDue // '2026-11-22T04:30:00.000Z'
 */
export function momentsOf({ respond, finish }: LevelPromise, from: string, calendar: WorkCalendar): EventMoments {
  return { respondDue: after(respond, from, calendar), finishDue: after(finish, from, calendar) }
}

function after({ amount, unit }: Span, from: string, calendar: WorkCalendar): string | null {
  const promise = definePromise({ code: 'grid-event', unit, amount, ...(unit === 'hours' ? { start: 'at-once' } : {}) })
  const clock = promise.ok ? startClock(promise.value, { subject: 'event', at: from }, { calendar }) : promise
  return clock.ok ? clock.value.dueAt : null
}
