import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { rotateKey, StoreError, type LinliStore, type StoreOptions } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, everywhere, keepers, north, plugins, STREET } from './parks.ts'

const ROWS = 1200

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(StoreError)
  expect((error as StoreError).zh).toMatch(/。$/)
  return (error as StoreError).code
}

describe.each(legs)('changing the key on $name', { timeout: 240_000 }, (leg) => {
  let ground: Ground | undefined
  afterEach(async () => {
    await ground?.destroy()
    ground = undefined
  })
  const phoneOf = (n: number): string => `138${String(n).padStart(8, '0')}`
  const fill = (store: LinliStore): Promise<unknown> =>
    store.run(as(north), (ctx) =>
      ctx
        .rows(keepers)
        .createMany(Array.from({ length: ROWS }, (_, n) => ({ name: `管护员${n}`, ...(n % 3 === 0 ? {} : { phone: phoneOf(n) }) }))),
    )
  const reveal = (store: LinliStore, id: string): Promise<unknown> =>
    store.run(as(north), (ctx) => ctx.rows(keepers).reveal(id, ['phone'], 'contact'))

  test('leaves every value readable, found and unique under the new key alone, and the audit whole; an interruption loses nothing', async () => {
    ground = await leg.ground()
    const own = ground
    const { key: _key, ...options } = own.options
    const open = (more: Partial<StoreOptions> = {}): Promise<LinliStore> => own.open({ key: undefined, ...more } as Partial<StoreOptions>)
    const before = await open()
    await fill(before)
    if (leg.name === 'postgres') expect(await codeOf(rotateKey({ ...options, by: '测试' }))).toBe('key.in_use')
    else expect(await codeOf(rotateKey({ ...options, by: '测试' }))).toBe('folder.in_use')
    await before.close()
    const keyFile = join(options.dataDir, 'key')
    const oldKey = readFileSync(keyFile, 'utf8')
    expect(await codeOf(rotateKey({ ...options, plugins: plugins.slice(1), by: '测试' }))).toBe('key.module')

    const broken = new Error('power cut')
    await expect(
      rotateKey({
        ...options,
        by: '测试',
        onProgress: (rows) => {
          if (rows >= 300) throw broken
        },
      }),
    ).rejects.toBe(broken)
    expect(readFileSync(keyFile, 'utf8')).toBe(oldKey)
    expect(await codeOf(open())).toBe('key.rotating')

    const rotated = await rotateKey({ ...options, by: '测试' })
    // Somebody in three has no number, and the first batch had been done.
    expect(rotated.rows).toBeGreaterThan(400)
    expect(rotated.rows).toBeLessThan(500)
    const newKey = readFileSync(keyFile, 'utf8')
    expect(newKey).not.toBe(oldKey)
    expect(readFileSync(join(options.dataDir, `key.old-${rotated.from}`), 'utf8')).toBe(oldKey)
    expect(existsSync(join(options.dataDir, 'key.next'))).toBe(false)

    const after = await open({ production: true })
    for (const n of [1, 499, 700, ROWS - 1]) {
      const found = await after.read(as(everywhere), (ctx) => ctx.rows(keepers).first({ phone: phoneOf(n) }))
      expect(found?.name).toBe(`管护员${n}`)
      expect(await reveal(after, found?.id ?? '')).toEqual({ phone: phoneOf(n) })
    }
    const { rows } = await sql<{
      id: string
      count: number
    }>`select encode(substring(phone_cipher from 2 for 4), 'hex') as id, count(*)::int as count
      from parks_keepers where phone_cipher is not null group by 1`.execute(after.db)
    expect(rows).toEqual([{ id: rotated.to, count: (ROWS * 2) / 3 }])
    expect(await after.audit.verify(STREET)).toMatchObject({ intact: true })
    const { rows: told } = await sql`select before, after, actor_name from platform_audit where verb = 'changeKey'`.execute(after.db)
    expect(told).toEqual([{ before: { key: rotated.from }, after: { key: rotated.to, rows: rotated.rows }, actorName: '测试' }])
    await after.close()
    writeFileSync(keyFile, oldKey)
    expect(await codeOf(open())).toBe('key.changed')
    writeFileSync(keyFile, newKey)

    await rotateKey({ ...options, by: '测试' })
    const twice = await open()
    expect(await twice.audit.verify(STREET)).toMatchObject({ intact: true })
    await sql`alter table platform_audit disable trigger user; update platform_audit set reason = 'x' where no = 3`.execute(twice.db)
    expect(await twice.audit.verify(STREET)).toMatchObject({ intact: false, firstBroken: 3 })
    await twice.close()
    expect(readdirSync(options.dataDir).filter((name) => name.startsWith('key')).length).toBe(3)
  })

  test('that ended but for the files is ended by the next run', async () => {
    ground = await leg.ground()
    const own = ground
    const { key: _key, ...options } = own.options
    const store = await own.open({ key: undefined } as Partial<StoreOptions>)
    await fill(store)
    await store.close()
    const { from, to } = await rotateKey({ ...options, by: '测试' })
    const { renameSync } = await import('node:fs')
    renameSync(join(options.dataDir, 'key'), join(options.dataDir, 'key.next'))
    renameSync(join(options.dataDir, `key.old-${from}`), join(options.dataDir, 'key'))
    expect(await codeOf(own.open({ key: undefined } as Partial<StoreOptions>))).toBe('key.rotating')
    expect(await rotateKey({ ...options, by: '测试' })).toMatchObject({ from, to, rows: 0 })
    await (await own.open({ key: undefined } as Partial<StoreOptions>)).close()
  })
})
