import { ok, refused, type Result } from '@linli/core/refusal'
import { sql } from 'kysely'
import { reason } from '../problem/index.ts'
import type { Authenticator, AuthenticatorHost, AuthRequest, Identity, SessionCookie, SessionEntry } from './authenticator.ts'
import type { Engine } from './better-auth-engine.ts'
import { SESSION_COOKIE, SESSION_SECONDS } from './session-cookie.ts'

const INNER_COOKIE = 'linli.session_token'

/**
 * Signing in with better-auth behind our port: password, session list, two-step. Usernames are kept per street; who may do what is
 * never its business. Every call is made outside our transactions, except {@link Authenticator.passwords}`.set` and `endSessions`,
 * which write its tables with the transaction they are given.
 */
export function betterAuthenticator(host: AuthenticatorHost): Authenticator {
  let loading: Promise<Engine> | undefined
  const engine = (): Promise<Engine> => (loading ??= import('./better-auth-engine.ts').then(({ createEngine }) => createEngine(host)))

  const headersOf = (request: AuthRequest, inner?: string): Headers => {
    const value = inner ?? request.cookies[SESSION_COOKIE]
    const headers = new Headers({ 'x-forwarded-for': request.ip })
    const agent = request.headers['user-agent']
    if (typeof agent === 'string') headers.set('user-agent', agent.slice(0, 300))
    if (value) headers.set('cookie', inner === undefined ? `${INNER_COOKIE}=${encodeURIComponent(value)}` : inner)
    return headers
  }
  const verified = async (accountId: string, password: string): Promise<boolean> => {
    const { context } = await engine()
    const credential = await context.internalAdapter.findCredentialAccount(accountId)
    return Boolean(credential?.password && (await context.password.verify({ hash: credential.password, password })))
  }

  return {
    key: (request) => request.cookies[SESSION_COOKIE],

    async identify(request) {
      const { api } = await engine()
      const found = await attempt(() => api.getSession({ headers: headersOf(request) }))
      return found.ok && found.value ? identityOf(found.value.session, found.value.user) : undefined
    },

    async signOut(request) {
      const { api } = await engine()
      await attempt(() => api.signOut({ headers: headersOf(request) }))
      return { name: SESSION_COOKIE, value: '', maxAgeSeconds: 0 }
    },

    async endSessions(transaction, accountId, except = '') {
      await sql`delete from auth_sessions where "userId" = ${accountId} and id <> ${except}`.execute(transaction)
    },

    passwords: {
      async signIn(request, { streetId, username, password, code }) {
        const { api } = await engine()
        const first = await attempt(() =>
          api.signInUsername({
            body: { username: key(streetId, username), password },
            headers: headersOf(request, ''),
            returnHeaders: true,
          }),
        )
        if (!first.ok) return refused(reason('auth.wrong'))
        const { headers, response } = first.value
        if (!('twoFactorRedirect' in response)) return signedIn(headers, response.token)
        if (!code) return refused(reason('auth.code_needed', undefined, 'code'))
        const second = headersOf(request, cookiesOf(headers))
        const checked = await attempt(() =>
          /^\d{6}$/.test(code)
            ? api.verifyTOTP({ body: { code }, headers: second, returnHeaders: true })
            : api.verifyBackupCode({ body: { code }, headers: second, returnHeaders: true }),
        )
        if (!checked.ok) return refused(reason('auth.code_wrong', undefined, 'code'))
        return signedIn(checked.value.headers, checked.value.response.token ?? '')
      },

      async set(transaction, { id, streetId, username }, password) {
        // Not the engine: it may ask the database while it is made, and we are within a transaction.
        const { hashPassword } = await import('better-auth/crypto')
        const hash = await hashPassword(password)
        const name = key(streetId, username)
        await sql`insert into auth_users (id, name, email, "emailVerified", username, "displayUsername")
          values (${id}, ${username}, ${`${id}@local.invalid`}, true, ${name}, ${username})
          on conflict (id) do update set username = excluded.username, "displayUsername" = excluded."displayUsername", "updatedAt" = now()`.execute(
          transaction,
        )
        await sql`delete from auth_credentials where "userId" = ${id} and "providerId" = 'credential'`.execute(transaction)
        await sql`insert into auth_credentials (id, "accountId", "providerId", "userId", password, "updatedAt")
          values (${id}, ${id}, 'credential', ${id}, ${hash}, now())`.execute(transaction)
      },

      verify: (identity, password) => verified(identity.accountId, password),

      async sessions(identity) {
        const { context } = await engine()
        const sessions = await context.internalAdapter.listSessions(identity.accountId)
        return sessions
          .filter((session) => session.expiresAt > new Date())
          .map((session): SessionEntry => ({
            id: session.id,
            createdAt: session.createdAt.toISOString(),
            lastSeenAt: session.updatedAt.toISOString(),
            device: session.userAgent || null,
            address: session.ipAddress || null,
            current: session.id === identity.sessionId,
          }))
      },

      async endSession(identity, id) {
        const { context } = await engine()
        const found = (await context.internalAdapter.listSessions(identity.accountId)).find((session) => session.id === id)
        if (found) await context.internalAdapter.deleteSession(found.token)
        return found !== undefined
      },

      totp: {
        async start(request, identity, password) {
          if (!(await verified(identity.accountId, password))) return refused(reason('auth.password_wrong', undefined, 'password'))
          const { api, context } = await engine()
          const started = await attempt(() => api.enableTwoFactor({ body: { password }, headers: headersOf(request) }))
          if (!started.ok || started.value.method !== 'totp') return refused(reason('auth.totp_on'))
          const uri = new URL(started.value.totpURI)
          const name = await context.internalAdapter.findUserById(identity.accountId)
          uri.pathname = `/${encodeURIComponent(`邻里:${name?.name ?? ''}`)}`
          return ok({ uri: uri.toString(), backupCodes: started.value.backupCodes })
        },
        async confirm(request, _identity, code) {
          const { api } = await engine()
          const done = await attempt(() => api.verifyTOTP({ body: { code }, headers: headersOf(request), returnHeaders: true }))
          return done.ok ? ok(sessionCookie(done.value.headers)) : refused(reason('auth.code_wrong', undefined, 'code'))
        },
        async stop(request, identity, password) {
          if (!(await verified(identity.accountId, password))) return refused(reason('auth.password_wrong', undefined, 'password'))
          const { api } = await engine()
          const done = await attempt(() => api.disableTwoFactor({ body: { password }, headers: headersOf(request), returnHeaders: true }))
          return done.ok ? ok(sessionCookie(done.value.headers)) : refused(reason('auth.totp_off'))
        },
      },
    },
  }

  async function signedIn(
    headers: Headers,
    token: string,
  ): Promise<Result<{ readonly identity: Identity; readonly cookie: SessionCookie }>> {
    const { context } = await engine()
    const cookie = sessionCookie(headers)
    const found = await context.internalAdapter.findSession(token)
    return cookie && found ? ok({ identity: identityOf(found.session, found.user), cookie }) : refused(reason('auth.wrong'))
  }
}

function key(streetId: string, username: string): string {
  return `${streetId}/${username.normalize('NFKC').toLowerCase()}`
}

function identityOf(session: { readonly id: string }, user: Readonly<Record<string, unknown>>): Identity {
  return { sessionId: session.id, accountId: String(user.id), streetId: String(user.username).split('/')[0] ?? '' }
}

function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function sessionCookie(headers: Headers): SessionCookie | undefined {
  const found = headers.getSetCookie().find((cookie) => cookie.startsWith(`${INNER_COOKIE}=`) && !/max-age=0/i.test(cookie))
  const value = found?.slice(INNER_COOKIE.length + 1).split(';')[0]
  return value ? { name: SESSION_COOKIE, value: decodeURIComponent(value), maxAgeSeconds: SESSION_SECONDS } : undefined
}

/** better-auth refuses by throwing; a refusal of its is a value to us, and anything else stays a fault. */
async function attempt<T>(call: () => Promise<T>): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }> {
  try {
    return { ok: true, value: await call() }
  } catch (error) {
    if (
      typeof error === 'object' &&
      error !== null &&
      'statusCode' in error &&
      typeof error.statusCode === 'number' &&
      error.statusCode < 500
    )
      return { ok: false }
    throw error
  }
}
