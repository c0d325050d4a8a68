import { fromEpochMilliseconds, type Instant } from '../date/index.ts'
import { ok, type Result } from '../refusal/index.ts'
import type { Clock } from './clock.ts'
import { dueAfter, usedBy, usedUpFrom, type ClockContext, type DueMoment, type Run } from './due.ts'
import type { LadderLevel, LadderStep } from './ladder-step.ts'

/** What a clock shows at a moment. */
export interface ClockReading {
  /** Green: time enough. Amber: due soon. Red: overdue. Grey: paused or stopped in time. */
  readonly light: 'green' | 'amber' | 'red' | 'grey'
  readonly overdue: boolean
  /** Units used and granted, standstills left out. Hours come as a fraction. */
  readonly used: number
  readonly total: number
  readonly dueSoonAt: Instant
  readonly dueAt: Instant
  readonly provisional: boolean
  /** The highest rung of the ladder reached by now. */
  readonly level?: LadderLevel
}

/** A rung of a clock's ladder with its moment. */
export interface LadderRung {
  readonly level: LadderLevel
  readonly at: Instant
  readonly holder: string
  readonly reached: boolean
}

/**
 * Reads a clock at a moment: its light, how much is used, and the rung reached. A stopped clock reads as at the moment it stopped.
 * Compares with exact fractions: 7 of 10 days are 70 %.
 *
 * @example
 * const calendar = createWorkCalendar([])
 * const reply = definePromise({ code: 'reply', unit: 'hours', amount: 10 })
 * const context = calendar.ok ? { calendar: calendar.value } : undefined
 * const clock = context && reply.ok ? startClock(reply.value, { subject: 'case-1', at: '2026-11-22T00:00:00.000Z' }, context) : undefined
 * const reading = context && clock?.ok ? readClock(clock.value, '2026-11-22T07:00:00.000Z', context) : undefined
 * reading?.ok && [reading.value.light, reading.value.used] // ['amber', 7]
 */
export function readClock(clock: Clock, now: Instant, context: ClockContext): Result<ClockReading> {
  const at = momentOf(clock, now)
  const { promise } = clock
  const total = promise.amount + (clock.extension?.amount ?? 0)
  const used = usedBy(runOf(clock), at, context)
  const dueSoon = soonAt(clock, promise.dueSoon, context)
  if (!dueSoon.ok) return dueSoon
  const rungs = ladderOf(clock, now, context)
  if (!rungs.ok) return rungs

  const overdue = isOverdue(clock, now)
  const isSoon = at >= dueSoon.value.at
  const light = overdue ? 'red' : clock.state === 'running' ? (isSoon ? 'amber' : 'green') : 'grey'
  const level = rungs.value.findLast(({ reached }) => reached)?.level
  return ok({
    light,
    overdue,
    used,
    total,
    dueSoonAt: dueSoon.value.at,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    ...(level === undefined ? {} : { level }),
  })
}

/**
 * Whether a clock is past its due moment, or stopped after it. A paused clock is not: its time stands still.
 *
 * @example
 * const calendar = createWorkCalendar(nationalNotices).value
 * const promise = definePromise({ code: 'reply', unit: 'workingDays', amount: 5 }).value
 * const clock = startClock(promise, { subject: 'case-1', at: '2026-04-30T01:00:00.000Z', by: '窗口3' }, { calendar }).value
 * ['2026-05-11T15:00:00.000Z', '2026-05-12T01:00:00.000Z'].map((now) => isOverdue(clock, now)) // [false, true]
 */
export function isOverdue(clock: Clock, now: Instant): boolean {
  return clock.state !== 'paused' && momentOf(clock, now) > clock.dueAt
}

/**
 * The rungs of a clock's ladder with their moments and duty holders, and which are reached. No rung is reached while the clock stands still.
 * A job sends what is reached and was not sent yet.
 *
 * @example
 * const calendar = createWorkCalendar(nationalNotices).value
 * const promise = definePromise({ code: 'reply', unit: 'workingDays', amount: 5 }).value
 * const clock = startClock(promise, { subject: 'case-1', at: '2026-04-30T01:00:00.000Z', by: '窗口3' }, { calendar }).value
 * ladderOf(clock, '2026-05-12T01:00:00.000Z', { calendar }).value.filter((rung) => rung.reached).map((rung) => rung.level) // ['light', 'urge']
 */
export function ladderOf(clock: Clock, now: Instant, context: ClockContext): Result<readonly LadderRung[]> {
  const rungs: LadderRung[] = []
  for (const step of clock.promise.ladder) {
    const moment = rungMoment(clock, step, context)
    if (!moment.ok) return moment
    const { at } = moment.value
    const reached = step.at.kind === 'elapsed' ? momentOf(clock, now) >= at : isOverdue(clock, now) && momentOf(clock, now) > at
    rungs.push({ level: step.level, at, holder: step.holder, reached })
  }
  return ok(rungs)
}

function rungMoment(clock: Clock, { at }: LadderStep, context: ClockContext): Result<DueMoment> {
  if (at.kind === 'elapsed') return soonAt(clock, at, context)
  if ('workingDays' in at && at.workingDays > 0) {
    const promise = { ...clock.promise, unit: 'workingDays', start: 'day-after' } as const
    // One millisecond earlier is still the due day when the day ends at midnight.
    const startedAt = fromEpochMilliseconds(Date.parse(clock.dueAt) - 1)
    return dueAfter({ promise, startedAt, standstills: [] }, at.workingDays, context)
  }
  const hours = 'hours' in at ? at.hours : 0
  return ok({
    at: fromEpochMilliseconds(Date.parse(clock.dueAt) + hours * 3_600_000),
    provisional: clock.provisional,
    unknownYears: clock.unknownYears,
  })
}

/** Units are whole days, so the share is rounded up to the day on which it is reached. */
function soonAt(clock: Clock, share: { readonly num: number; readonly den: number }, context: ClockContext): Result<DueMoment> {
  const total = clock.promise.amount + (clock.extension?.amount ?? 0)
  const isDays = clock.promise.unit === 'workingDays' || clock.promise.unit === 'calendarDays'
  const units = isDays ? Math.ceil((total * share.num) / share.den) : (total * share.num) / share.den
  return usedUpFrom(runOf(clock), units, context)
}

function momentOf(clock: Clock, now: Instant): Instant {
  return clock.stoppedAt ?? (clock.state === 'paused' ? (clock.pauses.at(-1)?.from ?? now) : now)
}

function runOf({ promise, startedAt, pauses }: Clock): Run {
  return { promise, startedAt, standstills: pauses }
}
