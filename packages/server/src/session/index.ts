export type { LoadedActor } from './load-actor.ts'
export type { Account, Session } from './session.ts'
export { createSessions } from './sessions.ts'
export type { Sessions } from './sessions.ts'
