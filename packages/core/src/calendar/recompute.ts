import { ok, type Result } from '../refusal/index.ts'
import { dueOf, nextInstant, type Clock, type ClockEvent, type ClockStep } from './clock.ts'
import type { ClockContext } from './due.ts'

/** Why clocks are recomputed: which notice was entered. */
export interface RecomputeStep extends ClockStep {
  /** Shown in the history: the notice's number, the year. */
  readonly reason: string
}

/** A clock after recomputing, and whether anything about it changed. */
export interface Recomputed {
  readonly clock: Clock
  readonly changed: boolean
}

/**
 * Recomputes an open clock with a calendar that has learned a year's notice, and records old and new due moment with the reason.
 * Neither its promise nor its history changes. A stopped clock stays as it is. A clock that was in time is never made overdue by the notice:
 * when the new moment already lies in the past, the old one stays.
 *
 * @example
 * const calendar = createWorkCalendar([])
 * const context = calendar.ok ? { calendar: calendar.value } : undefined
 * const promise = definePromise({ code: 'reply', unit: 'hours', amount: 10 })
 * const clock = context && promise.ok ? startClock(promise.value, { subject: 'case-1', at: '2026-11-22T00:00:00.000Z' }, context) : undefined
 * const again = context && clock?.ok ? recomputeClock(clock.value, { at: '2026-11-22T01:00:00.000Z', reason: '2027 年放假通知' }, context) : undefined
 * again?.ok && again.value.changed // false
 */
export function recomputeClock(clock: Clock, step: RecomputeStep, context: ClockContext): Result<Recomputed> {
  if (clock.state === 'stopped') return ok({ clock, changed: false })
  const at = nextInstant(clock, step.at, context)
  if (!at.ok) return at
  const due = dueOf(clock, context)
  if (!due.ok) return due

  const { capAt, provisional, unknownYears } = due.value
  const wouldBeLate = due.value.at < at.value && at.value <= clock.dueAt
  const dueAt = wouldBeLate ? clock.dueAt : due.value.at
  if (dueAt === clock.dueAt && provisional === clock.provisional && capAt === clock.capAt) return ok({ clock, changed: false })

  const event: ClockEvent = {
    kind: 'recalculated',
    at: at.value,
    ...(step.by === undefined ? {} : { by: step.by }),
    reason: step.reason,
    dueBefore: clock.dueAt,
    dueAfter: dueAt,
  }
  const next: Clock = {
    ...clock,
    dueAt,
    ...(capAt === undefined ? {} : { capAt }),
    provisional,
    unknownYears,
    history: [...clock.history, event],
  }
  return ok({ clock: next, changed: true })
}
