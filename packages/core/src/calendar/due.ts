import {
  addDays,
  CHINA_OFFSET_MINUTES,
  dayOf,
  daysBetween,
  fromEpochMilliseconds,
  instantAt,
  type Instant,
  type LocalDate,
} from '../date/index.ts'
import { ok, refused, type Result } from '../refusal/index.ts'
import { addOpenTime, closingMinute, openTimeBetween } from './opening-times.ts'
import { isDayUnit, type ServicePromise } from './service-promise.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { addWorkingDays, CERTAIN, certainty, isWorked, refuseDate, workingDaysBetween, type Certainty } from './working-days.ts'

/** What every clock function needs beside the clock. */
export interface ClockContext {
  readonly calendar: WorkCalendar
  /**
   * Minutes east of UTC.
   * @default 480, China
   */
  readonly offsetMinutes?: number
}

/** A time during which a clock stood still; open while it still does. */
export interface Standstill {
  readonly from: Instant
  readonly to?: Instant
}

/** The part of a clock that decides when it is due. */
export interface Run {
  readonly promise: ServicePromise
  readonly startedAt: Instant
  readonly standstills: readonly Standstill[]
}

/** A moment with how sure it is. */
export interface DueMoment extends Certainty {
  readonly at: Instant
}

const HOUR = 3_600_000

/**
 * When `amount` units of a run are used up.
 *
 * Days: the day of receipt (or of resuming) is not counted, the day of pausing is, so a standstill moves the due day by exactly the countable days
 * after its first day up to its last. Pausing and resuming on one day moves nothing. Hours: a standstill moves the moment by its own length.
 * A clock is never due before it last started to run.
 */
export function dueAfter(run: Run, amount: number, context: ClockContext): Result<DueMoment> {
  return isDayUnit(run.promise.unit) ? dueDay(run, amount, context) : dueHour(run, amount, context)
}

/** The units used by `now`, standstills left out. A day counts from its first moment; hours come as a fraction. */
export function usedBy(run: Run, now: Instant, context: ClockContext): number {
  const offset = context.offsetMinutes ?? CHINA_OFFSET_MINUTES
  if (!isDayUnit(run.promise.unit)) {
    return Math.max(0, timeBetween(run, hoursStart(run, offset), now, context) - stoodStillTime(run, now, context)) / HOUR
  }
  const { base, isCounted } = firstDay(run, context)
  const days = countDays(run.promise, base, dayOf(now, offset), context) - stoodStillDays(run, now, context)
  return Math.max(0, days + (isCounted ? 1 : 0))
}

/** The first moment of the day on which `amount` units are used up (days), or that moment itself (hours). */
export function usedUpFrom(run: Run, amount: number, context: ClockContext): Result<DueMoment> {
  const offset = context.offsetMinutes ?? CHINA_OFFSET_MINUTES
  const due = dueAfter(run, amount, context)
  if (!due.ok || !isDayUnit(run.promise.unit)) return due
  const lastMoment = fromEpochMilliseconds(Date.parse(due.value.at) - 1)
  const morning = instantAt(dayOf(lastMoment, offset), 0, offset)
  return ok({ ...due.value, at: later(morning, run.startedAt) })
}

function dueDay(run: Run, amount: number, context: ClockContext): Result<DueMoment> {
  const { promise } = run
  const { calendar, offsetMinutes: offset = CHINA_OFFSET_MINUTES } = context
  const closing = (date: LocalDate): Instant => instantAt(date, closingMinute(calendar, promise.opening, date), offset)
  const lastStart = run.standstills.findLast(({ to }) => to !== undefined)?.to ?? run.startedAt
  const { base, isCounted } = firstDay(run, context)

  let due = moveDays(promise, base, amount - (isCounted ? 1 : 0) + stoodStillDays(run, undefined, context), context)
  while (due.ok && closing(due.value) < lastStart) due = moveDays(promise, due.value, 1, context)
  if (!due.ok) return due
  const rolls = promise.unit === 'calendarDays' && promise.rollsToWorkingDay
  if (rolls && !isWorked(calendar, due.value)) due = moveWorkingDays(due.value, 1, context)
  if (!due.ok) return due

  const dependsOnCalendar = promise.unit === 'workingDays' || rolls || promise.opening !== undefined
  const sure = dependsOnCalendar ? certainty(calendar, promise.unit === 'workingDays' ? base : due.value, due.value) : CERTAIN
  return ok({ at: closing(due.value), provisional: sure.provisional, unknownYears: sure.unknownYears })
}

function dueHour(run: Run, amount: number, context: ClockContext): Result<DueMoment> {
  const { calendar, offsetMinutes: offset = CHINA_OFFSET_MINUTES } = context
  const { opening, unit } = run.promise
  const start = hoursStart(run, offset)
  const milliseconds = Math.round(amount * HOUR) + stoodStillTime(run, undefined, context)
  const end = fromEpochMilliseconds(Date.parse(start) + milliseconds)
  const outside = refuseDate(dayOf(end, offset))
  if (outside) return refused(outside)
  if (unit === 'workingHours' && opening !== undefined) {
    const at = addOpenTime(calendar, opening, start, milliseconds, offset)
    const { provisional, unknownYears } = certainty(calendar, dayOf(start, offset), dayOf(at, offset))
    return ok({ at, provisional, unknownYears })
  }
  return ok({ at: end, provisional: false, unknownYears: [] })
}

/** The day from which days are counted, and whether it is itself the first of them. */
function firstDay(run: Run, context: ClockContext): { readonly base: LocalDate; readonly isCounted: boolean } {
  const { promise, startedAt } = run
  const { calendar, offsetMinutes: offset = CHINA_OFFSET_MINUTES } = context
  const base = dayOf(startedAt, offset)
  if (promise.start === 'day-after') return { base, isCounted: false }
  const isCountable = promise.unit === 'calendarDays' || isWorked(calendar, base)
  return { base, isCounted: isCountable && startedAt <= instantAt(base, closingMinute(calendar, promise.opening, base), offset) }
}

function hoursStart(run: Run, offset: number): Instant {
  return run.promise.start === 'at-once' ? run.startedAt : instantAt(addDays(dayOf(run.startedAt, offset), 1), 0, offset)
}

function stoodStillDays(run: Run, now: Instant | undefined, context: ClockContext): number {
  const offset = context.offsetMinutes ?? CHINA_OFFSET_MINUTES
  const lengths = closed(run, now).map(({ from, to }) => countDays(run.promise, dayOf(from, offset), dayOf(to, offset), context))
  return lengths.reduce((sum, length) => sum + length, 0)
}

function stoodStillTime(run: Run, now: Instant | undefined, context: ClockContext): number {
  const start = hoursStart(run, context.offsetMinutes ?? CHINA_OFFSET_MINUTES)
  const lengths = closed(run, now).map(({ from, to }) => timeBetween(run, later(from, start), to, context))
  return lengths.reduce((sum, length) => sum + length, 0)
}

/** The standstills that have ended, and the present one as far as `now`. */
function closed(run: Run, now: Instant | undefined): readonly Required<Standstill>[] {
  return run.standstills.flatMap(({ from, to = now }) => (to === undefined ? [] : [{ from, to }]))
}

function timeBetween(run: Run, from: Instant, to: Instant, context: ClockContext): number {
  if (to <= from) return 0
  const { unit, opening } = run.promise
  return unit === 'workingHours' && opening !== undefined
    ? openTimeBetween(context.calendar, opening, from, to, context.offsetMinutes)
    : Date.parse(to) - Date.parse(from)
}

function countDays(promise: ServicePromise, from: LocalDate, to: LocalDate, context: ClockContext): number {
  if (promise.unit === 'calendarDays') return daysBetween(from, to)
  const count = workingDaysBetween(context.calendar, from, to)
  return count.ok ? count.value.days : 0
}

function moveDays(promise: ServicePromise, from: LocalDate, days: number, context: ClockContext): Result<LocalDate> {
  return promise.unit === 'calendarDays' ? ok(addDays(from, days)) : moveWorkingDays(from, days, context)
}

function moveWorkingDays(from: LocalDate, days: number, { calendar }: ClockContext): Result<LocalDate> {
  const moved = addWorkingDays(calendar, from, days)
  return moved.ok ? ok(moved.value.date) : moved
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b
}
