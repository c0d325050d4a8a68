import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RefusedError, type LinliStore } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, benches, keepers, north, NORTH, SOUTH } from './parks.ts'

describe.each(legs)('many rows at once on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open()
  })
  afterAll(() => ground.destroy())

  test('each is validated, guarded, placed, enciphered and audited as if it came alone', async () => {
    const given = Array.from({ length: 230 }, (_, index) => ({ place: `第${index}把`, seats: index % 2 === 0 ? 3 : null }))
    const made = await store.run(as(north), (ctx) => ctx.rows(benches).createMany(given))
    expect(made).toHaveLength(230)
    expect(made[2]).toMatchObject({ place: '第2把', total: 6, communityId: NORTH, status: 'sound', version: 1 })
    expect(await store.read(as(north), (ctx) => ctx.rows(benches).get(made[229]?.id ?? ''))).toEqual(made[229])
    const [people] = await store.run(as(north), async (ctx) => [
      await ctx.rows(keepers).createMany([{ name: '张三丰', phone: '13812341234' }, { name: '李四' }]),
    ])
    expect(people?.[0]?.phone).toBe('138****1234')
    expect(await store.read(as(north), (ctx) => ctx.rows(keepers).first({ phone: '13812341234' }))).toEqual(people?.[0])
    expect(await store.audit.verify('411402004')).toMatchObject({ intact: true })
  })

  test('one that is refused takes the others with it', async () => {
    const before = await store.read(as(north), (ctx) => ctx.rows(benches).count())
    const refusals = [
      [{ place: '好' }, { place: '座位太多', seats: 21 }],
      [{ place: '好' }, { place: '别处', communityId: SOUTH }],
    ]
    for (const given of refusals) {
      await expect(store.run(as(north), (ctx) => ctx.rows(benches).createMany(given))).rejects.toBeInstanceOf(RefusedError)
    }
    expect(await store.read(as(north), (ctx) => ctx.rows(benches).count())).toBe(before)
  })

  test('none is nothing', async () => {
    expect(await store.run(as(north), (ctx) => ctx.rows(benches).createMany([]))).toEqual([])
  })
})
