import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLACES, sampleIdNumber, testStores, testStreet, type TestStreet } from '../src/index.ts'
import { benches, countBenches, keepers, parks } from './parks/index.ts'
import { parksServer } from './parks/server.ts'

const modules = [{ plugin: parks, server: parksServer, settings: { days: 5 } }]
const director = { role: 'community-director', community: PLACES.east } as const

describe.each(testStores)('a test street on %s', (leg) => {
  let t: TestStreet
  beforeAll(async () => {
    t = await testStreet(modules, { postgres: leg === 'postgres' })
  })
  afterAll(() => t.close())

  it('lets people work by HTTP, each within their place and street', async () => {
    const east = t.as(director)
    const keeper = (await east.create(keepers, { name: '张三丰', idNumber: sampleIdNumber(1) })).ok()
    const bench = (await east.create(benches, { place: '南门', keeper: keeper.id, since: '2026-01-01' })).ok()
    expect(bench.communityId).toBe(PLACES.east)
    expect((await t.as({ ...director, community: PLACES.west }).find(benches, bench.id)).status).toBe(404)
    expect((await t.as({ role: 'street-admin', street: PLACES.otherStreet }).find(benches, bench.id)).status).toBe(404)
    expect((await t.as({ role: 'street-admin' }).find(benches, bench.id)).ok()).toMatchObject({ place: '南门' })
    expect((await t.as().list(benches)).status).toBe(403)
    expect((await t.anonymous.list(benches)).status).toBe(401)
  })

  it('knows roles made for a test, and keeps the same person for the same posts', async () => {
    const reader = { role: { allow: ['parks.*.read'] }, community: PLACES.east } as const
    expect((await t.as(reader).list(benches)).ok()).not.toEqual([])
    expect((await t.as(reader).create(benches, { place: '北门' })).status).toBe(403)
    expect(await t.as(reader).accountId()).toBe(await t.as(reader).accountId())
    await expect(t.as({ role: 'gardener' }).list(benches)).rejects.toThrow('There is no role "gardener"')
  })

  it('lets the clock be set, delivers what waits, and survives a restart', async () => {
    t.now('2030-05-05T04:00:00.000Z')
    const east = t.as(director)
    expect((await east.action(countBenches, { day: '2030-05-05' })).ok()).toEqual({ benches: 1 })
    expect((await east.action(countBenches, { day: '2030-05-06' })).code).toBe('parks.tomorrow')
    const [bench] = (await east.list(benches)).ok()
    expect((await east.step(benches, bench?.id ?? '', 'damage', { note: '断了' })).ok()).toMatchObject({ status: 'broken' })
    await t.drain()
    await t.restart()
    expect((await east.list(benches, { filter: { status: 'broken' } })).ok()).toHaveLength(1)
  })

  it('says what was refused when a success was expected', async () => {
    const refused = await t.as(director).create(benches, {})
    expect(() => refused.ok()).toThrow(/POST \/api\/parks\/benches was answered 400: .*请填写位置/)
  })
})
