import { checkEntitlement } from '@linli/core/eligibility'
import type { Row } from '@linli/kit'
import { people, personTags } from '@linli/plugin-registry'
import { cards, entitlementRules } from '../resources/index.ts'
import { entitlementOf } from '../rules/entitlement.ts'
import type { Ctx } from './context.ts'
import { holderFacts } from './holder-facts.ts'

/** What became of a person's card. */
export type CardChange = 'issued' | 'renewed' | 'expired' | 'none'

/**
 * Brings a person's card into line with the rules of the day: whoever fits a rule has a live card, whoever fits none has none.
 * Run again, it changes nothing.
 */
export async function alignCard(ctx: Ctx, personId: string): Promise<CardChange> {
  const all = ctx.elevated()
  const rows = all.rows(cards)
  const entitled = await isEntitled(ctx, personId)
  const person = await all.rows(people).find(personId)
  const held = await rows.list({
    filter: { personId, status: ['issued', 'active', 'lost', 'expired'] },
    sort: ['createdAt', 'desc'],
    limit: 10,
    total: 'none',
  })
  const card = held.rows.find(({ status }) => status !== 'expired') ?? held.rows[0]
  if (!entitled) {
    if (!card || card.status === 'expired') return 'none'
    await rows.step(card.id, 'expire', {}, { reason: '不再符合享受资格' })
    return 'expired'
  }
  if (!card) {
    const fresh = await rows.create({ personId, communityId: person?.communityId ?? null }, { reason: '符合享受资格，自动发卡' })
    await rows.step(fresh.id, 'activate', {})
    return 'issued'
  }
  if (card.status === 'expired') {
    await rows.step(card.id, 'renew', {}, { reason: '重新符合享受资格' })
    return 'renewed'
  }
  return 'none'
}

/** Whether a person fits any rule today. */
export async function isEntitled(ctx: Ctx, personId: string): Promise<boolean> {
  const facts = await holderFacts(ctx, personId)
  return (await rulesOf(ctx)).some((rule) => checkEntitlement(entitlementOf(rule), facts, ctx.today).eligible)
}

/** Aligns everybody: those with a card and those with a tag. */
export async function alignAll(ctx: Ctx): Promise<{ issued: number; renewed: number; expired: number }> {
  const sum = { issued: 0, renewed: 0, expired: 0 }
  const seen = new Set<string>()
  for (const personId of await concerned(ctx)) {
    if (seen.has(personId)) continue
    seen.add(personId)
    const change = await alignCard(ctx, personId)
    if (change !== 'none') sum[change] += 1
  }
  return sum
}

async function rulesOf(ctx: Ctx): Promise<readonly Row<typeof entitlementRules>[]> {
  return (await ctx.elevated().rows(entitlementRules).list({ limit: 200, total: 'none' })).rows
}

/** Everybody whose card could change: who has one, and who carries a tag that some rule asks for. */
async function concerned(ctx: Ctx): Promise<ReadonlySet<string>> {
  const all = ctx.elevated()
  const ids = new Set<string>()
  for await (const card of all.rows(cards).each({ filter: { status: ['issued', 'active', 'lost', 'expired'] } })) ids.add(card.personId)
  const wanted = [...new Set((await rulesOf(ctx)).flatMap((rule) => [...(rule.anyTags ?? []), ...(rule.allTags ?? [])]))]
  if (wanted.length === 0) return ids
  for await (const tag of all.rows(personTags).each({ filter: { status: 'active', tag: wanted } })) ids.add(tag.personId)
  return ids
}
