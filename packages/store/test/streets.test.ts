import { systemAccess, type Actor } from '@linli/core/access'
import { defineStreet, use, type Street } from '@linli/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LinliStore, RunAs } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, everywhere, keepers, ledger, NORTH, notices, parks, plugins, STREET, street, system } from './parks.ts'

const OTHER = '411402005'
const other: Street = defineStreet({
  code: OTHER,
  name: '青云街道',
  officialName: '青云街道办事处',
  communities: [{ code: `${OTHER}001`, name: '东社区' }],
  modules: [use(parks), use(ledger)],
})
const there: Actor = { kind: 'system', id: 'system', name: '系统', streetId: OTHER, access: systemAccess(OTHER) }

describe.each(legs)('two streets in one database on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  const asThere: RunAs = { actor: there, street: other, pluginId: 'parks' }
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open({ streets: [street, other], plugins })
  })
  afterAll(() => ground.destroy())

  test('keep their rows, unique values, modules and audits apart', async () => {
    const made = await store.run(as(everywhere), async (ctx) => {
      await ctx.rows(notices).create({ title: '停水', from: '2026-01-01' })
      return ctx.rows(keepers).create({ name: '甲', phone: '13812341234', communityId: NORTH })
    })
    await store.run(asThere, (ctx) => ctx.rows(notices).create({ title: '停水', from: '2026-01-01' }))
    expect(await store.read(asThere, (ctx) => ctx.rows(keepers).find(made.id))).toBeUndefined()
    expect(await store.read(asThere, (ctx) => ctx.elevated().rows(keepers).count({ phone: '13812341234' }))).toBe(0)
    await expect(store.run(asThere, (ctx) => ctx.elevated().rows(keepers).update(made.id, { name: '乙' }))).rejects.toMatchObject({
      status: 404,
    })
    await expect(store.run(asThere, (ctx) => ctx.rows(keepers).create({ name: '丙', communityId: NORTH }))).rejects.toMatchObject({
      message: 'place.unknown',
    })
    await store.modules.change(asThere, 'ledger', { enabled: false })
    expect([await store.modules.isOn(STREET, 'ledger'), await store.modules.isOn(OTHER, 'ledger')]).toEqual([true, false])
    expect([(await store.audit.verify(STREET)).entries, (await store.audit.verify(OTHER)).entries]).toEqual([2, 2])
  })

  test('never lend each other an actor', async () => {
    for (const actor of [system, everywhere]) {
      await expect(store.read({ ...asThere, actor }, (ctx) => ctx.elevated().rows(keepers).count())).rejects.toMatchObject({ status: 403 })
      await expect(store.run({ ...asThere, actor }, (ctx) => ctx.elevated().rows(keepers).create({ name: '丁' }))).rejects.toMatchObject({
        status: 403,
      })
    }
  })
})
