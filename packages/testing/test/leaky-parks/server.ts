import { definePluginServer, pluginSql } from '@linli/store'
import { sql } from 'kysely'
import { benches, broken, leaky } from './index.ts'

export const leakyServer = definePluginServer(leaky, {
  // The table has a column more than the resource calls for and one index less.
  migrations: [
    {
      name: '0001_create',
      up: `${pluginSql(leaky).replace(/create index leaky_benches_community[^;]*;/, '')}\nalter table leaky_benches add column colour text;`,
    },
  ],
  effects: {
    'leaky.benches': {
      damage: (ctx, { after }) =>
        ctx.emit(broken, { resource: benches, id: after.id, communityId: after.communityId }, { place: after.place }),
    },
  },
  actions: { 'leaky.benches.look': async (ctx, { id }) => ({ place: (await ctx.elevated().rows(benches).get(id)).place }) },
  reports: {
    'leaky.ledger': async (ctx) => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from leaky_benches`.execute(ctx.db)
      return rows
    },
  },
  on: { 'weather.storm.begun': () => undefined },
  jobs: {
    sweep: {
      title: '清扫',
      every: '0 3 * * *',
      run: () => {
        throw new Error('no broom')
      },
    },
  },
  routes: new URL('./routes', import.meta.url),
})
