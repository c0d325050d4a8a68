import type { Street } from '@linli/kit'
import type { StoreOptions } from '@linli/store'
import type { FastifyServerOptions } from 'fastify'
import type { MakeAuthenticator } from '../auth/index.ts'
import type { Demo } from './demo.ts'

/** What one process serves. */
export interface Instance {
  /** One street, or several that share the process and the database; nobody sees across them. */
  readonly streets: readonly Street[]
  /** PostgreSQL 15 or later. Absent: the embedded database in the data folder. */
  readonly databaseUrl?: string
  /** Where the keys, the files and the embedded database lie. */
  readonly dataDir: string
  /** @default '127.0.0.1' */
  readonly host?: string
  /** 0 takes any free one. @default 3000 */
  readonly port?: number
  /** Demo data are refused, migrations must have been applied. @default false */
  readonly production?: boolean
  /** The built admin app, served at `/`. */
  readonly adminDir?: string
  /** The built phone pages, served at `/m/`. */
  readonly portalDir?: string
  /** Invented people and accounts to try things with. */
  readonly demo?: Demo
  /** Another way of signing in. @default user name and password, by better-auth */
  readonly authenticator?: MakeAuthenticator
  /** Fastify's logger options, or `false`. Neither bodies nor query values are ever logged. @default warnings and above */
  readonly logger?: FastifyServerOptions['logger']
  /** Told what takes a while at a start, in a sentence for whoever waits at the terminal. */
  readonly tell?: (sentence: string) => void
  /** Whether a proxy before us tells the client's address and that it speaks https. @default false */
  readonly trustProxy?: FastifyServerOptions['trustProxy']
  readonly limits?: Limits
  /** Whether jobs are run and events delivered by this process. @default true */
  readonly work?: boolean
  /** Further options of the store (its key, where files lie, connections). */
  readonly store?: Partial<Pick<StoreOptions, 'connections' | 'migrate' | 'key' | 'calendar' | 'contents' | 'allowTestArea' | 'log'>>
}

export interface Limits {
  /** Requests of one session, or of one address without a session, in a minute; 0 for no limit. @default 1200 */
  readonly perMinute?: number
  /** Attempts to sign in from one address in a minute; 0 for no limit. @default 60 */
  readonly signInPerMinute?: number
  /** Calls of one public action from one address in a minute; 0 for no limit. @default 60, or none where {@link perMinute} is 0 */
  readonly visitsPerMinute?: number
  /** Bytes of a body that is no file. @default 1 MiB */
  readonly body?: number
  /** Bytes of an imported spreadsheet. @default 20 MiB */
  readonly importFile?: number
}
