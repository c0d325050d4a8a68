import { userInfo } from 'node:os'
import { type Actor, systemAccess } from '@linli/core/access'
import type { Authenticator } from '@linli/server'

/** The header by which a command names the street that it acts for. */
export const COMMAND_HEADER = 'x-linli-command'

/**
 * Whoever may run this command on the machine acts for the street; the audit says that it was the command line, and whose.
 * It has no passwords, so that no command makes the first administrator, whose password is told but once, by the start.
 */
export const commandAuthenticator: Authenticator = {
  key: ({ headers }) => String(headers[COMMAND_HEADER] ?? '') || undefined,
  identify: ({ headers }) => {
    const streetId = String(headers[COMMAND_HEADER] ?? '')
    return Promise.resolve({ sessionId: 'command', streetId, accountId: 'command', actor: actorFor(streetId) })
  },
  signOut: () => Promise.resolve(undefined),
  endSessions: () => Promise.resolve(),
}

function actorFor(streetId: string): Actor {
  return { kind: 'system', id: 'command', name: `命令行 ${userInfo().username}`, streetId, access: systemAccess(streetId) }
}
