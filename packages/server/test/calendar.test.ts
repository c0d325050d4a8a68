import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Started, start } from './fixtures/start.ts'

let server: Started
beforeAll(async () => {
  server = await start()
})
afterAll(() => server.end())

const DAYS = '元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。'
const PATH = '/api/platform/calendar-years'

test('a street enters a year once its notice is out; it counts at once, and another colleague checks it', async () => {
  const admin = await server.as('admin')
  const second = await server.as('lvyuan')
  const [account] = (await admin('GET', '/api/platform/accounts?filter={"username":"lvyuan"}')).json()
  const [role] = (await admin('GET', '/api/platform/roles?filter={"name":"street-admin"}')).json()
  await admin('POST', '/api/platform/posts', { accountId: account.id, roleId: role.id, from: '2026-01-01' })
  const years = async (): Promise<{ year: number; given: boolean; crossChecked: boolean }[]> =>
    (await admin('GET', '/api/platform/calendar')).json().years
  expect((await years())[0]).toMatchObject({ year: 2026, given: true, crossChecked: true })

  const source = '国办发明电〔2026〕1 号'
  const enter = (body: object) => admin('POST', PATH, { year: 2027, days: DAYS, source, ...body })
  expect((await enter({ year: 2026 })).json()).toMatchObject({ code: 'notice.weekday', errors: [{ field: 'days' }] })
  expect((await enter({ year: 2026, days: '元旦：1月1日放假' })).json()).toMatchObject({
    code: 'calendar.given',
    errors: [{ field: 'year' }],
  })
  expect((await enter({ days: '1月5日上班。元旦：1月1日放假' })).json()).toMatchObject({
    code: 'notice.make_up_weekday',
    errors: [{ field: 'days' }],
  })

  const made = await enter({})
  expect(made.statusCode).toBe(201)
  const { id } = made.json()
  expect(made.json()).toMatchObject({
    status: 'entered',
    readAs: '元旦：2027年1月1日（周五）至2027年1月3日（周日）放假，共3天。\n2027年1月9日（周六）上班。',
  })
  expect((await years())[0]).toMatchObject({ year: 2027, given: false, crossChecked: false })
  expect(await server.store.jobs.drain()).toBe(1)

  expect((await admin('POST', `${PATH}/${id}/check`, { input: {} })).json().code).toBe('calendar.own')
  expect((await second('POST', `${PATH}/${id}/check`, { input: {} })).json()).toMatchObject({ status: 'checked' })
  expect((await years())[0]).toMatchObject({ year: 2027, crossChecked: true })
  expect((await second('PUT', `${PATH}/${id}`, { complete: false })).json().code).toBe('calendar.checked')
  await second('POST', `${PATH}/${id}/correct`, { input: {} })
  expect((await second('PUT', `${PATH}/${id}`, { complete: false })).statusCode).toBe(200)
  expect((await years())[0]).toMatchObject({ year: 2027, crossChecked: false })
  expect((await server.store.calendars.of('411402004')).isKnown(2027)).toBe(false)

  const { entries } = (await admin('GET', `${PATH}/${id}/timeline`)).json()
  expect(entries.map(({ title, actorName }: { title: string; actorName: string }) => [title, actorName])).toEqual([
    ['修改', '赵敏'],
    ['更正', '赵敏'],
    ['核对无误', '赵敏'],
    ['新增', '王丽'],
  ])
})
