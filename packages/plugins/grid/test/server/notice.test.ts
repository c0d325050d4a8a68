import { defineAction, definePlugin, defineResource, text } from '@linli/kit'
import { definePluginServer } from '@linli/store'
import { PLACES, type TestClient, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grid } from '../../src/index.ts'
import { after, type Office, openOffice } from './office.ts'

const sent = defineResource({
  name: 'messenger.sent',
  title: '已发送',
  scope: 'street',
  display: 'line',
  fields: { line: text({ title: '内容', required: true }) },
  list: { columns: ['line'] },
})

/** What WeChat will be: a module that hears whom to tell, whatever module asked. */
const messenger = definePlugin({
  id: 'messenger',
  package: '@example/messenger',
  entries: ['server'],
  title: '消息',
  summary: '',
  listens: ['platform'],
  resources: [sent],
  actions: [defineAction({ name: 'messenger.nothing', title: '无', input: {}, example: {} })],
})
const messengerServer = definePluginServer(messenger, {
  migrations: [
    {
      name: '0001_create',
      up: `create table messenger_sent (street_id text collate "C" not null, id uuid not null, community_id text collate "C", grid_id text collate "C",
        version integer not null default 1, created_at timestamptz(3) not null, created_by text collate "C" not null, updated_at timestamptz(3) not null,
        updated_by text collate "C" not null, "line" text collate "C" not null, primary key (street_id, id))`,
    },
  ],
  actions: { 'messenger.nothing': () => Promise.resolve({}) },
  reports: {},
  on: {
    'platform.notify.requested': async (ctx, { data: { accountId, urgency, about, rowId } }) =>
      void (await ctx.rows(sent).create({ line: [accountId, urgency, about, rowId].join(' ') })),
  },
})

let office: Office
beforeAll(async () => {
  office = await openOffice({ also: [{ plugin: messenger, server: messengerServer }] })
})
afterAll(() => office.street.close())

test('whoever must know of an urgent event is told by name: at once the officer and the community, late the street, nobody of another place', async () => {
  const { admin, director, officer, neighbour, street } = office
  const west = street.as({ role: 'community-director', community: PLACES.west })
  await west.accountId()
  const told = async (about: string): Promise<(who: TestClient) => Promise<number>> => {
    await street.drain()
    const lines = (await admin.list<TestRow & { line: string }>(sent)).ok().filter(({ line }) => line.includes(` now ${about} `))
    return async (who) => {
      const id = (await who.accountId()) ?? '-'
      return lines.filter(({ line }) => line.startsWith(id)).length
    }
  }
  const counts = async (about: string): Promise<number[]> => {
    const of = await told(about)
    return Promise.all([officer, director, admin, neighbour, west].map(of))
  }
  await office.event({ title: '一般的事' })
  expect(await counts('grid.event.reported')).toEqual([0, 0, 0, 0, 0])
  await office.event({ title: '楼道起火', level: 'urgent', type: 'order' })
  expect(await counts('grid.event.reported')).toEqual([1, 1, 0, 0, 0])
  street.now(after(31))
  await street.store.jobs.runNow(PLACES.street, grid.id, 'watch-urgent')
  expect(await counts('grid.event.unanswered')).toEqual([1, 1, 0, 0, 0])
  street.now(after(46))
  await street.store.jobs.runNow(PLACES.street, grid.id, 'watch-urgent')
  expect(await counts('grid.event.unanswered')).toEqual([1, 1, 1, 0, 0])
})
