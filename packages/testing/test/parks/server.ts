import { defineReasons } from '@linli/core/refusal'
import { definePluginServer, pluginSql, type Context } from '@linli/store'
import { sql } from 'kysely'
import { benchBroken, benches, counts, parks } from './index.ts'

const reason = defineReasons({ 'parks.tomorrow': { zh: '不能清点未来的日子', en: 'A day to come cannot be counted' } })

async function ledger(ctx: Context): Promise<{ place: string; seats: number }[]> {
  const { rows } = await sql<{ place: string; seats: number }>`
    select b.place, b.seats from parks_benches b where ${ctx.scoped(benches, 'b')} order by b.place`.execute(ctx.db)
  return rows
}

/** Everything as it should be. */
export const parksServer = definePluginServer(parks, {
  migrations: [{ name: '0001_create', up: pluginSql(parks) }],
  effects: {
    'parks.benches': {
      damage: (ctx, { after }) =>
        ctx.emit(benchBroken, { resource: benches, id: after.id, communityId: after.communityId }, { benchId: after.id }),
    },
  },
  actions: {
    'parks.count': async (ctx, { day }) => {
      if (day > ctx.today) return ctx.refuse(reason('parks.tomorrow', undefined, 'day'))
      const found = await ctx.rows(benches).count()
      await ctx.rows(counts).create({ day, benches: found })
      return { benches: found }
    },
    'parks.benches.paint': async (ctx, { id }) => {
      await ctx.rows(benches).get(id)
      return { painted: true }
    },
  },
  reports: {
    'parks.ledger': ledger,
    'parks.summary': async (ctx, { from }) => {
      const { rows } = await sql<{ status: string; count: number }>`
        select b.status, count(*)::int as count from parks_benches b
        where ${ctx.scoped(benches, 'b')} and (${from}::date is null or b.since >= ${from}::date) group by b.status order by b.status`.execute(
        ctx.db,
      )
      return rows
    },
  },
})
