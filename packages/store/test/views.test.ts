import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LinliStore } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, benches, everywhere, keepers, north, NORTH, person, south, SOUTH } from './parks.ts'

describe.each(legs)('the home page on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  const at = (day: string): string => `${day}T02:00:00.000Z`
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open()
    for (const [place, communityId, now] of [
      ['早', NORTH, at('2026-11-02')],
      ['晚', NORTH, at('2026-11-20')],
      ['南', SOUTH, at('2026-11-10')],
    ] as const) {
      await store.run(as(everywhere, { now }), async (ctx) => {
        const made = await ctx.rows(benches).create({ place, communityId })
        await ctx.rows(benches).step(made.id, 'damage', { note: '断' })
      })
    }
    await store.run(as(everywhere), async (ctx) => {
      await ctx.rows(benches).create({ place: '好', communityId: NORTH })
      await ctx.rows(keepers).create({ name: '甲', communityId: NORTH, income: 100 })
      await ctx.rows(keepers).create({ name: '乙', communityId: SOUTH, income: 30 })
    })
  })
  afterAll(() => ground.destroy())

  test('shows what waits for me, by clock, and nothing else', async () => {
    const now = at('2026-11-22')
    const inbox = await store.read(as(north, { now }), (ctx) => store.inbox(ctx))
    expect(inbox).toMatchObject({
      total: 2,
      counts: [{ resource: 'parks.benches', title: '长椅', count: 2, overdue: 1, more: false }],
      items: [
        {
          label: '早',
          status: 'broken',
          statusTitle: '损坏',
          overdue: true,
          communityId: NORTH,
          steps: [
            { name: 'mend', title: '修复' },
            { name: 'dismantle', title: '拆除' },
          ],
        },
        { label: '晚', overdue: false },
      ],
    })
    expect(
      (await store.read(as(everywhere, { now }), (ctx) => store.inbox(ctx, { offset: 1, limit: 1 }))).items.map(({ label }) => label),
    ).toEqual(['南'])
    const mender = person([{ communityId: SOUTH }], 'P1', 'P1', ['parks.benches.mend'])
    const his = await store.read(as(mender, { now }), (ctx) => store.inbox(ctx))
    expect(his.items.map(({ label, steps }) => [label, steps.map(({ name }) => name)])).toEqual([['南', ['mend']]])
    const nobody = person([{ communityId: NORTH }], 'P1', 'P1', ['parks.benches.read'])
    expect(await store.read(as(nobody), (ctx) => store.inbox(ctx))).toEqual({ items: [], total: 0, more: false, counts: [] })
    await store.modules.change(as(everywhere), 'ledger', { enabled: false })
    await store.modules.change(as(everywhere), 'parks', { enabled: false })
    expect((await store.read(as(north), (ctx) => store.inbox(ctx))).total).toBe(0)
    await store.modules.change(as(everywhere), 'parks', { enabled: true })
  })

  test('counts what I may read, and keeps back sums of what I may not see', async () => {
    const figures = await store.read(as(south), (ctx) => store.figures(ctx))
    expect(figures).toEqual([
      {
        name: 'parks.bench-count',
        title: '长椅数',
        help: null,
        value: 1,
        kind: 'count',
        resource: 'parks.benches',
        filter: {},
        groups: [{ value: 'broken', label: '损坏', count: 1 }],
      },
    ])
    const leader = person([{}], 'P3')
    const [count, sum] = await store.read(as(leader), (ctx) => store.figures(ctx))
    expect([count?.value, sum?.value, sum?.kind]).toEqual([4, 130, 'money'])
  })

  test('a step that waits at a level is in the inboxes of that level alone; what has no community waits at the street', async () => {
    const placeless = await store.run(as(everywhere), async (ctx) => {
      const made = await ctx.rows(benches).create({ place: '无主' })
      return ctx.rows(benches).step(made.id, 'damage', { note: '断' })
    })
    const labels = async (places: Parameters<typeof person>[0]): Promise<readonly string[]> => {
      const dismantler = person(places, 'P1', 'P1', ['parks.benches.dismantle'])
      const { items } = await store.read(as(dismantler), (ctx) => store.inbox(ctx))
      return items.map(({ label }) => label)
    }
    expect(await labels([{ communityId: NORTH }])).toEqual(['早', '晚'])
    expect(await labels([{}])).toEqual(['无主'])
    expect(await labels([{ communityId: NORTH, gridId: `${NORTH}001` }])).toEqual([])
    // Beside another step that waits at every level.
    const both = person([{ communityId: NORTH, gridId: `${NORTH}001` }], 'P1', 'P1', ['parks.benches.dismantle', 'parks.benches.mend'])
    expect((await store.read(as(both), (ctx) => store.inbox(ctx))).total).toBe(0)
    await store.run(as(everywhere), (ctx) => ctx.rows(benches).step(placeless.id, 'dismantle', {}))
  })
})
