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
} from './authenticator.ts'
export { betterAuthenticator } from './better-authenticator.ts'
export { createLockOut } from './lock-out.ts'
export type { LockOut } from './lock-out.ts'
export { newInitialPassword, passwordFault } from './password.ts'
export { SESSION_COOKIE } from './session-cookie.ts'
