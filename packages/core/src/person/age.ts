import { ageOn, parseLocalDate, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'

/** A stretch of ages: from `from` up to and including `to` full years (周岁). Without `to` there is no upper end. */
export interface AgeBand {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly from: number
  readonly to?: number
}

/** The bands that street offices count in. 60 is the legal beginning of old age (老年人权益保障法 art. 2); the others are customary. */
export const AGE_BANDS: readonly AgeBand[] = [
  { code: '0-5', zh: '学龄前（0–5 岁）', en: 'Under 6', from: 0, to: 5 },
  { code: '6-17', zh: '未成年（6–17 岁）', en: '6 to 17', from: 6, to: 17 },
  { code: '18-59', zh: '成年（18–59 岁）', en: '18 to 59', from: 18, to: 59 },
  { code: '60-69', zh: '60–69 岁', en: '60 to 69', from: 60, to: 69 },
  { code: '70-79', zh: '70–79 岁', en: '70 to 79', from: 70, to: 79 },
  { code: '80-89', zh: '80–89 岁', en: '80 to 89', from: 80, to: 89 },
  { code: '90-99', zh: '90–99 岁', en: '90 to 99', from: 90, to: 99 },
  { code: '100+', zh: '百岁及以上', en: '100 and over', from: 100 },
]

const reason = defineReasons({
  'person.born_later': { zh: '出生日期 {birth} 晚于 {on}', en: 'The birth date {birth} is after {on}' },
  'person.birth_implausible': {
    zh: '出生日期 {birth} 超过 130 年前，请核对',
    en: 'The birth date {birth} is more than 130 years ago; please check',
  },
  'person.no_band': { zh: '{age} 岁不在任何年龄段内', en: 'No age band covers {age} years' },
})

/**
 * Full years of age on a day, with a check of what was typed. A 29 February birthday counts from 1 March in a common year.
 * Refuses with `date.format`, `date.not_real`, `person.born_later` or `person.birth_implausible`.
 *
 * @example
 * checkedAge('1946-02-28', '2026-02-28') // { ok: true, value: 80 }
 * checkedAge('2027-01-01', '2026-11-22').ok // false
 */
export function checkedAge(birth: LocalDate, on: LocalDate): Result<number> {
  const real = parseLocalDate(birth)
  if (!real.ok) return real
  if (birth > on) return refused(reason('person.born_later', { birth, on }, 'birthDate'))
  const age = ageOn(birth, on)
  return age > 130 ? refused(reason('person.birth_implausible', { birth }, 'birthDate')) : ok(age)
}

/**
 * The band that a person's age falls into on a day.
 *
 * @example
 * const band = ageBand('1946-11-23', '2026-11-22')
 * band.ok && band.value.code // '70-79'
 */
export function ageBand(birth: LocalDate, on: LocalDate, bands: readonly AgeBand[] = AGE_BANDS): Result<AgeBand> {
  const age = checkedAge(birth, on)
  if (!age.ok) return age
  const band = bands.find((each) => age.value >= each.from && (each.to === undefined || age.value <= each.to))
  return band ? ok(band) : refused(reason('person.no_band', { age: age.value }))
}

/**
 * The first day on which somebody is `age` years old; the day on which an age rule begins to hold.
 *
 * @example
 * dayOfAge('1946-11-23', 80) // '2026-11-23'
 * dayOfAge('1948-02-29', 79) // '2027-03-01'
 */
export function dayOfAge(birth: LocalDate, age: number): LocalDate {
  const birthday = `${String(Number(birth.slice(0, 4)) + age).padStart(4, '0')}${birth.slice(4)}`
  return parseLocalDate(birthday).ok ? birthday : `${birthday.slice(0, 4)}-03-01`
}
