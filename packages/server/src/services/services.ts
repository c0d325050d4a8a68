import type { Street } from '@linli/kit'
import type { LinliStore, LoadedPlugin } from '@linli/store'
import type { Authenticator, LockOut } from '../auth/index.ts'
import type { Instance } from '../instance/index.ts'
import type { FirstAdministrator } from '../platform/index.ts'
import type { Sessions } from '../session/index.ts'

/** What the routes work with. */
export interface Services {
  readonly instance: Instance
  readonly store: LinliStore
  readonly streets: ReadonlyMap<string, Street>
  /** Every module of any street, the platform first, then in needs order. */
  readonly plugins: ReadonlyMap<string, LoadedPlugin>
  readonly authenticator: Authenticator
  readonly lockOut: LockOut
  readonly sessions: Sessions
  /** 32 bytes from which further keys are derived. */
  readonly secret: Buffer
  /** Administrators made at this start, with passwords to be told once. */
  readonly firstAdministrators: FirstAdministrator[]
  /** Where files lie while they are being read. */
  readonly temporaryDir: string
}
