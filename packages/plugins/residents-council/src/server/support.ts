import type { ActionInput } from '@linli/kit'
import type { support } from '../actions/index.ts'
import { reason } from '../reasons.ts'
import { proposals, supporters } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { residentOf } from './proposals.ts'

/** A resident's support: given, confirmed after the wording changed, or withdrawn. */
export async function handleSupport(ctx: Ctx, input: ActionInput<typeof support>): Promise<{ supporters: number; counted: boolean }> {
  const me = await residentOf(ctx)
  const all = ctx.elevated()
  const known = await all.rows(proposals).find(input.proposalId)
  if (!known || known.communityId !== me.communityId) return ctx.refuse(reason('proposal.not_open', undefined, 'proposalId'))
  const proposal = await all.rows(proposals).lock(known.id)
  const mine = await all.rows(supporters).first({ proposalId: proposal.id, personId: me.id })
  const figures = async (counted: boolean): Promise<{ supporters: number; counted: boolean }> => ({
    supporters: (await all.rows(proposals).get(proposal.id)).supporters,
    counted,
  })
  if (input.wish === 'withdraw') {
    if (proposal.status !== 'published') return ctx.refuse(reason('proposal.not_open', undefined, 'proposalId'))
    if (mine?.role !== 'supporter') return ctx.refuse(reason('proposal.not_supported', undefined, 'proposalId'))
    await all.rows(supporters).remove(mine.id, { reason: '本人撤回附议' })
    return figures(false)
  }
  if (mine?.role === 'supporter' && proposal.status === 'published' && mine.versionNo < proposal.versionNo) {
    await all.rows(supporters).update(mine.id, { versionNo: proposal.versionNo })
    return figures(mine.counted === 'yes')
  }
  const row = await all.rows(supporters).create({ proposalId: proposal.id, personId: me.id })
  return figures(row.counted === 'yes')
}
