import type { Refusal } from '@linli/core/refusal'
import type {
  ActionInput,
  ActionOutput,
  AnyAction,
  AnyPlugin,
  AnyReport,
  AnyResource,
  EventEnvelope,
  NewRow,
  ReportLines,
  ReportRow,
  Row,
  RowPatch,
  Settings,
  StepInput,
  StepName,
  Values,
} from '@linli/kit'
import type { Context } from '../context/context.ts'
import type { LongWork } from './long-work.ts'

/** Frozen SQL; never edited once released. Statements are run one by one in one transaction. */
export interface Migration {
  /** `0001_create`: ordered by name within the module. */
  readonly name: string
  readonly up: string
}

type Answer<T> = Promise<T> | T

/**
 * What a guard adds to a write. `dueAt` is by when the row is promised, where that differs from row to row (by level, by item):
 * it stands in place of the promise of the state's steps; `null` promises nothing. `dueProvisional` says that it was counted over a year
 * whose notice of holidays is not known yet.
 */
export type Addition<R extends AnyResource> = RowPatch<R> & { readonly dueAt?: string | null; readonly dueProvisional?: boolean }

/** A guard: refuses with a reason, or adds to what will be written, or lets it pass. It runs in the transaction, before the write. */
type Guard<Ctx, Given, R extends AnyResource> = (ctx: Ctx, given: Given) => Answer<Refusal | readonly Refusal[] | Addition<R> | void>

/** The guards of a resource: one per step, and for create, update and remove. */
export type Guards<Ctx, R extends AnyResource> = {
  readonly create?: Guard<Ctx, { readonly id: string; readonly values: NewRow<R> }, R>
  readonly update?: Guard<Ctx, { readonly row: Row<R>; readonly patch: RowPatch<R> }, R>
  readonly remove?: Guard<Ctx, { readonly row: Row<R> }, R>
} & {
  readonly [Name in StepName<R>]?: Guard<Ctx, { readonly row: Row<R>; readonly input: StepInput<R, Name> }, R>
}

/** What follows a write, in the same transaction: rows of other resources, events. */
export type Effects<Ctx, R extends AnyResource> = {
  readonly [Name in StepName<R> | 'create' | 'update' | 'remove']?: (
    ctx: Ctx,
    change: { readonly before: Row<R> | null; readonly after: Row<R> },
  ) => Answer<void>
}

/** Of an action that is known to be long alone; where it is only known as some action, the context is what the erased handler takes. */
type IsLong<A extends AnyAction> = true extends A['long'] ? (boolean extends NonNullable<A['long']> ? false : true) : false

type ActionHandler<Ctx, A extends AnyAction> = (
  given: IsLong<A> extends true ? LongWork<Ctx> : Ctx,
  input: ActionInput<A>,
) => Answer<ActionOutput<A>>
type ReportQuery<Ctx, Rep extends AnyReport> = (ctx: Ctx, params: Values<Rep['params']>) => Answer<readonly ReportRow[] | ReportLines>

/** What one line of a spreadsheet became, or why it could not. */
export interface ImportOutcome {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'duplicate'
  /** Rows that look like the same and want a decision by a person. */
  readonly candidates?: readonly { readonly id: string; readonly label: string }[]
}

/** A spreadsheet's handler. Values have passed the columns' own validation. */
export interface ImportHandler<Ctx> {
  /** Called before the lines that one context checks or writes, with all of them: what can be read for many at once. */
  prepare?(ctx: Ctx, lines: readonly Readonly<Record<string, unknown>>[]): Answer<void>
  /** Further faults of a line, read-only; shown in the preview. */
  check?(ctx: Ctx, values: Readonly<Record<string, unknown>>): Answer<readonly Refusal[]>
  /**
   * Writes a line. Called once more on a repeated import, it must find what it wrote. Where somebody has decided about a duplicate,
   * `decision` is `new` or the id of the candidate that it is.
   */
  apply(ctx: Ctx, values: Readonly<Record<string, unknown>>, decision?: string): Answer<ImportOutcome>
  /** Called once after the lines of one transaction, with the same context: what follows from all of them together. */
  finish?(ctx: Ctx): Answer<void>
}

export interface Job<Ctx> {
  readonly title: string
  /** Cron in China's time: `0 3 * * *`. */
  readonly every: string
  run(ctx: Ctx): Answer<void>
}

type ContextOf<P extends AnyPlugin> = Context<Settings<P>>

/** The server half of a module: its frozen migrations and the code behind its names. */
export interface PluginServer<P extends AnyPlugin = AnyPlugin> {
  readonly migrations: readonly Migration[]
  readonly guards?: { readonly [R in P['resources'][number] as R['name']]?: Guards<ContextOf<P>, R> }
  readonly effects?: { readonly [R in P['resources'][number] as R['name']]?: Effects<ContextOf<P>, R> }
  readonly actions: { readonly [A in P['actions'][number] as A['name']]: ActionHandler<ContextOf<P>, A> }
  readonly reports: { readonly [Rep in P['reports'][number] as Rep['name']]: ReportQuery<ContextOf<P>, Rep> }
  readonly imports?: Readonly<Record<string, ImportHandler<ContextOf<P>>>>
  /** Consumers by event name. Each is run once per event and street; a failure is retried with growing pauses. */
  readonly on?: Readonly<Record<string, (ctx: ContextOf<P>, event: EventEnvelope<Readonly<Record<string, string | null>>>) => Answer<void>>>
  readonly jobs?: Readonly<Record<string, Job<ContextOf<P>>>>
  /** A folder of further routes for @fastify/autoload, as a file URL. */
  readonly routes?: URL
}

/** The server half of any module. */
export type AnyPluginServer = {
  readonly [K in keyof PluginServer]: PluginServer[K]
}
