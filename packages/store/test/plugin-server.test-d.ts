import { defineAction, definePlugin, defineResource, integer, text } from '@linli/kit'
import { expectTypeOf, test } from 'vitest'
import { definePluginServer } from '../src/index.ts'

const benches = defineResource({
  name: 'parks.benches',
  title: '长椅',
  scope: 'community',
  display: 'place',
  fields: { place: text({ title: '位置', required: true }), seats: integer({ title: '座位' }) },
  list: { columns: ['place'] },
  workflow: {
    initial: 'sound',
    states: { sound: { title: '完好' }, gone: { title: '拆除', final: true } },
    steps: { dismantle: { title: '拆除', from: ['sound'], to: 'gone', input: { note: text({ title: '说明', required: true }) } } },
  },
})
const count = defineAction({
  name: 'parks.count',
  title: '清点',
  input: { least: integer({ title: '至少', default: 1, required: true }) },
  example: { benches: 12 },
})
const parks = definePlugin({
  id: 'parks',
  package: '@example/parks',
  entries: ['server'],
  title: '公园',
  summary: '长椅台账',
  resources: [benches],
  actions: [count],
  settings: { days: integer({ title: '天数', default: 3, required: true }) },
})

test('a server half knows its rows, steps, inputs and settings', () => {
  definePluginServer(parks, {
    migrations: [],
    guards: {
      'parks.benches': {
        dismantle: (ctx, { row, input }) => {
          expectTypeOf(row.seats).toEqualTypeOf<number | null>()
          expectTypeOf(input.note).toEqualTypeOf<string>()
          expectTypeOf(ctx.settings.days).toEqualTypeOf<number>()
          return { seats: 0 }
        },
      },
    },
    actions: {
      'parks.count': async (ctx, input) => {
        expectTypeOf(input.least).toEqualTypeOf<number | null | undefined>()
        return { benches: await ctx.rows(benches).count({ status: 'sound', seats_gte: 2 }) }
      },
    },
    reports: {},
  })
})

test('a misspelt step is an error', () => {
  definePluginServer(parks, {
    migrations: [],
    // @ts-expect-error the step is called dismantle
    guards: { 'parks.benches': { dismantel: () => undefined } },
    actions: { 'parks.count': () => ({ benches: 1 }) },
    reports: {},
  })
  // @ts-expect-error the action has no handler
  definePluginServer(parks, { migrations: [], actions: {}, reports: {} })
})
