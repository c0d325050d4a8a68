import { addTag, people, personTags, registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { PLACES, type TestClient, type TestRow, type TestStreet, testStreet, type TestStreetOptions } from '@linli/testing'
import {
  type Reservation,
  cards,
  checkCard,
  entitlementRules,
  merchantAlliance,
  merchants,
  offers,
  reserve,
  type TillCard,
} from '../src/index.ts'
import server from '../src/server/index.ts'

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** A Monday noon in China. */
export const NOON = '2026-11-16T04:00:00.000Z'

/** An office with the alliance: a director, a shop that is active with a published offer, and whoever tests put there. */
export interface Office {
  readonly street: TestStreet
  readonly director: TestClient
  readonly till: TestClient
  readonly merchant: TestRow
  readonly rule: TestRow
  /** A file that can stand as evidence or agreement. */
  paper(): Promise<string>
  /** An offer of the shop, signed and published unless said otherwise. */
  offer(terms?: Readonly<Record<string, unknown>>, until?: 'draft' | 'approved' | 'published'): Promise<TestRow>
  /** Somebody in hardship with a live card. */
  holder(name?: string): Promise<{ readonly id: string; readonly card: string; readonly tagId: string }>
  /** What the till is told of a card. */
  check(card: string): Promise<TillCard>
  /** Checks a card and holds an offer for it. */
  reserve(card: string, offerId: string, bill?: number): ReturnType<TestClient['action']>
}

/** Opens the office; `more` as for `testStreet`. */
export async function openOffice(more: TestStreetOptions = {}): Promise<Office> {
  const street = await testStreet(
    [
      { plugin: registry, server: registryServer },
      { plugin: merchantAlliance, server },
    ],
    { now: NOON, ...more },
  )
  const admin = street.as({ role: 'street-admin' })
  const director = street.as({ role: 'community-director', community: PLACES.east })
  const upload = async (): Promise<string> =>
    (await director.upload<{ id: string }>('/api/platform/files', { name: '协议.png', content: PNG })).ok().id
  const paper = await upload()
  const rule = (await admin.create(entitlementRules, { name: '困难家庭', anyTags: ['hardship'], from: '2026-01-01' })).ok()
  const merchant = await joined(director, paper)
  const till = street.as({ role: 'merchant', community: PLACES.east, subject: { resource: merchants.name, id: merchant.id } })
  let keys = 0

  const check = async (card: string): Promise<TillCard> => (await till.action<TillCard>(checkCard, { number: card })).ok()
  return {
    street,
    director,
    till,
    merchant,
    rule,
    check,
    paper: upload,
    offer: async (terms = {}, until = 'published') => {
      const given = {
        merchantId: merchant.id,
        ruleId: rule.id,
        title: '九折',
        benefit: 'percent',
        payPercent: 90,
        cap: 2000,
        from: '2026-01-01',
        ...terms,
      }
      const draft = (await director.create(offers, given)).ok()
      if (until === 'draft') return draft
      const approved = (await director.step(offers, draft.id, 'approve')).ok()
      return until === 'approved' ? approved : (await director.step(offers, draft.id, 'publish', { signedPaper: paper })).ok()
    },
    holder: async (name = '张三丰') => {
      const person = (await director.create(people, { name, idType: 'none', birthDate: '1960-01-01', communityId: PLACES.east })).ok()
      const { tagId } = (await director.action<{ tagId: string }>(addTag, { tag: 'hardship', basisText: '低保证' }, person.id)).ok()
      await street.drain()
      const [card] = (await director.list<TestRow & { number: string; status: string }>(cards, { filter: { personId: person.id } })).ok()
      if (card?.status !== 'active') throw new Error(`The card of ${name} is ${card?.status ?? 'missing'}`)
      return { id: person.id, card: card.number, tagId }
    },
    reserve: async (card, offerId, bill = 12_345) => {
      const { ticket } = await check(card)
      keys += 1
      return till.action<Reservation>(reserve, { ticket, offerId, bill, key: `test-key-${keys}` })
    },
  }
}

/** Ends a tag today. */
export async function endTag({ director, street }: Office, tagId: string): Promise<void> {
  ;(await director.step(personTags, tagId, 'end', { endReason: '不再符合' })).ok()
  await street.drain()
}

async function joined(director: TestClient, agreement: string): Promise<TestRow> {
  const { id } = (
    await director.create(merchants, {
      name: '白云粮油店',
      creditCode: '91350100M000100Y43',
      category: 'grocery',
      address: '前程路 12 号',
      contactName: '刘志强',
      contactPhone: '13800001111',
      communityId: PLACES.east,
    })
  ).ok()
  ;(await director.step(merchants, id, 'check', { checkedLicence: 'yes' })).ok()
  ;(await director.step(merchants, id, 'sign', { agreementFrom: '2026-01-01', agreementTo: '2027-12-31', agreement })).ok()
  return (await director.step(merchants, id, 'activate')).ok()
}
