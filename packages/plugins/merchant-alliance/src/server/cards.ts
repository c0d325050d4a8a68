import { randomBytes } from 'node:crypto'
import { CARD_CODE_SECONDS, checkEntitlement, makeCardToken } from '@linli/core/eligibility'
import type { Effects, Guards } from '@linli/store'
import { people } from '@linli/plugin-registry'
import { reason } from '../reasons.ts'
import { cards, entitlementRules, offers } from '../resources/index.ts'
import { entitlementOf } from '../rules/entitlement.ts'
import { cardNumber } from '../rules/numbers.ts'
import { isEntitled } from './card-life.ts'
import { cardSigner, newSecret } from './card-secret.ts'
import type { Ctx } from './context.ts'
import { holderFacts } from './holder-facts.ts'

/** A card is made for somebody entitled who has none; its number and secret come from here alone. */
export const cardGuards: Guards<Ctx, typeof cards> = {
  create: async (ctx, { values }) => {
    const all = ctx.elevated()
    const person = await all.rows(people).get(values.personId)
    if (person.deceasedAt || person.mergedInto) return reason('card.person_gone', undefined, 'personId')
    const held = await all.rows(cards).first({ personId: values.personId, status: ['issued', 'active', 'lost'] })
    if (held && held.id !== values.replacesId) return reason('card.already', { number: held.number ?? '' }, 'personId')
    if (!(await isEntitled(ctx, values.personId))) return reason('card.not_entitled', undefined, 'personId')
    return { number: cardNumber(randomBytes(7)), secret: newSecret(), communityId: person.communityId, gridId: person.gridId }
  },
}

export const cardEffects: Effects<Ctx, typeof cards> = {
  replace: async (ctx, { after }) => {
    const rows = ctx.elevated().rows(cards)
    const fresh = await rows.create({ personId: after.personId, replacesId: after.id }, { reason: `替换 ${after.number ?? ''}` })
    await rows.step(fresh.id, 'activate', {})
  },
}

/** The resident's own card with its code of the moment. */
export async function handleMyCard(
  ctx: Ctx,
): Promise<{ number: string; status: string; statusTitle: string; token: string | null; refreshSeconds: number }> {
  const post = ctx.actor.access.posts.find(({ subject }) => subject?.resource === people.name)
  const held = post?.subject
    ? await ctx
        .elevated()
        .rows(cards)
        .list({ filter: { personId: post.subject.id }, sort: ['createdAt', 'desc'], limit: 1, total: 'none' })
    : undefined
  const card = held?.rows[0]
  if (!card) return ctx.refuse(reason('card.none'), 404)
  const token = card.status === 'active' ? makeCardToken(card.number ?? '', ctx.now, (await cardSigner(ctx, card.id)).mac) : null
  return {
    number: card.number ?? '',
    status: card.status,
    statusTitle: cards.workflow?.states[card.status].title ?? '',
    token,
    refreshSeconds: CARD_CODE_SECONDS,
  }
}

/** Whether somebody would get an offer, with the inner reasons, for staff. */
export async function handleTestEligibility(
  ctx: Ctx,
  input: { readonly id: string; readonly personId: string },
): Promise<{ eligible: boolean; reasons: readonly string[] }> {
  const offer = await ctx.rows(offers).get(input.id)
  await ctx.rows(people).get(input.personId)
  const rule = await ctx.elevated().rows(entitlementRules).get(offer.ruleId)
  const verdict = checkEntitlement(entitlementOf(rule), await holderFacts(ctx, input.personId), ctx.today)
  return { eligible: verdict.eligible, reasons: verdict.internal.map(({ zh }) => zh) }
}
