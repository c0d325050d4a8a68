import type { WorkCalendar, YearNotice } from '@linli/core/calendar'
import type { Context } from '../context/context.ts'
import type { RunAs } from '../store.ts'

/** A year whose days off became known, or were corrected. */
export interface YearChange {
  readonly year: number
  /** The year's notice as it was before; absent where there was none. */
  readonly before?: YearNotice | undefined
  /** For the history of every row whose day moves. */
  readonly reason: string
}

export interface RecomputeOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => Promise<void>
}

/** The working days of each street: what the program was given, and the years that the street entered. */
export interface Calendars {
  /** The years that came with the program. They stand above what a street enters. */
  readonly given: WorkCalendar
  of(streetId: string): Promise<WorkCalendar>
  /** Says that the street's entries changed in this transaction, so that every process reads them anew after it. */
  changed(ctx: Context): Promise<void>
  /**
   * Counts the promises anew that a change of a year may move, as far as they follow from the workflow's steps; the number of rows that moved.
   * What was in time is never made overdue. Each row says so in its history. Repeated, it changes nothing.
   */
  recompute(as: RunAs, change: YearChange, options?: RecomputeOptions): Promise<number>
  /** Counts anew, within the context's transaction, what is still provisional although its year is known by now; the number of rows that moved. */
  settle(ctx: Context): Promise<number>
}
