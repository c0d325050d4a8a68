import type { Authenticator } from '@linli/server'

/** The header by which a test says who asks: `<street>/<account id>`. */
export const ACTOR_HEADER = 'x-linli-test-actor'

/** Takes the word of the test for who asks; what they may do still follows from their posts. */
export const testAuthenticator: Authenticator = {
  key: ({ headers }) => {
    const value = headers[ACTOR_HEADER]
    return typeof value === 'string' ? value : undefined
  },
  identify: ({ headers }) => {
    const [streetId, accountId] = String(headers[ACTOR_HEADER] ?? '').split('/')
    return Promise.resolve(streetId && accountId ? { sessionId: `${streetId}/${accountId}`, streetId, accountId } : undefined)
  },
  signOut: () => Promise.resolve(undefined),
  endSessions: () => Promise.resolve(),
}
