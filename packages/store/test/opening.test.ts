import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { openStore, pluginSql, StoreError, type LoadedPlugin, type StoreOptions } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, keepers, north, parks, plugins, street } from './parks.ts'

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
  } catch (error) {
    if (error instanceof StoreError) {
      expect(error.zh.length).toBeGreaterThan(5)
      return error.code
    }
    throw error
  }
  throw new Error('It opened.')
}

describe.each(legs)('opening on $name', (leg) => {
  let ground: Ground | undefined
  afterEach(async () => {
    await ground?.destroy()
    ground = undefined
  })
  const withMigrations = (migrations: readonly { name: string; up: string }[]): readonly LoadedPlugin[] =>
    plugins.map((loaded) => (loaded.plugin.id === 'parks' ? { ...loaded, server: { ...loaded.server, migrations } } : loaded))
  const created = { name: '0001_create', up: pluginSql(parks) }

  test('pending migrations are refused in production and applied elsewhere; each once', async () => {
    ground = await leg.ground()
    expect(await codeOf(ground.open({ production: true }))).toBe('migrations.pending')
    const first = await ground.open()
    expect(await first.migrations.pending()).toEqual([])
    expect(await first.migrations.migrate()).toEqual([])
    await first.close()
    const again = await ground.open({ production: true })
    await again.close()
    const more = { name: '0002_more', up: `alter table parks_benches add column colour text; comment on table parks_benches is 'x; y'` }
    const later = await ground.open({ plugins: withMigrations([created, more]) })
    expect(await later.drift('parks')).toEqual([
      'parks_benches: column colour (text) belongs to no field; drop it in a migration, or make it a field.',
    ])
    await later.close()
    expect(await codeOf(ground.open())).toBe('migrations.unknown')
    expect(await codeOf(ground.open({ plugins: withMigrations([{ ...created, up: `${created.up} select 1` }, more]) }))).toBe(
      'migrations.edited',
    )
  })

  test('a migration that fails leaves nothing of itself and names itself', async () => {
    ground = await leg.ground()
    const bad = { name: '0002_bad', up: 'create table half_made (id int); select * from nowhere' }
    await expect(ground.open({ plugins: withMigrations([created, bad]) })).rejects.toThrow(/parks.*0002_bad.*nowhere/)
    const store = await ground.open()
    const { rows } = await sql<{ is: string | null }>`select to_regclass('half_made')::text as is`.execute(store.db)
    expect(rows[0]?.is).toBeNull()
  })

  test('drift is told in sentences', async () => {
    ground = await leg.ground()
    const store = await ground.open()
    expect(await store.drift('parks')).toEqual([])
    expect(await store.drift('ledger')).toEqual([])
    await sql`alter table parks_keepers drop column income`.execute(store.db)
    await sql`alter table parks_notices alter column "left" type bigint`.execute(store.db)
    await sql`drop index parks_benches_community_id_seats_id_idx`.execute(store.db)
    await sql`alter table parks_tickets drop constraint parks_tickets_notice_fkey`.execute(store.db)
    expect((await store.drift('parks')).toSorted()).toEqual([
      expect.stringMatching(/^parks_benches: index parks_benches_community_id_seats_id_idx is missing/),
      'parks_keepers: column income is missing; wanted: bigint',
      'parks_notices: column left is "bigint not null"; wanted: "integer not null"',
      expect.stringMatching(/^parks_tickets: foreign key parks_tickets_notice_fkey is missing/),
    ])
  })

  test('another key is refused before anything is written with it', async () => {
    ground = await leg.ground()
    const store = await ground.open({ key: undefined } as Partial<StoreOptions>)
    const path = join(ground.options.dataDir, 'key')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const made = await store.run(as(north), (ctx) => ctx.rows(keepers).create({ name: '甲', phone: '13812341234' }))
    await store.close()
    expect(await codeOf(ground.open({ key: Buffer.alloc(32, 1) }))).toBe('key.changed')
    const kept = readFileSync(path)
    rmSync(path)
    expect(await codeOf(ground.open({ key: undefined } as Partial<StoreOptions>))).toBe('key.changed')
    expect(existsSync(path)).toBe(false)
    writeFileSync(path, 'short')
    expect(await codeOf(ground.open({ key: undefined } as Partial<StoreOptions>))).toBe('key.format')
    writeFileSync(path, kept)
    const again = await ground.open({ key: undefined } as Partial<StoreOptions>)
    expect(await again.run(as(north), (ctx) => ctx.rows(keepers).reveal(made.id, ['phone'], 'contact'))).toEqual({ phone: '13812341234' })
  })

  test('a cipher that was moved to another row cannot be read', async () => {
    ground = await leg.ground()
    const store = await ground.open()
    const [a, b] = await store.run(as(north), async (ctx) => [
      await ctx.rows(keepers).create({ name: '甲', phone: '13812341234' }),
      await ctx.rows(keepers).create({ name: '乙', phone: '13912341234' }),
    ])
    await sql`update parks_keepers set phone_cipher = (select phone_cipher from parks_keepers where id = ${a?.id}) where id = ${b?.id}`.execute(
      store.db,
    )
    await expect(store.run(as(north), (ctx) => ctx.rows(keepers).reveal(b?.id ?? '', ['phone'], 'contact'))).rejects.toThrow()
  })
})

test('two processes never share a folder, and a dead one gives it free', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-lock-'))
  const holder = spawn(process.execPath, [new URL('./hold-folder.ts', import.meta.url).pathname, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  const options = { dataDir, streets: [street], plugins: [] }
  expect(await codeOf(openStore(options))).toBe('folder.in_use')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const store = await openStore(options)
  expect(await codeOf(openStore(options))).toBe('folder.in_use')
  await store.close()
  await (await openStore(options)).close()
  rmSync(dataDir, { recursive: true })
})

test('a database that is not there is told in words', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-lock-'))
  expect(await codeOf(openStore({ dataDir, databaseUrl: 'postgres://nobody@127.0.0.1:1/none', streets: [street], plugins: [] }))).toBe(
    'database.unreachable',
  )
  rmSync(dataDir, { recursive: true })
})

const [, postgres] = legs
if (postgres)
  test('processes that start at once migrate once', async () => {
    const ground = await postgres.ground()
    const stores = await Promise.all([ground.open(), ground.open(), ground.open()])
    expect(await stores[0]?.migrations.pending()).toEqual([])
    await ground.destroy()
  })

if (postgres)
  test('a connection that dies is told as such, harms nobody, and is replaced', async () => {
    const ground = await postgres.ground()
    const store = await ground.open()
    const kill = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
    expect(
      await codeOf(
        store.run(as(north), async (ctx) => {
          await ctx.rows(keepers).create({ name: '甲' })
          await kill.execute(store.db)
          await pause(200)
          await ctx.rows(keepers).create({ name: '乙' })
        }),
      ),
    ).toBe('database.unavailable')
    await expect.poll(() => store.read(as(north), (ctx) => ctx.rows(keepers).count()).catch(() => -1), { timeout: 5000 }).toBe(0)
    await store.run(as(north), (ctx) => ctx.rows(keepers).create({ name: '丙' }))
    expect(await store.modules.isOn(street.code, 'ledger')).toBe(true)
    await ground.destroy()
  })
