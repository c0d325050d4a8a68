import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { normaliseCode } from './normalise.ts'

/** A mainland telephone number. */
export interface Phone {
  readonly kind: 'mobile' | 'landline'
  /** For storage and comparing: `13812341234`, `03703012345`; without extension. */
  readonly digits: string
  /** For reading: `138 1234 1234`, `0370-3012345`, `0370-3012345 转 12`. */
  readonly display: string
  /** A landline's extension, when there is one. */
  readonly extension?: string
}

export interface PhoneOptions {
  /** The trunk code to assume for a landline written without one, such as `0370`. */
  readonly areaCode?: string
}

const reason = defineReasons({
  'phone.empty': { zh: '请填写电话号码', en: 'Enter the telephone number' },
  'phone.mobile': { zh: '手机号码应为 11 位数字，以 13 到 19 开头', en: 'A mobile number has 11 digits and starts with 13 to 19' },
  'phone.area_code': { zh: '座机号码前请加区号，例如 0370-3012345', en: 'Write the landline with its area code, like 0370-3012345' },
  'phone.format': {
    zh: '电话号码不对：手机 11 位，座机为区号加 7 或 8 位号码',
    en: 'Not a telephone number: mobiles have 11 digits, landlines an area code and 7 or 8 digits',
  },
})

/** Every reason for which a telephone number can be refused. */
export type PhoneReason = Parameters<typeof reason>[0]

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^(010|02\d|0[3-9]\d{2})([2-9]\d{6,7})$/

/**
 * Parses a mainland mobile or landline number, with `+86`, blanks, hyphens or full-width digits as people paste them.
 *
 * Source: the public numbering plan (mobiles 13–19 with 11 digits; area codes of 3 or 4 digits with 7- or 8-digit numbers): unverified recollection.
 * Whether a number is connected cannot be known from its digits. Refuses with `phone.empty`, `.mobile`, `.area_code`, `.format`; never throws.
 *
 * @example
 * const mobile = parsePhone('+86 138-1234-1234')
 * mobile.ok && mobile.value.digits // '13812341234'
 */
export function parsePhone(text: string, options: PhoneOptions = {}): Result<Phone> {
  const plain = normaliseCode(text)
  if (plain === '') return refused(reason('phone.empty'))
  const [main = '', extension] = plain.replace(/^(\+86|0086)/, '').split(/转|EXT\.?|#/)
  const digits = main.replace(/[-—–()（）.]/g, '')
  if (!/^\d+$/.test(digits) || (extension !== undefined && !/^\d{1,6}$/.test(extension))) return refused(reason('phone.format'))
  if (MOBILE.test(digits) && extension === undefined) {
    return ok({ kind: 'mobile', digits, display: `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}` })
  }
  if (digits.startsWith('1')) return refused(reason('phone.mobile'))

  const isLocal = /^[2-9]\d{6,7}$/.test(digits)
  if (isLocal && options.areaCode === undefined) return refused(reason('phone.area_code'))
  const match = LANDLINE.exec(isLocal ? `${options.areaCode ?? ''}${digits}` : digits)
  if (!match) return refused(reason('phone.format'))
  const [, area = '', number = ''] = match
  const display = `${area}-${number}`
  return ok(
    extension === undefined
      ? { kind: 'landline', digits: area + number, display }
      : { kind: 'landline', digits: area + number, display: `${display} 转 ${extension}`, extension },
  )
}
