import { addDays } from '@linli/core/date'
import { defineReasons } from '@linli/core/refusal'
import { definePluginServer } from '@linli/store'
import { claimed, items, KINDS, lostAndFound } from '../index.ts'
import { migrations } from './migrations.ts'

const reason = defineReasons({
  'lost-and-found.future': { zh: '捡到的日期不能晚于今天', en: 'A thing cannot have been found in the future' },
  'lost-and-found.too_early': {
    zh: '还没有保管满 {days} 天，{until} 以后才能上交',
    en: 'It is kept for {days} days; hand it over after {until}',
  },
})

export default definePluginServer(lostAndFound, {
  migrations,
  guards: {
    'lost-and-found.items': {
      create: (ctx, { values }) => (values.day > ctx.today ? reason('lost-and-found.future', undefined, 'day') : undefined),
      handOver: (ctx, { row }) => {
        const until = addDays(row.day, ctx.settings.keepDays)
        return until > ctx.today ? reason('lost-and-found.too_early', { days: ctx.settings.keepDays, until }) : undefined
      },
    },
  },
  effects: {
    'lost-and-found.items': {
      claim: (ctx, { after }) => ctx.emit(claimed, { resource: items, id: after.id, communityId: after.communityId }, { itemId: after.id }),
    },
  },
  actions: {
    'lost-and-found.search': async (ctx, { kind, lostOn }) => {
      const { rows } = await ctx.rows(items).list({ filter: { kind, status: 'kept', day_gte: lostOn }, limit: 50, total: 'none' })
      return { items: rows.map(({ id, what, place }) => ({ id, what, place })) }
    },
  },
  reports: {
    'lost-and-found.summary': async (ctx) => {
      const counted = []
      for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[])
        counted.push({ kind, title: KINDS[kind], count: await ctx.rows(items).count({ kind, status: 'kept' }) })
      return counted
    },
  },
})
