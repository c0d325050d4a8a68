import { daysBetween } from '@linli/core/date'
import type { Charter } from '@linli/core/deliberation'
import type { Row } from '@linli/kit'
import { type councils, publications } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** A body's charter as core's guards read it. A publication's own days stand over the charter's, with the days on which an objection stopped it. */
export function charterOf(council: Row<typeof councils>, posted: Row<typeof publications> | undefined, today: string): Charter {
  return {
    supportersMin: council.supportersMin,
    supportersPer: council.supportersPer,
    smallMatterTopics: council.smallTopics ?? [],
    emergencyTopics: council.emergencyTopics ?? [],
    publishDays: posted ? posted.days + stoppedDays(posted, today) : council.publishDays,
  }
}

/** Days on which a publication did not count, until today. */
export function stoppedDays({ suspendedDays, suspendedOn }: Row<typeof publications>, today: string): number {
  return suspendedDays + (suspendedOn ? daysBetween(suspendedOn, today) : 0)
}

/** The resolution of a matter as it is posted, if it is. */
export async function postedResolution(ctx: Ctx, matterId: string): Promise<Row<typeof publications> | undefined> {
  const { rows } = await ctx
    .elevated()
    .rows(publications)
    .list({
      filter: { matterId, kind: 'resolution', status: ['running', 'suspended', 'ended'] },
      sort: ['createdAt', 'desc'],
      limit: 1,
      total: 'none',
    })
  return rows[0]
}
