import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { layEmptyDatabase } from '../../testing/src/street/empty-database.ts'
import { openStore, type LinliStore, type StoreOptions } from '../src/index.ts'
import { plugins, street } from './parks.ts'

/** A database of its own for one test: a folder, or a database on the server of LINLI_TEST_PG. */
export interface Ground {
  readonly options: StoreOptions
  open(more?: Partial<StoreOptions>): Promise<LinliStore>
  destroy(): Promise<void>
}

export interface Leg {
  readonly name: 'embedded' | 'postgres'
  ground(): Promise<Ground>
}

const server = process.env.LINLI_TEST_PG

/** The two databases on which everything must hold. The second is there when LINLI_TEST_PG names a server. */
export const legs: readonly Leg[] = [
  { name: 'embedded', ground: embedded },
  ...(server === undefined ? [] : [{ name: 'postgres' as const, ground: () => onServer(server) }]),
]

const KEY = Buffer.alloc(32, 7)

async function embedded(): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-store-'))
  await layEmptyDatabase(dataDir)
  return ground({ dataDir, streets: [street], plugins, allowTestArea: true, key: KEY }, () => {
    rmSync(dataDir, { recursive: true, force: true })
    return Promise.resolve()
  })
}

async function onServer(url: string): Promise<Ground> {
  const name = `linli_test_${randomUUID().replaceAll('-', '')}`
  await admin(url, `create database ${name} template template0 encoding 'UTF8'`)
  const databaseUrl = new URL(url)
  databaseUrl.pathname = `/${name}`
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-store-'))
  return ground({ dataDir, databaseUrl: databaseUrl.href, streets: [street], plugins, allowTestArea: true, key: KEY }, async () => {
    await admin(url, `drop database if exists ${name} with (force)`)
    rmSync(dataDir, { recursive: true, force: true })
  })
}

function ground(options: StoreOptions, remove: () => Promise<void>): Ground {
  const opened: LinliStore[] = []
  return {
    options,
    open: async (more = {}) => {
      const store = await openStore({ ...options, ...more })
      opened.push(store)
      return store
    },
    destroy: async () => {
      for (const store of opened) await store.close()
      await remove()
    },
  }
}

async function admin(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
