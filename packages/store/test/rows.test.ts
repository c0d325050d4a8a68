import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RefusedError, type LinliStore } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, benches, everywhere, keepers, north, NORTH, notices, person, south, SOUTH, tickets } from './parks.ts'

const ID = '990402199001011233'

describe.each(legs)('rows on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open()
  })
  afterAll(() => ground.destroy())

  const codes = async (work: Promise<unknown>): Promise<[string[], number]> => {
    try {
      await work
    } catch (error) {
      if (error instanceof RefusedError) return [error.refusals.map(({ code }) => code), error.status]
      throw error
    }
    throw new Error('Nothing was refused.')
  }

  test('a row is created with its place, its derived values and its clock, and read back the same', async () => {
    const now = '2026-09-29T02:00:00.000Z'
    const made = await store.run(as(north, { now }), (ctx) =>
      ctx.rows(benches).create({
        place: '东门',
        seats: 3,
        checkedAt: '2026-01-31T09:30:00+08:00',
        from: '2026-02-28',
        spot: { lat: 34.4, lng: 115.6 },
        extra: { zinc: [1, { deepKey: '值' }] },
      }),
    )
    expect(made).toMatchObject({
      communityId: NORTH,
      gridId: null,
      version: 1,
      total: 6,
      isCovered: false,
      status: 'sound',
      statusSince: now,
      dueAt: null,
      checkedAt: '2026-01-31T01:30:00.000Z',
      from: '2026-02-28',
      extra: { zinc: [1, { deepKey: '值' }] },
      createdBy: north.id,
    })
    expect(await store.read(as(north), (ctx) => ctx.rows(benches).get(made.id))).toEqual(made)
    // 国庆 is off: three working days after 29 September end on 9 October.
    const damaged = await store.run(as(north, { now }), (ctx) => ctx.rows(benches).step(made.id, 'damage', { note: '断了' }))
    expect(damaged).toMatchObject({ status: 'broken', version: 2, statusSince: now })
    expect(damaged.dueAt?.slice(0, 10)).toBe('2026-10-09')
  })

  test('a guard promises each row its own day, at creation, at a step and when the promise is moved', async () => {
    const [first, later] = ['2026-10-01T02:00:00.000Z', '2026-12-01T02:00:00.000Z']
    const made = await store.run(as(north), (ctx) => ctx.rows(benches).create({ place: '北门', extra: { promised: first } }))
    expect(made.dueAt).toBe(first)
    const damaged = await store.run(as(north), (ctx) => ctx.rows(benches).step(made.id, 'damage', { note: '断了' }))
    expect(damaged.dueAt).toBe(first)
    const moved = await store.run(as(north), (ctx) => ctx.rows(benches).update(made.id, { extra: { promised: later } }))
    expect(moved).toMatchObject({ dueAt: later, status: 'broken', statusSince: damaged.statusSince })
    const [entry] = await store.read(as(north), (ctx) => store.timeline(ctx, benches, made.id))
    expect(entry?.changes).toContainEqual({ field: 'dueAt', title: '办理期限', before: first, after: later })
    expect((await store.run(as(north), (ctx) => ctx.rows(benches).step(made.id, 'mend', {}))).dueAt).toBeNull()
  })

  test('a colleague of another community neither sees nor changes it, and cannot place a row there', async () => {
    const made = await store.run(as(north), (ctx) => ctx.rows(benches).create({ place: '西门' }))
    expect(await store.read(as(south), (ctx) => ctx.rows(benches).find(made.id))).toBeUndefined()
    expect(await codes(store.run(as(south), (ctx) => ctx.rows(benches).update(made.id, { seats: 2 })))).toEqual([['row.not_found'], 404])
    expect(await codes(store.run(as(south), (ctx) => ctx.rows(benches).step(made.id, 'damage', { note: 'x' })))).toEqual([
      ['row.not_found'],
      404,
    ])
    expect(await codes(store.run(as(south), (ctx) => ctx.rows(benches).create({ place: '北', communityId: NORTH })))).toEqual([
      ['access.outside_scope'],
      403,
    ])
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(benches).update(made.id, { communityId: SOUTH })))).toEqual([
      ['access.outside_scope'],
      403,
    ])
    expect(await store.read(as(south), (ctx) => ctx.rows(benches).count())).toBe(0)
    expect(await codes(store.run(as(everywhere), (ctx) => ctx.rows(benches).create({ place: '天', communityId: '411402004999' })))).toEqual(
      [['place.unknown'], 400],
    )
  })

  test('a row of the street is read by all and written street-wide alone', async () => {
    const made = await store.run(as(everywhere), (ctx) => ctx.rows(notices).create({ title: '停水' }))
    expect((await store.read(as(south), (ctx) => ctx.rows(notices).get(made.id))).title).toBe('停水')
    expect(await codes(store.run(as(south), (ctx) => ctx.rows(notices).update(made.id, { title: '停电' })))).toEqual([
      ['access.outside_scope'],
      403,
    ])
    expect(await codes(store.run(as(south), (ctx) => ctx.rows(notices).create({ title: '停电' })))).toEqual([['access.outside_scope'], 403])
  })

  test('a permission that is not held opens nothing, and a named one confines every door', async () => {
    const reader = person([{ communityId: NORTH }], 'P1', 'P1', ['parks.benches.read'])
    expect(await codes(store.run(as(reader), (ctx) => ctx.rows(benches).create({ place: 'x' })))).toEqual([['access.not_granted'], 403])
    expect(await codes(store.read(as(reader), (ctx) => ctx.rows(keepers).list()))).toEqual([['access.not_granted'], 403])
    const confined = await store.run(as(reader, { permission: 'parks.benches.read' }), (ctx) => ctx.rows(keepers).create({ name: '甲' }))
    expect(confined.communityId).toBe(NORTH)
    const seen = await store.read(as(reader, { permission: 'parks.benches.read' }), async (ctx) => [
      await ctx.rows(keepers).count(),
      await ctx.elevated().rows(keepers).count(),
    ])
    await store.run(as(south), (ctx) => ctx.rows(keepers).create({ name: '乙' }))
    expect(seen[0]).toBe(1)
  })

  test('what is wrong is refused by field, in words', async () => {
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(benches).create({ place: ' ', seats: 0, wood: 1 } as never)))).toEqual([
      ['input.unknown', 'input.required', 'input.too_small'],
      400,
    ])
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(benches).create({ place: 'x', seats: 21 })))).toEqual([
      ['parks.too_many_seats'],
      422,
    ])
    expect(
      await codes(store.run(as(north), (ctx) => ctx.rows(benches).create({ place: 'x', total: 1 } as never, { byRequest: true }))),
    ).toEqual([['input.unknown'], 400])
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(benches).create('text' as never)))).toEqual([
      ['input.unknown', 'input.required'],
      400,
    ])
  })

  test('a stale version loses, an unchanged form writes nothing', async () => {
    const made = await store.run(as(north), (ctx) => ctx.rows(benches).create({ place: '池边', seats: 2, code: 'B-7' }))
    const same = await store.run(as(north), (ctx) =>
      ctx.rows(benches).update(made.id, { ...made } as never, { byRequest: true, version: 1 }),
    )
    expect(same.version).toBe(1)
    const changed = await store.run(as(north), (ctx) => ctx.rows(benches).update(made.id, { seats: 4 }, { version: 1 }))
    expect(changed).toMatchObject({ version: 2, seats: 4, place: '池边' })
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(benches).update(made.id, { seats: 5 }, { version: 1 })))).toEqual([
      ['row.stale'],
      409,
    ])
    expect(
      await codes(
        store.run(as(north), (ctx) => ctx.rows(benches).update(made.id, { ...changed, code: 'B-8' } as never, { byRequest: true })),
      ),
    ).toEqual([['input.immutable'], 400])
  })

  test('a clock over a year without a notice is provisional, on the row and in the inbox; a moment that a rule sets is not', async () => {
    const at = (
      now: string,
      extra: Record<string, unknown> | null = null,
    ): Promise<{ id: string; dueAt: string | null; dueProvisional: boolean }> =>
      store.run(as(north, { now }), async (ctx) => {
        const made = await ctx.rows(benches).create({ place: '岁末', extra })
        return ctx.rows(benches).step(made.id, 'damage', { note: '裂' })
      })
    const over = await at('2026-12-30T02:00:00.000Z')
    expect(over).toMatchObject({ dueAt: '2027-01-04T16:00:00.000Z', dueProvisional: true })
    expect(await at('2026-09-22T02:00:00.000Z')).toMatchObject({ dueProvisional: false })
    expect(await at('2026-12-30T02:00:00.000Z', { promised: '2027-01-03T16:00:00.000Z' })).toMatchObject({ dueProvisional: false })
    const { items } = await store.read(as(north, { now: '2026-12-30T03:00:00.000Z' }), (ctx) => store.inbox(ctx, { limit: 200 }))
    expect(items.find(({ id }) => id === over.id)).toMatchObject({ dueProvisional: true })
    const mended = await store.run(as(north), (ctx) => ctx.rows(benches).step(over.id, 'mend', {}))
    expect(mended).toMatchObject({ dueAt: null, dueProvisional: false })
  })

  test('steps alone change the state', async () => {
    const made = await store.run(as(north), (ctx) => ctx.rows(benches).create({ place: '亭' }))
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(benches).update(made.id, { status: 'gone' } as never)))).toEqual([
      ['input.unknown'],
      400,
    ])
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(benches).step(made.id, 'mend', {})))).toEqual([
      ['workflow.not_from_here'],
      422,
    ])
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(benches).step(made.id, 'damage', {} as never)))).toEqual([
      ['input.required'],
      400,
    ])
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(benches).step(made.id, 'damage', { note: 'never' })))).toEqual([
      ['parks.frozen'],
      422,
    ])
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(benches).step(made.id, 'rot', {}, { byRequest: true })))).toEqual([
      ['row.not_allowed'],
      404,
    ])
    await store.run(as(north), (ctx) => ctx.rows(benches).step(made.id, 'damage', { note: '裂' }))
    const mended = await store.run(as(north), (ctx) => ctx.rows(benches).step(made.id, 'mend', { seats: 2 }))
    expect(mended).toMatchObject({ status: 'sound', seats: 2, dueAt: null })
    await store.run(as(north), (ctx) => ctx.rows(benches).step(made.id, 'rot', {}))
    await store.run(as(north), (ctx) => ctx.rows(benches).step(made.id, 'dismantle', {}))
    expect(await store.read(as(north), (ctx) => ctx.rows(notices).first({ title: `拆除 ${made.id}` }))).toBeDefined()
  })

  test('personal fields are masked, hidden, found whole, and revealed for a purpose', async () => {
    const made = await store.run(as(north), (ctx) =>
      ctx
        .rows(keepers)
        .create({ name: '张三丰', idNumber: ID, phone: '138 1234 1234', income: 100, note: '密', skills: ['repair', 'repair'] }),
    )
    expect(made).toMatchObject({
      idNumber: '990402********1233',
      phone: '138****1234',
      income: null,
      note: null,
      born: '1990-01-01',
      skills: ['repair'],
    })
    const asForm = await store.run(as(north), (ctx) =>
      ctx.rows(keepers).update(made.id, { ...made, name: '张君宝' } as never, { byRequest: true }),
    )
    expect(asForm.name).toBe('张君宝')
    const clear = await store.run(as(north), (ctx) => ctx.rows(keepers).reveal(made.id, ['idNumber', 'income'], 'service'))
    expect(clear).toEqual({ idNumber: ID, income: 100 })
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(keepers).reveal(made.id, ['note'], 'service')))).toEqual([
      ['privacy.sealed'],
      403,
    ])
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(keepers).reveal(made.id, ['phone'], '' as never)))).toEqual([
      ['privacy.purpose_needed'],
      403,
    ])
    const found = (filter: object): Promise<number> => store.read(as(north), (ctx) => ctx.rows(keepers).count(filter))
    expect(await found({ idNumber: ID })).toBe(1)
    expect(await found({ phone: '+86 138-1234-1234' })).toBe(1)
    expect(await found({ q: '13812341234' })).toBe(1)
    expect(await found({ q: 'zjb' })).toBe(1)
    expect(await found({ q: 'ZHANGJUN' })).toBe(1)
    expect(await found({ q: '君宝' })).toBe(1)
    expect(await found({ q: 'zsf' })).toBe(0)
    expect(await found({ skills: 'repair' })).toBe(1)
    expect(await found({ skills: ['pruning', 'planting'] })).toBe(0)
    expect(await codes(found({ income_gte: 50 }))).toEqual([['filter.not_allowed'], 403])
    expect(await codes(store.run(as(south), (ctx) => ctx.rows(keepers).create({ name: '李四', idNumber: ID })))).toEqual([
      ['row.taken'],
      409,
    ])
  })

  test('a filter that cannot be is refused, never a fault', async () => {
    for (const filter of [
      { wood: 1 },
      { seats_gte: 'x' },
      { from: '2026-02-30' },
      { id: 'x' },
      { keeper: ['nope'] },
      { isCovered: 'yes' },
      { extra: {} },
      { q: 'a\0' },
      { seats: 1e300 },
    ]) {
      const [, status] = await codes(store.read(as(everywhere), (ctx) => ctx.rows(benches).list({ filter: filter as never })))
      expect(status).toBe(400)
    }
    expect(
      (await store.read(as(everywhere), (ctx) => ctx.rows(benches).list({ filter: { seats: 2 ** 40, seats_lte: 2 ** 40 } }))).rows,
    ).toEqual([])
    expect(await codes(store.read(as(everywhere), (ctx) => ctx.rows(benches).list({ sort: ['extra', 'asc'] })))).toEqual([
      ['sort.unknown'],
      400,
    ])
    expect(await codes(store.read(as(everywhere), (ctx) => ctx.rows(benches).list({ after: 'zzz' })))).toEqual([['cursor.bad'], 400])
    expect(await codes(store.run(as(everywhere), (ctx) => ctx.rows(keepers).create({ name: 'x', note: 'a\0b' })))).toEqual([
      ['input.not_storable'],
      400,
    ])
  })

  test('what points nowhere, or is pointed at, is refused', async () => {
    const missing = '01890000-0000-7000-8000-000000000000'
    expect(await codes(store.run(as(everywhere), (ctx) => ctx.rows(tickets).create({ notice: missing, holder: 'a' })))).toEqual([
      ['ref.missing'],
      422,
    ])
    const keeper = await store.run(as(north), (ctx) => ctx.rows(keepers).create({ name: '丁' }))
    expect(await codes(store.run(as(south), (ctx) => ctx.rows(benches).create({ place: 'x', keeper: keeper.id })))).toEqual([
      ['ref.missing'],
      422,
    ])
    await store.run(as(north), (ctx) => ctx.rows(benches).create({ place: 'x', keeper: keeper.id }))
    expect(await codes(store.run(as(north), (ctx) => ctx.rows(keepers).remove(keeper.id)))).toEqual([['row.in_use'], 409])
    expect(await codes(store.run(as(everywhere), (ctx) => ctx.rows(benches).remove(keeper.id, { byRequest: true })))).toEqual([
      ['row.not_allowed'],
      403,
    ])
  })

  test('every page of a list comes once, by cursor and by offset, with empty values', async () => {
    await store.run(as(everywhere), async (ctx) => {
      for (let index = 0; index < 60; index += 1) {
        await ctx.rows(benches).create({ place: `页${index}`, communityId: SOUTH, ...(index % 4 === 0 ? {} : { seats: 1 + (index % 5) }) })
      }
    })
    for (const sort of [
      ['seats', 'asc'],
      ['seats', 'desc'],
      ['createdAt', 'desc'],
      ['id', 'asc'],
      ['dueAt', 'desc'],
      ['isCovered', 'asc'],
    ] as const) {
      const whole = await store.read(as(south), (ctx) => ctx.rows(benches).list({ sort, limit: 1000 }))
      expect(whole.total).toEqual({ count: whole.rows.length, more: false })
      const byCursor: string[] = []
      let after: string | undefined
      do {
        const page = await store.read(as(south), (ctx) => ctx.rows(benches).list({ sort, limit: 7, ...(after ? { after } : {}) }))
        expect(page.total?.count).toBe(whole.rows.length)
        byCursor.push(...page.rows.map(({ id }) => id))
        after = page.next ?? undefined
      } while (after)
      expect(byCursor).toEqual(whole.rows.map(({ id }) => id))
      const second = await store.read(as(south), (ctx) => ctx.rows(benches).list({ sort, limit: 7, offset: 7 }))
      expect(second.rows.map(({ id }) => id)).toEqual(byCursor.slice(7, 14))
      const each: string[] = []
      await store.read(as(south), async (ctx) => {
        for await (const row of ctx.rows(benches).each({ sort })) each.push(row.id)
      })
      expect(each).toEqual(byCursor)
    }
    const beyond = await store.read(as(south), (ctx) => ctx.rows(benches).list({ offset: 5000 }))
    expect(beyond).toMatchObject({ rows: [], total: { count: 60 }, next: null })
  })

  test('a part that is refused is taken back alone', async () => {
    const outcome = await store.run(as(everywhere), async (ctx) => {
      const results: string[] = []
      for (const name of ['雨', '雨', '雪']) {
        await ctx
          .attempt(() => ctx.rows(notices).create({ title: name, from: '2026-01-01' }))
          .then(() => results.push('made'))
          .catch((error: RefusedError) => results.push(error.refusals[0]?.code ?? ''))
      }
      return results
    })
    expect(outcome).toEqual(['made', 'row.taken', 'made'])
    expect(await store.read(as(everywhere), (ctx) => ctx.rows(notices).count({ from: '2026-01-01' }))).toBe(2)
  })

  test('a failed transaction that somebody caught never passes for done', async () => {
    await expect(
      store.run(as(everywhere), async (ctx) => {
        await ctx.rows(notices).create({ title: '雷', from: '2026-03-01' })
        await ctx
          .rows(notices)
          .create({ title: '雷', from: '2026-03-01' })
          .catch(() => undefined)
      }),
    ).rejects.toThrow()
    expect(await store.read(as(everywhere), (ctx) => ctx.rows(notices).count({ title: '雷' }))).toBe(0)
  })

  test('fifty at once take three from three', async () => {
    const notice = await store.run(as(everywhere), (ctx) => ctx.rows(notices).create({ title: '米', left: 3 }))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        store.run(as(everywhere), async (ctx) => {
          const row = await ctx.rows(notices).lock(notice.id)
          if (row.left < 1) return ctx.refuse({ code: 'parks.sold_out', zh: '已领完', en: 'None left' })
          await ctx.rows(tickets).create({ notice: notice.id, holder: `人${index}` })
          return ctx.rows(notices).update(notice.id, { left: row.left - 1 })
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(await store.read(as(everywhere), (ctx) => ctx.rows(tickets).count({ notice: notice.id }))).toBe(3)
    expect((await store.read(as(everywhere), (ctx) => ctx.rows(notices).get(notice.id))).left).toBe(0)
  })

  test('a handler queries with its own SQL in the same transaction, confined by the scope', async () => {
    const sum = await store.run(as(south), async (ctx) => {
      await ctx.rows(benches).create({ place: '新', seats: 20, communityId: SOUTH })
      const db = ctx.db as import('kysely').Kysely<{ parksBenches: { seats: number; streetId: string; isCovered: boolean } }>
      return db
        .selectFrom('parksBenches as b')
        .select((eb) => [eb.fn.max('b.seats').as('mostSeats')])
        .where(ctx.scoped(benches, 'b'))
        .executeTakeFirst()
    })
    expect(sum).toEqual({ mostSeats: 20 })
  })

  test('nothing is written by work that only reads', async () => {
    await expect(store.read(as(north), (ctx) => ctx.rows(benches).create({ place: 'x' }))).rejects.toThrow(/store\.run/)
  })
})
