import { choice, defineAction, defineEvent, definePlugin, defineResource, text } from '@linli/kit'
import { registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { definePluginServer } from '@linli/store'
import { PLACES, type TestRow, type TestStreet, testStreet } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { escalate, eventSteps, grid, gridEvents, needService } from '../../src/index.ts'
import server from '../../src/server/index.ts'
import { MORNING } from './office.ts'

const matter = z.object({ matterId: z.string(), proposalId: z.string().nullable(), source: z.string(), sourceId: z.string().nullable() })
const resolved = defineEvent({ name: 'council.matter.resolved', title: '议决', data: matter })
const lines = defineResource({
  name: 'council.lines',
  title: '线索',
  scope: 'community',
  display: 'line',
  fields: { line: text({ title: '内容', required: true }) },
  list: { columns: ['line'] },
})
const answer = defineAction({
  name: 'council.answer',
  title: '议决',
  input: {
    eventId: text({ title: '事件', required: true }),
    source: choice({ title: '来源', required: true, options: { grid: '网格', hotline: '热线' } }),
  },
  example: {},
})

/** A council that only hears and answers: the net must not need the real one. */
const council = definePlugin({
  id: 'council',
  package: '@example/council',
  entries: ['server'],
  title: '议事会',
  summary: '',
  listens: ['grid'],
  resources: [lines],
  actions: [answer],
  events: [resolved],
})
const councilServer = definePluginServer(council, {
  migrations: [
    {
      name: '0001_create',
      up: `create table council_lines (street_id text collate "C" not null, id uuid not null, community_id text collate "C", grid_id text collate "C",
        version integer not null default 1, created_at timestamptz(3) not null, created_by text collate "C" not null, updated_at timestamptz(3) not null,
        updated_by text collate "C" not null, "line" text collate "C" not null, primary key (street_id, id))`,
    },
  ],
  actions: {
    'council.answer': async (ctx, { eventId, source }) => {
      const data = { matterId: ctx.newId(), proposalId: null, source, sourceId: eventId }
      await ctx.emit(resolved, { resource: lines, id: data.matterId, communityId: PLACES.east }, data)
      return {}
    },
  },
  reports: {},
  on: {
    'grid.event.escalated_to_council': async (ctx, { data, communityId }) =>
      void (await ctx.rows(lines).create({ line: `${data.no ?? ''} ${data.category ?? ''} ${data.eventId ?? ''}`, communityId })),
  },
})

let t: TestStreet
beforeAll(async () => {
  t = await testStreet(
    [
      { plugin: registry, server: registryServer },
      { plugin: council, server: councilServer },
      { plugin: grid, server },
    ],
    { now: MORNING },
  )
})
afterAll(() => t.close())

test('an event goes to the council once, with its number, and the council’s answer is noted on it', async () => {
  const director = t.as({ role: 'community-director', community: PLACES.east })
  const admin = t.as({ role: 'street-admin' })
  const event = (
    await director.create<TestRow & { no: string }>(gridEvents, { title: '停车位不够', type: 'dispute', communityId: PLACES.east })
  ).ok()
  ;(await director.action(escalate, { text: '要大家商量' }, event.id)).ok()
  expect((await director.action(escalate, { text: '再交一次' }, event.id)).code).toBe('event.council_sent')
  // What was found untrue goes to nobody, however it is sent.
  const untrue = (await director.create(gridEvents, { title: '谁家的狗在叫', type: 'dispute', communityId: PLACES.east })).ok()
  ;(await director.step(gridEvents, untrue.id, 'void', { result: '现场没有' })).ok()
  expect((await director.action(escalate, { text: '要大家商量' }, untrue.id)).code).toBe('event.over')
  expect((await director.action(needService, { text: '要办证' }, untrue.id)).code).toBe('event.over')
  await t.drain()
  const heard = (await admin.list<TestRow & { line: string }>(lines)).ok()
  expect(heard.map(({ line }) => line)).toEqual([`${event.no} dispute ${event.id}`])

  ;(await admin.action(answer, { eventId: event.id, source: 'hotline' })).ok()
  await t.drain()
  expect((await director.find(gridEvents, event.id)).ok()).toMatchObject({ councilState: 'sent' })
  ;(await admin.action(answer, { eventId: event.id, source: 'grid' })).ok()
  ;(await admin.action(answer, { eventId: event.id, source: 'grid' })).ok()
  await t.drain()
  expect((await director.find(gridEvents, event.id)).ok()).toMatchObject({ councilState: 'resolved' })
  const notes = (await director.list<TestRow & { text: string }>(eventSteps, { filter: { eventId: event.id, kind: 'council' } })).ok()
  expect(notes.map(({ text: words }) => words).toSorted()).toEqual(['居民议事会：已议决', '提交居民议事会：要大家商量'])
  expect((await director.action(needService, { text: '开证明' }, event.id)).code).toBe('event.counter_off')
})
