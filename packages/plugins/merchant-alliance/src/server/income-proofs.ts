import { people } from '@linli/plugin-registry'
import type { Effects, Guards } from '@linli/store'
import { reason } from '../reasons.ts'
import type { incomeProofs } from '../resources/index.ts'
import { alignCard } from './card-life.ts'
import type { Ctx } from './context.ts'

/** A proof stands where its person stands. */
export const incomeProofGuards: Guards<Ctx, typeof incomeProofs> = {
  create: async (ctx, { values }) => {
    const person = await ctx.rows(people).get(values.personId)
    if (person.deceasedAt || person.mergedInto) return reason('card.person_gone', undefined, 'personId')
    if (values.from > ctx.today) return reason('income.future', undefined, 'from')
    return { communityId: person.communityId, gridId: null }
  },
}

/** What a proof changes about the card shows at once. */
export const incomeProofEffects: Effects<Ctx, typeof incomeProofs> = {
  create: async (ctx, { after }) => void (await alignCard(ctx, after.personId)),
  withdraw: async (ctx, { after }) => void (await alignCard(ctx, after.personId)),
}
