import type { Row } from '@linli/kit'
import { changeProposals, people } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/**
 * A visit compared the record with the person; once nothing of what was heard there waits for a decision any more, the record is verified as of that day,
 * and not of the day of the decision. Where the facts come from stays as it was.
 */
export async function verifySeen(ctx: Ctx, { after: { personId, seenOn } }: { after: Row<typeof changeProposals> }): Promise<void> {
  if (!seenOn) return
  const all = ctx.elevated()
  if ((await all.rows(changeProposals).count({ personId, seenOn, status: 'open' })) > 0) return
  await all.rows(people).update(personId, { verifiedAt: seenOn }, { reason: '入户采集的出入已决定' })
}
