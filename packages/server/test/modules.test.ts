import fastify from 'fastify'
import { rmSync } from 'node:fs'
import { use } from '@linli/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer, linliPlugin, openLinli, SESSION_COOKIE } from '../src/index.ts'
import { parks, street } from './fixtures/parks/parks.ts'
import { DEMO, load, PASSWORD, newDataDir, type Started, start } from './fixtures/start.ts'

let server: Started
beforeAll(async () => {
  server = await start()
})
afterAll(() => server.end())

test('a module that is switched off is gone from menu and addresses, and comes back with everything', async () => {
  const admin = await server.as('admin')
  await admin('POST', '/api/parks/benches', { place: '西门', communityId: '411402004001' })
  const before = (await admin('GET', '/api/platform/modules')).json().modules
  expect(before[0]).toMatchObject({
    id: 'parks',
    enabled: true,
    neededBy: ['concerts'],
    settings: { days: 3 },
    tables: [{ rows: 1 }, {}, {}],
  })
  expect((await admin('PUT', '/api/platform/modules/parks', { enabled: false })).json().code).toBe('module.needed_by')
  expect((await admin('PUT', '/api/platform/modules/concerts', { enabled: false })).statusCode).toBe(200)
  expect((await admin('PUT', '/api/platform/modules/parks', { enabled: false, reason: '暂不用' })).json()).toMatchObject({ enabled: false })
  for (const url of ['/api/parks/benches', '/api/parks/reports/per-community', '/api/parks/weather', '/api/parks/benches/export.xlsx']) {
    const answer = await admin('GET', url)
    expect([url, answer.statusCode, answer.json().code]).toEqual([url, 404, 'module.off'])
  }
  expect((await admin('POST', '/api/parks/actions/count', {})).json().code).toBe('module.off')
  const me = (await admin('GET', '/api/me')).json()
  expect(me.modules).toEqual([])
  expect(Object.keys(me.permissions).filter((name) => name.startsWith('parks.'))).toEqual([])
  expect((await admin('GET', '/api/platform/figures')).json().figures).toEqual([])
  expect((await admin('PUT', '/api/platform/modules/concerts', { enabled: true })).json().code).toBe('module.needs')
  await admin('PUT', '/api/platform/modules/parks', { enabled: true })
  expect((await admin('GET', '/api/parks/benches')).headers['content-range']).toBe('parks.benches 0-0/1')
})

test('a public action answers whoever is not signed in, and nothing where the module is off', async () => {
  const admin = await server.as('admin')
  const ask = (payload: object, url = '/api/parks/actions/opening') =>
    server.app.inject({ method: 'POST', url, payload, headers: { 'sec-fetch-site': 'same-origin' } })
  expect((await ask({ day: '2026-11-22' })).json()).toEqual({ open: true, benches: 1 })
  expect((await ask({})).json()).toMatchObject({ status: 400, errors: [{ field: 'day' }] })
  expect((await ask({ day: '2026-11-22' }, '/api/parks/actions/opening?street=999999999')).json().code).toBe('auth.street')
  expect((await ask({ least: 1 }, '/api/parks/actions/count')).statusCode).toBe(401)
  await admin('PUT', '/api/platform/modules/concerts', { enabled: false })
  await admin('PUT', '/api/platform/modules/parks', { enabled: false })
  expect((await ask({ day: '2026-11-22' })).json().code).toBe('module.off')
  await admin('PUT', '/api/platform/modules/parks', { enabled: true })
  await admin('PUT', '/api/platform/modules/concerts', { enabled: true })
})

test('settings are validated like any form, and an old version is refused', async () => {
  const admin = await server.as('admin')
  const { version } = (await admin('GET', '/api/platform/modules')).json().modules[0]
  const wrong = await admin('PUT', '/api/platform/modules/parks', { settings: { days: 99 } })
  expect(wrong.json()).toMatchObject({ status: 400, errors: [{ field: 'days' }] })
  const tuned = await admin('PUT', '/api/platform/modules/parks', { settings: { days: 5 }, version })
  expect(tuned.json()).toMatchObject({ settings: { days: 5 }, defaults: { days: 3 } })
  expect((await admin('PUT', '/api/platform/modules/parks', { settings: { days: 6 }, version })).json().code).toBe('row.stale')
  expect((await (await server.as('前程'))('GET', '/api/platform/modules')).statusCode).toBe(403)
})

test('lists are saved for oneself, and shared only by whoever may', async () => {
  const clerk = await server.as('前程')
  const mine = await clerk('POST', '/api/platform/views', { resource: 'parks.benches', title: '木椅', filter: { material: 'wood' } })
  expect(mine.statusCode).toBe(201)
  expect((await clerk('POST', '/api/platform/views', { resource: 'parks.benches', title: '大家的', shared: true })).statusCode).toBe(403)
  const other = await server.as('lvyuan')
  expect((await other('GET', '/api/platform/views?resource=parks.benches')).json()).toEqual([])
  expect((await other('DELETE', `/api/platform/views/${mine.json().id}`)).statusCode).toBe(404)
  expect((await clerk('DELETE', `/api/platform/views/${mine.json().id}`)).statusCode).toBe(204)
})

test('the record of who did what is whole, and names who and from where', async () => {
  const admin = await server.as('admin')
  expect((await admin('GET', '/api/platform/audit/verify')).json()).toMatchObject({ intact: true, firstBroken: null })
  const entries = (await admin('GET', `/api/platform/audit?filter=${encodeURIComponent('{"resource":"parks.benches"}')}`)).json()
  expect(entries[0]).toMatchObject({
    verb: 'create',
    actorName: '王丽',
    resource: 'parks.benches',
    origin: expect.stringContaining('127.0.0.1'),
  })
  expect((await admin('POST', '/api/platform/audit', { verb: 'x' })).statusCode).toBe(404)
})

test('two streets share a process and see nothing of each other, each with its own modules', async () => {
  const two = await start({ streets: [street(), street('411402005', '平原街道', [use(parks)])], demo: DEMO })
  try {
    const { streets } = (await two.ask({ method: 'GET', url: '/api/street' })).json()
    expect(streets.map(({ code }: { code: string }) => code)).toEqual(['411402004', '411402005'])
    const needed = await two.ask({ method: 'POST', url: '/api/auth/sign-in', payload: { username: 'admin', password: PASSWORD } })
    expect(needed.json().code).toBe('auth.street')
    const answer = await two.ask({
      method: 'POST',
      url: '/api/auth/sign-in',
      payload: { street: '411402004', username: 'admin', password: PASSWORD },
    })
    expect(answer.statusCode).toBe(200)
    const there = await two.ask({
      method: 'POST',
      url: '/api/auth/sign-in',
      payload: { street: '411402005', username: 'admin', password: PASSWORD },
    })
    expect(there.json().code).toBe('auth.wrong')
    const cookie = `${SESSION_COOKIE}=${encodeURIComponent(answer.cookies[0]?.value ?? '')}`
    const me = (await two.ask({ method: 'GET', url: '/api/me', headers: { cookie } })).json()
    expect(me.places.map(({ code }: { code: string }) => code)).toEqual(['411402004001', '411402004002'])
    const outside = await two.ask({
      method: 'POST',
      url: '/api/parks/benches',
      headers: { cookie },
      payload: { place: 'x', communityId: '411402005001' },
    })
    expect(outside.json().code).toBe('place.unknown')

    const visit = (query: string) =>
      two.app.inject({
        method: 'POST',
        url: `/api/parks/actions/opening${query}`,
        payload: { day: '2026-11-22' },
        headers: { 'sec-fetch-site': 'same-origin' },
      })
    await two.ask({
      method: 'POST',
      url: '/api/parks/benches',
      headers: { cookie },
      payload: { place: '北门', communityId: '411402004001' },
    })
    expect((await visit('')).json().code).toBe('auth.street')
    expect((await visit('?street=411402005')).json()).toEqual({ open: true, benches: 0 })
    expect((await visit('?street=411402004')).json()).toEqual({ open: true, benches: 1 })
  } finally {
    await two.end()
  }
})

test('it lives inside an application that exists already, and touches nothing of it', async () => {
  const dataDir = await newDataDir()
  const app = fastify()
  app.get('/', () => 'mine')
  app.setErrorHandler((_error, _request, reply) => reply.code(418).send('mine'))
  app.get('/broken', () => {
    throw new Error('mine')
  })
  const services = await openLinli({ streets: [street()], dataDir, demo: DEMO, work: false }, load)
  await app.register(linliPlugin, { prefix: '/linli', services })
  try {
    expect((await app.inject('/')).body).toBe('mine')
    expect((await app.inject('/broken')).statusCode).toBe(418)
    expect((await app.inject('/nothing')).json().code).toBeUndefined()
    expect((await app.inject('/')).headers['content-security-policy']).toBeUndefined()
    expect((await app.inject('/linli/api/health')).json()).toEqual({ ok: true })
    expect((await app.inject('/linli/api/nothing')).json().code).toBe('http.not_found')
    const answer = await app.inject({
      method: 'POST',
      url: '/linli/api/auth/sign-in',
      headers: { origin: 'http://localhost', host: 'localhost' },
      payload: { username: 'admin', password: PASSWORD },
    })
    expect(answer.cookies[0]).toMatchObject({ name: SESSION_COOKIE, path: '/linli' })
    const cookie = `${SESSION_COOKIE}=${encodeURIComponent(answer.cookies[0]?.value ?? '')}`
    expect((await app.inject({ url: '/linli/api/me', headers: { cookie } })).json().account.username).toBe('admin')
  } finally {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('what keeps it from starting is a sentence that says what to do', async () => {
  const instance = { streets: [street()], dataDir: server.dataDir }
  await expect(createServer({ ...instance, demo: DEMO, production: true }, load)).rejects.toThrow(/演示数据/)
  await expect(createServer(instance, load)).rejects.toMatchObject({ code: 'folder.in_use' })
  await expect(createServer(instance, () => Promise.reject(new Error('Cannot find package')))).rejects.toThrow(
    /install the package "@example\/parks"/,
  )
  await expect(createServer(instance, () => Promise.resolve({ default: {} }))).rejects.toThrow(/definePluginServer/)
})

test('another system can sign people in, and then ours does not ask for passwords', async () => {
  const own = await start({
    demo: undefined,
    authenticator: () => ({
      key: ({ headers }) => headers['x-user'] as string | undefined,
      identify: async ({ headers }) => ({ sessionId: 's', streetId: '411402004', accountId: String(headers['x-user']) }),
      signOut: async () => undefined,
      endSessions: async () => undefined,
    }),
  })
  try {
    expect((await own.ask({ method: 'POST', url: '/api/auth/sign-in', payload: { username: 'a', password: 'b' } })).json().code).toBe(
      'auth.elsewhere',
    )
    expect(
      (await own.ask({ method: 'GET', url: '/api/me', headers: { 'x-user': '01931b6e-7a00-7000-8000-000000000001' } })).statusCode,
    ).toBe(401)
  } finally {
    await own.end()
  }
})
