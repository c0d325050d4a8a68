import { isShown, type PrivacyClass } from '@linli/core/privacy'
import type { FieldSpec } from '@linli/kit'
import { maskOf, type Cipher } from '../cipher/index.ts'
import { isInSearchColumn, type FieldColumn } from '../table/index.ts'
import { pinyinOf } from './pinyin.ts'
import { isFieldShown, type Plan } from './plan.ts'
import { searchText } from './search-text.ts'

/** A row in clear: the framework's columns and every field, enciphered ones deciphered. Stays within the store. */
export type ClearRow = Record<string, unknown> & { readonly id: string; readonly version: number }

/** What a rule sees: everything but what is sealed. */
export const RULE_SIGHT: PrivacyClass = 'P3'

const HIDDEN = '******'

/** The row in clear from what {@link Plan.selectAll} read. */
export function decipherRow(plan: Plan, streetId: string, values: readonly unknown[], cipher: Cipher): ClearRow {
  const row: Record<string, unknown> = {}
  plan.names.forEach((name, index) => {
    row[name] = values[index]
  })
  for (const column of plan.fields) {
    const sealed = row[column.field]
    if (column.cipher && Buffer.isBuffer(sealed))
      row[column.field] = cipher.decrypt(placeOf(plan, streetId, String(row.id), column), sealed)
  }
  return row as ClearRow
}

/** The row as somebody with this clearance reads it. */
export function presentRow(plan: Plan, row: Readonly<Record<string, unknown>>, show: PrivacyClass): Record<string, unknown> {
  const shown: Record<string, unknown> = {}
  for (const name of plan.standard) shown[name] = row[name] ?? null
  for (const { field, spec } of plan.fields) shown[field] = isFieldShown(spec, show) ? masked(spec, row[field] ?? null) : null
  return shown
}

/** A value as the audit keeps it: enciphered ones masked, those above P2 and those that a rule drops later hidden. */
export function recordedValue(spec: FieldSpec, value: unknown): unknown {
  if (value === null || value === undefined) return null
  return !spec.passing && isShown(spec.privacy, { show: 'P2', reveal: 'P2' }) ? masked(spec, value) : HIDDEN
}

/** The columns of a field's value: quoted name and parameter, as many as the field has. */
export function encodeField(
  plan: Plan,
  streetId: string,
  id: string,
  column: FieldColumn,
  value: unknown,
  cipher: Cipher,
): [string, unknown][] {
  const { spec, shown, compared, pinyin } = column
  if (column.cipher) {
    if (value === null || value === undefined)
      return [
        [column.cipher, null],
        [compared, null],
        [shown, null],
      ]
    const text = String(value)
    return [
      [column.cipher, cipher.encrypt(placeOf(plan, streetId, id, column), text)],
      [compared, cipher.hash(streetId, spec.kind, text)],
      [shown, maskOf(spec, text)],
    ]
  }
  const isJson = spec.kind === 'json' || spec.kind === 'geoPoint'
  const stored = value === null || value === undefined ? null : isJson ? JSON.stringify(value) : value
  return [[shown, stored], ...(pinyin ? [[pinyin, typeof value === 'string' ? pinyinOf(value) : null] as [string, unknown]] : [])]
}

/** The text of the search column. */
export function encodeSearch(plan: Plan, row: Readonly<Record<string, unknown>>): string {
  let text = ''
  for (const { field, spec } of plan.fields) {
    const value = row[field]
    if (typeof value === 'string' && isInSearchColumn(spec)) text += searchText(value, spec.pinyin ?? false)
  }
  return text
}

function masked(spec: FieldSpec, value: unknown): unknown {
  return spec.encrypted && typeof value === 'string' ? maskOf(spec, value) : value
}

/** To what an enciphered value is bound, so that it cannot be moved. */
export function cipherPlace(streetId: string, table: string, field: string, id: string): string {
  return `${streetId}/${table}/${field}/${id}`
}

function placeOf(plan: Plan, streetId: string, id: string, { field }: FieldColumn): string {
  return cipherPlace(streetId, plan.table, field, id)
}
