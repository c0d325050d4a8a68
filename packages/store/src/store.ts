import type { Actor, Permission } from '@linli/core/access'
import type { WorkCalendar } from '@linli/core/calendar'
import type { Instant } from '@linli/core/date'
import type { AnyPlugin, AnyResource, Street } from '@linli/kit'
import type { Kysely } from 'kysely'
import type { Audit } from './audit/audit.ts'
import type { Calendars } from './calendars/calendars.ts'
import type { Context } from './context/index.ts'
import type { FileContents, Files } from './files/files.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Migrations } from './migrations/migrations.ts'
import type { Modules } from './modules/modules.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { AnyPluginServer } from './plugin-server/index.ts'
import type { FigureValue } from './views/figures.ts'
import type { InboxPage, InboxQuery } from './views/inbox.ts'
import type { TimelineEntry } from './views/timeline.ts'

/** A module with its server half, as loaded. */
export interface LoadedPlugin {
  readonly plugin: AnyPlugin
  readonly server: AnyPluginServer
}

/** Under which a piece of work runs. */
export interface RunAs {
  readonly actor: Actor
  readonly street: Street
  /** The module whose handler runs; its settings are the context's. */
  readonly pluginId: string
  /**
   * The permission that was decided for this work. Reads and writes through `ctx.rows` are confined to its scope.
   * Absent: each door asks for the resource's own permission (`<resource>.read`, `.create`, …).
   */
  readonly permission?: Permission
  /** Where the request came from, for the audit: address and device. Never more. */
  readonly from?: string
  readonly now?: Instant
  /** The event that caused this work. */
  readonly causationId?: string | null
  /** Hears how far the work is: `ctx.progress`. A job hands on its own `progress`. */
  readonly onProgress?: (done: number, total: number | null) => Promise<void>
}

/** What the server stands on. */
export interface Store {
  /** The pool itself: for health checks and the parts of the server that own their tables. Never use it inside {@link run}. */
  readonly db: Kysely<unknown>
  /** One transaction: all of it or nothing. A serialization failure or deadlock is tried again, at most three times. */
  run<T>(as: RunAs, work: (ctx: Context) => Promise<T>): Promise<T>
  /** Reads alone, without a transaction of its own. */
  read<T>(as: RunAs, work: (ctx: Context) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface StoreOptions {
  /** PostgreSQL 15 or later. Absent: the embedded database in `<dataDir>/database`. */
  readonly databaseUrl?: string
  /** Connections of the pool, on PostgreSQL. @default 10 */
  readonly connections?: number
  /** Where the key, the files and the embedded database lie. Made when it is missing. */
  readonly dataDir: string
  readonly streets: readonly Street[]
  /** In needs order, the platform first. */
  readonly plugins: readonly LoadedPlugin[]
  /** @default false */
  readonly production?: boolean
  /** What happens when migrations are pending: applied, or the start is refused. @default 'refuse' in production, else 'auto' */
  readonly migrate?: 'auto' | 'refuse'
  /** Accept identity numbers with the unassigned area 99…: demo and test data alone. @default false */
  readonly allowTestArea?: boolean
  /** 32 bytes. @default `LINLI_KEY` (base64), else `<dataDir>/key`, made on the first start */
  readonly key?: Buffer
  /** The years that come with the program; a street enters others itself. @default the years that core knows */
  readonly calendar?: WorkCalendar
  /** Where contents of files lie. @default `<dataDir>/files` */
  readonly contents?: FileContents
  /** Takes what an operator should know. Never personal data. @default nothing */
  readonly log?: (level: 'info' | 'warn' | 'error', message: string, details?: Readonly<Record<string, unknown>>) => void
}

/** The store with everything that the server and the commands need. Made by {@link openStore}. */
export interface LinliStore extends Store {
  readonly kind: 'embedded' | 'postgres'
  readonly streets: readonly Street[]
  readonly plugins: readonly LoadedPlugin[]
  readonly migrations: Migrations
  readonly modules: Modules
  readonly calendars: Calendars
  readonly audit: Audit
  readonly outbox: Outbox
  readonly jobs: Jobs
  readonly files: Files
  /** A resource of any loaded module, by its name. */
  resource(name: string): AnyResource | undefined
  /** Answers when the database does. @throws StoreError `database.unavailable` */
  ping(): Promise<void>
  /** Where the tables of a loaded module differ from what its resources call for; one sentence each. Empty when they fit. */
  drift(pluginId: string): Promise<readonly string[]>
  /** What happened to a row, newest first, as far as the actor may see it. @throws RefusedError `row.not_found` */
  timeline(ctx: Context, resource: AnyResource, id: string): Promise<readonly TimelineEntry[]>
  /** What waits for the actor, over all modules that are on. */
  inbox(ctx: Context, query?: InboxQuery): Promise<InboxPage>
  /** The dashboard's figures over what the actor may read. */
  figures(ctx: Context): Promise<readonly FigureValue[]>
}
