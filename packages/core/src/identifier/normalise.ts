import { asText } from '../text/index.ts'

/**
 * What people paste: full-width digits and letters from forms, blanks in groups, a lower-case check letter.
 * Brings them to the plain upper-case form that the standards write; changes nothing else.
 *
 * @example
 * normaliseCode('１１０１０５ 19491231 002x') // '11010519491231002X'
 */
export function normaliseCode(text: string): string {
  return asText(text)
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF0B\uFF0D]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
    .toUpperCase()
}
