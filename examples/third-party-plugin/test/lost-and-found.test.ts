import { registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { PLACES, samplePhone, testStreet, type TestStreet } from '@linli/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { items, lostAndFound, search } from '../src/index.ts'
import server from '../src/server/index.ts'

let t: TestStreet
beforeAll(async () => {
  t = await testStreet(
    [
      { plugin: registry, server: registryServer },
      { plugin: lostAndFound, server, settings: { keepDays: 100 } },
    ],
    { now: '2026-11-22T04:00:00.000Z' },
  )
})
afterAll(() => t.close())

const clerk = { role: 'counter-clerk', community: PLACES.east } as const
const purse = { what: '黑色钱包', kind: 'purse', place: '南门', day: '2026-11-20' }

it('lets a clerk keep a thing, and its owner claim it once', async () => {
  const { id } = (await t.as(clerk).create(items, purse)).ok()
  const found = await t.as(clerk).action(search, { kind: 'purse', lostOn: '2026-11-19' })
  expect(found.ok()).toEqual({ items: [{ id, what: '黑色钱包', place: '南门' }] })
  const claim = { claimant: '李四', claimantPhone: samplePhone(1) }
  expect((await t.as(clerk).step(items, id, 'claim', claim)).ok()).toMatchObject({ status: 'claimed' })
  expect((await t.as(clerk).step(items, id, 'claim', claim)).status).toBe(422)
})

it('hands nothing over before its time', async () => {
  const { id } = (await t.as(clerk).create(items, { ...purse, day: '2026-11-01' })).ok()
  expect((await t.as(clerk).step(items, id, 'handOver')).code).toBe('lost-and-found.too_early')
  t.now('2027-02-09T04:00:00.000Z')
  expect((await t.as(clerk).step(items, id, 'handOver')).ok()).toMatchObject({ status: 'handedOver' })
})
