import { request } from '../http/index.ts'

/** What is known before anybody has signed in. */
export interface Doorway {
  readonly streets: readonly { readonly code: string; readonly name: string }[]
  readonly demo: { readonly accounts: readonly DemoAccount[] } | null
}

export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly title: string
}

export interface Credentials {
  readonly street?: string
  readonly username: string
  readonly password: string
  /** The six digits of the two-step sign-in. */
  readonly code?: string
}

export function fetchDoorway(): Promise<Doorway> {
  return request<Doorway>('/street')
}

/** @throws ProblemError `auth.wrong`, `auth.locked`, `auth.code_needed` */
export function signIn(credentials: Credentials): Promise<{ readonly mustChangePassword: boolean }> {
  return request('/auth/sign-in', { method: 'POST', body: credentials })
}

export async function signOut(): Promise<void> {
  await request('/auth/sign-out', { method: 'POST' })
}

export async function changePassword(current: string, next: string): Promise<void> {
  await request('/auth/password', { method: 'POST', body: { current, next } })
}
