import type { Actor } from '@linli/core/access'
import type { Result } from '@linli/core/refusal'
import type { Kysely } from 'kysely'

/** What an authenticator may know of a request. */
export interface AuthRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly ip: string
  /** Whether the browser speaks https to us (or to the proxy before us). */
  readonly secure: boolean
}

/** Whose session a request carries. */
export interface Identity {
  readonly sessionId: string
  /** 9-digit street code. */
  readonly streetId: string
  /** Id of the row of `platform.accounts`. */
  readonly accountId: string
  /** Given by an authenticator whose posts are kept elsewhere; otherwise the actor follows from `platform.posts`. */
  readonly actor?: Actor
}

/** A cookie to be set, or to be taken back where the value is empty. */
export interface SessionCookie {
  readonly name: string
  readonly value: string
  readonly maxAgeSeconds: number
}

export interface SessionEntry {
  readonly id: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly device: string | null
  readonly address: string | null
  readonly current: boolean
}

export interface Credentials {
  readonly streetId: string
  readonly username: string
  readonly password: string
  /** Six digits of the authenticator app, or a backup code. */
  readonly code?: string
}

/** Signing in by password. An authenticator of another system (a government single sign-on) has none of it. */
export interface Passwords {
  /** `auth.wrong`, `auth.code_needed`, `auth.code_wrong`. Lock-out is the server's, not the authenticator's. */
  signIn(request: AuthRequest, credentials: Credentials): Promise<Result<{ readonly identity: Identity; readonly cookie: SessionCookie }>>
  /** Sets a password within the transaction given, and creates what the authenticator keeps of an account. */
  set(
    transaction: Kysely<unknown>,
    account: { readonly id: string; readonly streetId: string; readonly username: string },
    password: string,
  ): Promise<void>
  verify(identity: Identity, password: string): Promise<boolean>
  sessions(identity: Identity): Promise<readonly SessionEntry[]>
  /** Ends one of the account's own sessions; false when there is none with this id. */
  endSession(identity: Identity, id: string): Promise<boolean>
  readonly totp: {
    start(
      request: AuthRequest,
      identity: Identity,
      password: string,
    ): Promise<Result<{ readonly uri: string; readonly backupCodes: readonly string[] }>>
    confirm(request: AuthRequest, identity: Identity, code: string): Promise<Result<SessionCookie | undefined>>
    stop(request: AuthRequest, identity: Identity, password: string): Promise<Result<SessionCookie | undefined>>
  }
}

/** Who signs people in. The default is {@link betterAuthenticator}; an importer brings their own. */
export interface Authenticator {
  /** What distinguishes the session of a request, or nothing where it carries none. Under it the answer of {@link identify} is remembered for a moment. */
  key(request: AuthRequest): string | undefined
  identify(request: AuthRequest): Promise<Identity | undefined>
  signOut(request: AuthRequest): Promise<SessionCookie | undefined>
  /** Ends every session of an account, but one. */
  endSessions(transaction: Kysely<unknown>, accountId: string, exceptSessionId?: string): Promise<void>
  readonly passwords?: Passwords
}

/** What an authenticator stands on. */
export interface AuthenticatorHost {
  /** Never used inside a transaction of the store. */
  readonly db: Kysely<unknown>
  /** At least 32 characters, the same in every process of an installation. */
  readonly secret: string
}

export type MakeAuthenticator = (host: AuthenticatorHost) => Authenticator | Promise<Authenticator>
