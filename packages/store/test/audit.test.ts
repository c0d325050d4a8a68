import { sql } from 'kysely'
import { audit } from '@linli/kit/platform'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LinliStore } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, benches, everywhere, keepers, north, person, STREET } from './parks.ts'

const ID = '990402199001011233'

describe.each(legs)('the audit on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  let keeperId: string
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open()
    keeperId = await store.run(as(north, { from: '10.0.0.8' }), async (ctx) => {
      const made = await ctx.rows(keepers).create({ name: '张三丰', idNumber: ID, phone: '13812341234', income: 4321, note: '家暴' })
      await ctx.rows(keepers).update(made.id, { name: '张君宝', income: 5000 }, { reason: '更名' })
      await ctx.rows(keepers).reveal(made.id, ['idNumber'], 'identity')
      return made.id
    })
  })
  afterAll(() => ground.destroy())

  test('says who did what to which row, from where, before and after, and why', async () => {
    const entries = await store.read(as(everywhere), (ctx) =>
      ctx.rows(audit).list({ filter: { subjectId: keeperId }, sort: ['no', 'asc'] }),
    )
    expect(entries.rows).toMatchObject([
      {
        verb: 'create',
        actorId: north.id,
        actorName: '王丽',
        resource: 'parks.keepers',
        origin: '10.0.0.8',
        before: null,
        after: {
          name: '张三丰',
          idNumber: '990402********1233',
          phone: '138****1234',
          income: '******',
          note: '******',
          born: '1990-01-01',
        },
      },
      { verb: 'update', before: { name: '张三丰', income: '******' }, after: { name: '张君宝', income: '******' }, reason: '更名' },
      { verb: 'reveal', after: { fields: ['idNumber'], purpose: 'identity' } },
    ])
    expect(entries.rows.map(({ no }) => no)).toEqual([1, 2, 3])
  })

  test('keeps no personal number in clear, in any table', async () => {
    const tables = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(store.db)
    for (const { name } of tables.rows) {
      const text = await sql<{ all: string | null }>`select string_agg(t::text, ' ') as all from ${sql.table(name)} t`.execute(store.db)
      expect(`${name} ${text.rows[0]?.all ?? ''}`).not.toMatch(/990402199001011233|13812341234/)
    }
  })

  test('shows the story of a row as far as the reader may see', async () => {
    const story = await store.read(as(north), (ctx) => store.timeline(ctx, keepers, keeperId))
    expect(story.map(({ verb, title }) => [verb, title])).toEqual([
      ['reveal', '查看完整信息'],
      ['update', '修改'],
      ['create', '新增'],
    ])
    expect(story[1]).toMatchObject({ changes: [{ field: 'name', title: '姓名', before: '张三丰', after: '张君宝' }], reason: '更名' })
    const bench = await store.run(as(north), async (ctx) => {
      const made = await ctx.rows(benches).create({ place: '亭' })
      return ctx.rows(benches).step(made.id, 'damage', { note: '裂' })
    })
    const [step] = await store.read(as(north), (ctx) => store.timeline(ctx, benches, bench.id))
    expect(step).toMatchObject({ verb: 'damage', title: '报损' })
    expect(step?.changes).toContainEqual({ field: 'input.note', title: '说明', before: null, after: '裂' })
    await expect(
      store.read(as(person([{ communityId: '411402004002' }])), (ctx) => store.timeline(ctx, keepers, keeperId)),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('cannot be changed, and tells when somebody with the database did', async () => {
    expect(await store.audit.verify(STREET)).toMatchObject({ intact: true, firstBroken: null })
    expect(await store.audit.verify('999999999')).toEqual({ intact: true, entries: 0, firstBroken: null })
    await expect(sql`update platform_audit set verb = 'x'`.execute(store.db)).rejects.toThrow(/insert-only/)
    await expect(sql`delete from platform_audit`.execute(store.db)).rejects.toThrow(/insert-only/)
    await expect(sql`truncate platform_audit`.execute(store.db)).rejects.toThrow(/insert-only/)

    const asDatabaseAdministrator = async (work: () => Promise<unknown>): Promise<void> => {
      await sql`alter table platform_audit disable trigger platform_audit_is_final`.execute(store.db)
      await work()
      await sql`alter table platform_audit enable trigger platform_audit_is_final`.execute(store.db)
    }
    await asDatabaseAdministrator(() => sql`update platform_audit set reason = '好的' where no = 2`.execute(store.db))
    expect(await store.audit.verify(STREET)).toMatchObject({ intact: false, firstBroken: 2 })
    await asDatabaseAdministrator(() => sql`update platform_audit set reason = '更名' where no = 2`.execute(store.db))
    expect(await store.audit.verify(STREET)).toMatchObject({ intact: true })
    await asDatabaseAdministrator(() =>
      sql`create table kept as select * from platform_audit where no >= 4; delete from platform_audit where no = (select max(no) from platform_audit)`.execute(
        store.db,
      ),
    )
    expect((await store.audit.verify(STREET)).intact).toBe(false)
    await asDatabaseAdministrator(() => sql`delete from platform_audit where no = 3`.execute(store.db))
    expect(await store.audit.verify(STREET)).toMatchObject({ intact: false, firstBroken: 3 })
  })

  test('has no gap and one order, however many write at once', async () => {
    const fresh = await leg.ground()
    const other = await fresh.open()
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        other
          .run(as(north), async (ctx) => {
            await ctx.rows(benches).create({ place: `${index}` })
            if (index % 5 === 0) ctx.refuse({ code: 'x.y', zh: '', en: '' })
            await ctx.rows(keepers).create({ name: `${index}` })
          })
          .catch(() => undefined),
      ),
    )
    expect(await other.audit.verify(STREET)).toEqual({ intact: true, entries: 64, firstBroken: null })
    await fresh.destroy()
  })
})
