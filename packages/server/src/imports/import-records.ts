import type { Refusal } from '@linli/core/refusal'
import { type Kysely, sql } from 'kysely'
import type { Line, LineState } from './line.ts'
import type { Seal } from './seal.ts'

export type ImportState = 'reading' | 'preview' | 'applying' | 'done' | 'failed'

/** An import as it is kept. */
export interface ImportRecord {
  readonly id: string
  readonly name: string
  readonly fileName: string
  readonly state: ImportState
  readonly message: string | null
  readonly columns: readonly { readonly heading: string; readonly field: string; readonly title: string }[]
  readonly missing: readonly string[]
  readonly jobId: string | null
  readonly accountId: string
  readonly createdAt: string
}

export interface LineRecord {
  readonly no: number
  readonly state: LineState
  readonly values: Readonly<Record<string, unknown>>
  readonly faults: readonly Refusal[]
  readonly remarks: readonly Refusal[]
  readonly candidates: readonly { readonly id: string; readonly label: string }[]
  readonly decision: string | null
  readonly outcome: string | null
}

export interface Counts {
  readonly total: number
  readonly good: number
  readonly bad: number
  readonly duplicates: number
  readonly applied: number
  /** Lines of which a cell was changed on the way in. */
  readonly remarked: number
}

interface StoredLine extends Omit<LineRecord, 'values'> {
  readonly sealed: Buffer
}

const KEPT_DAYS = 14

/** The imports of a street and their lines, in tables of our own. */
export class ImportRecords {
  readonly #seal: Seal

  constructor(seal: Seal) {
    this.#seal = seal
  }

  async create(
    db: Kysely<unknown>,
    street: string,
    record: Pick<ImportRecord, 'id' | 'name' | 'fileName' | 'accountId'>,
    now: string,
  ): Promise<void> {
    await sql`delete from platform_imports where street_id = ${street} and created_at < ${now}::timestamptz - make_interval(days => ${KEPT_DAYS})`.execute(
      db,
    )
    await sql`insert into platform_imports (street_id, id, name, file_name, state, account_id, created_at)
      values (${street}, ${record.id}, ${record.name}, ${record.fileName}, 'reading', ${record.accountId}, ${now})`.execute(db)
  }

  async find(db: Kysely<unknown>, street: string, id: string, lock = false): Promise<ImportRecord | undefined> {
    const { rows } = await sql<ImportRecord>`select id, name, file_name as "fileName", state, message, columns, missing, job_id as "jobId",
        account_id as "accountId", created_at as "createdAt"
      from platform_imports where street_id = ${street} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(db)
    return rows[0]
  }

  async change(
    db: Kysely<unknown>,
    street: string,
    id: string,
    change: Partial<Pick<ImportRecord, 'state' | 'message' | 'columns' | 'missing' | 'jobId'>>,
  ): Promise<void> {
    await sql`update platform_imports set
        state = coalesce(${change.state ?? null}, state),
        message = ${change.message ?? null},
        columns = coalesce(${change.columns ? JSON.stringify(change.columns) : null}::jsonb, columns),
        missing = coalesce(${change.missing ? JSON.stringify(change.missing) : null}::jsonb, missing),
        job_id = coalesce(${change.jobId ?? null}, job_id)
      where street_id = ${street} and id = ${id}`.execute(db)
  }

  async counts(db: Kysely<unknown>, street: string, id: string): Promise<Counts> {
    const { rows } = await sql<{ state: LineState; count: number; remarked: number }>`select state, count(*) as count,
        count(*) filter (where remarks <> '[]') as remarked from platform_import_rows
      where street_id = ${street} and import_id = ${id} group by state`.execute(db)
    const of = (state: LineState): number => Number(rows.find((row) => row.state === state)?.count ?? 0)
    return {
      total: rows.reduce((sum, { count }) => sum + Number(count), 0),
      good: of('good'),
      bad: of('bad'),
      duplicates: of('duplicate'),
      applied: of('applied'),
      remarked: rows.reduce((sum, { remarked }) => sum + Number(remarked), 0),
    }
  }

  async addLines(db: Kysely<unknown>, street: string, id: string, lines: readonly Line[]): Promise<void> {
    if (lines.length === 0) return
    const rows = lines.map(({ no, state, values, faults, remarks }) => ({
      no,
      state,
      faults,
      remarks,
      sealed: this.#close(id, no, values),
    }))
    await sql`insert into platform_import_rows (street_id, import_id, no, state, sealed, faults, remarks)
      select ${street}, ${id}::uuid, r.no, r.state, decode(r.sealed, 'base64'), r.faults, r.remarks
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (no integer, state text, sealed text, faults jsonb, remarks jsonb)`.execute(
      db,
    )
  }

  /** The lines after a number, in order. */
  async lines(
    db: Kysely<unknown>,
    street: string,
    id: string,
    query: {
      readonly states?: readonly LineState[]
      readonly nos?: readonly number[]
      readonly remarked?: boolean
      readonly after?: number
      readonly offset?: number
      readonly limit: number
    },
  ): Promise<LineRecord[]> {
    const { states, nos, remarked, after = 0, offset = 0, limit } = query
    const { rows } =
      await sql<StoredLine>`select no, state, sealed, faults, remarks, candidates, decision, outcome from platform_import_rows
      where street_id = ${street} and import_id = ${id} and no > ${after}
        ${states ? sql`and state in (select jsonb_array_elements_text(${JSON.stringify(states)}::jsonb))` : sql``}
        ${remarked ? sql`and remarks <> '[]'` : sql``}
        ${nos ? sql`and no in (select jsonb_array_elements_text(${JSON.stringify(nos)}::jsonb)::integer)` : sql``}
      order by no limit ${limit} offset ${offset}`.execute(db)
    return rows.map(({ sealed, ...row }) => ({ ...row, values: this.#seal.open(sealed, `${id}/${row.no}`) }))
  }

  async countLines(
    db: Kysely<unknown>,
    street: string,
    id: string,
    { states, remarked }: { readonly states?: readonly LineState[]; readonly remarked?: boolean },
  ): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*) as count from platform_import_rows
      where street_id = ${street} and import_id = ${id}
        ${remarked ? sql`and remarks <> '[]'` : sql``}
        ${states ? sql`and state in (select jsonb_array_elements_text(${JSON.stringify(states)}::jsonb))` : sql``}`.execute(db)
    return Number(rows[0]?.count ?? 0)
  }

  async changeLine(db: Kysely<unknown>, street: string, id: string, line: Line & { readonly decision: string | null }): Promise<void> {
    await sql`update platform_import_rows set state = ${line.state}, sealed = decode(${this.#close(id, line.no, line.values)}, 'base64'),
        faults = ${JSON.stringify(line.faults)}::jsonb, remarks = ${JSON.stringify(line.remarks)}::jsonb, decision = ${line.decision}
      where street_id = ${street} and import_id = ${id} and no = ${line.no}`.execute(db)
  }

  /** What became of lines, all in one statement. */
  async settle(
    db: Kysely<unknown>,
    street: string,
    id: string,
    lines: readonly {
      readonly no: number
      readonly state: LineState
      readonly outcome: string | null
      readonly faults: readonly Refusal[]
      readonly candidates: LineRecord['candidates']
    }[],
  ): Promise<void> {
    if (lines.length === 0) return
    await sql`update platform_import_rows as t set state = r.state, outcome = r.outcome, faults = r.faults, candidates = r.candidates
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r (no integer, state text, outcome text, faults jsonb, candidates jsonb)
      where t.street_id = ${street} and t.import_id = ${id} and t.no = r.no`.execute(db)
  }

  #close(id: string, no: number, values: unknown): string {
    return this.#seal.close(values, `${id}/${no}`).toString('base64')
  }
}
