import { readFileSync } from 'node:fs'
import { defineAction, defineEvent, definePlugin, defineReport, defineResource, text } from '@linli/kit'
import * as z from 'zod'

/** Server code where the browser loads it. */
export const readHere = readFileSync

export const benches = defineResource({
  name: 'leaky.benches',
  title: '长椅',
  scope: 'community',
  display: 'place',
  fields: { place: text({ title: '位置', required: true }) },
  list: { columns: ['place'] },
  workflow: {
    initial: 'sound',
    states: { sound: { title: '完好' }, broken: { title: '损坏', final: true } },
    steps: { damage: { title: '报损', from: ['sound'], to: 'broken' } },
  },
})

export const broken = defineEvent({ name: 'leaky.bench.broken', title: '损坏', data: z.object({ place: z.string() }) })

export const look = defineAction({
  name: 'leaky.benches.look',
  title: '察看',
  resource: 'leaky.benches',
  input: {},
  example: { place: '' },
})

export const ledger = defineReport({
  name: 'leaky.ledger',
  title: '台账',
  form: 'summary',
  definition: '全部长椅',
  consumer: '无',
  params: {},
  columns: { count: { title: '数量', kind: 'integer', drill: true } },
  drill: () => ({ resource: 'leaky.benches', filter: { status: 'broken' } }),
})

/** A module with one of each mistake that an author makes; see contract-finds.test.ts. */
export const leaky = definePlugin({
  id: 'leaky',
  package: '@example/leaky',
  entries: ['server'],
  title: '漏',
  summary: '处处有错',
  resources: [benches],
  actions: [look],
  reports: [ledger],
  events: [broken],
  grants: { 'community-director': ['leaky.bench.read'] },
  english: { leaky: 'Leaky', 位置: 'Place' },
})
