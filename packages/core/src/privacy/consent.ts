import { ageOn, dayOf, parseLocalDate, type Instant, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'

/** Kinds of personal data as the law tells them apart: those of art. 28 by name, and everything else as `ordinary`. */
export type PersonalDataKind = 'ordinary' | 'biometric' | 'religion' | 'specificIdentity' | 'health' | 'finance' | 'whereabouts'

/** Who said yes: the person, or a parent or other guardian (always so under 14). */
export type ConsentGiver = { readonly kind: 'self' } | { readonly kind: 'guardian'; readonly guardianId: string }

/** One consent as it was given; a change of purpose, kinds or processor needs a new one (PIPL art. 14). */
export interface Consent {
  readonly personId: string
  /** One purpose each: no consent covers "everything" (art. 6, 14). */
  readonly purpose: string
  readonly kinds: readonly PersonalDataKind[]
  /** Who processes the data: a unit, a merchant alliance, a contractor. */
  readonly processor: string
  /** Version of the notice that was read out or shown: purpose, method, kinds, how long, how to exercise rights (art. 17). */
  readonly noticeVersion: string
  /** Asked for on its own, not in a bundle (art. 29). */
  readonly separate: boolean
  /** Told why sensitive data are necessary and what they mean for the person (art. 30). */
  readonly necessityTold: boolean
  readonly by: ConsentGiver
  readonly givenAt: Instant
  /** Last day for which it was given; open when absent. */
  readonly until?: LocalDate
  readonly withdrawnAt?: Instant
}

/** What somebody wants to do with whose data. */
export interface ConsentNeed {
  readonly personId: string
  /** Day of birth of the person whose data it is; unknown is refused, because under 14 other rules hold. */
  readonly birth: LocalDate | undefined
  readonly purpose: string
  readonly kinds: readonly PersonalDataKind[]
  readonly processor: string
  /** The notice that holds now. */
  readonly noticeVersion: string
  readonly at: Instant
}

/** Under this age every kind of data is sensitive and a guardian decides (PIPL arts. 28, 31). */
export const CHILD_UNTIL_AGE = 14

const reason = defineReasons({
  'consent.none': { zh: '没有本人对“{purpose}”的同意记录', en: 'There is no consent for “{purpose}”' },
  'consent.time': { zh: '时间或出生日期不对', en: 'A moment or a day of birth is not valid' },
  'consent.age_unknown': { zh: '没有出生日期，不能确认是否已满 14 周岁', en: 'No day of birth: it is not known whether the person is 14' },
  'consent.not_yet': { zh: '这份同意在之后才作出，此前的处理没有依据', en: 'The consent was given later than this' },
  'consent.withdrawn': { zh: '同意已撤回，须停止处理', en: 'The consent was withdrawn; stop' },
  'consent.ended': { zh: '同意已于 {until} 到期', en: 'The consent ended on {until}' },
  'consent.kinds': { zh: '同意的范围不包括这类信息', en: 'The consent does not cover this kind of data' },
  'consent.processor': { zh: '同意的是由另一单位处理', en: 'The consent names another processor' },
  'consent.notice': { zh: '告知内容已变更，须重新取得同意', en: 'The notice has changed; ask again' },
  'consent.separate': { zh: '敏感个人信息须单独取得同意', en: 'Sensitive data need a separate consent' },
  'consent.necessity': {
    zh: '须告知处理敏感信息的必要性和对本人的影响',
    en: 'Why sensitive data are needed, and with what effect, has to be told',
  },
  'consent.guardian': { zh: '未满 14 周岁，须由父母或其他监护人同意', en: 'Under 14 a parent or other guardian consents' },
  'consent.already_withdrawn': { zh: '同意早已撤回', en: 'The consent was withdrawn before' },
})

/** Every reason for which a consent does not hold. */
export type ConsentReason = Parameters<typeof reason>[0]

/**
 * The consent that allows a processing at a moment, or why none does. Only for processing that rests on consent: what a law makes the
 * street's duty, and an emergency for life and health, need none (art. 13), and a service is not refused for want of a consent that it does not need (art. 16).
 *
 * Of several consents for the purpose the newest counts; one that was withdrawn stays withdrawn until a newer one is given.
 * Source: Personal Information Protection Law arts. 13–17, 28–31; compared with a public transcription.
 *
 * @example
 * const given = { personId: 'p1', purpose: '日间照料', kinds: ['health'], processor: '街道', noticeVersion: '1', separate: true, necessityTold: true, by: { kind: 'self' }, givenAt: '2026-03-01T02:00:00.000Z' }
 * const need = { personId: 'p1', birth: '1944-05-01', purpose: '日间照料', kinds: ['health'], processor: '街道', noticeVersion: '1', at: '2026-11-22T02:00:00.000Z' }
 * consentHolds([given], need).ok // true
 * consentHolds([{ ...given, separate: false }], need).refusal.code // 'consent.separate'
 * consentHolds([given], { ...need, purpose: '商户优惠' }).refusal.code // 'consent.none'
 */
export function consentHolds(consents: readonly Consent[], need: ConsentNeed): Result<Consent> {
  const at = Date.parse(need.at)
  if (Number.isNaN(at) || (need.birth !== undefined && !parseLocalDate(need.birth).ok)) return refused(reason('consent.time'))
  const own = consents.filter(({ personId, purpose }) => personId === need.personId && purpose === need.purpose)
  const newest = own.toSorted((a, b) => Date.parse(b.givenAt) - Date.parse(a.givenAt))
  const consent = newest.find(({ givenAt }) => Date.parse(givenAt) <= at)
  if (consent === undefined) return refused(own.length > 0 ? reason('consent.not_yet') : reason('consent.none', { purpose: need.purpose }))
  const objection = objectionTo(consent, need, at)
  return objection === undefined ? ok(consent) : refused(objection)
}

/**
 * The consent with its withdrawal. What was done before stays lawful (PIPL art. 15); what is left is for `planRetention` to delete (art. 47).
 * It takes no reason: nobody has to give one. A withdrawal before the consent, or of one that is withdrawn, is refused.
 *
 * @example
 * const given = { personId: 'p1', purpose: '商户优惠', kinds: ['ordinary'], processor: '街道', noticeVersion: '1', separate: false, necessityTold: false, by: { kind: 'self' }, givenAt: '2026-03-01T02:00:00.000Z' }
 * withdrawConsent(given, '2026-04-01T02:00:00.000Z').value.withdrawnAt // '2026-04-01T02:00:00.000Z'
 * withdrawConsent(given, '2026-02-01T02:00:00.000Z').refusal.code // 'consent.not_yet'
 */
export function withdrawConsent(consent: Consent, at: Instant): Result<Consent> {
  const moment = Date.parse(at)
  if (Number.isNaN(moment)) return refused(reason('consent.time'))
  if (consent.withdrawnAt !== undefined) return refused(reason('consent.already_withdrawn'))
  if (moment < Date.parse(consent.givenAt)) return refused(reason('consent.not_yet'))
  return ok({ ...consent, withdrawnAt: at })
}

function objectionTo(consent: Consent, need: ConsentNeed, at: number): Refusal | undefined {
  const { withdrawnAt, until } = consent
  if (withdrawnAt !== undefined && !(Date.parse(withdrawnAt) > at)) return reason('consent.withdrawn')
  const today = dayOf(need.at)
  if (until !== undefined && !parseLocalDate(until).ok) return reason('consent.time')
  if (until !== undefined && today > until) return reason('consent.ended', { until })
  if (consent.processor !== need.processor) return reason('consent.processor')
  if (need.kinds.some((kind) => !consent.kinds.includes(kind))) return reason('consent.kinds')
  if (consent.noticeVersion !== need.noticeVersion) return reason('consent.notice')
  if (need.birth === undefined) return reason('consent.age_unknown')
  const isChild = ageOn(need.birth, today) < CHILD_UNTIL_AGE
  if (isChild && (consent.by.kind !== 'guardian' || consent.by.guardianId === '')) return reason('consent.guardian')
  if (!isChild && need.kinds.every((kind) => kind === 'ordinary')) return undefined
  if (!consent.separate) return reason('consent.separate')
  return consent.necessityTold ? undefined : reason('consent.necessity')
}
