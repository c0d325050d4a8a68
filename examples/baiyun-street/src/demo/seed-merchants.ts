import { addDays, dayOf, instantAt } from '@linli/core/date'
import { computeDiscount } from '@linli/core/eligibility'
import type { Row } from '@linli/kit'
import { cards, complaints, entitlementRules, merchants, offers, offerTermsOf, redemptions } from '@linli/plugin-merchant-alliance'
import merchantServer from '@linli/plugin-merchant-alliance/server'
import { people } from '@linli/plugin-registry'
import type { Seeding } from '@linli/server'
import type { Context } from '@linli/store'
import { gridCode, GRIDS_PER_COMMUNITY } from './estates.ts'
import { spotIn } from './grid-map.ts'
import { APPLICANT_CODES, DEMO_MERCHANTS, type DemoMerchant } from './merchants.ts'
import { PAPER } from './paper.ts'
import { randomFrom } from './random.ts'

type Merchant = Row<typeof merchants>
type Offer = Row<typeof offers>

const HISTORY_DAYS = 75

/** The alliance: rules, 43 shops (or the first of them) with their offers, cards, a history of uses, and work that waits. */
export async function seedMerchants(seeding: Seeding, shopCount = DEMO_MERCHANTS.length, days = HISTORY_DAYS): Promise<void> {
  const today = dayOf(new Date().toISOString())
  if (await seeding.run('merchants', async (ctx) => (await ctx.rows(redemptions).count()) > 0)) return
  const paper = await seeding.file('已签协议.pdf', PAPER)
  const rules = await seeding.run('merchants', seedRules)
  const shops: { readonly merchant: Merchant; readonly offer: Offer }[] = []
  for (const [index, shop] of DEMO_MERCHANTS.slice(0, shopCount).entries()) {
    const joined = instantAt(addDays(today, -HISTORY_DAYS - 30 - index * 5), 10 * 60)
    shops.push(await seeding.run('merchants', (ctx) => seedShop(ctx, shop, index, rules, paper, today), joined))
  }
  await seeding.run('merchants', async (ctx) => merchantServer.jobs?.['align-cards']?.run(ctx))
  await seedUses(seeding, shops, today, days)
  await seedWaiting(
    seeding,
    shops.map(({ merchant }) => merchant),
    today,
  )
  await seedPhones(seeding, shops[0]?.merchant)
}

async function seedRules(ctx: Context): Promise<readonly string[]> {
  const rows = ctx.rows(entitlementRules)
  const hardship = await rows.create({ name: '困难家庭', anyTags: ['hardship'], from: '2026-01-01' })
  const aged = await rows.create({ name: '高龄老人', anyTags: ['aged'], from: '2026-01-01' })
  const wide = await rows.create({
    name: '重点关爱人群',
    anyTags: ['hardship', 'aged', 'living_alone', 'no_kin', 'disabled'],
    from: '2026-01-01',
  })
  return [hardship.id, wide.id, aged.id]
}

async function seedShop(
  ctx: Context,
  shop: DemoMerchant,
  index: number,
  rules: readonly string[],
  paper: string,
  today: string,
): Promise<{ merchant: Merchant; offer: Offer }> {
  const rows = ctx.rows(merchants)
  const { id } = await rows.create({
    name: shop.name,
    creditCode: shop.creditCode,
    category: shop.category as Merchant['category'],
    address: shop.address,
    contactName: shop.contact,
    contactPhone: shop.phone,
    memberOwned: shop.memberOwned,
    location: spotIn(gridCode(shop.community, (index % GRIDS_PER_COMMUNITY) + 1), index),
    communityId: shop.community,
  })
  await rows.step(id, 'check', { checkedLicence: 'yes' })
  await rows.step(id, 'sign', {
    agreementFrom: ctx.today,
    agreementTo: addDays(today, index % 9 === 0 ? 40 : 300 + index),
    agreement: paper,
  })
  const merchant = await rows.step(id, 'activate', {})
  const offer = await ctx.rows(offers).create({
    merchantId: id,
    ruleId: rules[index % rules.length] ?? '',
    ...TERMS[index % TERMS.length],
    from: ctx.today,
    to: addDays(today, 200),
  } as never)
  await ctx.rows(offers).step(offer.id, 'approve', {})
  return { merchant, offer: await ctx.rows(offers).step(offer.id, 'publish', { signedPaper: paper }) }
}

const TERMS = [
  { title: '九折优惠', benefit: 'percent', payPercent: 90, cap: 2000, personLimit: 2, personPeriod: 'week', totalLimit: 200 },
  { title: '满 30 减 5', benefit: 'fixed', amountOff: 500, minSpend: 3000, personLimit: 4, personPeriod: 'month' },
  { title: '八五折优惠', benefit: 'percent', payPercent: 85, cap: 3000, personLimit: 1, personPeriod: 'day' },
  {
    title: '每月免费一次',
    benefit: 'free_item',
    item: '基础服务一次',
    itemValue: 2000,
    itemOnBill: 'yes',
    personLimit: 1,
    personPeriod: 'month',
  },
] as const

/** Uses over ten weeks: a few a day, one transaction a day. */
async function seedUses(
  { run }: Seeding,
  shops: readonly { readonly merchant: Merchant; readonly offer: Offer }[],
  today: string,
  days: number,
): Promise<void> {
  const random = randomFrom(43)
  const holders = await run(
    'merchants',
    async (ctx) => (await ctx.rows(cards).list({ filter: { status: 'active' }, limit: 300, total: 'none' })).rows,
  )
  if (holders.length === 0) return
  const used = new Set<string>()
  for (let ago = days; ago >= 1; ago -= 1) {
    const day = addDays(today, -ago)
    await run(
      'merchants',
      async (ctx) => {
        for (let n = random.between(3, 7); n > 0; n -= 1) {
          const { merchant, offer } = random.pick(shops.slice(0, 36))
          const card = random.pick(holders)
          const month = `${offer.id}${card.id}${day.slice(0, 7)}`
          const quote = computeDiscount(offerTermsOf(offer), random.between(2500, 16_000))
          if (!quote.ok || used.has(month)) continue
          used.add(month)
          await seedUse(ctx, { merchant, offer, card, day, serial: used.size, quote: quote.value })
        }
      },
      instantAt(day, random.between(8 * 60, 19 * 60)),
    )
  }
}

async function seedUse(
  ctx: Context,
  use: {
    merchant: Merchant
    offer: Offer
    card: Row<typeof cards>
    day: string
    serial: number
    quote: { billFen: number; discountFen: number; payableFen: number; giftFen: number }
  },
): Promise<void> {
  const { merchant, offer, card, day, serial, quote } = use
  const row = await ctx.rows(redemptions).create({
    receipt: `HX${day.replaceAll('-', '')}-D${String(serial).padStart(5, '0')}`,
    day,
    merchantId: merchant.id,
    offerId: offer.id,
    cardId: card.id,
    personId: card.personId,
    bill: quote.billFen,
    discount: quote.discountFen,
    payable: quote.payableFen,
    gift: quote.giftFen,
    channel: serial % 4 === 0 ? 'number' : 'code',
    ownShop: 'no',
    idempotencyKey: `demo-${serial}`,
    totalSlot: offer.totalLimit ? serial : null,
    communityId: merchant.communityId,
  })
  await ctx.rows(redemptions).step(row.id, 'confirm', {})
}

/** What the inbox shows on the first day: applications (one late), an offer to approve, complaints. */
async function seedWaiting({ run }: Seeding, shops: readonly Merchant[], today: string): Promise<void> {
  const applicants = [
    { name: '大陈社区便民菜店', category: 'grocery', ago: 16 },
    { name: '前程老年助餐点', category: 'food', ago: 4 },
    { name: '绿苑修鞋配钥匙', category: 'repair', ago: 1 },
  ] as const
  for (const [index, { name, category, ago }] of applicants.entries()) {
    const shop = DEMO_MERCHANTS[index]
    if (!shop) continue
    await run(
      'merchants',
      (ctx) =>
        ctx.rows(merchants).create({
          name,
          category,
          creditCode: APPLICANT_CODES[index] ?? '',
          address: `${shop.address} 旁`,
          contactName: shop.contact,
          contactPhone: shop.phone,
          communityId: shop.community,
        }),
      instantAt(addDays(today, -ago), 9 * 60 + 30),
    )
  }
  const [first, second] = shops
  if (!first || !second) return
  await run(
    'merchants',
    async (ctx) => {
      const rows = ctx.rows(complaints)
      await rows.create({
        merchantId: first.id,
        summary: '店员说活动结束了',
        content: '周日下午去买米，店员说打折活动已经结束，不给优惠。',
        kind: 'refused',
        complainant: '群众来电',
        communityId: first.communityId,
      })
      const answered = await rows.create({
        merchantId: second.id,
        summary: '结账时被追问为什么有卡',
        content: '当着别人的面问我家是不是低保，心里不舒服。',
        kind: 'privacy',
        communityId: second.communityId,
      })
      await rows.step(answered.id, 'answer', { answer: '已上门向商户重申：只看「可享受」，不得询问原因；店主已向本人道歉。' })
    },
    instantAt(addDays(today, -3), 15 * 60),
  )
}

/** The phone accounts of a shop and of a card holder. */
async function seedPhones({ run, post }: Seeding, merchant: Merchant | undefined): Promise<void> {
  if (merchant)
    await post('shop', {
      role: 'merchant',
      communityId: merchant.communityId ?? undefined,
      subject: { resource: merchants.name, id: merchant.id },
    })
  const holder = await run('merchants', async (ctx) => {
    const known = await ctx.rows(people).first({ q: '张三丰' })
    return known ? ctx.rows(cards).first({ personId: known.id, status: 'active' }) : undefined
  })
  if (holder)
    await post('resident', {
      role: 'resident',
      communityId: holder.communityId ?? undefined,
      subject: { resource: people.name, id: holder.personId },
    })
}
