import type { Actor } from '@linli/core/access'
import type { WorkCalendar } from '@linli/core/calendar'
import type { Instant, LocalDate } from '@linli/core/date'
import type { Refusal } from '@linli/core/refusal'
import type { AnyEvent, AnyResource, EventData, Street } from '@linli/kit'
import type { Kysely, RawBuilder } from 'kysely'
import type { Rows } from '../rows/rows.ts'
import type { RefusedStatus } from './refused-error.ts'

/** What a handler is given: who acts, when, where, and the doors to rows. Everything happens in one transaction. */
export interface Context<Settings = Readonly<Record<string, unknown>>> {
  readonly actor: Actor
  readonly street: Street
  /** The moment of the request; every rule of one request sees the same. */
  readonly now: Instant
  /** The day of {@link now} in China. */
  readonly today: LocalDate
  /** The working days of the office, for clocks that a module keeps itself. */
  readonly calendar: WorkCalendar
  /** The module's settings as they are in force. */
  readonly settings: Settings
  /** Whether a module is installed and switched on here. */
  has(pluginId: string): boolean
  /** The door to a resource, confined to the actor's scope for the permission under which the handler runs. */
  rows<R extends AnyResource>(resource: R): Rows<R>
  /**
   * The same context with the scope of the whole street and every clearance up to P3, for what a rule must see and its caller may not.
   * The audit still names the actor.
   */
  elevated(): Context<Settings>
  /** Tells what happened, in the same transaction; consumers hear it after commit. */
  emit<E extends AnyEvent>(
    event: E,
    subject: { readonly resource: AnyResource; readonly id: string; readonly communityId: string | null },
    data: EventData<E>,
  ): Promise<void>
  /** Ends the transaction with a refusal. @default status 422 */
  refuse(refusal: Refusal | readonly Refusal[], status?: RefusedStatus): never
  /**
   * A part that may fail on its own: when it is refused, what it wrote is taken back and the rest goes on. The refusal is thrown on, to be caught.
   * For imports and lists of many rows.
   */
  attempt<T>(work: () => Promise<T>): Promise<T>
  /** A new row id. */
  newId(): string
  /**
   * The transaction itself, for queries that the doors cannot say (aggregates, joins). Nothing confines it:
   * filter by {@link Context.street} and, for what a caller sees, by {@link scoped}.
   */
  readonly db: Kysely<unknown>
  /** The condition that confines a table alias to the actor's scope, for a query on {@link db}. */
  scoped(resource: AnyResource, alias: string): RawBuilder<boolean>
  /** Reports the progress of a long job; a no-op in a request. */
  progress(done: number, of: number | null): Promise<void>
}
