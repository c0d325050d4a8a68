import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Started, start } from './fixtures/start.ts'

let server: Started
beforeAll(async () => {
  server = await start()
})
afterAll(() => server.end())

test('an administrator signs in and sees who she is', async () => {
  const admin = await server.as('admin')
  const me = (await admin('GET', '/api/me')).json()
  expect(me).toMatchObject({ account: { username: 'admin', name: '王丽' }, street: { code: '411402004' }, demo: true })
  expect(me.modules.map(({ id }: { id: string }) => id)).toEqual(['parks', 'concerts'])
  expect(me.permissions['parks.benches.create']).toEqual({ kind: 'street', streetId: '411402004' })
})

test('a bench is made, found, changed and told apart by its version', async () => {
  const admin = await server.as('admin')
  const made = await admin('POST', '/api/parks/benches', { place: '前程广场', communityId: '411402004001', price: 12000 })
  expect(made.statusCode, made.body).toBe(201)
  const bench = made.json()
  expect(bench).toMatchObject({ place: '前程广场', seats: 2, status: 'sound', version: 1, communityId: '411402004001' })
  const list = await admin('GET', `/api/parks/benches?filter=${encodeURIComponent('{"q":"qcgc"}')}&range=[0,9]&sort=["place","ASC"]`)
  expect(list.headers['content-range']).toBe('parks.benches 0-0/1')
  expect(list.json()).toEqual([bench])
  const changed = await admin('PUT', `/api/parks/benches/${bench.id}`, { ...bench, seats: 4 })
  expect(changed.statusCode, changed.body).toBe(200)
  expect(changed.json()).toMatchObject({ seats: 4, version: 2 })
  const stale = await admin('PUT', `/api/parks/benches/${bench.id}`, { ...bench, seats: 5 })
  expect(stale.statusCode).toBe(409)
  expect(stale.json()).toMatchObject({ code: 'row.stale' })
})
