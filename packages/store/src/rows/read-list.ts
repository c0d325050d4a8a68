import type { AnyResource, Row } from '@linli/kit'
import type { PrivacyClass } from '@linli/core/privacy'
import type { Scope } from '@linli/core/access'
import type { Queryable } from '../connection/connect.ts'
import { reason, refuse } from '../refusals/index.ts'
import { readCursor, writeCursor, type Cursor } from './cursor.ts'
import { filterConditions, mayFilter, type FilterSetting } from './filter-condition.ts'
import type { ListQuery, Page, Total, TotalMode } from './filter.ts'
import { hiddenCondition } from './hidden-condition.ts'
import { Params } from './params.ts'
import type { Plan } from './plan.ts'
import { scopeCondition } from './scope-condition.ts'

/** What reading needs beside the query. */
export interface Reading extends FilterSetting {
  readonly db: Queryable
  readonly plan: Plan
  readonly scope: Scope
  readonly show: PrivacyClass
  /** Whose rows may be hidden from them; nobody's when a rule acts elevated. */
  readonly viewer: string | undefined
}

const DEFAULT_LIMIT = 25
const MOST_ROWS = 1000
const MOST_OFFSET = 10_000_000
/** Where the counting of a bounded total stops. */
const BOUND = 1_000
/** Up to here an exact total is cheap enough for nobody to wait for it. */
const CHEAP = 10_000

interface Sorting {
  readonly name: string
  readonly direction: 'asc' | 'desc'
  readonly column: string
  readonly isNullable: boolean
}

/** One page of a list. */
export async function readList<R extends AnyResource>(reading: Reading, query: ListQuery<R>): Promise<Page<R>> {
  const limit = whole(query.limit ?? DEFAULT_LIMIT, 0, MOST_ROWS)
  const offset = query.after === undefined ? whole(query.offset ?? 0, 0, MOST_OFFSET) : 0
  const sorting = sortingOf(reading, query.sort)
  const filter = (query.filter ?? {}) as Readonly<Record<string, unknown>>
  const sortKey = `${sorting.name} ${sorting.direction}`
  const cursor = query.after === undefined ? undefined : readCursor(sortKey, query.after)

  const segments = cursor ? segmentsAfter(sorting, cursor) : [undefined]
  const found: unknown[][] = []
  let total: Total | null | undefined
  for (const segment of segments) {
    const missing = limit + 1 - found.length
    if (missing <= 0) break
    const wantsTotal = total === undefined && query.total !== 'none'
    const rows = await select(reading, {
      filter,
      sorting,
      segment,
      limit: missing,
      offset,
      total: wantsTotal ? (query.total ?? 'cheap') : 'none',
    })
    found.push(...rows)
    const counted = rows[0]?.[totalIndex(reading.plan)]
    if (wantsTotal && typeof counted === 'number') total = totalOf(counted, query.total ?? 'cheap')
  }
  if (total === undefined && query.total !== 'none') {
    const isAll = offset === 0 && !cursor && limit > 0
    total = isAll ? { count: 0, more: false } : await countRows(reading, filter, query.total ?? 'cheap')
  }
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map((values) => toRow<R>(reading.plan, values)),
    total: total ?? null,
    next: last ? writeCursor(sortKey, { value: last[totalIndex(reading.plan) - 1] as Cursor['value'], id: String(last[0]) }) : null,
  }
}

/** Every matching row in the order of the list, a batch at a time. */
export async function* readEach<R extends AnyResource>(
  reading: Reading,
  query: Omit<ListQuery<R>, 'offset' | 'limit' | 'after' | 'total'>,
): AsyncGenerator<Row<R>> {
  let after: string | undefined
  do {
    const page: Page<R> = await readList(reading, { ...query, limit: 500, total: 'none', ...(after === undefined ? {} : { after }) })
    yield* page.rows
    after = page.next ?? undefined
  } while (after !== undefined)
}

/** How many rows match. */
export async function countRows(reading: Reading, filter: Readonly<Record<string, unknown>>, mode: TotalMode | 'cheap'): Promise<Total> {
  const params = new Params()
  const conditions = conditionsOf(reading, filter, params)
  const { rows } = await reading.db.query(`select ${countSql(reading.plan, conditions, mode)} as count`, params.values)
  return totalOf(Number(rows[0]?.count ?? 0), mode)
}

/** One row by its id, if it is there and in the scope. */
export async function readOne<R extends AnyResource>({ db, plan, scope, show, viewer }: Reading, id: string): Promise<Row<R> | undefined> {
  const params = new Params()
  const condition = seen([scopeCondition(scope, plan.level, params), hiddenCondition(plan, viewer, params)]).join(' and ')
  const idParam = params.add(id)
  const statement = plan.statement(
    `one ${show} ${condition}`,
    () => `select ${plan.select(show)} from ${plan.table} where ${condition} and id = ${idParam}`,
  )
  const result = (await db.query({ ...statement, values: params.values, rowMode: 'array' } as never)) as unknown as {
    readonly rows: unknown[][]
  }
  const values = result.rows[0]
  return values && toRow<R>(plan, values)
}

function totalIndex(plan: Plan): number {
  return plan.names.length + 1
}

interface Selection {
  readonly filter: Readonly<Record<string, unknown>>
  readonly sorting: Sorting
  readonly segment: Segment | undefined
  readonly limit: number
  readonly offset: number
  readonly total: TotalMode | 'cheap'
}

async function select(reading: Reading, { filter, sorting, segment, limit, offset, total }: Selection): Promise<unknown[][]> {
  const { plan, show, db } = reading
  const params = new Params()
  const conditions = conditionsOf(reading, filter, params)
  const count = total === 'none' ? '' : `, ${countSql(plan, conditions, total)}`
  const after = segment ? [...conditions, segment(params)] : conditions
  const order = sorting.column === '"id"' ? `id ${sorting.direction}` : `${sorting.column} ${sorting.direction}, id ${sorting.direction}`
  const from = spreadOver(plan, filter, after, order, limit + offset, params) ?? `${plan.table} where ${after.join(' and ')}`
  const text = `select ${plan.select(show)}, ${sorting.column}${count} from ${from} order by ${order} limit ${params.add(limit)}${
    offset > 0 ? ` offset ${params.add(offset)}` : ''
  }`
  const result = (await db.query({ text, values: params.values, rowMode: 'array' } as never)) as unknown as { readonly rows: unknown[][] }
  return result.rows
}

/** Pages that are read state by state; further down a list it is no longer worth it. */
const MOST_SPREAD = 500

/**
 * Rows in one of several states, as the first of each state: an index gives the order within a state and not over several, and without it
 * everything in these states would be read and sorted for one page. `undefined` where the filter names no states, or one.
 */
function spreadOver(
  { resource, table }: Plan,
  { status }: Readonly<Record<string, unknown>>,
  conditions: readonly string[],
  order: string,
  enough: number,
  params: Params,
): string | undefined {
  if (!resource.workflow || !Array.isArray(status) || status.length < 2 || enough > MOST_SPREAD) return undefined
  const states = [...new Set(status)]
  return `unnest(${params.add(states)}::text[]) as wanted(one_state), lateral (
    select * from ${table} where ${conditions.join(' and ')} and status = wanted.one_state order by ${order} limit ${params.add(enough)}) as found`
}

function conditionsOf(reading: Reading, filter: Readonly<Record<string, unknown>>, params: Params): string[] {
  const { plan, scope, viewer } = reading
  return seen([
    scopeCondition(scope, plan.level, params),
    hiddenCondition(plan, viewer, params),
    ...filterConditions(plan, filter, params, reading),
  ])
}

function seen(conditions: readonly (string | undefined)[]): string[] {
  return conditions.filter((condition) => condition !== undefined)
}

function countSql(plan: Plan, conditions: readonly string[], mode: TotalMode | 'cheap'): string {
  const where = conditions.join(' and ')
  const bound = boundOf(mode)
  if (bound === undefined) return `(select count(*) from ${plan.table} where ${where})`
  return `(select count(*) from (select 1 from ${plan.table} where ${where} limit ${bound + 1}) as counted)`
}

function boundOf(mode: TotalMode | 'cheap'): number | undefined {
  return mode === 'exact' ? undefined : mode === 'cheap' ? CHEAP : BOUND
}

function totalOf(count: number, mode: TotalMode | 'cheap'): Total {
  const bound = boundOf(mode)
  return bound !== undefined && count > bound ? { count: bound, more: true } : { count, more: false }
}

function sortingOf(reading: Reading, sort: readonly [string, 'asc' | 'desc'] | undefined): Sorting {
  const [name, direction] = sort ?? reading.plan.resource.list.sort ?? ['id', 'desc']
  const sorting = reading.plan.sorting(name)
  if (!sorting || (direction !== 'asc' && direction !== 'desc'))
    return refuse(reason('sort.unknown', { key: String(name) }, String(name)), 400)
  if (sorting.spec && !mayFilter(sorting.spec, reading.show)) return refuse(reason('filter.not_allowed', { key: name }, name), 403)
  return { name, direction, ...sorting }
}

type Segment = (params: Params) => string

/**
 * The parts of the list after a cursor, each of which an index serves: the database keeps empty values last going up and first going down,
 * and a comparison of rows skips them.
 */
function segmentsAfter({ column, direction, isNullable }: Sorting, { value, id }: Cursor): Segment[] {
  const operator = direction === 'asc' ? '>' : '<'
  if (column === '"id"') return [(params) => `id ${operator} ${params.add(id)}`]
  const values: Segment = (params) => `(${column}, id) ${operator} (${params.add(value)}, ${params.add(id)})`
  const empties: Segment = (params) => `${column} is null and id ${operator} ${params.add(id)}`
  if (value === null) return direction === 'asc' ? [empties] : [empties, () => `${column} is not null`]
  if (!isNullable) return [values]
  return direction === 'asc' ? [values, () => `${column} is null`] : [values]
}

function toRow<R extends AnyResource>(plan: Plan, values: readonly unknown[]): Row<R> {
  const row: Record<string, unknown> = {}
  const { names: fields } = plan
  for (let index = 0; index < fields.length; index += 1) row[fields[index] as string] = values[index]
  return row as Row<R>
}

function whole(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least
}
