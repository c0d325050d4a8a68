import { choice, definePlugin, defineResource, defineStreet, ref, text, use } from '@linli/kit'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { definePluginServer, pluginSql, RefusedError, type LinliStore } from '../src/index.ts'
import { legs, type Ground } from './legs.ts'
import { as, person, street as park, system } from './parks.ts'

const errands = defineResource({
  name: 'errands.errands',
  title: '差事',
  scope: 'street',
  display: 'what',
  fields: {
    what: text({ title: '什么事', required: true }),
    kind: choice({ title: '类别', required: true, options: { plain: '一般', urgent: '紧急' }, default: 'plain' }),
    runnerId: ref('platform.accounts', { title: '谁去' }),
  },
  list: { columns: ['what'] },
  workflow: {
    initial: 'open',
    states: { open: { title: '待办' }, done: { title: '已办', final: true } },
    steps: {
      run: { title: '去办', from: ['open'], to: 'done', todo: true, waitsFor: 'runnerId', alone: true },
      hurry: { title: '急办', from: ['open'], to: 'done', todo: true, when: { kind: ['urgent'] } },
    },
  },
})
const plugin = definePlugin({
  id: 'errands',
  package: '@example/errands',
  entries: ['server'],
  title: '差事',
  summary: '',
  resources: [errands],
})
// A module that forgot its guards.
const server = definePluginServer(plugin, {
  migrations: [
    {
      name: '0001_create',
      up: `create table platform_accounts (street_id text collate "C", id uuid, primary key (street_id, id));\n${pluginSql(plugin)}`,
    },
  ],
  actions: {},
  reports: {},
})
const street = defineStreet({ ...park, modules: [use(plugin)] })
const [mine, others]: readonly [string, string] = [randomUUID(), randomUUID()]
const me = { ...person([{}]), id: mine }
const somebody = { ...person([{}]), id: others }

describe.each(legs)('a step that is not for everybody, on $name', (leg) => {
  let ground: Ground
  let store: LinliStore
  beforeAll(async () => {
    ground = await leg.ground()
    store = await ground.open({ plugins: [{ plugin, server }], streets: [street] })
    await store.run(as(system, { pluginId: 'errands', street }), async (ctx) => {
      for (const id of [mine, others])
        await ctx.db
          .insertInto('platform_accounts' as never)
          .values({ street_id: street.code, id } as never)
          .execute()
    })
  })
  afterAll(() => ground.destroy())

  const made = (values: { readonly kind?: 'urgent'; readonly runnerId?: string }): Promise<string> =>
    store.run(as(system, { pluginId: 'errands', street }), async (ctx) => (await ctx.rows(errands).create({ what: '送信', ...values })).id)
  const taken = (actor: typeof me, id: string, step: 'run' | 'hurry', byRequest: boolean): Promise<string> =>
    store
      .run(as(actor, { pluginId: 'errands', street }), async (ctx) => (await ctx.rows(errands).step(id, step, {}, { byRequest })).status)
      .catch((error: unknown) => {
        if (error instanceof RefusedError) return error.refusals[0]?.code ?? ''
        throw error
      })

  test('is refused to anybody else, by request and by an action, though no guard says so', async () => {
    const id = await made({ runnerId: mine })
    expect(await taken(somebody, id, 'run', true)).toBe('step.others')
    expect(await taken(somebody, id, 'run', false)).toBe('step.others')
    expect(await taken(me, id, 'run', true)).toBe('done')
  })

  test('is everybody’s while nobody is named, and a rule’s at any time', async () => {
    expect(await taken(somebody, await made({}), 'run', true)).toBe('done')
    expect(await taken({ ...system }, await made({ runnerId: mine }), 'run', false)).toBe('done')
    const id = await made({ runnerId: mine })
    const work = store.run(as(somebody, { pluginId: 'errands', street }), (ctx) => ctx.elevated().rows(errands).step(id, 'run', {}))
    expect((await work).status).toBe('done')
  })

  test('is only on rows of its kind, and waits in the inbox on those alone', async () => {
    const [plain, urgent] = [await made({ runnerId: mine }), await made({ kind: 'urgent', runnerId: mine })]
    const inbox = await store.read(as(somebody, { pluginId: 'errands', street }), (ctx) => store.inbox(ctx))
    expect(inbox.items.map(({ id, steps }) => [id, steps.map(({ name }) => name)])).toEqual([[urgent, ['hurry']]])
    expect(await taken(somebody, plain, 'hurry', true)).toBe('step.other_row')
    expect(await taken(somebody, urgent, 'hurry', true)).toBe('done')
  })
})
