import { dayOf } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { appraisals, councils } from '../../resources/index.ts'
import { dueAppraisals } from '../../rules/due-appraisals.ts'
import type { Ctx } from '../context.ts'
import { clear, raise } from './alerts.ts'

type Council = Row<typeof councils>

/** Every night, and when one is opened: whether each community opened its contest of the half-year that is due, and the street its appraisal of the year. */
export async function watchAppraisals(ctx: Ctx): Promise<void> {
  const all = ctx.elevated()
  const sitting: Council[] = []
  for await (const council of all.rows(councils).each({ filter: { kind: 'council', status: 'active' }, sort: ['createdAt', 'asc'] }))
    sitting.push(council)
  for (const { kind, period, to, title } of dueAppraisals(ctx.today)) {
    const taking = sitting.filter(({ termFrom, createdAt }) => (termFrom ?? dayOf(createdAt)) <= to)
    for (const [communityId, [first]] of Map.groupBy(taking, (council) => (kind === 'contest' ? council.communityId : null))) {
      if (!first) continue
      const about = { kind, council: { id: first.id, communityId } }
      if (await all.rows(appraisals).first({ kind, period, communityId })) await clear(ctx, about)
      else await raise(ctx, about, `${title}还没有开始，请尽快组织`)
    }
  }
}
