import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { username } from 'better-auth/plugins/username'
import type { Kysely, KyselyPlugin } from 'kysely'
import type { AuthenticatorHost } from './authenticator.ts'
import { SESSION_SECONDS } from './session-cookie.ts'

interface Answered<T> {
  readonly headers: Headers
  readonly response: T
}
interface Session {
  readonly id: string
  readonly token: string
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly expiresAt: Date
  readonly ipAddress?: string | null
  readonly userAgent?: string | null
}
type User = Readonly<Record<string, unknown>>
interface Asked<Body> {
  readonly body: Body
  readonly headers: Headers
  readonly returnHeaders: true
}

/** What we use of better-auth. Its own types cannot be named in our declarations. */
export interface Engine {
  readonly api: {
    getSession(input: { readonly headers: Headers }): Promise<{ readonly session: { readonly id: string }; readonly user: User } | null>
    signOut(input: { readonly headers: Headers }): Promise<unknown>
    signInUsername(
      input: Asked<{ readonly username: string; readonly password: string }>,
    ): Promise<Answered<{ readonly token: string } | { readonly twoFactorRedirect: true }>>
    verifyTOTP(input: Asked<{ readonly code: string }>): Promise<Answered<{ readonly token?: string | null }>>
    verifyBackupCode(input: Asked<{ readonly code: string }>): Promise<Answered<{ readonly token?: string | null }>>
    enableTwoFactor(input: {
      readonly body: { readonly password: string }
      readonly headers: Headers
    }): Promise<{ readonly method: 'totp'; readonly totpURI: string; readonly backupCodes: string[] } | { readonly method: 'otp' }>
    disableTwoFactor(input: Asked<{ readonly password: string }>): Promise<Answered<unknown>>
  }
  readonly context: {
    readonly password: { verify(given: { readonly hash: string; readonly password: string }): Promise<boolean> }
    readonly internalAdapter: {
      findCredentialAccount(userId: string): Promise<{ readonly password?: string | null } | null>
      findSession(token: string): Promise<{ readonly session: { readonly id: string }; readonly user: User } | null>
      findUserById(userId: string): Promise<{ readonly name: string } | null>
      listSessions(userId: string): Promise<Session[]>
      deleteSession(token: string): Promise<unknown>
    }
  }
}

/** better-auth as we use it. In a module of its own, because loading it takes as long as everything else together. */
export async function createEngine(host: AuthenticatorHost): Promise<Engine> {
  const auth = create(host)
  // The shapes above are those that the tests of signing in see; better-auth's inferred ones say the same at ten times the length.
  return { api: auth.api as unknown as Engine['api'], context: (await auth.$context) as unknown as Engine['context'] }
}

/** Its tables stand in the platform's migrations (`0002_sign_in`). */
function create(host: AuthenticatorHost) {
  return betterAuth({
    database: { db: host.db.withoutPlugins().withPlugin(datesAsDates) as Kysely<Record<string, never>>, type: 'postgres' },
    secret: host.secret,
    baseURL: 'http://linli.invalid',
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 200 },
    user: { modelName: 'auth_users' },
    session: { modelName: 'auth_sessions', expiresIn: SESSION_SECONDS, updateAge: SESSION_SECONDS / 12 },
    account: { modelName: 'auth_credentials' },
    verification: { modelName: 'auth_verifications' },
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'linli', useSecureCookies: false, disableCSRFCheck: true, disableOriginCheck: true },
    plugins: [
      username({ minUsernameLength: 1, maxUsernameLength: 120, usernameValidator: () => true, usernameNormalization: false }),
      twoFactor({ issuer: '邻里', twoFactorTable: 'auth_two_factors' }),
    ],
  })
}

const MOMENTS = ['createdAt', 'updatedAt', 'expiresAt', 'lockedUntil'] as const

/** The store reads moments as text; better-auth wants `Date`s. */
const datesAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) => {
      const read = { ...row }
      for (const name of MOMENTS) if (typeof read[name] === 'string') read[name] = new Date(read[name])
      return read
    }),
  }),
}
