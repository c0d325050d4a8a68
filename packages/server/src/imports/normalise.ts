import { parseLocalDate } from '@linli/core/date'
import { parseYuan } from '@linli/core/money'
import { importIdNumber, normaliseCode } from '@linli/core/identifier'
import type { Refusal } from '@linli/core/refusal'
import type { FieldSpec } from '@linli/kit'
import { dayOfSerial, type ReadCell } from '../workbook/index.ts'
import { reason } from './reasons.ts'

/** What people write into a cell that should be empty. */
const NOTHING: ReadonlySet<string> = new Set([
  '',
  '-',
  '—',
  '--',
  '——',
  '/',
  '\\',
  '无',
  '未知',
  '不详',
  '暂无',
  'N/A',
  'n/a',
  'null',
  '#N/A',
])
const YES: ReadonlySet<string> = new Set(['是', '有', '√', '✓', '✔', '1', 'Y', 'YES', 'TRUE', '对'])
const NO: ReadonlySet<string> = new Set(['否', '无', '没有', '×', 'X', '0', 'N', 'NO', 'FALSE', '错'])

/** A value, with what was done to the cell where a person should look at it; or the text with its fault. */
export type Normalised = { readonly value: unknown; readonly remark?: Refusal } | { readonly raw: string; readonly fault: Refusal }

/** A cell as somebody filled it in, brought to the value that the field holds; what cannot be understood is kept as it was written. */
export function normalise(name: string, field: FieldSpec, cell: ReadCell): Normalised {
  if (cell === null) return { value: null }
  const text = typeof cell === 'number' ? numberText(cell) : typeof cell === 'boolean' ? (cell ? '是' : '否') : cell.normalize('NFC').trim()
  const { kind, title } = field
  const isText = kind === 'text' || kind === 'longText' || kind === 'address'
  if (text === '' || (!isText && kind !== 'boolean' && kind !== 'choice' && NOTHING.has(text))) return { value: null }
  const fault = (refusal: Refusal): Normalised => ({ raw: text, fault: { ...refusal, field: name } })

  switch (kind) {
    case 'text':
    case 'address':
      return { value: text.replaceAll(/[\p{Cc}\u200b\ufeff]+/gu, ' ').trim() || null }
    case 'longText':
      return { value: text.replaceAll(/[\u200b\ufeff]/g, '') }
    case 'phone':
    case 'creditCode':
      return { value: normaliseCode(text) }
    case 'idNumber':
      if (typeof cell === 'number' && text.length > 15) return fault(reason('import.digits_lost', { title }))
      return idNumber(name, title, normaliseCode(text.replace(/^['’‘]/, '')))
    case 'choice': {
      const found = optionOf(field, text)
      if (found !== undefined) return { value: found }
      if (NOTHING.has(text)) return { value: null }
      return fault(
        reason('import.choice', {
          title,
          labels: Object.values(field.options ?? {})
            .slice(0, 12)
            .join('、'),
        }),
      )
    }
    case 'tags': {
      const parts = text.split(/[、，,;；/\s]+/).filter(Boolean)
      const values = parts.map((part) => optionOf(field, part))
      if (values.some((value) => value === undefined))
        return fault(
          reason('import.choice', {
            title,
            labels: Object.values(field.options ?? {})
              .slice(0, 12)
              .join('、'),
          }),
        )
      return { value: values }
    }
    case 'boolean': {
      const wanted = text.toUpperCase()
      if (YES.has(wanted)) return { value: true }
      return NO.has(wanted) ? { value: false } : fault(reason('import.yes_no', { title }))
    }
    case 'date': {
      const day = typeof cell === 'number' ? (dayOfSerial(cell) ?? readDate(text)) : readDate(text)
      return day === undefined ? fault(reason('import.date', { title })) : { value: day }
    }
    case 'dateTime': {
      const at = readDateTime(text)
      return at === undefined ? fault(reason('import.date', { title })) : { value: at }
    }
    case 'money': {
      const parsed = parseYuan(half(text).replaceAll(/[,，￥¥元\s]/g, ''))
      return parsed.ok ? { value: parsed.value } : fault(reason('import.number', { title }))
    }
    case 'integer':
    case 'fraction': {
      const plain = half(text).replaceAll(/[,，\s]/g, '')
      return /^[+-]?\d{1,15}(?:\.0+)?$/.test(plain) ? { value: Number(plain) } : fault(reason('import.number', { title }))
    }
    default:
      return { value: text }
  }
}

/** An old number with 15 digits becomes the one with 18 that its owner has now, so that both are one person. */
function idNumber(name: string, title: string, text: string): Normalised {
  if (!/^\d{15}$/.test(text)) return { value: text }
  // Whose area it may be is asked of the value, as of any other.
  const converted = importIdNumber(text, { allowTestArea: true })
  if (!converted.ok) return { raw: text, fault: { ...converted.refusal, field: name } }
  return { value: converted.value.digits, remark: reason('import.id_converted', { title }, name) }
}

/** A number without an exponent: an identity number that a sheet shows as 4.11402E+17 is still written out. */
function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)
}

function half(text: string): string {
  return text.normalize('NFKC')
}

function optionOf(field: FieldSpec, text: string): string | undefined {
  const options = Object.entries(field.options ?? {})
  const wanted = half(text).replaceAll(/\s/g, '')
  const exact = options.find(([value, label]) => value === text || half(label).replaceAll(/\s/g, '') === wanted)
  if (exact) return exact[0]
  // 男性 for 男, 已婚状态 for 已婚: one label and no other begins it.
  const close = options.filter(([, label]) => label !== '' && (wanted.startsWith(label) || label.startsWith(wanted)))
  return close.length === 1 && wanted.length > 0 ? close[0]?.[0] : undefined
}

/** A day in any of the forms in which offices write it. */
export function readDate(given: string): string | undefined {
  const text = half(given).trim()
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*(?:日|号)?(?:[T\s]+\d{1,2}:\d{2}.*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  const parsed = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.ok ? parsed.value : undefined
}

function readDateTime(given: string): string | undefined {
  const text = half(given).trim()
  const day = readDate(text)
  if (day === undefined) return undefined
  const clock = /[T\s](\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text)
  const [hours, minutes, seconds] = clock ? [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0)] : [0, 0, 0]
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + ((hours * 60 + minutes) * 60 + seconds) * 1000).toISOString()
}
