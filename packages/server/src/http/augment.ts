import type { Services } from '../services/index.ts'
import type { RunAs } from '@linli/store'
import type { Session } from '../session/index.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly linli: Services
  }
  interface FastifyRequest {
    /** Who is signed in; `null` for nobody. */
    session: Session | null
    /** In a module's own route: who acts and under which permission, to be handed to `request.server.linli.store.run`. */
    runAs?: RunAs
  }
  interface FastifyContextConfig {
    /** May be asked for without a session. */
    readonly public?: boolean
    /** With `public`: for the street that the address names (`?street=`), while the module is on; `runAs` is its system on the visitor's behalf. */
    readonly visitor?: boolean
    /** The permission that a module's own route asks for. */
    readonly permission?: string
  }
}
