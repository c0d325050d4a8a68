import simpleRest from 'ra-data-simple-rest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchThrough } from './fixtures/fetch-through.ts'
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
  expect(made.statusCode).toBe(201)
  const bench = made.json()
  expect(bench).toMatchObject({ place: '前程广场', seats: 2, status: 'sound', version: 1, communityId: '411402004001' })
  const list = await admin('GET', `/api/parks/benches?filter=${encodeURIComponent('{"q":"qcgc"}')}&range=[0,9]&sort=["place","ASC"]`)
  expect(list.headers['content-range']).toBe('parks.benches 0-0/1')
  expect(list.json()).toEqual([bench])
  const changed = await admin('PUT', `/api/parks/benches/${bench.id}`, { ...bench, seats: 4 })
  expect(changed.statusCode).toBe(200)
  expect(changed.json()).toMatchObject({ seats: 4, version: 2 })
  const stale = await admin('PUT', `/api/parks/benches/${bench.id}`, { ...bench, seats: 5 })
  expect(stale.statusCode).toBe(409)
  expect(stale.json()).toMatchObject({ code: 'row.stale' })
})

test('what is wrong is told field by field, in the same words as the form', async () => {
  const admin = await server.as('admin')
  const refused = await admin('POST', '/api/parks/benches', { seats: 99, colour: 'red', inspectedBy: 'me' })
  expect(refused.statusCode).toBe(400)
  expect(refused.headers['content-type']).toContain('application/problem+json')
  const { errors } = refused.json()
  expect(errors.map(({ field }: { field: string }) => field).sort()).toEqual(['colour', 'inspectedBy', 'place', 'seats'])
  expect(errors.find(({ field }: { field: string }) => field === 'place').zh).toBe('请填写位置')
})

test('a colleague of another community sees, changes and makes nothing here', async () => {
  const admin = await server.as('admin')
  const bench = (await admin('POST', '/api/parks/benches', { place: '清江桥头', communityId: '411402004001' })).json()
  const other = await server.as('lvyuan')
  expect((await other('GET', `/api/parks/benches/${bench.id}`)).statusCode).toBe(404)
  expect((await other('PUT', `/api/parks/benches/${bench.id}`, { seats: 3 })).statusCode).toBe(404)
  expect((await other('POST', `/api/parks/benches/${bench.id}/report`, { input: { note: '断了' } })).statusCode).toBe(404)
  expect((await other('GET', `/api/parks/benches/${bench.id}/timeline`)).statusCode).toBe(404)
  expect((await other('POST', '/api/parks/benches', { place: '外面', communityId: '411402004001' })).statusCode).toBe(403)
  const seen = (await other('GET', '/api/parks/benches')).json() as { communityId: string }[]
  expect(seen.every(({ communityId }) => communityId === '411402004002')).toBe(true)
})

test('who may not, may not: the role says so in plain words', async () => {
  const merchant = await server.as('merchant')
  const refused = await merchant('GET', '/api/parks/benches')
  expect(refused.statusCode).toBe(403)
  expect(refused.json()).toMatchObject({ code: 'access.not_granted', zh: expect.stringContaining('没有这项权限') })
  expect((await server.ask({ method: 'GET', url: '/api/parks/benches' })).statusCode).toBe(401)
})

test('a step moves the row, asks for what it needs, and is refused from elsewhere', async () => {
  const clerk = await server.as('前程')
  const bench = (await clerk('POST', '/api/parks/benches', { place: '东门' })).json()
  expect(bench.communityId).toBe('411402004001')
  const missing = await clerk('POST', `/api/parks/benches/${bench.id}/report`, { input: {} })
  expect(missing.json()).toMatchObject({ status: 400, errors: [{ field: 'note', zh: '请填写说明' }] })
  const broken = await clerk('POST', `/api/parks/benches/${bench.id}/report`, { input: { note: '腿断了' }, version: 1 })
  expect(broken.json()).toMatchObject({ status: 'broken', version: 2, note: '腿断了' })
  expect(broken.json().dueAt).not.toBeNull()
  const inbox = (await clerk('GET', '/api/platform/inbox')).json()
  expect(inbox.items).toContainEqual(expect.objectContaining({ id: bench.id, label: '东门', steps: [{ name: 'repair', title: '修好' }] }))
  const again = await clerk('POST', `/api/parks/benches/${bench.id}/report`, { input: { note: '又断了' } })
  expect(again.statusCode).toBe(422)
  expect(again.json().code).toBe('workflow.not_from_here')
  const { entries } = (await clerk('GET', `/api/parks/benches/${bench.id}/timeline`)).json()
  expect(entries[0]).toMatchObject({ verb: 'report', actorName: '李明' })
  const figures = (await clerk('GET', '/api/platform/figures')).json().figures
  expect(figures).toContainEqual(expect.objectContaining({ name: 'parks.sound', resource: 'parks.benches', filter: { status: 'sound' } }))
})

test('an action runs on a row, and a report leads from its figure to exactly its rows', async () => {
  const admin = await server.as('admin')
  const bench = (await admin('POST', '/api/parks/benches', { place: '南门', communityId: '411402004002', price: 500 })).json()
  const inspected = await admin('POST', `/api/parks/benches/${bench.id}/actions/inspect`, { by: '赵敏' })
  expect(inspected.json()).toEqual({ inspectedBy: '赵敏' })
  expect((await admin('POST', '/api/parks/actions/count', { least: 1 })).json().benches).toBeGreaterThan(0)
  const report = (await admin('GET', '/api/parks/reports/per-community')).json()
  const line = report.rows.find(({ communityId }: { communityId: string }) => communityId === '411402004002')
  const { resource, filter } = line.drills.benches
  const listed = await admin('GET', `/api/${resource.replace('.', '/')}?filter=${encodeURIComponent(JSON.stringify(filter))}`)
  expect(listed.json()).toHaveLength(line.benches)
  expect(report.totals.benches).toBe(report.rows.reduce((sum: number, row: { benches: number }) => sum + row.benches, 0))
})

test('looking at one community, figures, inbox, reports and answers that only look are of that community alone', async () => {
  const admin = await server.as('admin')
  const make = async (communityId: string): Promise<string> =>
    (await admin('POST', '/api/parks/benches', { place: '各社区的长椅', communityId })).json().id
  const here = await make('411402004001')
  const there = await make('411402004002')
  for (const id of [here, there]) await admin('POST', `/api/parks/benches/${id}/report`, { input: { note: '松了' } })
  const looking = '?place=411402004001'
  const listed = async (filter: object): Promise<number> =>
    (await admin('GET', `/api/parks/benches?range=[0,499]&filter=${encodeURIComponent(JSON.stringify(filter))}`)).json().length

  const figures = (await admin('GET', `/api/platform/figures${looking}`)).json().figures as {
    name: string
    value: number
    filter: object
  }[]
  const sound = figures.find(({ name }) => name === 'parks.sound')
  expect(sound?.value).toBe(await listed({ ...sound?.filter, communityId: '411402004001' }))

  const inbox = (await admin('GET', `/api/platform/inbox${looking}&range=[0,199]`)).json()
  const ids = inbox.items.map(({ id }: { id: string }) => id)
  expect(ids).toContain(here)
  expect(ids).not.toContain(there)
  expect(inbox.total).toBe(inbox.items.length)
  const kind = (await admin('GET', `/api/platform/inbox${looking}&range=[0,199]&resource=parks.nothing`)).json()
  expect(kind).toMatchObject({ items: [], total: inbox.total, counts: inbox.counts })

  const report = (await admin('GET', `/api/parks/reports/per-community${looking}`)).json()
  expect(report.rows.map(({ communityId }: { communityId: string }) => communityId)).toEqual(['411402004001'])
  const counted = (await admin('POST', `/api/parks/actions/count${looking}`, { least: 1 })).json().benches
  expect(counted).toBe(await listed({ communityId: '411402004001' }))

  const outside = await server.as('lvyuan')
  expect((await outside('GET', `/api/platform/inbox${looking}`)).json().items).toEqual([])
  expect((await admin('GET', '/api/platform/figures?place=x')).json()).toMatchObject({ status: 400, code: 'query.place' })
})

test('personal data are masked, revealed for a purpose, and sent back masked means unchanged', async () => {
  const clerk = await server.as('前程')
  const made = await clerk('POST', '/api/parks/donors', {
    name: '张三丰',
    idNumber: '990102199001011234',
    phone: '13812345678',
    illness: '高血压',
  })
  // The number's check digit is wrong: the same sentence as in the form.
  expect(made.json()).toMatchObject({ status: 400, errors: [expect.objectContaining({ field: 'idNumber' })] })
  const row = (await clerk('POST', '/api/parks/donors', { name: '张三丰', phone: '13812345678', illness: '高血压' })).json()
  expect(row.phone).toBe('138****5678')
  expect(row.illness).toBeNull()
  const kept = (await clerk('PUT', `/api/parks/donors/${row.id}`, { ...row, name: '张三峰' })).json()
  expect(kept).toMatchObject({ name: '张三峰', phone: '138****5678' })
  expect((await clerk('POST', `/api/parks/donors/${row.id}/reveal`, { fields: ['phone'] })).statusCode).toBeGreaterThanOrEqual(400)
  const shown = await clerk('POST', `/api/parks/donors/${row.id}/reveal`, { fields: ['phone', 'illness'], purpose: 'contact' })
  expect(shown.json()).toEqual({ phone: '13812345678', illness: '高血压' })
  const found = await clerk('GET', `/api/parks/donors?filter=${encodeURIComponent('{"phone":"13812345678"}')}`)
  expect(found.json()).toHaveLength(1)
})

test('the stock provider of ra-data-simple-rest drives every resource unmodified', async () => {
  const cookie = await server.cookie('admin')
  const provider = simpleRest('http://localhost/api', fetchThrough(server.app, cookie))
  const list = (resource: string) =>
    provider.getList(resource, { pagination: { page: 1, perPage: 10 }, sort: { field: 'id', order: 'ASC' }, filter: {} })
  for (const { plugin } of server.services.plugins.values()) {
    for (const { name } of plugin.resources) {
      if (name === 'platform.views') continue
      const { data, total } = await list(name.replace('.', '/'))
      expect(total).toBeGreaterThanOrEqual(data.length)
      const [first] = data
      if (!first) continue
      expect((await provider.getOne(name.replace('.', '/'), { id: first.id })).data).toEqual(first)
      expect((await provider.getMany(name.replace('.', '/'), { ids: [first.id] })).data).toEqual([first])
    }
  }
  const { data: kind } = await provider.create('parks/kinds', { data: { title: '石凳' } })
  const { data: renamed } = await provider.update('parks/kinds', { id: kind.id, data: { ...kind, title: '石墩' }, previousData: kind })
  expect(renamed.title).toBe('石墩')
  const { data: many } = await provider.getManyReference('parks/benches', {
    target: 'communityId',
    id: '411402004001',
    pagination: { page: 1, perPage: 5 },
    sort: { field: 'place', order: 'ASC' },
    filter: {},
  })
  expect(many.every(({ communityId }) => communityId === '411402004001')).toBe(true)
  expect((await provider.delete('parks/kinds', { id: kind.id, previousData: renamed })).data).toMatchObject({ id: kind.id })
})

test("a module's own route has its prefix, its permission and the module's switch", async () => {
  expect((await (await server.as('admin'))('GET', '/api/parks/weather')).json()).toEqual({ sky: '晴', by: '王丽' })
  expect((await (await server.as('merchant'))('GET', '/api/parks/weather')).statusCode).toBe(403)
})
