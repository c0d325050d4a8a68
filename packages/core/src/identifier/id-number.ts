import { daysInMonth, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { normaliseCode } from './normalise.ts'
import { PROVINCES } from './provinces.ts'

/** Which card carries the number: the resident identity card, or the residence permit for Hong Kong, Macao or Taiwan residents. */
export type IdNumberKind = 'mainland' | 'hk' | 'mo' | 'tw'

/** A citizen identity number that passed every check of GB 11643. */
export interface IdNumber {
  /** 18 characters, digits with a possible closing `X`. */
  readonly digits: string
  readonly birthDate: LocalDate
  readonly sex: 'male' | 'female'
  /** Six digits: the division where the number was *issued*. It says nothing about where the person lives now. */
  readonly issueArea: string
  readonly kind: IdNumberKind
}

export interface IdNumberOptions {
  /**
   * Accept the area prefix `99`, which no division carries: demonstration and test data only.
   * @default false
   */
  readonly allowTestArea?: boolean
  /** Today's day; when given, a birth date after it is refused. */
  readonly today?: LocalDate
}

const reason = defineReasons({
  'id.empty': { zh: '请填写身份证号码', en: 'Enter the identity number' },
  'id.length': { zh: '身份证号码应为 18 位，现在是 {length} 位', en: 'An identity number has 18 characters; this one has {length}' },
  'id.fifteen': {
    zh: '这是 15 位的旧身份证号码，请填写现在使用的 18 位号码',
    en: 'This is an old number with 15 digits; enter the present one with 18',
  },
  'id.characters': { zh: '身份证号码只能是数字，最后一位可以是 X', en: 'An identity number has digits only; the last character may be X' },
  'id.area': { zh: '身份证号码开头的地区代码不存在：{area}', en: 'The number starts with a region that does not exist: {area}' },
  'id.test_area': {
    zh: '这是演示用的号码（99 开头），不能登记为真实居民',
    en: 'This number (starting with 99) is for demonstrations, not for a real resident',
  },
  'id.foreign_card': {
    zh: '这像是外国人永久居留身份证的号码，请改选证件类型',
    en: "This looks like the number of a foreigner's permanent residence card; choose that document type",
  },
  'id.birth_date': { zh: '身份证号码中的出生日期不存在', en: 'The birth date in the number does not exist' },
  'id.birth_future': { zh: '身份证号码中的出生日期晚于今天', en: 'The birth date in the number lies in the future' },
  'id.checksum': {
    zh: '身份证号码有误，请逐位核对（校验码不符）',
    en: 'The number is mistyped; check every digit (the check character does not fit)',
  },
  'id.fifteen_centenarian': {
    zh: '这个 15 位号码属于 19 世纪出生的人，请人工核对出生年份',
    en: 'This 15-digit number is of a person born in the 19th century; a person must check the year',
  },
})

/** Every reason for which an identity number can be refused. */
export type IdNumberReason = Parameters<typeof reason>[0]

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'
const EARLIEST_BIRTH_YEAR = 1850
const ALL_DIGITS = /^\d+$/
/** The residents' permits of Taiwan start with 83; as a place it is 71. */
const TAIWAN_PERMIT = 83
const TEST_PROVINCE = 99

/**
 * Parses a citizen identity number (公民身份号码) or the number of a Hong Kong, Macao or Taiwan resident's permit.
 *
 * Source: GB 11643-1999 (weights and check characters verified with executed vectors); residence permits with the prefixes
 * 81/82/83 follow State Council Order 2018 No. 82's practice — unverified against the paper text.
 * Only the two province digits of the area are checked: counties are renamed and merged, numbers stay for life.
 *
 * Refuses with `id.empty`, `id.length`, `id.fifteen`, `id.characters`, `id.area`, `id.test_area`, `id.foreign_card`,
 * `id.birth_date`, `id.birth_future`, `id.checksum`; never throws. No refusal repeats the number.
 *
 * @example
 * parseIdNumber('11010519491231002X').ok // true
 * parseIdNumber('110105194912310021').ok // false
 */
export function parseIdNumber(text: string, options: IdNumberOptions = {}): Result<IdNumber> {
  if (isPlain(text)) return parsePlain(text, options)
  const digits = normaliseCode(text)
  if (digits === '') return refused(reason('id.empty'))
  if (digits.length === 15 && ALL_DIGITS.test(digits)) return refused(reason('id.fifteen'))
  if (digits.length !== 18) return refused(reason('id.length', { length: digits.length }))
  return isPlain(digits) ? parsePlain(digits, options) : refused(reason('id.characters'))
}

function parsePlain(digits: string, options: IdNumberOptions): Result<IdNumber> {
  const province = numberAt(digits, 0, 2)
  if (!PROVINCES.has(province) && province !== TAIWAN_PERMIT) {
    if (province !== TEST_PROVINCE) {
      return refused(digits.startsWith('9') ? reason('id.foreign_card') : reason('id.area', { area: digits.slice(0, 2) }))
    }
    if (options.allowTestArea !== true) return refused(reason('id.test_area'))
  }

  const year = numberAt(digits, 6, 10)
  const month = numberAt(digits, 10, 12)
  const day = numberAt(digits, 12, 14)
  if (year < EARLIEST_BIRTH_YEAR || month < 1 || day < 1 || day > daysInMonth(year, month)) return refused(reason('id.birth_date'))
  const birthDate = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`
  if (options.today !== undefined && birthDate > options.today) return refused(reason('id.birth_future'))
  if (idCheckCharacter(digits) !== digits[17]) return refused(reason('id.checksum'))

  return ok({
    digits,
    birthDate,
    sex: digits.charCodeAt(16) % 2 === 1 ? 'male' : 'female',
    issueArea: digits.slice(0, 6),
    kind: kindOf(province),
  })
}

/**
 * Converts a 15-digit number of the first generation of cards to 18 characters, for imports of old registers.
 * The century is 19; the order numbers 996–999 were kept for people born before 1900 (unverified), so these are refused for a person to look at.
 * An 18-character number passes through the same checks as {@link parseIdNumber}.
 *
 * @example
 * const old = importIdNumber('110105491231002')
 * old.ok && old.value.digits // '11010519491231002X'
 */
export function importIdNumber(text: string, options: IdNumberOptions = {}): Result<IdNumber> {
  const digits = normaliseCode(text)
  if (digits.length !== 15 || !ALL_DIGITS.test(digits)) return parseIdNumber(digits, options)
  if (digits.slice(12) >= '996') return refused(reason('id.fifteen_centenarian'))
  const body = `${digits.slice(0, 6)}19${digits.slice(6)}`
  return parseIdNumber(body + idCheckCharacter(body), options)
}

/**
 * The check character of the first 17 digits (ISO 7064 MOD 11-2, as GB 11643 uses it).
 *
 * @example
 * idCheckCharacter('37010119010203997') // '3'
 */
export function idCheckCharacter(body: string): string {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += (body.charCodeAt(index) - 48) * (WEIGHTS[index] ?? 0)
  return CHECK_CHARACTERS[sum % 11] ?? ''
}

/** 17 digits and a digit or X. A loop, because a regular expression takes a third of the whole parse. */
function isPlain(text: string): boolean {
  if (typeof text !== 'string' || text.length !== 18) return false
  for (let index = 0; index < 17; index++) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return false
  }
  return CHECK_CHARACTERS.includes(text.charAt(17))
}

function kindOf(province: number): IdNumberKind {
  if (province === 81) return 'hk'
  if (province === 82) return 'mo'
  return province === TAIWAN_PERMIT ? 'tw' : 'mainland'
}

function numberAt(digits: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index++) value = value * 10 + digits.charCodeAt(index) - 48
  return value
}
