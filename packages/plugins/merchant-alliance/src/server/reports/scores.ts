import type { ReportRow, Values } from '@linli/kit'
import type { scoreReport } from '../../reports/index.ts'
import { merchants, scores } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** 年度爱心商户评分表, best first; equal points share a rank. */
export async function queryScores(ctx: Ctx, { year }: Values<typeof scoreReport.params>): Promise<readonly ReportRow[]> {
  const { rows } = await ctx.rows(scores).list({ filter: { year }, limit: 5000, total: 'none' })
  const names = new Map<string, string>()
  for await (const { id, name } of ctx.rows(merchants).each()) names.set(id, name)
  const communities = new Map(ctx.street.communities.map(({ code, name }) => [code, name]))
  return rows
    .toSorted((a, b) => b.points - a.points || (a.merchantId < b.merchantId ? -1 : 1))
    .map(({ merchantId, communityId, points, grade, visits, discount, complaints, basis, comment, status }) => ({
      rank: 1 + rows.filter((other) => other.points > points).length,
      merchant: names.get(merchantId) ?? '',
      community: communities.get(communityId ?? '') ?? '街道',
      points,
      grade,
      visits,
      discount,
      complaints,
      basis,
      comment,
      status,
    }))
}
