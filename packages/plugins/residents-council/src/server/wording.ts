import type { Row } from '@linli/kit'
import type { EarlierWording } from '../actions/index.ts'
import { type proposals, proposalVersions } from '../resources/index.ts'
import type { Ctx } from './context.ts'

/** What a proposal said before, the latest first; nothing where it was never revised. */
export async function earlierOf(ctx: Ctx, { id, versionNo }: Row<typeof proposals>): Promise<readonly EarlierWording[]> {
  if (versionNo === 1) return []
  const { rows } = await ctx
    .elevated()
    .rows(proposalVersions)
    .list({ filter: { proposalId: id, no_lt: versionNo }, sort: ['no', 'desc'], limit: 50, total: 'none' })
  return rows.map(({ no, text, why, publishedOn }) => ({ no, text, why, publishedOn }))
}
