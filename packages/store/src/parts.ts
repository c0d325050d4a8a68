import type { WorkCalendar } from '@linli/core/calendar'
import type { AnyResource } from '@linli/kit'
import type { Kysely } from 'kysely'
import type { Cipher } from './cipher/index.ts'
import type { Connection } from './connection/connect.ts'
import type { ModuleState } from './modules/modules.ts'
import type { Statistics } from './statistics.ts'
import type { LoadedPlugin, StoreOptions } from './store.ts'

/** What the pieces of one open store share. */
export interface Parts {
  readonly options: StoreOptions
  readonly connection: Connection
  readonly db: Kysely<unknown>
  readonly cipher: Cipher
  /** The working days of a street, by which its promises are counted. */
  readonly calendarOf: (streetId: string) => Promise<WorkCalendar>
  readonly plugins: ReadonlyMap<string, LoadedPlugin>
  readonly resources: ReadonlyMap<string, AnyResource>
  /** Event name → ids of the plugins that consume it. */
  readonly consumers: ReadonlyMap<string, readonly string[]>
  /** The modules of a street as they are in force, by id. */
  readonly modulesOf: (streetId: string) => Promise<ReadonlyMap<string, ModuleState>>
  /** Told after a commit that left events behind. */
  readonly onEvents: () => void
  readonly statistics: Statistics
}
