import { formatFen } from '@linli/core/money'
import { CHINA_OFFSET_MINUTES } from '@linli/core/date'
import type { FieldSpec } from '@linli/kit'

/** A moment as a person in China reads it: `2026-11-22 12:05`. */
export function instantText(iso: string): string {
  const local = new Date(Date.parse(iso) + CHINA_OFFSET_MINUTES * 60_000)
  return Number.isNaN(local.getTime()) ? iso : local.toISOString().slice(0, 16).replace('T', ' ')
}

/** The moment that a person wrote as `2026-11-22T12:05` in China; `null` for nothing. */
export function instantOf(local: string | null | undefined): string | null {
  if (!local) return null
  const moment = Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`)
  return Number.isNaN(moment) ? null : new Date(moment - CHINA_OFFSET_MINUTES * 60_000).toISOString()
}

/** The last moment of a day in China. */
export function endOfDay(day: string): string | null {
  const start = instantOf(day)
  return start === null ? null : new Date(Date.parse(start) + 86_400_000 - 1).toISOString()
}

/** Fen as yuan with commas: `1,234.50 元`. */
export function moneyText(fen: number): string {
  return `${formatFen(fen, { grouped: true })} 元`
}

/** A whole number, or hundredths as what they are of: 8750 as `87.5`. */
export function integerText(value: number, isHundredths = false): string {
  return String(isHundredths ? value / 100 : value)
}

/** A numerator of its denominator: of 100 as percent, else as a fraction. */
export function fractionText(numerator: number, denominator = 100): string {
  return denominator === 100 ? `${numerator}%` : `${numerator}/${denominator}`
}

/** Bytes as a person reads them. */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
}

/** A value in one line, for sentences, cards and the timeline; `options` are already in the language of the page. */
export function plainText(field: Pick<FieldSpec, 'kind' | 'options' | 'denominator' | 'hundredths'> | undefined, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? '是' : '否'
  const label = (option: unknown): string => field?.options?.[String(option)] ?? String(option)
  switch (field?.kind) {
    case 'choice':
      return label(value)
    case 'tags':
      return Array.isArray(value) ? value.map(label).join('、') : String(value)
    case 'money':
      return typeof value === 'number' ? moneyText(value) : String(value)
    case 'integer':
      return integerText(Number(value), field.hundredths)
    case 'fraction':
      return typeof value === 'number' ? fractionText(value, field.denominator) : String(value)
    case 'dateTime':
      return instantText(String(value))
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}
