import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type LinliStore } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, benches, everywhere, hearing, ledger, log, north, NORTH, parks, STREET } from './parks.ts'

describe.each(legs)('events and jobs on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open()
  })
  afterAll(() => ground.destroy())
  afterEach(() => {
    hearing.fail = undefined
  })

  const damage = (): Promise<string> =>
    store.run(as(north), async (ctx) => {
      const made = await ctx.rows(benches).create({ place: '东门' })
      await ctx.rows(benches).step(made.id, 'damage', { note: '断' })
      return made.id
    })
  const lines = (filter: object = {}): Promise<number> => store.read(as(everywhere), (ctx) => ctx.rows(log).count(filter))
  const lineOf = (id: string): object => ({ line: `parks.bench.broken ${id}` })

  test('a consumer hears of an event once, as the system and because of it', async () => {
    const id = await damage()
    expect(await lines(lineOf(id))).toBe(0)
    expect(await store.outbox.drain()).toBe(1)
    expect(await store.outbox.drain()).toBe(0)
    const heard = await store.read(as(everywhere), (ctx) => ctx.rows(log).first(lineOf(id)))
    expect(heard).toMatchObject({ communityId: NORTH, createdBy: 'system' })
  })

  test('what is rolled back is never heard of', async () => {
    await expect(
      store.run(as(north), async (ctx) => {
        const made = await ctx.rows(benches).create({ place: '西门' })
        await ctx.rows(benches).step(made.id, 'damage', { note: '断' })
        throw new Error('power cut')
      }),
    ).rejects.toThrow('power cut')
    expect(await store.outbox.drain()).toBe(0)
  })

  test('a consumer that fails leaves nothing, is tried again, and at last becomes a dead letter that can be revived', async () => {
    const id = await damage()
    hearing.fail = () => {
      throw new Error('printer on fire')
    }
    expect(await store.outbox.drain()).toBe(1)
    expect(await lines(lineOf(id))).toBe(0)
    expect(await store.outbox.drain()).toBe(0)
    for (let attempt = 2; attempt <= 8; attempt += 1) {
      expect(await store.outbox.deadLetters(STREET)).toEqual([])
      await makeDue()
      expect(await store.outbox.drain()).toBe(1)
    }
    const [letter] = await store.outbox.deadLetters(STREET)
    expect(letter).toMatchObject({ event: 'parks.bench.broken', consumer: 'ledger', attempts: 8, error: 'printer on fire' })
    hearing.fail = undefined
    if (letter) expect(await store.run(as(everywhere), (ctx) => store.outbox.retry(ctx, letter))).toBe(true)
    if (letter) expect(await store.run(as(everywhere), (ctx) => store.outbox.retry(ctx, letter))).toBe(false)
    expect(await store.outbox.drain()).toBe(1)
    expect(await lines(lineOf(id))).toBe(1)
  })

  test('a module that is off hears nothing, and when it is on again everything that it missed, once', async () => {
    const waiting = await damage()
    await store.modules.change(as(everywhere), 'ledger', { enabled: false })
    const after = await damage()
    await store.outbox.drain()
    expect([await lines(lineOf(waiting)), await lines(lineOf(after))]).toEqual([0, 0])
    await store.modules.change(as(everywhere), 'ledger', { enabled: true })
    expect(await store.outbox.drain()).toBe(2)
    await store.modules.change(as(everywhere), 'ledger', { enabled: false })
    await store.modules.change(as(everywhere), 'ledger', { enabled: true })
    expect(await store.outbox.drain()).toBe(0)
    expect([await lines(lineOf(waiting)), await lines(lineOf(after))]).toEqual([1, 1])
  })

  test('deliveries start on their own after a commit', async () => {
    store.outbox.start()
    const id = await damage()
    await expect.poll(() => lines(lineOf(id)), { timeout: 5000 }).toBe(1)
    await store.outbox.stop()
  })

  test('a module is switched and tuned, audited, and what needs it is not left alone', async () => {
    const of = async (id: string): Promise<unknown> => (await store.modules.of(STREET)).find((state) => state.id === id)
    expect(await of('parks')).toMatchObject({ enabled: true, settings: { days: 5, greeting: null }, version: 0 })
    const tuned = await store.modules.change(as(everywhere), 'parks', { settings: { greeting: '您好' }, version: 0, reason: '试用' })
    expect(tuned).toMatchObject({ settings: { days: 5, greeting: '您好' }, saved: { greeting: '您好' }, version: 1 })
    expect(await store.run(as(everywhere), (ctx) => Promise.resolve(ctx.settings))).toEqual({ days: 5, greeting: '您好' })
    await expect(store.modules.change(as(everywhere), 'parks', { enabled: false })).rejects.toMatchObject({ message: 'module.needed_by' })
    await expect(store.modules.change(as(everywhere), 'parks', { settings: { days: 'x' } })).rejects.toMatchObject({ status: 400 })
    await expect(store.modules.change(as(everywhere), 'parks', { enabled: true, version: 0 })).rejects.toMatchObject({
      message: 'row.stale',
    })
    await store.modules.change(as(everywhere), 'ledger', { enabled: false })
    await store.modules.change(as(everywhere), 'parks', { enabled: false })
    await expect(store.modules.change(as(everywhere), 'ledger', { enabled: true })).rejects.toMatchObject({ message: 'module.needs' })
    expect(await store.modules.isOn(STREET, 'parks')).toBe(false)
    await store.modules.change(as(everywhere), 'parks', { enabled: true })
    await store.modules.change(as(everywhere), 'ledger', { enabled: true })
  })

  if (leg.name === 'postgres')
    test('another process hears of a switch', async () => {
      const other = await ground.open()
      expect(await other.modules.isOn(STREET, 'ledger')).toBe(true)
      await store.modules.change(as(everywhere), 'ledger', { enabled: false })
      await expect.poll(() => other.modules.isOn(STREET, 'ledger'), { timeout: 3000 }).toBe(false)
      await store.modules.change(as(everywhere), 'ledger', { enabled: true })
    })

  test('a job is queued with the change that asks for it, runs, and shows how far it is', async () => {
    const seen: unknown[] = []
    store.jobs.define('recount', '重新统计', async (job) => {
      await job.progress(1, 2, '一半')
      seen.push(job.payload, job.actorId, (await store.jobs.find(STREET, job.id))?.done)
      await store.run(as(everywhere), (ctx) => ctx.rows(log).create({ line: 'recounted' }))
      job.result({ message: '完成', file: 'f' })
    })
    store.jobs.define('break', '坏的', () => Promise.reject(new Error('secret detail')))
    await expect(
      store.run(as(north), async (ctx) => {
        await store.jobs.enqueue('recount', { of: 'lost' }, ctx)
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow()
    const early = await store.run(as(north), (ctx) => store.jobs.enqueue('recount', { of: 'early' }, ctx))
    expect(await store.jobs.find(STREET, early)).toMatchObject({ state: 'waiting', title: '重新统计' })
    await store.jobs.start()
    const id = await store.run(as(north), (ctx) => store.jobs.enqueue('recount', { of: 'benches' }, ctx, { title: '统计长椅' }))
    const bad = await store.run(as(north), (ctx) => store.jobs.enqueue('break', {}, ctx))
    const stateOf = async (job: string): Promise<string | undefined> => (await store.jobs.find(STREET, job))?.state
    await expect.poll(() => stateOf(early), { timeout: 20_000 }).toBe('done')
    await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('done')
    await expect.poll(() => stateOf(bad), { timeout: 20_000 }).toBe('failed')
    expect(await store.jobs.find(STREET, id)).toMatchObject({
      title: '统计长椅',
      done: 1,
      total: 2,
      message: '完成',
      file: 'f',
      actorId: north.id,
    })
    expect((await store.jobs.find(STREET, bad))?.message).not.toContain('secret')
    expect(seen.slice(-3)).toEqual([{ of: 'benches' }, north.id, 1])
    expect(await store.jobs.find(STREET, 'no-id')).toBeUndefined()
    const { sql } = await import('kysely')
    const clocks = await sql`select key, cron, timezone, data from linli_jobs.schedule`.execute(store.db)
    expect(clocks.rows).toEqual([
      { key: 'ledger.sweep', cron: '0 3 * * *', timezone: 'Asia/Shanghai', data: { plugin: 'ledger', job: 'sweep' } },
    ])
    await store.jobs.stop()
    await store.jobs.start()
    await store.jobs.stop()
  })

  test("a module's own job runs in its name", async () => {
    await store.jobs.runNow(STREET, ledger.id, 'sweep')
    expect(await lines({ line: `swept ${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}` })).toBe(1)
    expect(() => store.jobs.runNow(STREET, parks.id, 'sweep')).toThrow(/no job/)
  })

  async function makeDue(): Promise<void> {
    const { sql } = await import('kysely')
    await sql`update platform_deliveries set next_at = now() - interval '1 second' where state = 'pending'`.execute(store.db)
  }
})
