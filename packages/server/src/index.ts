export { betterAuthenticator, SESSION_COOKIE } from './auth/index.ts'
export type {
  Authenticator,
  AuthenticatorHost,
  AuthRequest,
  Credentials,
  Identity,
  MakeAuthenticator,
  Passwords,
  SessionCookie,
  SessionEntry,
} from './auth/index.ts'
export type { Demo, DemoAccount, DemoPost, Instance, Limits, Seeding } from './instance/index.ts'
export { cleanUp, PASSING_TABLES } from './platform/index.ts'
export type { CleanedUp } from './platform/index.ts'
export { closeLinli, createServer, installedPlugins, linliPlugin, openLinli, serve, startWork } from './server/index.ts'
export type { LinliPluginOptions, LinliServer, ServeOptions } from './server/index.ts'
export type { Load, Services } from './services/index.ts'
export type { Session } from './session/index.ts'
