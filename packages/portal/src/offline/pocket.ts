import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Draft } from './draft.ts'

interface Kept {
  readonly key: string
  readonly account: string
  readonly at: string
  readonly value: unknown
}

interface Pocket extends DBSchema {
  answers: { key: string; value: Kept; indexes: { account: string } }
  drafts: { key: string; value: Draft; indexes: { account: string } }
}

let opened: Promise<IDBPDatabase<Pocket>> | undefined

/** What the phone keeps by itself: the newest answers for looking at, and drafts that wait for the network. */
export function pocket(): Promise<IDBPDatabase<Pocket>> {
  return (opened ??= openDB<Pocket>('linli-portal', 1, {
    upgrade: (database) => {
      for (const store of ['answers', 'drafts'] as const) {
        const keyPath = store === 'answers' ? 'key' : 'id'
        database.createObjectStore(store, { keyPath }).createIndex('account', 'account')
      }
    },
  }))
}

/** Keeps an answer for when there is no network. */
export async function keepAnswer(account: string, name: string, value: unknown): Promise<void> {
  await (await pocket()).put('answers', { key: `${account} ${name}`, account, at: new Date().toISOString(), value })
}

/** The answer that was kept last. */
export async function keptAnswer(account: string, name: string): Promise<Pick<Kept, 'at' | 'value'> | undefined> {
  return (await pocket()).get('answers', `${account} ${name}`)
}

/** Throws away what was kept for looking at, at signing out: a phone may be somebody else's tomorrow. Drafts stay until they are sent. */
export async function emptyAnswers(account: string): Promise<void> {
  const store = (await pocket()).transaction('answers', 'readwrite').store
  for (const key of await store.index('account').getAllKeys(account)) await store.delete(key)
}
