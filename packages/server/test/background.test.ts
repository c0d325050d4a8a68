import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Started, start } from './fixtures/start.ts'

let server: Started
beforeAll(async () => {
  server = await start()
})
afterAll(() => server.end())

test('what nobody could take is shown with its reason and tried again; who did so is recorded', async () => {
  const admin = await server.as('admin')
  expect((await (await server.as('前程'))('GET', '/api/platform/background')).statusCode).toBe(403)
  const bench = (await admin('POST', '/api/parks/benches', { place: '东门', communityId: '411402004001' })).json()
  const { db } = server.store
  await sql`insert into platform_outbox (street_id, id, name, at, actor_id, subject_resource, subject_id, data)
    values ('411402004', ${bench.id}, 'parks.bench.broken', now(), 'system', 'parks.benches', ${bench.id}, '{}')`.execute(db)
  await sql`insert into platform_deliveries (street_id, event_id, consumer, state, attempts, next_at, error)
    values ('411402004', ${bench.id}, 'concerts', 'dead', 8, now(), '打印机着火')`.execute(db)
  const background = async () => (await admin('GET', '/api/platform/background')).json()
  expect((await background()).letters).toMatchObject([{ eventId: bench.id, consumer: 'concerts', attempts: 8, error: '打印机着火' }])
  expect((await admin('POST', '/api/platform/background/retry', { eventId: bench.id, consumer: 'parks' })).statusCode).toBe(404)
  expect((await admin('POST', '/api/platform/background/retry', { eventId: bench.id, consumer: 'concerts' })).json()).toEqual({
    retried: 1,
  })
  expect((await background()).letters).toEqual([])
  expect(await server.store.outbox.drain()).toBeGreaterThan(0)
  const audit = (await admin('GET', '/api/platform/audit?filter={"verb":"retry"}')).json()
  expect(audit).toMatchObject([{ actorName: '王丽', resource: 'platform.events', subjectId: bench.id, after: { consumer: 'concerts' } }])
})

test('a job by the clock shows when it ran, how that went and when it runs next, and can be run at once', async () => {
  const admin = await server.as('admin')
  const clock = async () =>
    (await admin('GET', '/api/platform/background'))
      .json()
      .clocks.find(({ plugin, job }: { plugin: string; job: string }) => `${plugin}.${job}` === 'platform.calendar')
  expect(await clock()).toMatchObject({ title: '重算暂定的期限', pluginTitle: '系统管理', lastAt: null, error: null })
  expect((await clock()).nextAt).toMatch(/T17:20:00.000Z$/)
  expect((await admin('POST', '/api/platform/background/run', { plugin: 'platform', job: 'nothing' })).statusCode).toBe(404)
  const { jobId } = (await admin('POST', '/api/platform/background/run', { plugin: 'platform', job: 'calendar' })).json()
  await server.store.jobs.drain()
  expect((await admin('GET', `/api/platform/jobs/${jobId}`)).json()).toMatchObject({ state: 'done', title: '重算暂定的期限' })
  expect(await clock()).toMatchObject({ error: null, lastAt: expect.any(String), succeededAt: expect.any(String) })
  expect((await admin('GET', '/api/platform/audit?filter={"verb":"run"}')).json()).toHaveLength(1)
})
