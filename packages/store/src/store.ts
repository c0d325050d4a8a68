import type { Actor, Permission } from '@linli/core/access'
import type { Instant } from '@linli/core/date'
import type { AnyPlugin, Street } from '@linli/kit'
import type { Kysely } from 'kysely'
import type { Context } from './context/index.ts'
import type { AnyPluginServer } from './plugin-server/index.ts'

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
