import { dayOf } from '@linli/core/date'
import type { Street } from '@linli/kit'
import type { Kysely } from 'kysely'
import type { Authenticator, AuthRequest, Identity } from '../auth/index.ts'
import { loadActor, type LoadedActor } from './load-actor.ts'
import type { Session } from './session.ts'

/** How long an answer is trusted. What this process changes is forgotten at once; what another one changes takes this long. */
const TRUST_MS = 15_000
const MOST_REMEMBERED = 10_000

export interface Sessions {
  /** The session of a request, or nothing where nobody is signed in. */
  of(request: AuthRequest): Promise<Session | undefined>
  /** The session that follows from an identity, never remembered. */
  open(identity: Identity): Promise<Session | undefined>
  /** An account's access without a session: for jobs that it asked for. */
  actorOf(streetId: string, accountId: string): Promise<LoadedActor | undefined>
  /** Forgets what is remembered of a street, because accounts, posts or roles have changed. */
  forget(streetId: string): void
}

interface Remembered {
  readonly session: Session
  readonly until: number
}

export function createSessions(db: Kysely<unknown>, authenticator: Authenticator, streets: ReadonlyMap<string, Street>): Sessions {
  const remembered = new Map<string, Remembered>()
  const asked = new Map<string, Promise<Session | undefined>>()
  let generation = 0

  const open = async (identity: Identity): Promise<Session | undefined> => {
    const street = streets.get(identity.streetId)
    if (!street) return undefined
    if (identity.actor) {
      const { actor } = identity
      const account = { id: actor.id, username: actor.id, name: actor.name, mustChangePassword: false, demo: false }
      return { identity, street, actor, account, roles: [], posts: actor.access.posts }
    }
    const loaded = await loadActor(db, identity.streetId, identity.accountId, dayOf(new Date().toISOString()))
    return loaded && { identity, street, ...loaded }
  }

  const ask = async (key: string, request: AuthRequest): Promise<Session | undefined> => {
    const asOf = generation
    const identity = await authenticator.identify(request)
    const session = identity && (await open(identity))
    // What was forgotten while we asked may be what we have just read.
    if (session && asOf === generation) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      remembered.set(key, { session, until: Date.now() + TRUST_MS })
    }
    return session
  }

  return {
    open,
    async of(request) {
      const key = authenticator.key(request)
      if (key === undefined) return undefined
      const known = remembered.get(key)
      if (known && known.until > Date.now()) return known.session
      remembered.delete(key)
      const pending = asked.get(key)
      if (pending) return pending
      const asking = ask(key, request).finally(() => asked.delete(key))
      asked.set(key, asking)
      return asking
    },
    actorOf: (streetId, accountId) => loadActor(db, streetId, accountId, dayOf(new Date().toISOString())),
    forget(streetId) {
      generation += 1
      asked.clear()
      for (const [key, { session }] of remembered) if (session.street.code === streetId) remembered.delete(key)
    },
  }
}
