import { CHINA_OFFSET_MINUTES, dayOf, wallTime, type Instant } from '../date/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import { dueAfter, type ClockContext, type DueMoment, type Standstill } from './due.ts'
import { isDayUnit, type ServicePromise } from './service-promise.ts'
import { refuseDate } from './working-days.ts'

/** A standstill with its listed reason and the moment at which the applicant was told. */
export interface Pause extends Standstill {
  readonly reason: string
  readonly toldAt: Instant
}

/** The extension that an approver granted. */
export interface Extension {
  readonly amount: number
  readonly approver: string
  readonly reason: string
  readonly toldAt: Instant
  readonly at: Instant
}

/** One entry of a clock's history: what happened, by whom, and what it did to the due moment. */
export interface ClockEvent {
  readonly kind: 'started' | 'paused' | 'resumed' | 'supplemented' | 'extended' | 'recalculated' | 'stopped'
  readonly at: Instant
  readonly by?: string
  readonly reason?: string
  readonly dueBefore?: Instant
  readonly dueAfter: Instant
}

/**
 * A running promise: plain JSON, never changed in place; every function returns the next state.
 * It carries the promise version it started with, so that a later version never changes it.
 */
export interface Clock {
  readonly subject: string
  readonly promise: ServicePromise
  readonly state: 'running' | 'paused' | 'stopped'
  /** Start of the present run: receipt, or the last supplement that restarted it. */
  readonly startedAt: Instant
  /** Pauses of the present run. */
  readonly pauses: readonly Pause[]
  readonly extension?: Extension
  readonly stoppedAt?: Instant
  /** Overdue is every moment after it. While paused, the due moment as of the pause. */
  readonly dueAt: Instant
  /** Where the law ends the time, when the promise names a cap. */
  readonly capAt?: Instant
  /** Depends on a year without notice. */
  readonly provisional: boolean
  readonly unknownYears: readonly number[]
  readonly history: readonly ClockEvent[]
}

/** When and by whom something is done to a clock. `at` is the server's time, never one that a person typed. */
export interface ClockStep {
  readonly at: Instant
  readonly by?: string
}

const reason = defineReasons({
  'clock.instant': { zh: '时间格式不对：{text}', en: 'Not a moment in time: {text}' },
  'clock.back_dated': {
    zh: '时间早于上一步（{last}），不能倒填',
    en: 'The time lies before the last step ({last}); nothing is back-dated',
  },
  'clock.stopped': { zh: '该时限已经办结，不能再改', en: 'The clock has stopped and cannot change' },
  'clock.paused': { zh: '该时限正在暂停', en: 'The clock stands still' },
  'clock.running': { zh: '该时限没有暂停', en: 'The clock is running' },
  'clock.overdue': {
    zh: '已经超期（应于 {due} 前办结），不能再暂停或延期',
    en: 'It is overdue (since {due}); it can be neither paused nor extended',
  },
  'clock.pause_reason': {
    zh: '只能用事项规定的理由暂停，没有“{reason}”',
    en: 'A pause needs one of the listed reasons; “{reason}” is none',
  },
  'clock.untold': { zh: '请先书面告知申请人，再暂停或延期', en: 'Tell the applicant in writing before pausing or extending' },
  'clock.extension_none': { zh: '该事项不能延期', en: 'This item cannot be extended' },
  'clock.extension_twice': { zh: '只能延期一次', en: 'It can be extended once only' },
  'clock.extension_too_long': { zh: '最多可延期 {limit}', en: 'It can be extended by at most {limit}' },
  'clock.extension_approver': {
    zh: '延期须由负责人批准，经办人不能自己批准',
    en: 'An extension needs the approval of somebody other than the handler',
  },
  'clock.extension_reason': { zh: '请写明延期理由', en: 'Give the reason for the extension' },
  'clock.supplement': { zh: '该事项补正后不重新计时', en: 'A supplement does not restart this clock' },
})

/** Every reason of the clock functions, beside `date.*` and `calendar.*`. */
export type ClockReason = Parameters<typeof reason>[0]

/**
 * Starts a clock at the moment of receipt. From then on it keeps this version of the promise.
 * Refuses with `clock.instant`, `calendar.range`.
 *
 * @example
 * const calendar = createWorkCalendar([])
 * const reply = definePromise({ code: 'reply', unit: 'hours', amount: 24 })
 * const clock = calendar.ok && reply.ok && startClock(reply.value, { subject: 'case-1', at: '2026-11-22T01:00:00.000Z' }, { calendar: calendar.value })
 * clock && clock.ok && clock.value.dueAt // '2026-11-23T01:00:00.000Z'
 */
export function startClock(promise: ServicePromise, start: ClockStep & { readonly subject: string }, context: ClockContext): Result<Clock> {
  const startedAt = instantOf(start.at)
  if (startedAt === undefined) return refused(reason('clock.instant', { text: start.at }))
  const outside = refuseDate(dayOf(startedAt, context.offsetMinutes ?? CHINA_OFFSET_MINUTES))
  if (outside) return refused(outside)
  const clock: Clock = {
    subject: start.subject,
    promise,
    state: 'running',
    startedAt,
    pauses: [],
    dueAt: startedAt,
    provisional: false,
    unknownYears: [],
    history: [],
  }
  return record(clock, 'started', { ...start, at: startedAt }, context)
}

/**
 * Lets a clock stand still for a listed reason of which the applicant has been told (K6). Refused when overdue.
 *
 * @example
 * const calendar = createWorkCalendar(nationalNotices).value
 * const promise = definePromise({ code: 'permit', unit: 'workingDays', amount: 20, pauseReasons: [PAUSE_REASONS.hearing] }).value
 * const clock = startClock(promise, { subject: 'case-1', at: '2026-04-30T01:00:00.000Z', by: '窗口3' }, { calendar }).value
 * const step = { at: '2026-05-06T01:00:00.000Z', by: '窗口3', reason: 'hearing', toldAt: '2026-05-06T00:30:00.000Z' }
 * pauseClock(clock, step, { calendar }).value.state // 'paused'
 * pauseClock(clock, { ...step, reason: 'busy' }, { calendar }).refusal.code // 'clock.pause_reason'
 */
export function pauseClock(
  clock: Clock,
  step: ClockStep & { readonly reason: string; readonly toldAt: Instant },
  context: ClockContext,
): Result<Clock> {
  const at = nextInstant(clock, step.at, context)
  if (!at.ok) return at
  if (clock.state === 'paused') return refused(reason('clock.paused'))
  if (at.value > clock.dueAt) return refused(reason('clock.overdue', { due: wallTime(clock.dueAt, context.offsetMinutes) }))
  if (!clock.promise.pauseReasons.some(({ code }) => code === step.reason))
    return refused(reason('clock.pause_reason', { reason: step.reason }, 'reason'))
  const toldAt = instantOf(step.toldAt)
  if (toldAt === undefined || toldAt > at.value) return refused(reason('clock.untold', {}, 'toldAt'))
  const pauses = [...clock.pauses, { from: at.value, reason: step.reason, toldAt }]
  return record({ ...clock, state: 'paused', pauses }, 'paused', { ...step, at: at.value }, context, step.reason, true)
}

/**
 * Lets a paused clock run on; the due moment moves by the time it stood still.
 *
 * @example
 * const calendar = createWorkCalendar(nationalNotices).value
 * const promise = definePromise({ code: 'permit', unit: 'workingDays', amount: 5, pauseReasons: [PAUSE_REASONS.hearing] }).value
 * const clock = startClock(promise, { subject: 'case-1', at: '2026-04-30T01:00:00.000Z', by: '窗口3' }, { calendar }).value
 * const told = { at: '2026-05-06T01:00:00.000Z', reason: 'hearing', toldAt: '2026-05-06T00:30:00.000Z' }
 * const paused = pauseClock(clock, told, { calendar }).value
 * const resumed = resumeClock(paused, { at: '2026-05-08T01:00:00.000Z' }, { calendar }).value
 * [clock.dueAt, resumed.dueAt].map((at) => wallTime(at)) // ['2026-05-12 00:00', '2026-05-14 00:00']
 */
export function resumeClock(clock: Clock, step: ClockStep, context: ClockContext): Result<Clock> {
  const at = nextInstant(clock, step.at, context)
  if (!at.ok) return at
  if (clock.state !== 'paused') return refused(reason('clock.running'))
  const pauses = clock.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: at.value } : pause))
  return record({ ...clock, state: 'running', pauses }, 'resumed', { ...step, at: at.value }, context)
}

/**
 * Takes in what the applicant supplemented after a one-time notice: the time starts anew, by the same start rule.
 * Only for promises with `supplementRestarts`. An extension granted before stays used up.
 *
 * @example
 * const calendar = createWorkCalendar(nationalNotices).value
 * const promise = definePromise({ code: 'permit', unit: 'workingDays', amount: 5, supplementRestarts: true }).value
 * const clock = startClock(promise, { subject: 'case-1', at: '2026-04-30T01:00:00.000Z', by: '窗口3' }, { calendar }).value
 * const again = supplementClock(clock, { at: '2026-05-08T01:00:00.000Z' }, { calendar }).value
 * [clock.dueAt, again.dueAt].map((at) => wallTime(at)) // ['2026-05-12 00:00', '2026-05-15 00:00']
 */
export function supplementClock(clock: Clock, step: ClockStep, context: ClockContext): Result<Clock> {
  const at = nextInstant(clock, step.at, context)
  if (!at.ok) return at
  if (!clock.promise.supplementRestarts) return refused(reason('clock.supplement'))
  const restarted: Clock = { ...clock, state: 'running', startedAt: at.value, pauses: [] }
  return record(restarted, 'supplemented', { ...step, at: at.value }, context)
}

/**
 * Extends a clock: once, before it is due, with approver and reason, by no more than the promise allows, and after telling the applicant (K5).
 * `by` is the handler who asks; the approver is somebody else.
 *
 * @example
 * const calendar = createWorkCalendar(nationalNotices).value
 * const promise = definePromise({ code: 'permit', unit: 'workingDays', amount: 5, extension: { amount: 5 } }).value
 * const clock = startClock(promise, { subject: 'case-1', at: '2026-04-30T01:00:00.000Z', by: '窗口3' }, { calendar }).value
 * const step = { at: '2026-05-08T01:00:00.000Z', by: '窗口3', amount: 5, approver: '主任', reason: '需要会商', toldAt: '2026-05-08T00:30:00.000Z' }
 * wallTime(extendClock(clock, step, { calendar }).value.dueAt) // '2026-05-19 00:00'
 * extendClock(clock, { ...step, approver: '窗口3' }, { calendar }).refusal.code // 'clock.extension_approver'
 */
export function extendClock(
  clock: Clock,
  step: ClockStep & { readonly amount: number; readonly approver: string; readonly reason: string; readonly toldAt: Instant },
  context: ClockContext,
): Result<Clock> {
  const at = nextInstant(clock, step.at, context)
  if (!at.ok) return at
  const bad = refuseExtension(clock, step, at.value, context)
  if (bad) return refused(bad)
  const { amount, approver, toldAt } = step
  const extension: Extension = { amount, approver, reason: step.reason, toldAt: instantOf(toldAt) ?? at.value, at: at.value }
  return record({ ...clock, extension }, 'extended', { ...step, at: at.value }, context, step.reason)
}

/**
 * Stops a clock for good, when the matter is decided or withdrawn. Whether it was in time stays readable.
 *
 * @example
 * const calendar = createWorkCalendar(nationalNotices).value
 * const promise = definePromise({ code: 'reply', unit: 'workingDays', amount: 5 }).value
 * const clock = startClock(promise, { subject: 'case-1', at: '2026-04-30T01:00:00.000Z', by: '窗口3' }, { calendar }).value
 * stopClock(clock, { at: '2026-05-08T01:00:00.000Z', reason: '办结' }, { calendar }).value.state // 'stopped'
 */
export function stopClock(clock: Clock, step: ClockStep & { readonly reason?: string }, context: ClockContext): Result<Clock> {
  const at = nextInstant(clock, step.at, context)
  if (!at.ok) return at
  const pauses = clock.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: at.value } : pause))
  const stopped: Clock = { ...clock, state: 'stopped', pauses, stoppedAt: at.value }
  return record(stopped, 'stopped', { ...step, at: at.value }, context, step.reason, clock.state === 'running')
}

/**
 * When a clock's time is up, and where the law's ends. A pause that the law does not list moves the promise but not the cap,
 * so a clock that stood still too long can be overdue as soon as it runs again.
 *
 * @example
 * const calendar = createWorkCalendar(nationalNotices).value
 * const promise = definePromise({ code: 'reply', unit: 'workingDays', amount: 5 }).value
 * const clock = startClock(promise, { subject: 'case-1', at: '2026-04-30T01:00:00.000Z', by: '窗口3' }, { calendar }).value
 * dueOf(clock, { calendar }).value.provisional // false
 * dueOf({ ...clock, startedAt: '2027-04-30T01:00:00.000Z' }, { calendar }).value.provisional // true
 */
export function dueOf(clock: Clock, context: ClockContext): Result<DueMoment & { readonly capAt?: Instant }> {
  const { promise, startedAt, pauses, extension } = clock
  const due = dueAfter({ promise, startedAt, standstills: pauses }, promise.amount + (extension?.amount ?? 0), context)
  if (!due.ok || promise.cap === undefined) return due

  const stopping = new Set(promise.pauseReasons.filter(({ stopsCap }) => stopsCap).map(({ code }) => code))
  const legal: ServicePromise = isDayUnit(promise.unit) ? { ...promise, start: 'day-after' } : promise
  const cap = dueAfter(
    { promise: legal, startedAt, standstills: pauses.filter((pause) => stopping.has(pause.reason)) },
    promise.cap.amount + (extension === undefined ? 0 : (promise.cap.extension ?? 0)),
    context,
  )
  if (!cap.ok) return cap
  return ok(cap.value.at < due.value.at ? { ...cap.value, capAt: cap.value.at } : { ...due.value, capAt: cap.value.at })
}

/** A moment in the one form that compares as text, or nothing. */
export function instantOf(text: string): Instant | undefined {
  const milliseconds = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString()
}

/** The step's moment, when the clock is open and the moment is not before the last one (K13). */
export function nextInstant(clock: Clock, text: string, { offsetMinutes }: ClockContext): Result<Instant> {
  const at = instantOf(text)
  if (at === undefined) return refused(reason('clock.instant', { text }))
  if (clock.state === 'stopped') return refused(reason('clock.stopped'))
  const last = clock.history.at(-1)?.at ?? clock.startedAt
  return at < last ? refused(reason('clock.back_dated', { last: wallTime(last, offsetMinutes) })) : ok(at)
}

function refuseExtension(
  clock: Clock,
  step: ClockStep & { readonly amount: number; readonly approver: string; readonly reason: string; readonly toldAt: Instant },
  at: Instant,
  { offsetMinutes }: ClockContext,
): Refusal | undefined {
  const limit = clock.promise.extension?.amount
  if (limit === undefined) return reason('clock.extension_none')
  if (clock.extension !== undefined) return reason('clock.extension_twice')
  if (clock.state === 'paused') return reason('clock.paused')
  if (at > clock.dueAt) return reason('clock.overdue', { due: wallTime(clock.dueAt, offsetMinutes) })
  if (!(step.amount > 0) || step.amount > limit || (isDayUnit(clock.promise.unit) && !Number.isInteger(step.amount))) {
    return reason('clock.extension_too_long', { limit }, 'amount')
  }
  if (step.approver.trim() === '' || step.approver === step.by) return reason('clock.extension_approver', {}, 'approver')
  if (step.reason.trim() === '') return reason('clock.extension_reason', {}, 'reason')
  const toldAt = instantOf(step.toldAt)
  return toldAt === undefined || toldAt > at ? reason('clock.untold', {}, 'toldAt') : undefined
}

function record(
  clock: Clock,
  kind: ClockEvent['kind'],
  step: ClockStep,
  context: ClockContext,
  why?: string,
  keepsDue = false,
): Result<Clock> {
  const isFirst = kind === 'started'
  const due = keepsDue ? undefined : dueOf(clock, context)
  if (due !== undefined && !due.ok) return due
  const { at, capAt, provisional, unknownYears } = due?.value ?? { ...clock, at: clock.dueAt }
  const event: ClockEvent = {
    kind,
    at: step.at,
    ...(step.by === undefined ? {} : { by: step.by }),
    ...(why === undefined ? {} : { reason: why }),
    ...(isFirst ? {} : { dueBefore: clock.dueAt }),
    dueAfter: at,
  }
  return ok({
    ...clock,
    dueAt: at,
    ...(capAt === undefined ? {} : { capAt }),
    provisional,
    unknownYears,
    history: [...clock.history, event],
  })
}
