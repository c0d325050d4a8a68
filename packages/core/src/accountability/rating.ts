import { addWorkingDays, type ClockContext } from '../calendar/index.ts'
import { CHINA_OFFSET_MINUTES, dayOf, type Instant, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'

/** 1 非常不满意 … 5 非常满意. */
export type RatingGrade = 1 | 2 | 3 | 4 | 5

/** A rating as it arrives. */
export interface RatingAttempt {
  readonly grade: number
  readonly device: 'client' | 'counter-pad' | 'staff'
  /** Whether the client pressed the key themself; a pad at the counter reports it. */
  readonly clientActed: boolean
  /** Whether the case has a rating already. */
  readonly alreadyRated: boolean
  readonly caseDecided: boolean
}

const reason = defineReasons({
  'rating.grade': { zh: '评价分为 1 至 5 级', en: 'A rating is a grade from 1 to 5' },
  'rating.not_client': { zh: '评价要由办事人自己作出，工作人员不能代评', en: 'The client gives the rating; staff cannot give it for them' },
  'rating.twice': { zh: '每件只能评价一次', en: 'Each case is rated once' },
  'rating.too_early': { zh: '办结后才能评价', en: 'A case is rated after it is decided' },
  'rating.handler_before_freeze': { zh: '评价公布前，经办人看不到', en: 'The handler sees the rating only after it is frozen' },
})

/** Every reason of the rating guards. */
export type RatingReason = Parameters<typeof reason>[0]

/**
 * Takes in a rating (K8): by the client's own hand, once, after the decision.
 * Source: 好差评 rules, five grades and one rating a case (public pages; local details unverified).
 *
 * @example
 * const attempt = { grade: 5, device: 'staff' as const, clientActed: false, alreadyRated: false, caseDecided: true }
 * const rating = acceptRating(attempt)
 * rating.ok || rating.refusal.code // 'rating.not_client'
 */
export function acceptRating(attempt: RatingAttempt): Result<RatingGrade> {
  if (!isGrade(attempt.grade)) return refused(reason('rating.grade', {}, 'grade'))
  if (!attempt.caseDecided) return refused(reason('rating.too_early'))
  if (attempt.device === 'staff' || !attempt.clientActed) return refused(reason('rating.not_client'))
  return attempt.alreadyRated ? refused(reason('rating.twice')) : ok(attempt.grade)
}

/**
 * Refuses to show a rating to the one whom it rates before it is frozen (K8).
 *
 * @example
 * refuseRatingView({ viewer: 'window-3', handler: 'window-3', frozen: false }).code // 'rating.handler_before_freeze'
 * refuseRatingView({ viewer: 'leader', handler: 'window-3', frozen: false }) // undefined
 */
export function refuseRatingView(view: {
  readonly viewer: string
  readonly handler: string
  readonly frozen: boolean
}): Refusal | undefined {
  return view.viewer === view.handler && !view.frozen ? reason('rating.handler_before_freeze') : undefined
}

/** How a bad rating is followed up. */
export interface RatingFollowUp {
  readonly contactBy: LocalDate
  /** Nobody contacted the client in time: a breach. */
  readonly missed: boolean
  readonly provisional: boolean
}

const CONTACT_WORKING_DAYS = 1

/**
 * Whether the client behind a bad rating (grade 1 or 2, with a name) was contacted within 1 working day (K9); nothing for other ratings.
 * Source: a local ordinance in Henan, unverified for other places.
 *
 * @example
 * const calendar = createWorkCalendar([])
 * const rating = { grade: 1 as const, named: true, at: '2026-11-20T01:00:00.000Z' }
 * const follow = calendar.ok && followUpRating(rating, '2026-11-24T01:00:00.000Z', { calendar: calendar.value })
 * follow && follow.ok && follow.value?.missed // true
 */
export function followUpRating(
  rating: { readonly grade: RatingGrade; readonly named: boolean; readonly at: Instant; readonly contactedAt?: Instant },
  now: Instant,
  context: ClockContext,
): Result<RatingFollowUp | undefined> {
  if (rating.grade > 2 || !rating.named) return ok(undefined)
  const offset = context.offsetMinutes ?? CHINA_OFFSET_MINUTES
  const limit = addWorkingDays(context.calendar, dayOf(rating.at, offset), CONTACT_WORKING_DAYS)
  if (!limit.ok) return limit
  const { date: contactBy, provisional } = limit.value
  return ok({ contactBy, missed: dayOf(rating.contactedAt ?? now, offset) > contactBy, provisional })
}

function isGrade(grade: number): grade is RatingGrade {
  return Number.isInteger(grade) && grade >= 1 && grade <= 5
}
