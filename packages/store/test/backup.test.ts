import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  openStore,
  restoreBackup,
  StoreError,
  writeBackup,
  type BackupManifest,
  type LinliStore,
  type RestoreOptions,
} from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, benches, everywhere, keepers, north, parks, plugins, street, STREET } from './parks.ts'

const [embedded, ...others] = legs
/** Where it does not matter: the one that starts faster. */
const quickest = others[0] ?? embedded
/** From each database to each. */
const ways = legs.flatMap((from) => legs.map((to) => ({ from, to, name: `${from.name} to ${to.name}` })))

let folder: string
let grounds: Ground[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-backup-'))
})
afterEach(async () => {
  for (const ground of grounds) await ground.destroy()
  grounds = []
  rmSync(folder, { recursive: true, force: true })
})

async function office(
  leg: (typeof legs)[number],
): Promise<{ readonly ground: Ground; readonly archive: string; readonly manifest: BackupManifest }> {
  const ground = await leg.ground()
  grounds.push(ground)
  const store = await ground.open()
  await fill(store)
  await store.close()
  const archive = join(folder, 'office.tar.gz')
  return { ground, archive, manifest: await backUp(ground, archive) }
}

async function fill(store: LinliStore): Promise<void> {
  await store.run(as(north), async (ctx) => {
    for (let n = 0; n < 30; n += 1)
      await ctx.rows(keepers).create({
        name: `甲“${n}”\\二`,
        note: `一行\n"二"行\t\\`,
        phone: `138123412${String(n).padStart(2, '0')}`,
        skills: ['repair', 'planting'],
      })
    await ctx.rows(benches).create({ place: '东门', seats: 4 })
  })
  await store.files.put(as(north), Readable.from([Buffer.from('第一份附件')]), { name: '一.txt' })
  await store.files.put(as(north), Readable.from([Buffer.from('第二份附件')]), { name: '二.txt' })
}

const backUp = (ground: Ground, archive: string, more = {}) =>
  writeBackup({ ...ground.options, program: '1.2.3', ...more }, () => createWriteStream(archive))

/** An empty place of a kind, without the cluster that a test folder comes with. */
async function emptyTarget(leg: (typeof legs)[number]): Promise<RestoreOptions & Ground['options']> {
  const ground = await leg.ground()
  grounds.push(ground)
  rmSync(join(ground.options.dataDir, 'database'), { recursive: true, force: true })
  return ground.options
}

const restore = (options: RestoreOptions, archive: string) => restoreBackup(options, () => createReadStream(archive))

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(StoreError)
  expect((error as StoreError).zh).toMatch(/。$/)
  return (error as StoreError).code
}

async function everything(store: LinliStore): Promise<unknown> {
  const { rows: tables } = await sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace
    and relkind = 'r' and relname not like 'linli_migrations%' order by 1`.execute(store.db)
  const found: Record<string, unknown> = {}
  for (const { name } of tables) {
    const { rows } =
      await sql`select md5(string_agg(t::text, '|' order by t::text)) as sum, count(*) as count from ${sql.table(name)} t`.execute(store.db)
    found[name] = rows[0]
  }
  return found
}

describe.each(ways)('a backup from $name', { timeout: 240_000 }, ({ from, to }) => {
  test('brings every row, file, key check and the whole audit to the other place, which then works on', async () => {
    const { ground, archive, manifest } = await office(from)
    expect(manifest).toMatchObject({
      program: '1.2.3',
      files: { count: 2 },
      missingFiles: [],
      secrets: [],
      auditHeads: [{ street: STREET }],
    })
    expect(manifest.tables.parks_keepers?.rows).toBe(30)
    const target = await emptyTarget(to)
    const { foreignTables } = await restore(target, archive)
    expect(foreignTables).toEqual([])

    const before = await ground.open()
    const expected = await everything(before)
    await before.close()
    const after = await openStore({ ...target, production: true })
    try {
      expect(await everything(after)).toEqual(expected)
      expect(await after.audit.verify(STREET)).toMatchObject({ intact: true, entries: manifest.auditHeads[0]?.no })
      for (const { plugin } of plugins) expect(await after.drift(plugin.id)).toEqual([])
      const found = await after.read(as(everywhere), (ctx) => ctx.rows(keepers).first({ phone: '13812341207' }))
      expect(await after.run(as(north), (ctx) => ctx.rows(keepers).reveal(found?.id ?? '', ['phone'], 'contact'))).toEqual({
        phone: '13812341207',
      })
      const id = createHash('sha256').update('第一份附件').digest('hex')
      const pieces: Buffer[] = []
      for await (const piece of await after.files.open(id)) pieces.push(piece as Buffer)
      expect(Buffer.concat(pieces).toString()).toBe('第一份附件')
      await after.run(as(north), (ctx) => ctx.rows(keepers).create({ name: '新来的', phone: '13912341234' }))
      expect((await after.audit.verify(STREET)).intact).toBe(true)
      await expect(sql`delete from platform_audit`.execute(after.db)).rejects.toThrow('insert-only')
      await expect(
        sql`insert into platform_deliveries (street_id, event_id, consumer, next_at) values (${STREET}, gen_random_uuid(), 'parks', now())`.execute(
          after.db,
        ),
      ).rejects.toThrow('foreign key')
    } finally {
      await after.close()
    }
  })
})

describe('a backup', { timeout: 240_000 }, () => {
  test('holds the key only when told to, and then brings it along', async () => {
    if (!quickest) throw new Error('no leg')
    const ground = await quickest.ground()
    grounds.push(ground)
    const { key: _key, ...without } = ground.options
    const store = await openStore(without)
    await fill(store)
    await store.close()
    const own = { ...ground, options: without }
    const key = readFileSync(join(without.dataDir, 'key'), 'utf8')
    const bare = join(folder, 'bare.tar.gz')
    await backUp(own, bare)
    expect(gunzipSync(readFileSync(bare)).includes(key.trim())).toBe(false)
    const target = await emptyTarget(quickest)
    const { key: _other, ...keyless } = target
    expect(await codeOf(restore(keyless, bare))).toBe('backup.key')
    expect(await codeOf(restore(target, bare))).toBe('backup.key')
    const whole = join(folder, 'whole.tar.gz')
    await backUp(own, whole, { secrets: { key, secret: 'geheim' } })
    await restore(keyless, whole)
    expect(readFileSync(join(keyless.dataDir, 'key'), 'utf8')).toBe(key)
    expect(readFileSync(join(keyless.dataDir, 'secret'), 'utf8')).toBe('geheim')
  })

  test('leaves out what only passes through, and says which files were not whole', async () => {
    if (!quickest) throw new Error('no leg')
    const { ground } = await office(quickest)
    const id = createHash('sha256').update('第二份附件').digest('hex')
    writeFileSync(join(ground.options.dataDir, 'files', id.slice(0, 2), id.slice(2, 4), id), 'changed')
    const archive = join(folder, 'again.tar.gz')
    const manifest = await backUp(ground, archive, { omit: ['platform_outbox', 'platform_deliveries'] })
    expect(manifest).toMatchObject({ omitted: ['platform_deliveries', 'platform_outbox'], files: { count: 1 }, missingFiles: [id] })
    expect(manifest.tables.platform_outbox?.rows).toBe(0)
    await restore(await emptyTarget(quickest), archive)
  })

  test('of an embedded database that is in use is refused, and says what to do', async () => {
    if (!embedded) throw new Error('no leg')
    const { ground } = await office(embedded)
    await ground.open()
    const refused = await backUp(ground, join(folder, 'x')).catch((error: unknown) => error as StoreError)
    expect(refused).toMatchObject({ code: 'backup.in_use', zh: expect.stringContaining('请先停止系统，备份完再启动') })
    expect(
      await codeOf(
        writeBackup({ ...ground.options, dataDir: join(folder, 'none'), databaseUrl: undefined, program: '' }, () =>
          createWriteStream(join(folder, 'y')),
        ),
      ),
    ).toBe('backup.nothing')
    expect(existsSync(join(folder, 'none', 'database'))).toBe(false)
  })
})

describe.each(legs)('a restore on $name', { timeout: 240_000 }, (leg) => {
  test('refuses what it must not touch or cannot trust, and leaves nothing behind', async () => {
    const { ground, archive } = await office(leg)
    const options = await emptyTarget(leg)
    const at = (bytes: Buffer): string => {
      const path = join(folder, 'other')
      writeFileSync(path, bytes)
      return path
    }
    const bytes = readFileSync(archive)
    const plain = gunzipSync(bytes)
    const newer = Buffer.from(plain)
    newer.write('"format": 9', newer.indexOf('"format": 1'))
    const flipped = Buffer.from(plain)
    flipped.write('东窗', flipped.indexOf('东门'))

    expect(await codeOf(restore(options, at(Buffer.from('PK not ours'))))).toBe('backup.foreign')
    expect(await codeOf(restore(options, at(gzipSync(Buffer.from('nothing of ours')))))).toBe('backup.foreign')
    expect(await codeOf(restore(options, at(bytes.subarray(0, bytes.length - 3000))))).toBe('backup.damaged')
    expect(await codeOf(restore(options, at(gzipSync(flipped))))).toBe('backup.damaged')
    expect(await codeOf(restore(options, at(gzipSync(newer))))).toBe('backup.newer')
    const later = plugins.map((one) => (one.plugin.id === 'parks' ? { ...one, server: { ...one.server, migrations: [] } } : one))
    expect(await codeOf(restore({ ...options, plugins: later }, archive))).toBe('backup.newer')
    const edited = plugins.map((one) =>
      one.plugin.id === 'parks' ? { ...one, server: { ...one.server, migrations: [{ name: '0001_create', up: 'select 1' }] } } : one,
    )
    expect(await codeOf(restore({ ...options, plugins: edited }, archive))).toBe('backup.migrations')
    expect(await codeOf(restore({ ...options, plugins: plugins.filter(({ plugin }) => plugin !== parks) }, archive))).toBe('backup.module')
    expect(await codeOf(restore({ ...options, streets: [{ ...street, code: '411402009' }] }, archive))).toBe('backup.street')
    expect(await codeOf(restore({ ...options, key: Buffer.alloc(32, 9) }, archive))).toBe('backup.key')
    expect(await codeOf(restore(ground.options, archive))).toBe('backup.target')
    expect(readdirSync(options.dataDir)).toEqual([])

    await restore(options, archive)
    expect(await codeOf(restore(options, archive))).toBe('backup.target')
  })
})

if (others.length > 0)
  test('a backup of PostgreSQL is one moment, though the office works on', { timeout: 240_000 }, async () => {
    const [postgres] = others
    if (!postgres) return
    const ground = await postgres.ground()
    grounds.push(ground)
    const store = await ground.open()
    await fill(store)
    let isDone = false
    const writing = (async () => {
      let count = 0
      while (!isDone) {
        await store.run(as(north), (ctx) => ctx.rows(keepers).create({ name: `写入 ${(count += 1)}` }))
      }
      return count
    })()
    const archive = join(folder, 'live.tar.gz')
    await backUp(ground, archive)
    isDone = true
    expect(await writing).toBeGreaterThan(0)
    const options = await emptyTarget(postgres)
    await restore(options, archive)
    const after = await openStore(options)
    expect((await after.audit.verify(STREET)).intact).toBe(true)
    await after.close()
  })
