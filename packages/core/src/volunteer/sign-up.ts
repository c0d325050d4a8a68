import { ageOn, dayOf, type Instant, type LocalDate } from '../date/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import type { ShiftTime } from './service-time.ts'

/** A shift with what it asks of those who sign up. */
export interface Shift extends ShiftTime {
  readonly id: string
  readonly slots: number
  readonly taken: number
  readonly dangerous?: boolean
  readonly minAge?: number
}

/** What is known about a volunteer. */
export interface VolunteerFacts {
  readonly birth: LocalDate
  readonly registered: boolean
  readonly guardianConsent?: boolean
  /** The last day that an accident insurance covers. */
  readonly insuredTo?: LocalDate
  /** Told of the risks of this shift. */
  readonly briefedAt?: Instant
}

const reason = defineReasons({
  'volunteer.not_registered': { zh: '须先实名注册', en: 'Register with the real name first' },
  'volunteer.shift_full': { zh: '名额已满（{slots} 人）', en: 'All {slots} places are taken' },
  'volunteer.shift_over': { zh: '班次已经结束', en: 'The shift is over' },
  'volunteer.overlap': { zh: '与已报名的 {count} 个班次时间重叠', en: 'It overlaps {count} shifts already signed up for' },
  'volunteer.too_young': { zh: '年龄不符合要求，须满 {age} 周岁', en: 'The shift asks for {age} years of age' },
  'volunteer.guardian_consent': { zh: '未满 18 周岁，须有监护人同意', en: 'Under 18: a guardian must consent' },
  'volunteer.not_insured': { zh: '有风险的服务须先购买人身意外伤害保险', en: 'A dangerous service needs accident insurance first' },
  'volunteer.not_briefed': { zh: '有风险的服务须先告知风险并培训', en: 'A dangerous service needs a briefing first' },
})

/**
 * The shifts whose time overlaps another's. One that begins when the other ends does not overlap.
 *
 * @example
 * const morning = { startsAt: '2026-11-22T01:00:00.000Z', endsAt: '2026-11-22T03:00:00.000Z' }
 * const noon = { startsAt: '2026-11-22T03:00:00.000Z', endsAt: '2026-11-22T05:00:00.000Z' }
 * overlappingShifts(morning, [noon]).length // 0
 */
export function overlappingShifts<T extends ShiftTime>(shift: ShiftTime, others: readonly T[]): readonly T[] {
  return others.filter(
    (other) => Date.parse(other.startsAt) < Date.parse(shift.endsAt) && Date.parse(shift.startsAt) < Date.parse(other.endsAt),
  )
}

/**
 * What forbids a sign-up now; an empty list means that it may be made. `overrideOverlap` is an administrator's written reason to allow a clash, and lifts nothing else.
 * `taken` and the existing sign-ups must be read inside the transaction that records the new one.
 * Source: 志愿服务条例 arts. 7–18 (real name, age, insurance, briefing); 河南省志愿服务条例 art. 8 (guardian). Verified in a public copy, the numbers of the articles are not.
 *
 * @example
 * const shift = { id: 's', startsAt: '2026-11-22T01:00:00.000Z', endsAt: '2026-11-22T03:00:00.000Z', slots: 2, taken: 2 }
 * checkSignUp({ shift, volunteer: { birth: '1990-01-01', registered: true }, existing: [], now: '2026-11-20T00:00:00.000Z' }).map((each) => each.code) // ['volunteer.shift_full']
 */
export function checkSignUp(request: {
  readonly shift: Shift
  readonly volunteer: VolunteerFacts
  readonly existing: readonly ShiftTime[]
  readonly now: Instant
  readonly overrideOverlap?: string
}): readonly Refusal[] {
  const { shift, volunteer } = request
  const day = dayOf(shift.startsAt)
  const age = ageOn(volunteer.birth, day)
  const clashes = overlappingShifts(shift, request.existing).length
  const against: Refusal[] = []
  if (!volunteer.registered) against.push(reason('volunteer.not_registered'))
  if (Date.parse(shift.endsAt) <= Date.parse(request.now)) against.push(reason('volunteer.shift_over'))
  if (shift.taken >= shift.slots) against.push(reason('volunteer.shift_full', { slots: shift.slots }))
  if (clashes > 0 && (request.overrideOverlap ?? '').trim() === '') against.push(reason('volunteer.overlap', { count: clashes }))
  if (shift.minAge !== undefined && age < shift.minAge) against.push(reason('volunteer.too_young', { age: shift.minAge }))
  if (age < 18 && !volunteer.guardianConsent) against.push(reason('volunteer.guardian_consent'))
  if (shift.dangerous && (volunteer.insuredTo === undefined || volunteer.insuredTo < dayOf(shift.endsAt)))
    against.push(reason('volunteer.not_insured'))
  if (shift.dangerous && volunteer.briefedAt === undefined) against.push(reason('volunteer.not_briefed'))
  return against
}
