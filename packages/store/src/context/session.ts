import type { WorkCalendar } from '@linli/core/calendar'
import type { Instant, LocalDate } from '@linli/core/date'
import type { EventEnvelope } from '@linli/kit'
import type { Kysely } from 'kysely'
import type { Queryable } from '../connection/connect.ts'
import type { ModuleState } from '../modules/modules.ts'
import type { Parts } from '../parts.ts'
import type { RunAs } from '../store.ts'
import type { Context } from './context.ts'
import type { Savepoints } from './savepoints.ts'
import type { Sight } from './sight.ts'

/** An audit entry that waits for the end of the transaction. */
export interface PendingAudit {
  readonly verb: string
  readonly resource: string
  readonly subjectId: string | null
  readonly communityId: string | null
  readonly gridId: string | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  readonly reason: string | null
}

/** One piece of work: its connection, and what it will leave behind. */
export interface Session {
  readonly parts: Parts
  readonly as: RunAs
  readonly now: Instant
  readonly today: LocalDate
  readonly db: Queryable
  readonly mayWrite: boolean
  /** Absent where nothing is written. */
  readonly savepoints: Savepoints | undefined
  /** The street's working days. */
  readonly calendar: WorkCalendar
  readonly modules: ReadonlyMap<string, ModuleState>
  kysely(): Kysely<unknown>
  contextFor(sight: Sight): Context
  readonly audits: PendingAudit[]
  readonly events: EventEnvelope[]
  /** Rows that were inserted, by table. */
  readonly inserted: Map<string, number>
  readonly afterCommit: (() => void)[]
}

const sessions = new WeakMap<Context, Session>()

export function bindSession(ctx: Context, session: Session): void {
  sessions.set(ctx, session)
}

/** The session behind a context that this store made. */
export function sessionOf(ctx: Context): Session {
  const session = sessions.get(ctx)
  if (!session) throw new Error('This context was not made by the store.')
  return session
}
