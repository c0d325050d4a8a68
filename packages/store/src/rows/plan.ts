import type { ScopeLevel } from '@linli/core/access'
import { isShown, type PrivacyClass } from '@linli/core/privacy'
import type { AnyResource, FieldSpec } from '@linli/kit'
import {
  columnName,
  fieldColumns,
  isSearchable,
  quoted,
  referenceNames,
  standardColumns,
  tableName,
  uniqueSets,
  type FieldColumn,
} from '../table/index.ts'

/** How a filter or a cursor compares a column. */
export interface Comparable {
  readonly name: string
  /** Quoted. */
  readonly column: string
  readonly kind: FieldSpec['kind'] | 'id' | 'enciphered'
  readonly spec: FieldSpec | undefined
}

export interface Statement {
  readonly text: string
  readonly name: string
}

/** Everything about a resource that is worked out once: names, columns, ready-made SQL. */
export interface Plan {
  readonly resource: AnyResource
  readonly pluginId: string
  readonly table: string
  readonly level: ScopeLevel
  /** API names of the framework's columns. */
  readonly standard: readonly string[]
  readonly fields: readonly FieldColumn[]
  readonly byField: ReadonlyMap<string, FieldColumn>
  readonly isSearchable: boolean
  readonly unique: ReadonlyMap<string, readonly string[]>
  readonly references: ReadonlyMap<string, string>
  /** API names in the order in which {@link select} reads them. */
  readonly names: readonly string[]
  /** The select list for somebody with this clearance: masks for what is enciphered, null for what is hidden. */
  select(show: PrivacyClass): string
  /** The select list of a write: everything, enciphered fields as their cipher. */
  readonly selectAll: string
  /** A statement whose text is always the same for its use, made once, with the name under which the server keeps it parsed. */
  statement(use: string, text: () => string): Statement
  comparable(name: string): Comparable | undefined
  /** The column that a list sorted by a name is ordered by, and whether it can be empty. */
  sorting(name: string): { readonly column: string; readonly isNullable: boolean; readonly spec: FieldSpec | undefined } | undefined
}

const STANDARD_KINDS: Readonly<Record<string, Comparable['kind']>> = {
  id: 'id',
  communityId: 'text',
  gridId: 'text',
  version: 'integer',
  createdAt: 'dateTime',
  createdBy: 'text',
  updatedAt: 'dateTime',
  updatedBy: 'text',
  status: 'text',
  statusSince: 'dateTime',
  dueAt: 'dateTime',
  dueProvisional: 'boolean',
}
const NULLABLE_STANDARD: ReadonlySet<string> = new Set(['communityId', 'gridId', 'dueAt'])
const UNSORTABLE: ReadonlySet<FieldSpec['kind']> = new Set(['tags', 'json', 'geoPoint', 'file'])

let statementCount = 0
const plans = new WeakMap<AnyResource, Plan>()

export function planOf(resource: AnyResource): Plan {
  let plan = plans.get(resource)
  if (!plan) plans.set(resource, (plan = makePlan(resource)))
  return plan
}

function makePlan(resource: AnyResource): Plan {
  const fields = fieldColumns(resource)
  const byField = new Map(fields.map((column) => [column.field, column]))
  const standard = Object.keys(standardColumns(resource))
  const selects = new Map<PrivacyClass, string>()
  const statements = new Map<string, Statement>()
  const standardSql = standard.map((name) => quoted(columnName(name)))
  const standardSet = new Set(standard)

  return {
    resource,
    pluginId: resource.name.split('.')[0] ?? '',
    table: tableName(resource.name),
    level: resource.scope,
    standard,
    fields,
    byField,
    isSearchable: isSearchable(resource),
    unique: uniqueSets(resource),
    references: referenceNames(resource),
    names: [...standard, ...fields.map(({ field }) => field)],
    select: (show) => {
      let select = selects.get(show)
      if (select === undefined) {
        select = [...standardSql, ...fields.map((column) => (isFieldShown(column.spec, show) ? quoted(column.shown) : 'null'))].join(', ')
        selects.set(show, select)
      }
      return select
    },
    selectAll: [...standardSql, ...fields.map((column) => quoted(column.cipher ?? column.shown))].join(', '),
    statement: (use, text) => {
      let statement = statements.get(use)
      if (!statement) statements.set(use, (statement = { text: text(), name: `linli_${(statementCount += 1)}` }))
      return statement
    },
    comparable: (name) => {
      const column = byField.get(name)
      if (column) {
        return { name, column: quoted(column.compared), kind: column.spec.encrypted ? 'enciphered' : column.spec.kind, spec: column.spec }
      }
      const kind = standardSet.has(name) ? STANDARD_KINDS[name] : undefined
      return kind && { name, column: quoted(columnName(name)), kind, spec: undefined }
    },
    sorting: (name) => {
      const column = byField.get(name)
      if (column) {
        const { spec } = column
        if (spec.encrypted || UNSORTABLE.has(spec.kind)) return undefined
        return { column: quoted(column.sorted), isNullable: !spec.required, spec }
      }
      if (!standardSet.has(name)) return undefined
      return { column: quoted(columnName(name)), isNullable: NULLABLE_STANDARD.has(name), spec: undefined }
    },
  }
}

/** Whether a field's value, or its mask where it is enciphered, is read by somebody with this clearance. */
export function isFieldShown(spec: FieldSpec, show: PrivacyClass): boolean {
  return spec.encrypted ? spec.privacy !== 'P4' : isShown(spec.privacy, { show, reveal: show })
}
