import { units } from '@linli/plugin-registry'
import { PLACES, type TestRow } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiKeys, gridEvents, issueKey } from '../../src/index.ts'
import { MORNING, type Office, openOffice } from './office.ts'

const ROOT = '/api/grid/open311/v2'
let office: Office
beforeAll(async () => {
  office = await openOffice({ settings: { open311: 'report' } })
})
afterAll(() => office.street.close())

/** Asks for the street, which a server of several must be told. */
const ask = (path: string, at = office) => {
  const url = new URL(`${ROOT}/${path}`, 'http://linli')
  if (!url.searchParams.has('jurisdiction_id')) url.searchParams.set('jurisdiction_id', PLACES.street)
  return at.street.app.inject({ method: 'GET', url: `${url.pathname}${url.search}` })
}
const report = (values: Readonly<Record<string, string>>, format = 'json') =>
  office.street.app.inject({
    method: 'POST',
    url: `${ROOT}/requests.${format}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ jurisdiction_id: PLACES.street, ...values }).toString(),
  })
const keyFor = async (name: string): Promise<string> => (await office.admin.action<{ key: string }>(issueKey, { name })).ok().key

/** The members that the specification's examples show for each call (wiki.open311.org/GeoReport_v2). */
const SPECIFIED = {
  service: ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group'],
  attribute: ['variable', 'code', 'datatype', 'required', 'datatype_description', 'order', 'description', 'values'],
  request: [
    'service_request_id',
    'status',
    'status_notes',
    'service_name',
    'service_code',
    'description',
    'agency_responsible',
    'service_notice',
    'requested_datetime',
    'updated_datetime',
    'expected_datetime',
    'address',
    'address_id',
    'zipcode',
    'lat',
    'long',
    'media_url',
  ],
  created: ['service_request_id', 'service_notice', 'account_id'],
}

test('services and their definitions have the members of the specification, as JSON and as XML', async () => {
  const services = (await ask('services.json')).json<Record<string, unknown>[]>()
  expect(Object.keys(services[0] ?? {})).toEqual(SPECIFIED.service)
  expect(services.find(({ service_code: code }) => code === 'facility')).toMatchObject({
    service_name: '公共设施',
    metadata: true,
    type: 'realtime',
  })
  const xml = await ask('services.xml')
  expect(xml.headers['content-type']).toContain('text/xml')
  expect(xml.body).toMatch(
    /^<\?xml version="1\.0" encoding="utf-8"\?>\n<services><service><service_code>hazard<\/service_code><service_name>安全隐患<\/service_name>/,
  )
  const definition = (await ask('services/facility.json')).json<{ service_code: string; attributes: Record<string, unknown>[] }>()
  expect(definition.service_code).toBe('facility')
  expect(Object.keys(definition.attributes[0] ?? {})).toEqual(SPECIFIED.attribute)
  expect((await ask('services/facility.xml')).body).toContain('<values><value><key>normal</key><name>一般</name></value>')
  const missing = await ask('services/none.json')
  expect([missing.statusCode, missing.json()]).toEqual([404, [{ code: 404, description: 'service_code was not found' }]])
})

test('discovery tells where the endpoint is and which formats it speaks; a token was never given', async () => {
  const { endpoints, changeset } = (await ask('discovery.json')).json<{ changeset: string; endpoints: Record<string, unknown>[] }>()
  expect(Number.isNaN(Date.parse(changeset))).toBe(false)
  expect(endpoints).toMatchObject([
    { specification: 'http://wiki.open311.org/GeoReport_v2', type: 'production', formats: ['application/json', 'text/xml'] },
  ])
  expect(String(endpoints[0]?.url)).toMatch(/\/api\/grid\/open311\/v2$/)
  expect((await ask('discovery.xml')).body).toContain('<formats><format>application/json</format><format>text/xml</format></formats>')
  const token = await ask('tokens/12345.xml')
  expect([token.statusCode, token.body]).toEqual([
    404,
    '<?xml version="1.0" encoding="utf-8"?>\n<errors><error><code>404</code><description>token was not found</description></error></errors>',
  ])
})

test('a server of several streets asks for which one, and says when it does not know it', async () => {
  for (const [id, code, words] of [
    ['', 400, 'jurisdiction_id was not provided'],
    ['city.gov', 404, 'jurisdiction_id was not found'],
  ] as const) {
    for (const path of ['services.json', 'services/facility.json', 'requests.json', 'requests/1.json', 'tokens/1.json']) {
      const answer = await ask(`${path}?jurisdiction_id=${id}`)
      expect([answer.statusCode, answer.json()]).toEqual([code, [{ code, description: words }]])
    }
  }
})

test('what is about somebody is neither offered nor listed, and no home is numbered', async () => {
  const offered = (await ask('services.json')).json<{ service_code: string }[]>().map(({ service_code: code }) => code)
  expect(offered).toEqual(['hazard', 'environment', 'facility', 'other'])
  const quarrel = await office.event({ title: '邻里争吵', type: 'dispute', place: '前程花园3号楼2单元501' })
  const leak = await office.event({ title: '水管漏水', type: 'facility', place: '前程花园3号楼2单元501室门口' })
  expect((await ask(`requests/${quarrel.no}.json`)).statusCode).toBe(404)
  const listed = (await ask('requests.json')).json<{ service_request_id: string; address: string }[]>()
  expect(listed.map(({ service_request_id: id }) => id)).not.toContain(quarrel.no)
  expect(listed.find(({ service_request_id: id }) => id === leak.no)?.address).toBe('前程花园3号楼2单元门口')
})

test('a report with a key becomes an event in the cell where it lies, once, and is told with its promise', async () => {
  office.street.now(MORNING)
  const given = {
    api_key: await keyFor('市政热线'),
    service_code: 'facility',
    lat: '34.4022',
    long: '115.6022',
    description: '路灯 <坏了> & 很暗',
    'attribute[level]': 'major',
    phone: '13800001111',
    first_name: '三',
    last_name: '张',
  }
  const created = await report(given)
  expect(created.statusCode).toBe(201)
  const [first] = created.json<{ service_request_id: string }[]>()
  expect(Object.keys(first ?? {})).toEqual(SPECIFIED.created)
  const id = first?.service_request_id ?? ''
  expect((await report(given)).json<{ service_request_id: string }[]>()[0]?.service_request_id).toBe(id)
  const [event] = (await office.director.list(gridEvents, { filter: { no: id } })).ok()
  expect(event).toMatchObject({ gridId: PLACES.firstGrid, level: 'major', foundBy: 'system', status: 'reported' })

  const [told] = (await ask(`requests/${id}.json`)).json<Record<string, unknown>[]>()
  expect(Object.keys(told ?? {})).toEqual(SPECIFIED.request)
  expect(told).toMatchObject({
    status: 'open',
    status_notes: '待核实',
    service_name: '公共设施',
    lat: 34.4022,
    long: 115.6022,
    requested_datetime: MORNING,
    expected_datetime: '2026-11-26T16:00:00.000Z',
  })
  const text = JSON.stringify(told)
  for (const personal of ['张三', '13800001111', '坏了']) expect(text).not.toContain(personal)
  expect((await ask(`requests/${id}.xml`)).body).toContain(
    `<service_requests><request><service_request_id>${id}</service_request_id><status>open</status>`,
  )
})

test('only the place and the service must be given; the picture stays a link, and the promise follows the level that the community sets', async () => {
  const { director, street, home } = office
  street.now(MORNING)
  const unit = await home('909')
  ;(await director.update(units, unit.id, { code: '4114020040010909' })).ok()
  const key = await keyFor('路灯所')
  const created = await report({
    api_key: key,
    service_code: 'facility',
    address_id: '4114020040010909',
    lat: '',
    email: 'zhang@example.org',
    media_url: 'https://example.org/p/638344.jpg',
  })
  expect(created.statusCode).toBe(201)
  const id = created.json<{ service_request_id: string }[]>()[0]?.service_request_id ?? ''
  const [event] = (await director.list<TestRow>(gridEvents, { filter: { no: id } })).ok()
  expect(event).toMatchObject({
    title: '公共设施',
    unitId: unit.id,
    gridId: PLACES.firstGrid,
    description: '图片：https://example.org/p/638344.jpg',
  })
  const expected = async (): Promise<unknown> =>
    (await ask(`requests/${id}.json`)).json<{ expected_datetime: string }[]>()[0]?.expected_datetime
  expect(await expected()).toBe('2026-12-02T16:00:00.000Z')
  ;(await director.step(gridEvents, event?.id ?? '', 'verify', { level: 'major' })).ok()
  expect(await expected()).toBe('2026-11-26T16:00:00.000Z')
})

test('requests are listed by state, service and time, at most 90 days, and by ids before everything else', async () => {
  const { director, street } = office
  street.now(MORNING)
  const ids = async (query: string): Promise<string[]> =>
    (await ask(`requests.json?${query}`)).json<{ service_request_id: string }[]>().map(({ service_request_id: id }) => id)
  const count = async (query: string): Promise<number> => (await ids(query)).length
  const event = await office.event({ title: '垃圾未清', type: 'environment' })
  expect(await count('service_code=environment')).toBe(1)
  expect(await count('service_code=')).toBeGreaterThan(1)
  expect(await count('service_code=none')).toBe(0)
  expect(await count('service_code=environment&status=closed')).toBe(0)
  street.now('2026-11-23T06:00:00.000Z')
  ;(await director.step(gridEvents, event.id, 'void', { result: '不属实' })).ok()
  expect(await count('service_code=environment&status=closed')).toBe(1)
  expect(await count('service_code=environment&status=open,closed')).toBe(1)
  const [closed] = (await ask(`requests/${event.no}.json`)).json<Record<string, unknown>[]>()
  expect(closed).toMatchObject({ status: 'closed', status_notes: '不属实', updated_datetime: '2026-11-23T06:00:00.000Z' })

  expect(await count('start_date=2020-01-01T00:00:00Z&end_date=2020-02-01T00:00:00Z')).toBe(0)
  expect(await count('service_code=environment&start_date=2026-11-23T09:30:00%2B08:00&end_date=2026-11-23T10:30:00%2B08:00')).toBe(1)
  expect(await count('service_code=environment&start_date=2026-11-23T03:00:00Z')).toBe(0)
  expect(await count('start_date=2026-01-01T00:00:00Z')).toBe(0)
  expect(await ids(`service_request_id=${event.no},WG-none&status=open&start_date=2020-01-01T00:00:00Z`)).toEqual([event.no])
  street.now('2027-02-22T02:00:00.000Z')
  expect([await count('service_code=environment'), await count('service_code=environment&start_date=2026-11-23T00:00:00Z')]).toEqual([0, 1])
  street.now(MORNING)
  expect(await count(`jurisdiction_id=${PLACES.west}`)).toBe(0)
  expect((await ask('requests.json?jurisdiction_id=990100001999')).statusCode).toBe(404)
  for (const [query, words] of [
    ['start_date=yesterday', 'start_date is no date of the form 2010-01-01T00:00:00Z'],
    ['status=waiting', 'status is neither open nor closed'],
  ] as const) {
    const refused = await ask(`requests.json?${query}`)
    expect([refused.statusCode, refused.json()]).toEqual([400, [{ code: 400, description: words }]])
  }
})

test('what is missing is said in the specification’s words, and a wrong or revoked key is refused', async () => {
  const key = await keyFor('试用')
  const codes = async (values: Readonly<Record<string, string>>): Promise<unknown> => (await report(values)).json()
  const keyless = await report({ service_code: 'facility', lat: '1', long: '1', description: 'x' }, 'xml')
  expect([keyless.statusCode, keyless.body]).toEqual([
    403,
    '<?xml version="1.0" encoding="utf-8"?>\n<errors><error><code>403</code><description>api_key was not provided</description></error></errors>',
  ])
  expect(await codes({ api_key: key })).toEqual([
    { code: 400, description: 'service_code was not provided' },
    { code: 400, description: 'lat and long, address_string or address_id was not provided' },
  ])
  expect(await codes({ api_key: key, service_code: '001', lat: '34.4', 'attribute[level]': 'x', address_id: 'none' })).toEqual([
    { code: 404, description: 'service_code was not found' },
    { code: 400, description: 'address_id was not found' },
    { code: 400, description: 'attribute[level] is none of its values' },
  ])
  expect(await codes({ api_key: key, service_code: 'facility', lat: '1', long: '1', description: 'x' })).toMatchObject([{ code: 400 }])
  const [row] = (await office.admin.list(apiKeys, { filter: { name: '试用' } })).ok()
  expect(JSON.stringify(row)).not.toContain(key)
  ;(await office.admin.step(apiKeys, row?.id ?? '', 'revoke')).ok()
  expect((await report({ api_key: key, service_code: 'facility', address_string: '前程路', description: 'x' })).statusCode).toBe(403)
  const body = await office.street.app.inject({
    method: 'POST',
    url: `${ROOT}/requests.xml`,
    headers: { 'content-type': 'application/pdf' },
    payload: 'x',
  })
  expect([body.statusCode, body.headers['content-type']]).toEqual([400, 'text/xml; charset=utf-8'])
})

test('a street that has not opened it answers nothing', async () => {
  const shut = await openOffice()
  try {
    const answer = await ask('services.json', shut)
    expect([answer.statusCode, answer.json()]).toEqual([404, [{ code: 404, description: 'Open311 is not open here' }]])
  } finally {
    await shut.street.close()
  }
})
