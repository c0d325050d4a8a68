import type { Instant } from '@linli/core/date'
import type { Street } from '@linli/kit'
import type { Context } from '../context/context.ts'

/** A job as people see it. */
export interface JobState {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly done: number
  /** `null` while nobody knows. */
  readonly total: number | null
  /** A sentence for people: the result, or why it failed. */
  readonly message: string | null
  /** A file that the job made, by its id. */
  readonly file: string | null
  /** What a long action answered. */
  readonly answer: unknown
  readonly actorId: string
  readonly createdAt: string
}

/** What a job's code is given. It opens its own transactions with `store.run`, so that progress is seen while it works. */
export interface RunningJob {
  readonly id: string
  readonly name: string
  readonly street: Street
  /** Who asked for it. */
  readonly actorId: string
  readonly actorName: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Aborted when the process shuts down. */
  readonly signal: AbortSignal
  progress(done: number, total: number | null, message?: string): Promise<void>
  /** What the job's state shows when it has ended. */
  result(result: { readonly message?: string; readonly file?: string; readonly answer?: unknown }): void
}

/** A module's job by the clock: when it ran last, how that went, when it runs next. */
export interface ClockJob {
  /** Plugin id. */
  readonly plugin: string
  readonly job: string
  readonly title: string
  /** Cron in China's time. */
  readonly every: string
  readonly lastAt: Instant | null
  /** Why the last run failed; `null` where it went well or there was none. */
  readonly error: string | null
  /** The last time that it went well. */
  readonly succeededAt: Instant | null
  readonly nextAt: Instant | null
}

export type JobHandler = (job: RunningJob) => Promise<void>

export interface EnqueueOptions {
  /** @default the title of the definition */
  readonly title?: string
  /** Joins the same job of the same person, with the same payload, where one waits or runs. @default false */
  readonly joins?: boolean
}

/** Work outside of requests: queued in the transaction that asks for it, one runner at a time, and the modules' own jobs by the clock. */
export interface Jobs {
  /** Says what a kind of job does. Before {@link start}. */
  define(name: string, title: string, run: JobHandler): void
  /** Begins to work, and sets the clock for the modules' jobs. */
  start(): Promise<void>
  /** Waits for what runs, at most a few seconds, and stops. */
  stop(): Promise<void>
  /** Queues a job in the context's transaction; its id. */
  enqueue(name: string, payload: Readonly<Record<string, unknown>>, ctx: Context, options?: EnqueueOptions): Promise<string>
  find(streetId: string, id: string): Promise<JobState | undefined>
  /** What waits and runs, then what ended last; newest first. */
  recent(streetId: string, limit: number): Promise<readonly (JobState & { readonly actorName: string })[]>
  /** The jobs by the clock of the modules that are on. */
  clocks(streetId: string): Promise<readonly ClockJob[]>
  /** Queues a module's own job to be run once now; the id of the job that does it. Nothing where there is no such job. */
  runSoon(ctx: Context, pluginId: string, job: string): Promise<string | undefined>
  /** Deletes the street's jobs that ended before a moment; the number. */
  forget(ctx: Context, before: Instant): Promise<number>
  /** Runs everything queued now, in this process; the number of jobs. For tests and commands. */
  drain(): Promise<number>
  /** Runs a module's own job now, on one street. For commands and tests. */
  runNow(streetId: string, pluginId: string, job: string): Promise<void>
}
