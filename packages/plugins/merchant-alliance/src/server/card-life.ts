import { checkEntitlement } from '@linli/core/eligibility'
import type { Row } from '@linli/kit'
import { people, personTags } from '@linli/plugin-registry'
import type { LongWork } from '@linli/store'
import { cards, entitlementRules, incomeProofs } from '../resources/index.ts'
import { entitlementOf } from '../rules/entitlement.ts'
import type { Ctx } from './context.ts'
import { holderFacts } from './holder-facts.ts'

/** What became of a person's card. */
export type CardChange = 'issued' | 'renewed' | 'expired' | 'none'

/**
 * Brings a person's card into line with the rules of the day: whoever fits a rule has a live card, whoever fits none has none, and the
 * card stands in the community of its holder. Run again, it changes nothing.
 */
export async function alignCard(ctx: Ctx, personId: string): Promise<CardChange> {
  const all = ctx.elevated()
  const rows = all.rows(cards)
  const entitled = await isEntitled(ctx, personId)
  const person = await all.rows(people).find(personId)
  if (person) await follow(ctx, person)
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

const BATCH = 100

/** Aligns everybody whose card could change, a batch at a time. */
export async function alignAll(work: LongWork<Ctx>): Promise<{ issued: number; renewed: number; expired: number }> {
  const sum = { issued: 0, renewed: 0, expired: 0 }
  const ids = [...(await work.read(concerned))]
  for (let start = 0; start < ids.length; start += BATCH) {
    const changes = await work.run((ctx) => alignEach(ctx, ids.slice(start, start + BATCH)))
    for (const change of changes) if (change !== 'none') sum[change] += 1
    await work.progress(Math.min(start + BATCH, ids.length), ids.length)
  }
  return sum
}

async function alignEach(ctx: Ctx, personIds: readonly string[]): Promise<readonly CardChange[]> {
  const changes: CardChange[] = []
  for (const personId of personIds) changes.push(await alignCard(ctx, personId))
  return changes
}

/** Cards and proofs stand where their person stands, so that whoever is responsible for her sees them, and nobody else. */
async function follow(ctx: Ctx, { id: personId, communityId }: Row<typeof people>): Promise<void> {
  const all = ctx.elevated()
  for (const resource of [cards, incomeProofs]) {
    const rows = all.rows(resource)
    const held = await rows.list({ filter: { personId }, limit: 200, total: 'none' })
    for (const row of held.rows)
      if (row.communityId !== communityId) await rows.update(row.id, { communityId }, { reason: '随居民所在社区' })
  }
}

async function rulesOf(ctx: Ctx): Promise<readonly Row<typeof entitlementRules>[]> {
  return (await ctx.elevated().rows(entitlementRules).list({ limit: 200, total: 'none' })).rows
}

/** Everybody whose card could change: who has one, and for each rule who carries its tags, who proved an income, or, where it asks for neither, everybody. */
async function concerned(ctx: Ctx): Promise<ReadonlySet<string>> {
  const all = ctx.elevated()
  const ids = new Set<string>()
  for await (const card of all.rows(cards).each({ filter: { status: ['issued', 'active', 'lost', 'expired'] } })) ids.add(card.personId)
  const rules = (await rulesOf(ctx)).filter(({ from, to }) => from <= ctx.today && (to === null || ctx.today <= to))
  const wanted = new Set(rules.flatMap(tagsOf))
  const open = rules.filter((rule) => tagsOf(rule).length === 0)
  if (open.some(({ incomeAtMost }) => !incomeAtMost)) {
    for await (const person of all.rows(people).each({ filter: { deceasedAt_empty: true, mergedInto_empty: true } })) ids.add(person.id)
  } else if (open.length > 0) {
    for await (const proof of all.rows(incomeProofs).each({ filter: { status: 'valid' } })) ids.add(proof.personId)
  }
  if (wanted.size === 0) return ids
  for await (const tag of all.rows(personTags).each({ filter: { status: 'active', tag: [...wanted] } })) ids.add(tag.personId)
  return ids
}

function tagsOf({ anyTags, allTags }: Row<typeof entitlementRules>): readonly Row<typeof personTags>['tag'][] {
  return [...(anyTags ?? []), ...(allTags ?? [])]
}
