import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { geoPoint, text } from '@linli/kit'
import { modelOf } from '../src/model/index.ts'
import { choosePlace } from '../src/place/index.ts'
import { dataProvider, givenValues } from '../src/provider/index.ts'
import { clubs } from './app/clubs/index.ts'

const model = modelOf([{ plugin: clubs as never, half: null }])

interface Sent {
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  readonly method: string
  readonly body: unknown
}

let sent: Sent[]
let answers: Response[]

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  sent = []
  answers = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://street')
    const query = Object.fromEntries([...url.searchParams].map(([key, value]) => [key, /^[[{]/.test(value) ? JSON.parse(value) : value]))
    sent.push({ path: url.pathname, query, method: init.method ?? 'GET', body: init.body ? JSON.parse(String(init.body)) : undefined })
    return answers.shift() ?? Response.json({ id: 'x', version: 2 })
  })
})
afterEach(() => vi.unstubAllGlobals())

const rows = (headers: Record<string, string>): Response => Response.json([{ id: '1' }, { id: '2' }], { headers })
const page = (number: number) => ({ pagination: { page: number, perPage: 2 }, sort: { field: 'name', order: 'ASC' as const }, filter: {} })

describe('the data provider', () => {
  it('asks for a page and tells how many rows there are', async () => {
    answers = [rows({ 'content-range': 'clubs.people 0-1/63', 'x-next': 'c2' })]
    const answer = await dataProvider(model).getList('clubs.people', page(1))
    expect(sent).toMatchObject([{ path: '/api/clubs/people', query: { sort: ['name', 'ASC'], range: [0, 1], filter: {} } }])
    expect(answer).toMatchObject({ total: 63, pageInfo: { hasNextPage: true, hasPreviousPage: false }, meta: { more: false } })
  })

  it('turns to the next page by the cursor that the last one gave', async () => {
    answers = [rows({ 'x-next': 'c2' }), rows({})]
    const provider = dataProvider(model)
    await provider.getList('clubs.people', page(1))
    await provider.getList('clubs.people', page(2))
    expect(sent[1]?.query).toMatchObject({ after: 'c2', range: [2, 3] })
  })

  it('goes on past a count that stopped at its bound', async () => {
    answers = [rows({ 'content-range': 'clubs.people 998-999/1000', 'x-total-more': 'true' })]
    const answer = await dataProvider(model).getList('clubs.people', page(500))
    expect(answer).toMatchObject({ pageInfo: { hasNextPage: true }, meta: { more: true } })
  })

  it('narrows lists to the chosen community', async () => {
    choosePlace('411402004002')
    await dataProvider(model)
      .getList('clubs.requests', page(1))
      .catch(() => undefined)
    expect(sent[0]?.query.filter).toEqual({ communityId: '411402004002' })
  })

  it('sends what was changed and the version that was seen, never a mask', async () => {
    const before = { id: '7', version: 4, name: '王丽', phone: '138****1234', gender: 'female', illness: null, createdAt: 'x' }
    await dataProvider(model).update('clubs.people', { id: '7', data: { ...before, gender: 'male' }, previousData: before })
    expect(sent).toEqual([{ path: '/api/clubs/people/7', query: {}, method: 'PUT', body: { gender: 'male', version: 4 } }])
  })

  it('creates with the fields that may be given, and the place', async () => {
    const data = { title: '讲座', budget: 100, reply: '自答', communityId: '411402004001', junk: 1 }
    await dataProvider(model).create('clubs.requests', { data })
    expect(sent[0]?.body).toEqual({ title: '讲座', budget: 100, communityId: '411402004001' })
  })

  it('sends nothing for a text that was cleared and a point of which nothing was written', async () => {
    const fields = { note: text({ title: '备注' }), location: geoPoint({ title: '位置' }) }
    const values = { note: '', location: { lat: undefined, lng: undefined } }
    expect(givenValues({ fields }, values)).toEqual({ note: null, location: null })
  })

  it('tells faults beside their fields, and the sentence of the first', async () => {
    const errors = [
      { field: 'name', code: 'input.required', zh: '请填写姓名', en: 'Name is required' },
      { code: 'people.closed', zh: '登记已截止', en: 'Closed' },
    ]
    answers = [Response.json({ status: 400, errors }, { status: 400 })]
    const attempt = dataProvider(model).create('clubs.people', { data: {} })
    await expect(attempt).rejects.toMatchObject({
      status: 400,
      message: '请填写姓名',
      body: { errors: { name: '请填写姓名', root: { serverError: '登记已截止' } } },
    })
  })

  it('has a sentence also for an answer that is no answer', async () => {
    answers = [new Response('<html>bad gateway</html>', { status: 502 })]
    await expect(dataProvider(model).getOne('clubs.people', { id: '1' })).rejects.toMatchObject({ status: 502, code: 'http.broken' })
  })
})
