import { addWorkingDays, type ClockContext } from '../calendar/index.ts'
import { CHINA_OFFSET_MINUTES, dayOf, type Instant, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'

/** Something that an application lacks. */
export interface MissingItem {
  readonly material: string
  readonly why: string
  /** Whether it could be seen when the first notice was written. */
  readonly knowableAtFirst: boolean
}

/** What was told to the applicant, once and completely. */
export interface OneTimeNotice {
  readonly missing: readonly MissingItem[]
  readonly deliveredAt: Instant
  readonly by: string
  /** A supervisor let a second notice pass; this is a breach of the one-time rule. */
  readonly overriddenBy?: string
}

const reason = defineReasons({
  'one_time_notice.nothing_missing': { zh: '请写明缺什么、为什么', en: 'Say what is missing and why' },
  'one_time_notice.second': {
    zh: '第一次就能发现的问题不能第二次再告知：{materials}',
    en: 'What could be seen the first time cannot be asked for in a second notice: {materials}',
  },
  'one_time_notice.self_override': { zh: '经办人不能自己放行第二次告知', en: 'The handler cannot approve a second notice' },
})

/** Every reason for which a notice can be refused. */
export type OneTimeNoticeReason = Parameters<typeof reason>[0]

/** A notice, and whether giving it breaks the one-time rule. */
export interface IssuedNotice {
  readonly notice: OneTimeNotice
  readonly isBreach: boolean
}

/**
 * Writes a one-time notice (一次性告知). After the first, only facts that could not be known then may follow (K2);
 * a supervisor may let another pass, which counts as a breach.
 * Source: 行政许可法 art. 32 (all at once; verified); the supervisor's way out is ours.
 *
 * @example
 * const missing = [{ material: '户口簿', why: '缺户主页', knowableAtFirst: true }]
 * const first = { missing, deliveredAt: '2026-11-20T01:00:00.000Z', by: 'clerk' }
 * const second = issueNotice([first], { ...first, deliveredAt: '2026-11-22T01:00:00.000Z' })
 * second.ok || second.refusal.code // 'one_time_notice.second'
 */
export function issueNotice(earlier: readonly OneTimeNotice[], notice: OneTimeNotice): Result<IssuedNotice> {
  if (notice.missing.length === 0 || notice.missing.some(({ material, why }) => material.trim() === '' || why.trim() === '')) {
    return refused(reason('one_time_notice.nothing_missing', {}, 'missing'))
  }
  const late = earlier.length === 0 ? [] : notice.missing.filter(({ knowableAtFirst }) => knowableAtFirst)
  if (late.length === 0) return ok({ notice, isBreach: false })
  if (notice.overriddenBy === undefined)
    return refused(reason('one_time_notice.second', { materials: late.map(({ material }) => material).join('、') }, 'missing'))
  return notice.overriddenBy === notice.by
    ? refused(reason('one_time_notice.self_override', {}, 'overriddenBy'))
    : ok({ notice, isBreach: true })
}

/** Where an application stands before it is decided whether to take it up. */
export interface Acceptance {
  /** `deemed-accepted`: nobody told the applicant in time, so the law takes it as accepted from the day of receipt. */
  readonly state: 'waiting' | 'noticed' | 'accepted' | 'deemed-accepted'
  /** Last day for a notice. */
  readonly noticeBy: LocalDate
  readonly acceptedAt?: Instant
  readonly provisional: boolean
}

const NOTICE_WORKING_DAYS = 5

/**
 * Whether an application is taken up (K3): without a notice within 5 working days it is deemed accepted from receipt.
 * Source: 行政许可法 art. 32 (five days; deemed accepted) and art. 82 (working days); verified.
 *
 * @example
 * const calendar = createWorkCalendar([])
 * const state = calendar.ok && acceptanceOf({ receivedAt: '2026-11-16T01:00:00.000Z' }, '2026-11-24T01:00:00.000Z', { calendar: calendar.value })
 * state && state.ok && state.value.state // 'deemed-accepted'
 */
export function acceptanceOf(
  application: { readonly receivedAt: Instant; readonly noticedAt?: Instant; readonly acceptedAt?: Instant },
  now: Instant,
  context: ClockContext,
): Result<Acceptance> {
  const offset = context.offsetMinutes ?? CHINA_OFFSET_MINUTES
  const limit = addWorkingDays(context.calendar, dayOf(application.receivedAt, offset), NOTICE_WORKING_DAYS)
  if (!limit.ok) return limit
  const { date: noticeBy, provisional } = limit.value
  const inTime = (at: Instant | undefined): boolean => at !== undefined && dayOf(at, offset) <= noticeBy

  if (inTime(application.acceptedAt)) return ok({ state: 'accepted', noticeBy, acceptedAt: application.acceptedAt, provisional })
  if (inTime(application.noticedAt)) {
    const { acceptedAt } = application
    return ok(
      acceptedAt === undefined ? { state: 'noticed', noticeBy, provisional } : { state: 'accepted', noticeBy, acceptedAt, provisional },
    )
  }
  if (dayOf(now, offset) <= noticeBy) return ok({ state: 'waiting', noticeBy, provisional })
  return ok({ state: 'deemed-accepted', noticeBy, acceptedAt: application.receivedAt, provisional })
}
