import { createHash } from 'node:crypto'
import type { AnyPlugin, AnyResource } from '@linli/kit'
import { fieldColumns, isSearchable, standardColumns, type FieldColumn } from './columns.ts'
import { todosOf } from '../todo.ts'
import { columnName, quoted, tableName } from './table-name.ts'

/**
 * The canonical table of a resource, with its indexes and foreign keys: what an author freezes into a migration.
 * The tables that its references point at must be there.
 *
 * @example
 * console.log(tableSql(benches))
 */
export function tableSql(resource: AnyResource): string {
  return [createTable(resource), ...indexes(resource), ...foreignKeys(resource)].join('\n')
}

/**
 * The canonical tables of a whole module, foreign keys last, so that its resources may point at each other.
 *
 * @example
 * const migrations = [{ name: '0001_create', up: pluginSql(parks) }] // print it once, then freeze the text
 */
export function pluginSql(plugin: AnyPlugin): string {
  return [
    ...plugin.resources.flatMap((resource) => [createTable(resource), ...indexes(resource)]),
    ...plugin.resources.flatMap(foreignKeys),
  ].join('\n')
}

/** The names of unique constraints and the fields that each of them holds unique. */
export function uniqueSets(resource: AnyResource): ReadonlyMap<string, readonly string[]> {
  const table = tableName(resource.name)
  const single = fieldColumns(resource)
    .filter(({ spec }) => spec.unique)
    .map(({ field }) => [field])
  return new Map([...single, ...(resource.unique ?? [])].map((set) => [identifier(table, ...columnsOf(resource, set), 'key'), set]))
}

/** The names of foreign keys and the fields that they belong to. */
export function referenceNames(resource: AnyResource): ReadonlyMap<string, string> {
  const table = tableName(resource.name)
  return new Map(references(resource).map(({ field, shown }) => [identifier(table, shown, 'fkey'), field]))
}

const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['version', ' default 1'],
  ['dueProvisional', ' default false'],
])

function createTable(resource: AnyResource): string {
  const table = tableName(resource.name)
  const nullable = new Set(['communityId', 'gridId', 'dueAt'])
  const standard = Object.entries(standardColumns(resource)).map(
    ([name, type]) => `${columnName(name)} ${type}${nullable.has(name) ? '' : ' not null'}${DEFAULTS.get(name) ?? ''}`,
  )
  const states = resource.workflow ? [check(table, 'status', `status in (${list(Object.keys(resource.workflow.states))})`)] : []
  const unique = [...uniqueSets(resource)].map(
    ([name, set]) => `constraint ${name} unique (street_id, ${columnsOf(resource, set).map(quoted).join(', ')})`,
  )
  const lines = [
    'street_id text collate "C" not null',
    ...standard,
    ...fieldColumns(resource).flatMap((column) => fieldLines(table, column)),
    ...(isSearchable(resource) ? [`search text collate "C" not null default ''`] : []),
    'primary key (street_id, id)',
    ...states,
    ...unique,
  ]
  return `create table ${table} (\n  ${lines.join(',\n  ')}\n);`
}

function fieldLines(table: string, column: FieldColumn): string[] {
  const { spec, shown, compared, cipher, pinyin, type } = column
  // What a rule drops after a time is asked of whoever writes, and not of the table.
  const required = spec.required && !spec.passing ? ' not null' : ''
  if (cipher)
    return [
      `${quoted(cipher)} bytea${required}`,
      `${quoted(compared)} text collate "C"${required}`,
      `${quoted(shown)} text collate "C"${required}`,
    ]
  const values = list(Object.keys(spec.options ?? {}))
  const checks =
    spec.kind === 'choice'
      ? [check(table, shown, `${quoted(shown)} in (${values})`)]
      : spec.kind === 'tags'
        ? [check(table, shown, `${quoted(shown)} <@ array[${values}]::text[]`)]
        : []
  return [`${quoted(shown)} ${type}${required}`, ...(pinyin ? [`${quoted(pinyin)} text collate "C"${required}`] : []), ...checks]
}

function indexes(resource: AnyResource): string[] {
  const table = tableName(resource.name)
  const columns = new Map(fieldColumns(resource).map((column) => [column.field, column]))
  const isDivided = resource.scope !== 'street'
  const sorted = (name: string): string => columns.get(name)?.sorted ?? columnName(name)
  const compared = (name: string): string => columns.get(name)?.compared ?? columnName(name)
  const sort = resource.list.sort ? [sorted(resource.list.sort[0])] : []
  const tail = [...sort, 'id'].filter((column, index, all) => all.indexOf(column) === index)

  const wanted: string[][] = []
  if (sort.length > 0) wanted.push(tail)
  if (isDivided) wanted.push(['community_id', ...tail])
  if (resource.scope === 'grid') wanted.push(['grid_id', ...tail])
  for (const filter of resource.list.filters ?? []) {
    const column = compared(filter)
    if (columns.get(filter)?.spec.kind === 'tags' || columns.get(filter)?.type === 'jsonb' || tail[0] === column) continue
    wanted.push([column, ...tail])
    if (isDivided && column !== 'community_id' && column !== 'grid_id') wanted.push(['community_id', column, ...tail])
  }
  if (todosOf(resource).length > 0) {
    wanted.push(['status', 'due_at', 'id'])
    if (isDivided) wanted.push(['community_id', 'status', 'due_at', 'id'])
    for (const account of awaited(resource)) wanted.push([compared(account), 'status', 'due_at', 'id'])
  }
  for (const { spec, compared: column } of columns.values()) {
    if (spec.unique) continue
    if (spec.indexed || spec.encrypted || spec.kind === 'file') wanted.push([column])
  }
  const trees = withoutPrefixes(wanted).map(
    (set) => `create index ${identifier(table, ...set, 'idx')} on ${table} (street_id, ${set.map(quoted).join(', ')});`,
  )
  const tags = [...columns.values()]
    .filter(({ field, spec }) => spec.kind === 'tags' && (spec.indexed || resource.list.filters?.includes(field)))
    .map(({ shown }) => `create index ${identifier(table, shown, 'gin')} on ${table} using gin (${quoted(shown)});`)
  const search = isSearchable(resource)
    ? [`create index ${identifier(table, 'search', 'trgm')} on ${table} using gin (search gin_trgm_ops);`]
    : []
  return [...trees, ...tags, ...search]
}

function foreignKeys(resource: AnyResource): string[] {
  const table = tableName(resource.name)
  return references(resource).map(
    ({ spec, shown }) =>
      `alter table ${table} add constraint ${identifier(table, shown, 'fkey')} foreign key (street_id, ${quoted(shown)}) references ${tableName(spec.target ?? '')} (street_id, id);`,
  )
}

function references(resource: AnyResource): FieldColumn[] {
  return fieldColumns(resource).filter(({ spec }) => spec.kind === 'ref' && spec.target)
}

/** The fields whose accounts a to-do waits for: the inbox reads what is theirs by them. */
function awaited(resource: AnyResource): readonly string[] {
  return [...new Set(todosOf(resource).flatMap(({ waitsFor }) => waitsFor ?? []))]
}

function columnsOf(resource: AnyResource, set: readonly string[]): string[] {
  const columns = new Map(fieldColumns(resource).map((column) => [column.field, column.compared]))
  return set.map((name) => columns.get(name) ?? columnName(name))
}

/** An index whose columns begin another one is served by that one. */
function withoutPrefixes(sets: readonly string[][]): string[][] {
  const distinct = sets.filter((set, index) => sets.findIndex((other) => other.join() === set.join()) === index)
  return distinct.filter(
    (set) => !distinct.some((other) => other.length > set.length && set.every((column, index) => other[index] === column)),
  )
}

function check(table: string, column: string, condition: string): string {
  return `constraint ${identifier(table, column, 'check')} check (${condition})`
}

function list(values: readonly string[]): string {
  return values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')
}

const LONGEST_IDENTIFIER = 63

function identifier(...parts: readonly string[]): string {
  const name = parts.join('_')
  if (name.length <= LONGEST_IDENTIFIER) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return `${name.slice(0, LONGEST_IDENTIFIER - 9)}_${hash}`
}
