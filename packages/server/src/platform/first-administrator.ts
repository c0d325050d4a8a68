import type { Street } from '@linli/kit'
import { accounts, posts, roles } from '@linli/kit/platform'
import { RefusedError, type Store } from '@linli/store'
import { type Authenticator, newInitialPassword } from '../auth/index.ts'
import { systemActor } from './prepare-street.ts'

/** An administrator made because a street had no account at all; the password is told once and must be changed. */
export interface FirstAdministrator {
  readonly street: string
  readonly username: string
  readonly password: string
}

/** Gives a street without any account that can sign in its first administrator. Nothing where there is one, or where another system signs people in. */
export async function firstAdministrator(
  store: Store,
  authenticator: Authenticator,
  street: Street,
  isProduction: boolean,
): Promise<FirstAdministrator | undefined> {
  const { passwords } = authenticator
  if (!passwords) return undefined
  const password = newInitialPassword()
  try {
    return await store.run({ actor: systemActor(street), street, pluginId: 'platform', from: 'start' }, async (ctx) => {
      // Demo accounts cannot sign in in production: a street that was tried out before has nobody yet.
      if ((await ctx.rows(accounts).count(isProduction ? { demo: false } : {})) > 0) return undefined
      const username = (await ctx.rows(accounts).first({ username: 'admin' })) ? 'administrator' : 'admin'
      const role = await ctx.rows(roles).first({ name: 'street-admin' })
      if (!role) return undefined
      const { id } = await ctx.rows(accounts).create({ username, name: '管理员' })
      await ctx.rows(posts).create({ accountId: id, roleId: role.id, from: ctx.today })
      await passwords.set(ctx.db, { id, streetId: street.code, username }, password)
      return { street: street.code, username, password }
    })
  } catch (error) {
    // Another process that started at the same moment was faster.
    if (error instanceof RefusedError) return undefined
    throw error
  }
}
