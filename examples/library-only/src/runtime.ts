import { type Actor, accessOf, type Role } from '@linli/core/access'
import { dayOf } from '@linli/core/date'
import { closeLinli, openLinli } from '@linli/server'
import { RefusedError } from '@linli/store'
import { books, load, street } from './books.ts'

const keeper: Role = {
  name: 'shelf-keeper',
  title: '图书管理员',
  allow: ['library.**'],
  deny: [],
  clearance: { show: 'P1', reveal: 'P1' },
}

/** Somebody of the program's own users, with what they may do: who they are is the program's business, not Linli's. */
function keeperOf(communityId: string): Actor {
  const post = { role: keeper.name, place: { streetId: street.code, communityId }, from: '2026-01-01' }
  const access = accessOf([keeper], [post], dayOf(new Date().toISOString()))
  return { kind: 'person', id: `keeper-${communityId}`, name: '王丽', streetId: street.code, access }
}

/**
 * The whole runtime inside a program that has no HTTP: tables, scope, workflow, audit. Lends a book and lets a neighbour try to take it.
 *
 * @param dataDir where the embedded database lies
 */
export async function lendABook(dataDir: string): Promise<{ readonly status: string; readonly refusal: string; readonly intact: boolean }> {
  const linli = await openLinli({ streets: [street], dataDir, work: false }, load)
  try {
    const east = { actor: keeperOf('990100001001'), street, pluginId: 'library' }
    const west = { actor: keeperOf('990100001002'), street, pluginId: 'library' }
    const book = await linli.store.run(east, async (ctx) => {
      const { id } = await ctx.rows(books).create({ title: '平凡的世界' })
      return ctx.rows(books).step(id, 'lend', {})
    })
    const refusal = await linli.store
      .run(west, (ctx) => ctx.rows(books).step(book.id, 'giveBack', {}))
      .then(() => '')
      .catch((error: unknown) => (error instanceof RefusedError ? (error.refusals[0]?.zh ?? '') : Promise.reject(error)))
    return { status: book.status, refusal, intact: (await linli.store.audit.verify(street.code)).intact }
  } finally {
    await closeLinli(linli)
  }
}
