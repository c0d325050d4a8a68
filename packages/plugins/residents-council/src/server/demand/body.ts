import type { Row } from '@linli/kit'
import type { councils } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { residentsOf } from '../meeting/roll.ts'
import { membersOn } from '../recount.ts'
import { ownedUnits } from '../vote/prepare.ts'

/** Those of a body who may ask for its meeting: its voting members, all adults for the residents' meeting, all owners for the owners'. */
export async function askersOf(ctx: Ctx, council: Row<typeof councils>): Promise<ReadonlySet<string>> {
  const sitting = (await membersOn(ctx, council.id, ctx.today)).filter(({ voting }) => voting === 'yes')
  if (sitting.length > 0) return new Set(sitting.map(({ personId }) => personId))
  if (council.kind === 'residents') return new Set((await residentsOf(ctx, council, 'adults18')).map(({ id }) => id))
  if (council.kind !== 'owners' || !council.estateId) return new Set()
  const homes = await ownedUnits(ctx, council.estateId)
  return new Set(homes.flatMap(({ ownerIds }) => ownerIds))
}
