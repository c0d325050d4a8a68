import Ajv2020 from 'ajv/dist/2020.js'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, type Started, start } from './fixtures/start.ts'

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> }
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }>
}
interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Record<string, Schema>
  readonly items?: Schema
  readonly $ref?: string
}

let server: Started
let admin: Client
let document: {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, Schema> }
}
const ids: string[] = []

beforeAll(async () => {
  server = await start()
  admin = await server.as('admin')
  const text = (await server.ask({ method: 'GET', url: '/api/openapi.json' })).body
  document = JSON.parse(text.replaceAll('#/components/schemas/', 'linli:')) as typeof document
  for (const place of ['东门', '西门']) {
    ids.push((await admin('POST', '/api/parks/benches', { place, communityId: '411402004001' })).json().id)
    ids.push((await admin('POST', '/api/parks/donors', { name: place, communityId: '411402004001', phone: '13812345678' })).json().id)
  }
})
afterAll(() => server.end())

const HOSTILE: readonly unknown[] = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; drop table platform_accounts; --",
  '{{7*7}}',
  '../../../etc/passwd',
  '=1+1',
  '字'.repeat(6000),
  '',
  ' ',
  'NaN',
  '2026-02-30',
  '99999-12-31',
  '0001-01-01',
  '01931b6e-7a00-7000-8000-000000000001',
  'not-a-uuid',
  0,
  -0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 31,
  2 ** 53 + 2,
  true,
  null,
  [],
  [[]],
  [null],
  {},
  { $ne: null },
  { __proto__: { polluted: true } },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { constructor: { prototype: { polluted: true } } },
  { toString: 1 },
]
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue({ maxDepth: 2 }))

function valueOf(schema: Schema | undefined, depth = 0): fc.Arbitrary<unknown> {
  if (!schema || depth > 3) return hostile
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  const fitting: fc.Arbitrary<unknown> = schema.enum
    ? fc.constantFrom(...schema.enum)
    : type === 'object'
      ? fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, valueOf(inner, depth + 1)])), {
          requiredKeys: [],
        })
      : type === 'array'
        ? fc.array(valueOf(schema.items, depth + 1), { maxLength: 3 })
        : type === 'integer'
          ? fc.integer({ min: -2, max: 20 })
          : type === 'boolean'
            ? fc.boolean()
            : fc.constantFrom('东门', '2026-11-22', '13812345678', '411402004001', ...ids)
  return fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: hostile })
}

const QUERIES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  filter: fc.oneof(
    fc
      .dictionary(
        fc.constantFrom(
          'q',
          'id',
          'place',
          'place_gte',
          'seats_lt',
          'seats',
          'phone',
          'status',
          'communityId',
          'place_empty',
          'nope',
          '__proto__',
          'state',
          'placedOn',
          'allow',
          'uses',
        ),
        hostile,
      )
      .map((filter) => JSON.stringify(filter)),
    fc.constantFrom('', '[]', '{', 'null', '1', '{"id":[]}', '{"q":"%"}', '{"q":"\\u0000"}', '{"place":{"a":1}}'),
  ),
  sort: fc.constantFrom(
    '["id","ASC"]',
    '["place","DESC"]',
    '["nope","ASC"]',
    '["id"]',
    '{}',
    '["__proto__","ASC"]',
    '[1,2]',
    '["id","ASC; drop table x"]',
    '["phone","ASC"]',
    '["allow","ASC"]',
  ),
  range: fc.constantFrom(
    '[0,9]',
    '[5,4]',
    '[-1,3]',
    '[0,99999999]',
    '[1e300,2e300]',
    '["a","b"]',
    'x',
    '[0,24,3]',
    '[999999999,999999999]',
  ),
  total: fc.constantFrom('exact', 'bounded', 'none', 'x'),
  after: fc.constantFrom('', 'x', 'AAAA', '%00', 'eyJhIjoxfQ'),
  columns: fc.constantFrom('id', 'place,seats', 'nope', '__proto__', ',', 'phone,illness'),
  purpose: fc.constantFrom('contact', 'nope', ''),
  params: fc.constantFrom('{}', '{"material":"wood"}', '{"material":1}', '{"nope":1}', '['),
  resource: fc.constantFrom('parks.benches', '\u0000', ''),
}

/** Only what must not be done to the street that the other requests need. */
const SPARED = new Set(['auth.signOut', 'auth.signIn', 'auth.password', 'auth.endSession', 'platform.modules.change', 'auth.totpStart'])

test('nothing that a client can send is answered with a fault of ours, and every answer is what the document says', async () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  for (const [name, schema] of Object.entries(document.components.schemas)) ajv.addSchema({ ...schema, $id: `linli:${name}` })
  const failures: string[] = []
  let asked = 0

  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (SPARED.has(operation.operationId)) continue
      const body = operation.requestBody?.content['application/json']?.schema
      const names = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name)
      const requests = fc.record({
        id: fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...ids) },
          { weight: 1, arbitrary: fc.constantFrom('x', '%00', '0', '..%2f', "'", '01931b6e-7a00-7000-8000-000000000001', 'constructor') },
        ),
        query: fc.record(Object.fromEntries(names.map((one) => [one, QUERIES[one] ?? fc.constantFrom('', 'x', '\u0000')])), {
          requiredKeys: [],
        }),
        body: body ? fc.oneof({ weight: 5, arbitrary: valueOf(body) }, { weight: 1, arbitrary: hostile }) : fc.constant(undefined),
      })
      for (const request of fc.sample(requests, { numRuns: 12, seed: 20261122 })) {
        const url = `${path.replaceAll(/\{[^}]+\}/g, request.id)}?${new URLSearchParams(request.query as Record<string, string>).toString()}`
        const answer = await admin(
          method.toUpperCase() as 'POST',
          url,
          request.body === undefined ? undefined : JSON.stringify(request.body),
          request.body === undefined ? {} : { 'content-type': 'application/json' },
        )
        asked += 1
        const fault = faultOf(ajv, operation, answer)
        if (fault)
          failures.push(
            `${method} ${url} ${JSON.stringify(request.body)?.slice(0, 300)} → ${answer.statusCode} ${fault} ${answer.body.slice(0, 300)}`,
          )
      }
    }
  }
  expect(failures).toEqual([])
  expect(asked).toBeGreaterThan(500)
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
}, 240_000)

function faultOf(ajv: Ajv2020, operation: Operation, answer: LightMyRequestResponse): string | undefined {
  const { statusCode } = answer
  if (statusCode >= 500) return 'a fault of ours'
  if (/node_modules|at .*\.ts:\d/.test(answer.body)) return 'a stack trace'
  const described = operation.responses[String(statusCode)] ?? operation.responses[statusCode >= 400 ? '4XX' : 'x']
  if (!described) return 'a status that the document does not name'
  const [type, content] = Object.entries(described.content ?? {})[0] ?? []
  if (!type?.includes('json')) return undefined
  if (!String(answer.headers['content-type']).startsWith(type)) return `the type ${String(answer.headers['content-type'])}`
  return content && !ajv.validate(content.schema, answer.json()) ? ajv.errorsText() : undefined
}

test('a body that is no JSON, too large, of a foreign type or absent is refused in words', async () => {
  const send = (payload: string, type = 'application/json') => admin('POST', '/api/parks/benches', payload, { 'content-type': type })
  expect((await send('{"place":')).json()).toMatchObject({ status: 400, code: 'http.body' })
  expect((await send('')).json()).toMatchObject({ status: 400, code: 'http.body' })
  expect((await send('{"__proto__":{"x":1},"place":"a"}')).statusCode).toBe(400)
  expect((await send(JSON.stringify({ place: 'x'.repeat(2_000_000) }))).json()).toMatchObject({ status: 413, code: 'http.too_large' })
  expect((await send('<a/>', 'text/xml')).json()).toMatchObject({ status: 415, code: 'http.media_type' })
  expect((await send('place=a', 'application/x-www-form-urlencoded')).statusCode).toBe(415)
  expect((await admin('GET', '/api/parks/nothing')).json()).toMatchObject({ status: 404, code: 'http.not_found' })
  expect((await admin('GET', '/api/%E0%A4%A')).statusCode).toBeLessThan(500)
})

test('too many requests are told to wait', async () => {
  const limited = await start({ limits: { perMinute: 5, signInPerMinute: 3 } })
  try {
    const answers = []
    for (let attempt = 0; attempt < 8; attempt += 1) answers.push(await limited.ask({ method: 'GET', url: '/api/street' }))
    expect(answers.at(-1)?.json()).toMatchObject({ status: 429, code: 'http.too_many' })
    expect(answers.at(-1)?.headers['retry-after']).toBeDefined()
  } finally {
    await limited.end()
  }
})
