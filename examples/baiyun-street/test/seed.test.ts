import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type LinliServer } from '@linli/server'
import { testPostgres } from '@linli/testing'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demo } from '../src/demo/index.ts'
import { street } from '../src/index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'linli-demo-'))
const database = `linli_demo_${process.pid}`
let server: LinliServer

beforeAll(async () => {
  await onServer(`create database ${database}`)
  server = await open()
}, 300_000)
afterAll(async () => {
  await server?.close()
  await onServer(`drop database if exists ${database} with (force)`)
  rmSync(dataDir, { recursive: true, force: true })
})

async function onServer(statement: string): Promise<void> {
  if (!testPostgres) return
  const client = new Client({ connectionString: testPostgres })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function open(): Promise<LinliServer> {
  const databaseUrl = testPostgres && Object.assign(new URL(testPostgres), { pathname: `/${database}` }).href
  return createServer({ streets: [street], dataDir, databaseUrl, demo, work: false, logger: { level: 'silent' } }, (id) => import(id))
}

/** Rows of every table that holds what people wrote: not sessions, jobs, or the memory of what was done. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename !~ '^(linli_|auth_|platform_(audit|demo|events|sessions))'
    order by tablename`.execute(server.store.db)
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ count: string }>`select count(*) as count from ${sql.table(name)}`.execute(server.store.db)
    counts[name] = Number(rows[0]?.count)
  }
  return counts
}

async function countBy(table: string, column: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ key: string; count: string }>`
    select ${sql.ref(column)}::text as key, count(*) as count from ${sql.table(table)} group by 1`.execute(server.store.db)
  return Object.fromEntries(rows.map(({ key, count }) => [key, Number(count)]))
}

test('a first start fills the street as its report describes it, in every state that work can be in', async () => {
  expect(await rowCounts()).toMatchObject({ registry_people: 3000, council_matters: 42, grid_events: 200 })
  expect((await countBy('merchants_merchants', 'status')).active).toBe(43)
  expect(sum(await countBy('counter_applications', 'status'))).toBeGreaterThanOrEqual(300)
  for (const [table, states] of [
    ['council_matters', 17],
    ['council_meetings', 4],
    ['counter_applications', 10],
    ['grid_events', 14],
  ] as const)
    expect(Object.keys(await countBy(table, 'status')).length, `states of ${table}`).toBeGreaterThanOrEqual(states)
})

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

test('a seed that broke off is written to its end by the next start, and nothing is there twice', async () => {
  const before = await rowCounts()
  await sql`delete from platform_demo`.execute(server.store.db)
  await server.close()
  server = await open()
  expect(await rowCounts()).toEqual(before)
  expect((await server.store.audit.verify(street.code)).intact).toBe(true)
}, 300_000)
