import type { AnyResource, FieldSpec } from '@linli/kit'
import { columnName } from './table-name.ts'

/** How a field lies in its table. */
export interface FieldColumn {
  readonly field: string
  readonly spec: FieldSpec
  /** What a list reads: the value, or the mask of an enciphered one. */
  readonly shown: string
  /** What a list is sorted by. */
  readonly sorted: string
  /** What a filter compares: the value, or the equality hash. */
  readonly compared: string
  readonly cipher: string | undefined
  readonly pinyin: string | undefined
  /** SQL type of the value's own column. */
  readonly type: string
}

const TEXT = 'text collate "C"'

/** The columns that every table begins with: API name → SQL type. */
export const STANDARD: Readonly<Record<string, string>> = {
  id: 'uuid',
  communityId: TEXT,
  gridId: TEXT,
  version: 'integer',
  createdAt: 'timestamptz(3)',
  createdBy: TEXT,
  updatedAt: 'timestamptz(3)',
  updatedBy: TEXT,
}

/** The columns of a resource with a workflow. */
export const WORKFLOW: Readonly<Record<string, string>> = {
  status: TEXT,
  statusSince: 'timestamptz(3)',
  dueAt: 'timestamptz(3)',
  dueProvisional: 'boolean',
}

/** The framework's columns of a resource: API name → SQL type. */
export function standardColumns(resource: AnyResource): Readonly<Record<string, string>> {
  return resource.workflow ? { ...STANDARD, ...WORKFLOW } : STANDARD
}

/** The columns of a resource's own fields, in order. */
export function fieldColumns(resource: AnyResource): readonly FieldColumn[] {
  return Object.entries(resource.fields).map(([field, spec]) => {
    const column = columnName(field)
    const pinyin = spec.pinyin ? `${column}_pinyin` : undefined
    const shown = spec.encrypted ? `${column}_mask` : column
    return {
      field,
      spec,
      shown,
      sorted: pinyin ?? shown,
      compared: spec.encrypted ? `${column}_hash` : column,
      cipher: spec.encrypted ? `${column}_cipher` : undefined,
      pinyin,
      type: sqlType(spec),
    }
  })
}

/** Whether the table has a column for text search. */
export function isSearchable(resource: AnyResource): boolean {
  return Object.values(resource.fields).some((spec) => isInSearchColumn(spec))
}

/** Whether a field's text stands in the search column. An enciphered one is found by its hash instead. */
export function isInSearchColumn(spec: FieldSpec): boolean {
  return Boolean(spec.search || spec.pinyin) && !spec.encrypted && spec.privacy !== 'P4'
}

function sqlType(spec: FieldSpec): string {
  switch (spec.kind) {
    case 'text':
    case 'longText':
    case 'choice':
    case 'phone':
    case 'idNumber':
    case 'creditCode':
    case 'address':
    case 'file':
      return TEXT
    case 'tags':
      return 'text[]'
    case 'ref':
      return 'uuid'
    case 'boolean':
      return 'boolean'
    case 'date':
      return 'date'
    case 'dateTime':
      return 'timestamptz(3)'
    case 'money':
      return 'bigint'
    case 'integer':
    case 'fraction':
      return (spec.max ?? 0) > 2_147_483_647 || (spec.min ?? 0) < -2_147_483_648 ? 'bigint' : 'integer'
    case 'geoPoint':
    case 'json':
      return 'jsonb'
  }
}
