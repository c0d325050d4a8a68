import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { MAX_FEN, type Fen } from './fen.ts'
import { asText } from '../text/index.ts'

const reason = defineReasons({
  'money.empty': { zh: '请填写金额', en: 'Enter an amount' },
  'money.format': { zh: '金额应写作 12.30 这样的数字（单位：元）', en: 'An amount is written like 12.30 (yuan)' },
  'money.too_precise': { zh: '金额最多到分，小数点后不超过两位', en: 'An amount has at most two decimals' },
  'money.negative': { zh: '金额不能是负数', en: 'An amount cannot be negative' },
  'money.too_large': { zh: '金额超过 999,999,999.99 元，请核对', en: 'The amount exceeds 999,999,999.99 yuan; please check' },
})

const AMOUNT = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/

/**
 * Reads an amount that a person typed in yuan. Full-width digits, a leading ¥, a trailing 元 and correct thousands commas are accepted.
 * Refuses with `money.empty`, `money.format`, `money.too_precise`, `money.negative` (unless `allowNegative`) or `money.too_large`.
 *
 * @example
 * parseYuan('12.30') // { ok: true, value: 1230 }
 * parseYuan('￥1,234.5元') // { ok: true, value: 123450 }
 * parseYuan('0.005').ok // false
 */
export function parseYuan(text: string, options: { readonly allowNegative?: boolean } = {}): Result<Fen> {
  const plain = asText(text)
    .normalize('NFKC')
    .replace(/[\s\u3000]/g, '')
    .replace(/^¥/, '')
    .replace(/元$/, '')
  if (plain === '') return refused(reason('money.empty'))
  const match = AMOUNT.exec(plain)
  if (!match) return refused(reason('money.format'))
  const [, sign = '', whole = '', decimals = ''] = match
  if (/[1-9]/.test(decimals.slice(2))) return refused(reason('money.too_precise'))
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '')
  if (digits.length > 9) return refused(reason('money.too_large'))
  const fen = Number(digits) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
  if (fen > MAX_FEN) return refused(reason('money.too_large'))
  if (sign === '-' && fen !== 0) return options.allowNegative ? ok(-fen) : refused(reason('money.negative'))
  return ok(fen)
}
