import type { Context } from '../context/context.ts'

/** What a long action works with: transactions of its own, a batch each, so that nobody else waits and progress is seen. */
export interface LongWork<Ctx> {
  /** One batch, all of it or nothing. */
  run<T>(batch: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Reads alone, without a transaction. */
  read<T>(look: (ctx: Ctx) => Promise<T>): Promise<T>
  /** How far it is; `total` is `null` while nobody knows. */
  progress(done: number, total: number | null): Promise<void>
  /** Aborted when the process shuts down; a batch that begins after is refused. */
  readonly signal: AbortSignal
}

/** A long action's work within one transaction: for a nightly job that does the same. */
export function inOneTransaction<Ctx extends Pick<Context, 'progress'>>(ctx: Ctx): LongWork<Ctx> {
  return {
    run: (batch) => batch(ctx),
    read: (look) => look(ctx),
    progress: (done, total) => ctx.progress(done, total),
    signal: new AbortController().signal,
  }
}
