import type { Purpose } from '@linli/core/privacy'
import type { AnyResource, NewRow, Row, RowPatch, StepInput, StepName } from '@linli/kit'
import type { Filter, ListQuery, Page } from './filter.ts'

/** What a change may say about itself. */
export interface ChangeOptions {
  /** The version that the writer saw; a newer one in the store refuses the write with `row.stale`. */
  readonly version?: number
  /** Why, for the timeline and the audit. */
  readonly reason?: string
  /**
   * The values come from a request and not from a rule: read-only and immutable fields, automatic steps and what the resource does not
   * allow (`writable`) are refused. @default false
   */
  readonly byRequest?: boolean
}

/**
 * The one door to a resource's rows for whoever acts: every read is confined to the scope, every write is validated, checked
 * against the scope, audited and, where the row has a workflow, clocked, all in the transaction of the context.
 *
 * Methods throw {@link RefusedError}, which ends the transaction: `row.not_found` also for rows outside the scope,
 * `row.stale`, `row.taken` (unique), `input.*`, `access.*`, `workflow.*`.
 */
export interface Rows<R extends AnyResource> {
  find(id: string): Promise<Row<R> | undefined>
  get(id: string): Promise<Row<R>>
  first(filter: Filter<R>): Promise<Row<R> | undefined>
  list(query?: ListQuery<R>): Promise<Page<R>>
  /** Every matching row in keyset order, read in batches; for exports and jobs. */
  each(query?: Omit<ListQuery<R>, 'offset' | 'limit' | 'after' | 'total'>): AsyncIterable<Row<R>>
  count(filter?: Filter<R>): Promise<number>
  /** The row, locked until the transaction ends (`select … for update`). */
  lock(id: string): Promise<Row<R>>
  create(values: NewRow<R>, options?: ChangeOptions): Promise<Row<R>>
  /** Rows that belong together, written in few statements; guards and effects run for each. When one is refused, none is written. */
  createMany(values: readonly NewRow<R>[], options?: ChangeOptions): Promise<readonly Row<R>[]>
  update(id: string, patch: RowPatch<R>, options?: ChangeOptions): Promise<Row<R>>
  /** Takes a step of the workflow, with its guard. */
  step<Name extends StepName<R>>(id: string, name: Name, input: StepInput<R, Name>, options?: ChangeOptions): Promise<Row<R>>
  remove(id: string, options?: ChangeOptions): Promise<void>
  /** The clear values of personal fields, for a purpose; each look is written to the audit. */
  reveal<K extends keyof Row<R> & string>(id: string, fields: readonly K[], purpose: Purpose): Promise<Pick<Row<R>, K>>
}
