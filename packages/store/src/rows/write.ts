import type { WorkCalendar } from '@linli/core/calendar'
import type { AnyResource, ResourceWorkflow } from '@linli/kit'
import { dueBy, type Due } from '../clock.ts'
import type { Session } from '../context/session.ts'
import { columnName, quoted } from '../table/index.ts'
import { databaseRefusal } from './database-refusal.ts'
import type { Door } from './door.ts'
import { Params } from './params.ts'
import { encodeField, encodeSearch, recordedValue, type ClearRow } from './stored.ts'
import { isSame } from './values.ts'

/** Inserts a row whose every value is known. */
export function insertRow(door: Door, row: ClearRow): Promise<void> {
  return insertRows(door, [row])
}

/** The most rows of one statement. PostgreSQL takes 65,535 parameters; a table has at most some hundred columns. */
const MOST_ROWS = 100

/** Inserts rows whose every value is known. */
export async function insertRows(door: Door, rows: readonly ClearRow[]): Promise<void> {
  const { plan } = door
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    const part = rows.slice(start, start + MOST_ROWS).map((row) => columnsOf(door, row))
    const text = (): string => insertSql(plan.table, part)
    // Only the shapes that come again are worth keeping parsed.
    const isKept = part.length === 1 || part.length === MOST_ROWS
    const statement = isKept ? plan.statement(`insert ${part.length}`, text) : { text: text() }
    await write(door, { ...statement, values: part.flatMap((columns) => columns.map(([, value]) => value)) })
    inserted(door.session, plan.table, part.length)
  }
}

function inserted(session: Session, table: string, rows: number): void {
  session.inserted.set(table, (session.inserted.get(table) ?? 0) + rows)
}

function insertSql(table: string, rows: readonly (readonly [string, unknown][])[]): string {
  const names = (rows[0] ?? []).map(([name]) => quoted(name)).join(', ')
  let count = 0
  const tuples = rows.map((columns) => `(${columns.map(() => `$${(count += 1)}`).join(', ')})`)
  return `insert into ${table} (${names}) values ${tuples.join(', ')}`
}

function columnsOf({ plan, session }: Door, row: ClearRow): [string, unknown][] {
  const streetId = session.as.street.code
  const columns: [string, unknown][] = [
    ['street_id', streetId],
    ...plan.standard.map((name): [string, unknown] => [columnName(name), row[name] ?? null]),
  ]
  for (const column of plan.fields) columns.push(...encodeField(plan, streetId, row.id, column, row[column.field], session.parts.cipher))
  if (plan.isSearchable) columns.push(['search', encodeSearch(plan, row)])
  return columns
}

/** Writes what changed; the row as it is now. */
export async function replaceRow(door: Door, before: ClearRow, values: Readonly<Record<string, unknown>>): Promise<ClearRow> {
  const { plan, session } = door
  const streetId = session.as.street.code
  const after: ClearRow = {
    ...before,
    ...values,
    version: before.version + 1,
    updatedAt: session.now,
    updatedBy: session.as.actor.id,
  }
  const columns: [string, unknown][] = plan.standard
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => [columnName(name), after[name] ?? null])
  for (const column of plan.fields) {
    if (isSame(before[column.field], after[column.field])) continue
    columns.push(...encodeField(plan, streetId, before.id, column, after[column.field], session.parts.cipher))
  }
  if (plan.isSearchable) {
    const search = encodeSearch(plan, after)
    if (search !== encodeSearch(plan, before)) columns.push(['search', search])
  }
  const params = new Params()
  const set = columns.map(([name, value]) => `${quoted(name)} = ${params.add(value)}`).join(', ')
  await write(door, {
    text: `update ${plan.table} set ${set} where street_id = ${params.add(streetId)} and id = ${params.add(before.id)}`,
    values: params.values,
  })
  return after
}

/** Runs a statement that writes; what the database refuses becomes a refusal. */
export async function write(
  { session, plan }: Door,
  query: { readonly text: string; readonly values: unknown[]; readonly name?: string },
): Promise<void> {
  try {
    await session.db.query(query)
  } catch (error) {
    throw databaseRefusal(error, plan) ?? error
  }
}

/** Leaves an entry for the audit with what changed, masked and hidden as the audit keeps it. */
export function recordChange(
  door: Door,
  change: {
    readonly verb: string
    readonly before: ClearRow | null
    readonly after: ClearRow | null
    readonly reason?: string | undefined
    readonly input?: Readonly<Record<string, unknown>>
  },
): void {
  const { plan, session } = door
  const { before, after } = change
  const row = after ?? before
  if (!row) return
  const was: Record<string, unknown> = {}
  const is: Record<string, unknown> = {}
  for (const { field, spec } of plan.fields) {
    if (isSame(before?.[field], after?.[field])) continue
    if (before && before[field] !== null) was[field] = recordedValue(spec, before[field])
    if (after) is[field] = recordedValue(spec, after[field])
  }
  // A step's promise follows from the step; a promise that moves by itself is a change worth telling.
  for (const name of ['communityId', 'gridId', 'status', ...(MOVES_CLOCK.has(change.verb) ? ['dueAt', 'dueProvisional'] : [])]) {
    if (!(name in row) || isSame(before?.[name], after?.[name])) continue
    if (before) was[name] = before[name] ?? null
    if (after) is[name] = after[name] ?? null
  }
  session.audits.push({
    verb: change.verb,
    resource: plan.resource.name,
    subjectId: row.id,
    communityId: (row.communityId as string | null) ?? null,
    gridId: (row.gridId as string | null) ?? null,
    before: before ? was : null,
    after: after ? { ...withoutNulls(is, before === null), ...change.input } : null,
    reason: change.reason ?? null,
  })
}

/** What moves a promise without a step. */
const MOVES_CLOCK: ReadonlySet<string> = new Set(['update', 'recalculate'])
const NOTHING_DUE = { dueAt: null, dueProvisional: false } as const

/** When the first promise of a state is due. */
export function dueIn(calendar: WorkCalendar, resource: AnyResource, state: string, since: string): Due | typeof NOTHING_DUE {
  const workflow = resource.workflow as ResourceWorkflow | undefined
  const moments = Object.values(workflow?.steps ?? {})
    .filter((step) => step.from.includes(state))
    .flatMap(({ promise }) => (promise && dueBy(calendar, promise, since)) ?? [])
  return moments.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0] ?? NOTHING_DUE
}

/** What a guard says of the clock: its own moment, which is certain unless it says otherwise; nothing leaves it to the state's promises. */
export function dueGiven({
  dueAt,
  dueProvisional = false,
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  return dueAt === undefined ? undefined : { dueAt, dueProvisional: dueAt !== null && dueProvisional }
}

function withoutNulls(values: Record<string, unknown>, isNew: boolean): Record<string, unknown> {
  return isNew ? Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) : values
}
