import type { Guards } from '@linli/store'
import { units } from '@linli/plugin-registry'
import { reason } from '../reasons.ts'
import type { owners } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { parentOf } from './inherit.ts'

export const ownerGuards: Guards<Ctx, typeof owners> = {
  create: async (ctx, { values }) => {
    const unit = await parentOf(ctx, units, values.unitId)
    if (!values.personId && !values.developer) return reason('owner.who', undefined, 'personId')
    return { communityId: unit.communityId }
  },
}
