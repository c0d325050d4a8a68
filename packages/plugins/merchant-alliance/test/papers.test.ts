import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { PLACES } from '@linli/testing'
import { merchantAlliance, merchants, offers, renewals } from '../src/index.ts'
import { checkAllPapers } from '../src/server/papers.ts'
import type { Ctx } from '../src/server/context.ts'
import { NOON, type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
beforeEach(() => {
  office.street.now(NOON)
})
afterAll(() => office.street.close())

// The shop's agreement ends on 2027-12-31.
const at = (day: string): void => office.street.now(`${day}T04:00:00.000Z`)
const lookAtPapers = (): Promise<{ suspended: number; warned: number; ended: number }> =>
  office.street.run(merchantAlliance, (ctx) => checkAllPapers(ctx as Ctx))

test('a merchant whose licence has run out redeems nothing, even before anybody has suspended it', async () => {
  const [{ card }, offer] = [await office.holder(), await office.offer()]
  expect(await office.check(card)).toMatchObject({ usable: true })
  ;(await office.director.update(merchants, office.merchant.id, { licenceExpiry: '2026-11-15' })).ok()
  expect(await office.check(card)).toMatchObject({ usable: false, offers: [] })
  ;(await office.director.update(merchants, office.merchant.id, { licenceExpiry: '2026-11-16' })).ok()
  expect((await office.reserve(card, offer.id)).status).toBe(200)
  ;(await office.director.update(merchants, office.merchant.id, { licenceExpiry: null })).ok()
})

test('the community is warned thirty days ahead in its inbox, and the reminder closes when the agreement is renewed', async () => {
  at('2027-11-30')
  expect(await lookAtPapers()).toMatchObject({ suspended: 0, warned: 0 })
  at('2027-12-01')
  expect(await lookAtPapers()).toMatchObject({ suspended: 0, warned: 1 })
  expect(await lookAtPapers()).toMatchObject({ warned: 0 })
  const inbox = async (): Promise<unknown> =>
    ((await office.director.get<{ items: { resource: string }[] }>('/api/platform/inbox')).ok().items ?? []).filter(
      ({ resource }) => resource === renewals.name,
    )
  expect(await inbox()).toMatchObject([{ label: '白云粮油店：联盟协议 2027-12-31 到期', dueAt: '2027-12-31T16:00:00.000Z' }])
  const other = office.street.as({ role: 'community-director', community: PLACES.west })
  expect((await other.list(renewals)).ok()).toEqual([])
  const renewed = { agreementFrom: '2028-01-01', agreementTo: '2028-12-31', agreement: await office.paper() }
  expect((await office.director.step(merchants, office.merchant.id, 'renew', { ...renewed, agreementTo: '2027-01-01' })).code).toBe(
    'merchant.agreement_order',
  )
  ;(await office.director.step(merchants, office.merchant.id, 'renew', renewed)).ok()
  expect(await inbox()).toEqual([])
})

test('the night after the last day the merchant is suspended and comes back only with a new agreement; offers past their day end', async () => {
  const past = await office.offer({ title: '元旦优惠', to: '2028-12-20' })
  const open = await office.offer({ title: '长期优惠' })
  at('2029-01-01')
  expect(await lookAtPapers()).toMatchObject({ suspended: 1, ended: 1 })
  const { id } = office.merchant
  expect((await office.director.find(merchants, id)).ok()).toMatchObject({ status: 'suspended' })
  expect((await office.director.find(offers, past.id)).ok()).toMatchObject({ status: 'ended' })
  expect((await office.director.find(offers, open.id)).ok()).toMatchObject({ status: 'published' })
  expect((await office.director.step(merchants, id, 'resume')).code).toBe('merchant.agreement_ended')
  const renewed = { agreementFrom: '2029-01-01', agreementTo: '2029-12-31', agreement: await office.paper() }
  expect((await office.director.step(merchants, id, 'renewAndResume', renewed)).ok()).toMatchObject({ status: 'active' })
  expect(await lookAtPapers()).toMatchObject({ suspended: 0, ended: 0 })
})
