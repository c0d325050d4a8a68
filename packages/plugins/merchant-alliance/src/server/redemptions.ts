import type { Effects, Guards } from '@linli/store'
import { redemptionConfirmed, redemptionReversed } from '../events.ts'
import { reason } from '../reasons.ts'
import { redemptions } from '../resources/index.ts'
import type { Ctx } from './context.ts'

export const redemptionGuards: Guards<Ctx, typeof redemptions> = {
  reverse: (ctx, { row }) => (row.day === ctx.today ? { totalSlot: null, personSlot: null } : reason('redemption.only_same_day')),
}

const told =
  (event: typeof redemptionConfirmed | typeof redemptionReversed): NonNullable<Effects<Ctx, typeof redemptions>['confirm']> =>
  (ctx, { after }) =>
    ctx.emit(
      event,
      { resource: redemptions, id: after.id, communityId: after.communityId },
      { redemptionId: after.id, offerId: after.offerId, merchantId: after.merchantId },
    )

export const redemptionEffects: Effects<Ctx, typeof redemptions> = { confirm: told(redemptionConfirmed), reverse: told(redemptionReversed) }
