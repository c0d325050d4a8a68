import type { ReportRow, Values } from '@linli/kit'
import { sql } from 'kysely'
import type { hotlineLedger, hotlineRates } from '../../reports/index.ts'
import { hotlineOrders } from '../../resources/index.ts'
import { hotlineShares, type HotlineSums } from '../../rules/hotline-shares.ts'
import type { Ctx } from '../context.ts'

type Period = Values<typeof hotlineRates.params>

const within = ({ from, to }: Period): ReturnType<typeof sql> =>
  sql`(o.created_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}`

/** The orders of every community that are counted, and those that are not. */
export async function hotlineSums(ctx: Ctx, params: Period): Promise<readonly (HotlineSums & { readonly code: string | null })[]> {
  const counted = sql`o.status <> 'returned' and o.excluded_for is null`
  const found = await sql<HotlineSums & { code: string | null }>`
    select o.community_id as code, count(*)::int as received,
      (count(*) filter (where o.status <> 'returned' and o.excluded_for is not null))::int as excluded,
      (count(*) filter (where ${counted} and o.is_responded is not null))::int as asked,
      (count(*) filter (where ${counted} and o.is_responded = 'yes'))::int as responded,
      (count(*) filter (where ${counted} and o.satisfaction is not null))::int as revisited,
      (count(*) filter (where ${counted} and o.solved = 'yes'))::int as solved,
      (count(*) filter (where ${counted} and o.satisfaction in ('satisfied', 'partly')))::int as satisfied
    from counter_hotline_orders o where ${ctx.scoped(hotlineOrders, 'o')} and ${within(params)}
    group by o.community_id order by o.community_id`.execute(ctx.db)
  return found.rows
}

/** 12345 热线三率. */
export async function queryHotlineRates(ctx: Ctx, params: Period): Promise<readonly ReportRow[]> {
  const lines = await hotlineSums(ctx, params)
  const own = lines.map(({ code, ...sums }) => ({ code, community: communityName(ctx, code), ...sums, ...hotlineShares(sums) }))
  if (own.length < 2) return own
  const keys = ['received', 'excluded', 'asked', 'responded', 'revisited', 'solved', 'satisfied'] as const
  const all = Object.fromEntries(keys.map((key) => [key, lines.reduce((sum, line) => sum + line[key], 0)])) as unknown as HotlineSums
  return [...own, { code: null, community: '合计', ...all, ...hotlineShares(all) }]
}

/** 12345 工单台账. */
export async function queryHotlineLedger(ctx: Ctx, params: Values<typeof hotlineLedger.params>): Promise<readonly ReportRow[]> {
  const { counted } = params
  const which =
    counted === 'excluded'
      ? sql`and o.excluded_for is not null`
      : counted === 'counted'
        ? sql`and o.excluded_for is null and o.status <> 'returned'`
        : sql``
  const found = await sql<ReportRow & { communityId: string | null }>`
    select o.no, o.created_at as at, o.community_id as "communityId", o.topic, o.place, o.level, o.responded_at as "respondedAt",
      o.is_responded as "isResponded", o.replied_at as "repliedAt", o.solved, o.satisfaction, o.status, o.excluded_for as "excludedFor"
    from counter_hotline_orders o where ${ctx.scoped(hotlineOrders, 'o')} and ${within(params)} ${which}
    order by o.created_at`.execute(ctx.db)
  return found.rows.map(({ communityId, ...row }) => ({ ...row, community: communityName(ctx, communityId) }))
}

function communityName({ street }: Ctx, code: string | null): string {
  return street.communities.find((community) => community.code === code)?.name ?? '街道本级'
}
