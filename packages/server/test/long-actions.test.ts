import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Started, start } from './fixtures/start.ts'

let server: Started
beforeAll(async () => {
  server = await start()
})
afterAll(() => server.end())

const LONG = '/api/parks/actions/repaint'

test('a long action is answered with its job, works in batches, and holds its answer; pressed again it joins', async () => {
  const admin = await server.as('admin')
  const other = await server.as('前程')
  for (const place of ['东门', '西门', '北门']) await admin('POST', '/api/parks/benches', { place, communityId: '411402004001' })
  expect((await admin('POST', LONG, {})).json()).toMatchObject({ status: 400, errors: [{ field: 'colour' }] })

  const first = await admin('POST', LONG, { colour: '红' })
  expect(first.statusCode).toBe(202)
  const { jobId } = first.json()
  expect((await admin('POST', LONG, { colour: '红' })).json()).toEqual({ jobId })
  const another = (await admin('POST', LONG, { colour: '蓝' })).json()
  expect(another.jobId).not.toBe(jobId)
  expect((await admin('GET', `/api/platform/jobs/${jobId}`)).json()).toMatchObject({ title: '重新刷漆', state: 'waiting', answer: null })
  expect((await other('GET', `/api/platform/jobs/${jobId}`)).statusCode).toBe(404)

  expect(await server.store.jobs.drain()).toBe(2)
  expect((await admin('GET', `/api/platform/jobs/${jobId}`)).json()).toMatchObject({
    state: 'done',
    done: 3,
    total: 3,
    answer: { painted: 3 },
  })
  const benches = (await admin('GET', '/api/parks/benches')).json() as { inspectedBy: string }[]
  expect(new Set(benches.map(({ inspectedBy }) => inspectedBy))).toEqual(new Set(['蓝']))
  const audit = (await admin('GET', '/api/platform/audit?filter={"verb":"repaint"}')).json()
  expect(audit).toHaveLength(2)
  expect(audit[0]).toMatchObject({ actorName: '王丽', resource: 'parks' })
  expect((await admin('POST', LONG, { colour: '红' })).json().jobId).not.toBe(jobId)
})

test('what a module refuses in the middle is the job’s sentence; a module that is switched off does no more of it', async () => {
  const admin = await server.as('admin')
  await server.store.jobs.drain()
  const { jobId } = (await admin('POST', LONG, { colour: '绿' })).json()
  await admin('PUT', '/api/platform/modules/concerts', { enabled: false })
  await admin('PUT', '/api/platform/modules/parks', { enabled: false })
  await server.store.jobs.drain()
  const job = (await admin('GET', `/api/platform/jobs/${jobId}`)).json()
  expect(job).toMatchObject({ state: 'failed', answer: null })
  expect(job.message).toContain('公园')
  expect((await admin('POST', LONG, { colour: '绿' })).json().code).toBe('module.off')
})
