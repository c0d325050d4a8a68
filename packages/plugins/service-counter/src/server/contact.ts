import { people } from '@linli/plugin-registry'
import { RefusedError } from '@linli/store'
import { applications } from '../resources/index.ts'
import type { Application } from './applications.ts'
import type { Ctx } from './context.ts'

/**
 * The telephone that somebody left with an accepted case is the newest that the office has: the registry takes it by its own rule of trust, or keeps
 * it as a proposal where it knows better. A telephone that came with an agent is perhaps the agent's. A record that takes no change (merged, dead)
 * never keeps a case from being accepted.
 */
export async function tellContact(ctx: Ctx, { id, personId, agentName, no }: Application): Promise<void> {
  if (!personId || agentName) return
  const all = ctx.elevated()
  const { phone } = await all.rows(applications).reveal(id, ['phone'], 'service')
  if (!phone) return
  const known = await all.rows(people).reveal(personId, ['phone'], 'identity')
  if (known.phone === phone) return
  try {
    await ctx.attempt(() => all.rows(people).update(personId, { phone }, { reason: `办件 ${no ?? ''} 登记的联系电话` }))
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
  }
}
