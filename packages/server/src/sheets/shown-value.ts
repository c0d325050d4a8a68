import { dayOf } from '@linli/core/date'
import type { FieldSpec } from '@linli/kit'
import type { Cell } from './sheet.ts'

/** A moment as offices write it, in China's time: `2026-11-22 20:15`. */
export function shownMoment(instant: string): string {
  return `${dayOf(instant)} ${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)}`
}

/** A value of a field as it stands in a spreadsheet: labels instead of codes, yuan instead of fen. */
export function shownValue(field: FieldSpec, value: unknown): Cell {
  if (value === null || value === undefined) return null
  switch (field.kind) {
    case 'choice':
      return field.options?.[String(value)] ?? String(value)
    case 'tags':
      return Array.isArray(value) ? value.map((one) => field.options?.[String(one)] ?? String(one)).join('、') : null
    case 'boolean':
      return value === true ? '是' : '否'
    case 'money':
      return typeof value === 'number' ? value / 100 : null
    case 'integer':
      return typeof value === 'number' ? (field.hundredths ? value / 100 : value) : null
    case 'fraction':
      return `${String(value)}/${field.denominator ?? 100}`
    case 'dateTime':
      return shownMoment(String(value))
    case 'geoPoint':
    case 'json':
      return JSON.stringify(value)
    default:
      return String(value)
  }
}
