import { addDays } from '@linli/core/date'
import type { ReportRow } from '@linli/kit'
import { sql } from 'kysely'
import { people, personTags } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { communityNames } from './ledgers.ts'

/** 标签统计. */
export async function tagStatistics(ctx: Ctx): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow & { communityId: string | null }>`
    select t.community_id as "communityId", t.tag, count(*)::int as people,
      count(*) filter (where t.basis = 'rule')::int as "byRule", count(*) filter (where t.basis <> 'rule')::int as "byRecord"
    from registry_person_tags t where ${ctx.scoped(personTags, 't')} and t.status = 'active'
    group by t.community_id, t.tag order by t.community_id nulls last, t.tag`.execute(ctx.db)
  const community = communityNames(ctx)
  return rows.map((row) => ({ ...row, community: community(row.communityId) }))
}

/** 信息新鲜度. `since` is the first day that counts as fresh; the drill-down filters by it. */
export async function freshness(ctx: Ctx, { days }: { days: number | null }): Promise<readonly ReportRow[]> {
  const since = addDays(ctx.today, -(days ?? ctx.settings.freshDays))
  const { rows } = await sql<{ communityId: string | null; people: number; fresh: number; never: number }>`
    select p.community_id as "communityId", count(*)::int as people,
      count(*) filter (where p.verified_at >= ${since})::int as fresh, count(*) filter (where p.verified_at is null)::int as never
    from registry_people p where ${ctx.scoped(people, 'p')} and p.deceased_at is null and p.merged_into is null
    group by p.community_id order by p.community_id nulls last`.execute(ctx.db)
  const community = communityNames(ctx)
  return rows.map((row) => ({
    ...row,
    since,
    community: community(row.communityId),
    stale: row.people - row.fresh - row.never,
    percent: row.people === 0 ? null : Math.round((row.fresh / row.people) * 1000) / 10,
  }))
}
