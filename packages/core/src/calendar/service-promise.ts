import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { DEFAULT_LADDER, refuseLadder, type LadderStep } from './ladder-step.ts'
import { checkOpening, type OpeningTimes } from './opening-times.ts'

/**
 * What a promise counts. Day promises end at the close of business of their last day; `hours` run day and night;
 * `workingHours` run while the office is open.
 */
export type PromiseUnit = 'workingDays' | 'calendarDays' | 'hours' | 'workingHours'

/** A reason for which a clock may stand still. */
export interface PauseReason {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** Whether the law lets the statutory period stand still too (hearing, appraisal). Otherwise the statutory cap keeps running. */
  readonly stopsCap: boolean
}

/** The longest time the law allows, in the same unit as the promise. */
export interface StatutoryCap {
  readonly amount: number
  /**
   * The longest extension the law allows.
   * @default 0
   */
  readonly extension?: number
  readonly citation: string
}

/** A promise of a time limit (承诺时限): plain JSON, never changed; a change is a new version. */
export interface ServicePromise {
  readonly code: string
  readonly version: number
  readonly unit: PromiseUnit
  /** Days: whole. Hours: down to a minute, so 0.25 is a quarter of an hour. */
  readonly amount: number
  /** `day-after`: the day of receipt is not counted. `at-once`: it is, when received before closing; hours start at the moment. */
  readonly start: 'day-after' | 'at-once'
  /** Needed for `workingHours`; day promises end at its closing time, without it at midnight. */
  readonly opening?: OpeningTimes
  /** `calendarDays` only: a last day that is no working day moves to the next one (Civil Code art. 203). */
  readonly rollsToWorkingDay: boolean
  readonly pauseReasons: readonly PauseReason[]
  /** Whether the applicant's supplement starts the clock anew. */
  readonly supplementRestarts: boolean
  /** The extension that an approver may grant once; none when absent. */
  readonly extension?: { readonly amount: number }
  readonly cap?: StatutoryCap
  /** The share of the time after which it is due soon. */
  readonly dueSoon: { readonly num: number; readonly den: number }
  readonly ladder: readonly LadderStep[]
}

/** What an author writes; the rest has defaults. */
export type ServicePromiseInput = Pick<ServicePromise, 'code' | 'unit' | 'amount'> & Partial<ServicePromise>

const reason = defineReasons({
  'promise.amount': {
    zh: '承诺时限应大于 0；按天的应为整数，按小时的精确到分钟',
    en: 'The time is above 0; days are whole, hours go down to a minute',
  },
  'promise.over_cap': {
    zh: '承诺时限 {amount} 超过法定时限 {cap}（{citation}）',
    en: 'The promised time {amount} is longer than the law allows, {cap} ({citation})',
  },
  'promise.extension_over_cap': {
    zh: '可延长 {amount}，超过法定可延长的 {cap}（{citation}）',
    en: 'The extension {amount} is longer than the law allows, {cap} ({citation})',
  },
  'promise.opening_missing': { zh: '按工作小时计算的承诺要填写开放时间', en: 'A promise in working hours needs opening times' },
  'promise.due_soon': { zh: '临期提醒比例应在 0 和 1 之间', en: 'The due-soon share lies between 0 and 1' },
})

/** Every reason for which a promise can be refused, beside `opening.*` and `ladder.*`. */
export type ServicePromiseReason = Parameters<typeof reason>[0]

/**
 * Checks a promise and fills in what was left out: days start the day after and hours at once, no pauses, no extension,
 * due soon at 70 %, the default ladder.
 *
 * A promise longer than the legal limit is refused (K12), and so is an extension longer than the law's.
 *
 * @example
 * const item = definePromise({
 *   code: 'permit', unit: 'workingDays', amount: 21,
 *   cap: { amount: 20, extension: 10, citation: '行政许可法 42' },
 * })
 * item.ok || item.refusal.code // 'promise.over_cap'
 */
export function definePromise(input: ServicePromiseInput): Result<ServicePromise> {
  const promise: ServicePromise = {
    version: 1,
    start: isDayUnit(input.unit) ? 'day-after' : 'at-once',
    rollsToWorkingDay: false,
    pauseReasons: [],
    supplementRestarts: false,
    dueSoon: { num: 7, den: 10 },
    ladder: DEFAULT_LADDER,
    ...input,
  }
  const { unit, amount, cap, extension, dueSoon } = promise
  if (!isAmount(unit, amount) || (extension !== undefined && !isAmount(unit, extension.amount)))
    return refused(reason('promise.amount', {}, 'amount'))
  if (cap !== undefined) {
    const { citation } = cap
    if (amount > cap.amount) return refused(reason('promise.over_cap', { amount, cap: cap.amount, citation }, 'amount'))
    const longest = cap.extension ?? 0
    if (extension !== undefined && extension.amount > longest) {
      return refused(reason('promise.extension_over_cap', { amount: extension.amount, cap: longest, citation }, 'extension'))
    }
  }
  if (promise.opening !== undefined) {
    const opening = checkOpening(promise.opening)
    if (!opening.ok) return opening
  } else if (unit === 'workingHours') {
    return refused(reason('promise.opening_missing', {}, 'opening'))
  }
  const isShare = Number.isInteger(dueSoon.num) && Number.isInteger(dueSoon.den) && dueSoon.num > 0 && dueSoon.num < dueSoon.den
  if (!isShare) return refused(reason('promise.due_soon', {}, 'dueSoon'))
  const badLadder = refuseLadder(promise.ladder)
  return badLadder === undefined ? ok(promise) : refused(badLadder)
}

/** Whether a unit counts days. */
export function isDayUnit(unit: PromiseUnit): boolean {
  return unit === 'workingDays' || unit === 'calendarDays'
}

const LONGEST = 10_000

function isAmount(unit: PromiseUnit, amount: number): boolean {
  return amount > 0 && amount <= LONGEST && Number.isInteger(isDayUnit(unit) ? amount : Math.round(amount * 60_000) / 1000)
}
