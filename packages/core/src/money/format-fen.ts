import type { Fen } from './fen.ts'

/**
 * Writes an amount in yuan with two decimals; `grouped` puts commas between thousands.
 *
 * @example
 * formatFen(1230) // '12.30'
 * formatFen(-5) // '-0.05'
 * formatFen(123456789, { grouped: true }) // '1,234,567.89'
 */
export function formatFen(fen: Fen, options: { readonly grouped?: boolean } = {}): string {
  const size = Math.abs(fen)
  const yuan = String(Math.floor(size / 100))
  const whole = options.grouped ? yuan.replace(/\B(?=(\d{3})+$)/g, ',') : yuan
  return `${fen < 0 ? '-' : ''}${whole}.${String(size % 100).padStart(2, '0')}`
}

/**
 * Writes an amount for a Chinese sentence: no needless decimals, with 元.
 *
 * @example
 * yuanText(2000) // '20 元'
 * yuanText(1250) // '12.50 元'
 */
export function yuanText(fen: Fen): string {
  return `${formatFen(fen).replace(/\.00$/, '')} 元`
}

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const
const PLACES = ['', '拾', '佰', '仟'] as const
const GROUPS = ['', '万', '亿'] as const

/**
 * Writes an amount in capital Chinese figures, as receipts and vouchers need (大写金额).
 * Source: 支付结算办法 annex 1, 正确填写票据和结算凭证的基本规定. Unverified: recollection of the zero and 整 rules.
 *
 * @example
 * fenInWords(12345) // '壹佰贰拾叁元肆角伍分'
 * fenInWords(1000500) // '壹万零伍元整'
 * fenInWords(160) // '壹元陆角整'
 */
export function fenInWords(fen: Fen): string {
  const size = Math.abs(fen)
  const sign = fen < 0 ? '负' : ''
  const yuan = Math.floor(size / 100)
  const jiao = Math.floor(size / 10) % 10
  const cent = size % 10
  const whole = yuan === 0 ? '' : `${wholeInWords(yuan)}元`
  if (jiao === 0 && cent === 0) return `${sign}${whole || '零元'}整`
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零'
  return `${sign}${whole}${tenths}${cent > 0 ? `${DIGITS[cent]}分` : '整'}`
}

function wholeInWords(yuan: number): string {
  const digits = String(yuan)
  let words = ''
  let zeros = false
  let groupHasDigit = false
  for (const [index, char] of [...digits].entries()) {
    const place = digits.length - 1 - index
    const digit = Number(char)
    if (digit === 0) zeros = true
    else {
      words += `${zeros ? '零' : ''}${DIGITS[digit]}${PLACES[place % 4]}`
      zeros = false
      groupHasDigit = true
    }
    if (place % 4 === 0) {
      if (groupHasDigit) words += GROUPS[place / 4]
      groupHasDigit = false
    }
  }
  return words
}
