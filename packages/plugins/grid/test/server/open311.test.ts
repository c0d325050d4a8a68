import { PLACES } from '@linli/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiKeys, gridEvents, issueKey } from '../../src/index.ts'
import { MORNING, type Office, openOffice } from './office.ts'

const ROOT = '/api/grid/open311/v2'
let office: Office
beforeAll(async () => {
  office = await openOffice({ settings: { open311: 'report' } })
})
afterAll(() => office.street.close())

const ask = (path: string) => office.street.app.inject({ method: 'GET', url: `${ROOT}/${path}` })
const report = (values: Readonly<Record<string, string>>, format = 'json') =>
  office.street.app.inject({
    method: 'POST',
    url: `${ROOT}/requests.${format}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(values).toString(),
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
  expect([missing.statusCode, missing.json()]).toEqual([404, [{ code: '404', description: 'service_code was not found' }]])
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

test('requests are listed by state, service and time, at most 90 days back', async () => {
  const count = async (query: string): Promise<number> => (await ask(`requests.json?${query}`)).json<unknown[]>().length
  const event = await office.event({ title: '垃圾未清', type: 'environment' })
  expect(await count('service_code=environment')).toBe(1)
  expect(await count('service_code=environment&status=closed')).toBe(0)
  ;(await office.director.step(gridEvents, event.id, 'void', { result: '不属实' })).ok()
  expect(await count('service_code=environment&status=closed')).toBe(1)
  expect(await count('start_date=2020-01-01T00:00:00Z&end_date=2020-02-01T00:00:00Z')).toBe(0)
  expect(await count(`jurisdiction_id=${PLACES.west}`)).toBe(0)
  expect((await ask('requests.json?jurisdiction_id=990100001999')).statusCode).toBe(404)
})

test('what is missing is said in the specification’s words, and a wrong or revoked key is refused', async () => {
  const key = await keyFor('试用')
  const codes = async (values: Readonly<Record<string, string>>): Promise<unknown> => (await report(values)).json()
  expect((await report({ service_code: 'facility', lat: '1', long: '1', description: 'x' })).statusCode).toBe(403)
  expect(await codes({ api_key: key })).toEqual([
    { code: '400', description: 'service_code was not provided' },
    { code: '400', description: 'lat and long, or address_string, was not provided' },
    { code: '400', description: 'description was not provided' },
  ])
  expect((await report({ api_key: key, description: 'x' }, 'xml')).body).toContain(
    '<errors><error><code>400</code><description>service_code was not provided</description></error>',
  )
  expect(await codes({ api_key: key, service_code: 'facility', lat: '1', long: '1', description: 'x' })).toMatchObject([{ code: '400' }])
  const [row] = (await office.admin.list(apiKeys, { filter: { name: '试用' } })).ok()
  expect(JSON.stringify(row)).not.toContain(key)
  ;(await office.admin.step(apiKeys, row?.id ?? '', 'revoke')).ok()
  expect((await report({ api_key: key, service_code: 'facility', address_string: '前程路', description: 'x' })).statusCode).toBe(403)
})

test('a street that has not opened it answers nothing', async () => {
  const shut = await openOffice()
  try {
    const answer = await shut.street.app.inject({ method: 'GET', url: `${ROOT}/services.json` })
    expect([answer.statusCode, answer.json()]).toEqual([404, [{ code: '404', description: 'Open311 is not open here' }]])
  } finally {
    await shut.street.close()
  }
})
