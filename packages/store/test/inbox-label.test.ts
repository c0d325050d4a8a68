import { definePlugin, defineResource, defineStreet, ref, text, use, type AnyResource } from '@linli/kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { definePluginServer, type LinliStore, pluginSql } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, everywhere, NORTH, person, STREET } from './parks.ts'

const workflow = {
  initial: 'open',
  states: { open: { title: '待办' }, done: { title: '办好', final: true } },
  steps: { finish: { title: '办好', from: ['open'], to: 'done', todo: true } },
} as const
const folders = defineResource({
  name: 'care.folders',
  title: '关爱档案',
  scope: 'community',
  display: 'who',
  fields: { who: text({ title: '是谁', privacy: 'P3' }), no: text({ title: '编号', unique: true }) },
  list: { columns: ['no'] },
  workflow,
})
const calls = defineResource({
  name: 'care.calls',
  title: "探访's",
  scope: 'community',
  display: 'folderId',
  fields: { folderId: ref('care.folders', { title: '档案' }) },
  list: { columns: ['folderId'] },
  workflow,
})
const care = definePlugin({
  id: 'care',
  package: '@example/care',
  entries: ['server'],
  title: '关爱',
  summary: '',
  resources: [folders, calls],
})
const careServer = definePluginServer(care, { migrations: [{ name: '0001_create', up: pluginSql(care) }], actions: {}, reports: {} })
const street = defineStreet({
  code: STREET,
  name: '白云街道',
  officialName: '白云街道办事处',
  communities: [{ code: NORTH, name: '北社区' }],
  modules: [use(care)],
})

describe.each(legs)('what a row that waits is called on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open({ plugins: [{ plugin: care, server: careServer }], streets: [street] })
    // Late in the evening here, and still the day before by the clock of the wire.
    await store.run(as(everywhere, { street, pluginId: 'care', now: '2026-11-21T17:00:00.000Z' }), async (ctx) => {
      const named = await ctx.rows(folders).create({ who: '欧阳保密', no: 'GA-7', communityId: NORTH })
      await ctx.rows(folders).create({ who: '司马保密', communityId: NORTH })
      await ctx.rows(folders).create({ no: 'GA-9', communityId: NORTH })
      await ctx.rows(calls).create({ folderId: named.id, communityId: NORTH })
      await ctx.rows(calls).create({ communityId: NORTH })
    })
  })
  afterAll(() => ground.destroy())

  const labels = async (resource: AnyResource, show: 'P1' | 'P3'): Promise<readonly string[]> => {
    const viewer = as(person([{}], show), { street, pluginId: 'care' })
    const { items } = await store.read(viewer, (ctx) => store.inbox(ctx, { resource: resource.name }))
    return items.map(({ label }) => label).toSorted()
  }

  test('by its name for whoever may see that, else by its number or its day: never by an id, never empty', async () => {
    expect(await labels(folders, 'P3')).toEqual(['关爱档案 GA-9', '司马保密', '欧阳保密'].toSorted())
    expect(await labels(folders, 'P1')).toEqual(['关爱档案 2026-11-22', '关爱档案 GA-7', '关爱档案 GA-9'].toSorted())
    expect(await labels(calls, 'P3')).toEqual(["探访's 2026-11-22", '欧阳保密'].toSorted())
    expect(await labels(calls, 'P1')).toEqual(["探访's 2026-11-22", "探访's 2026-11-22"])
  })
})
