import { asText } from '../text/index.ts'

const COMPOUND_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 长孙 宇文 轩辕 端木 百里 南宫 西门 东郭 申屠 呼延 独孤 公冶 太史 闻人 钟离 淳于 单于 赫连 澹台 濮阳'.split(
    ' ',
  ),
)

/**
 * An identity number with its birth date and part of its order hidden: the first 6 and the last 4 characters stay.
 * Anything that does not look like an identity number is hidden in full, so that a mistyped one is never shown.
 *
 * @example
 * maskIdNumber('411402199001011234') // '411402********1234'
 */
export function maskIdNumber(text: string): string {
  const typed = asText(text)
  return /^(\d{15}|\d{17}[\dXx])$/.test(typed) ? keepEnds(typed, 6, 4) : '*'.repeat(typed.length)
}

/**
 * A telephone number with its middle hidden: a mobile keeps 3 and 4 digits, any other at most its last 4.
 *
 * @example
 * maskPhone('13812341234') // '138****1234'
 * maskPhone('03703012345') // '*******2345'
 */
export function maskPhone(text: string): string {
  const typed = asText(text)
  if (/^1[3-9]\d{9}$/.test(typed)) return keepEnds(typed, 3, 4)
  return typed.length >= 9 ? keepEnds(typed, 0, 4) : '*'.repeat(typed.length)
}

/**
 * A name with everything hidden but the surname; a name of one character is hidden in full.
 *
 * @example
 * maskName('王小明') // '王**'
 * maskName('欧阳明') // '欧阳*'
 */
export function maskName(text: string): string {
  const letters = [...asText(text)]
  if (letters.length < 2) return '*'.repeat(letters.length)
  const surname = letters.length > 2 && COMPOUND_SURNAMES.has(letters.slice(0, 2).join('')) ? 2 : 1
  return letters.slice(0, surname).join('') + '*'.repeat(letters.length - surname)
}

function keepEnds(text: string, head: number, tail: number): string {
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail)
}
