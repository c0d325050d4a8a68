import type { Actor, Post, Role } from '@linli/core/access'
import type { Street } from '@linli/kit'
import type { Identity } from '../auth/index.ts'

/** A signed-in person with everything that a request asks of them, computed once and remembered for a moment. */
export interface Session {
  readonly identity: Identity
  readonly street: Street
  readonly actor: Actor
  readonly account: Account
  readonly roles: readonly Role[]
  readonly posts: readonly Post[]
}

export interface Account {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly mustChangePassword: boolean
  readonly demo: boolean
}
