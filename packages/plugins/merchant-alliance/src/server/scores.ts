import type { Guards } from '@linli/store'
import { sql } from 'kysely'
import { reason } from '../reasons.ts'
import { merchants, redemptions, scores } from '../resources/index.ts'
import { medianOf, scoreOf } from '../rules/score.ts'
import type { Ctx } from './context.ts'

/** A published score stands as it was told (C8). */
export const scoreGuards: Guards<Ctx, typeof scores> = {
  update: (_ctx, { row }) => (row.status === 'published' ? reason('score.published') : undefined),
}

interface Facts {
  readonly id: string
  readonly communityId: string | null
  readonly months: number
  readonly activeMonths: number
  readonly visits: number
  readonly discount: number
  readonly complaints: number
}

/** Computes the year's scores of all merchants within reach; drafts are computed again, what is published stays. */
export async function handleScoreYear(ctx: Ctx, { year }: { readonly year: number }): Promise<{ scored: number; kept: number }> {
  if (year > Number(ctx.today.slice(0, 4))) ctx.refuse(reason('score.future', undefined, 'year'))
  const facts = await factsOf(ctx, year)
  const medianDiscount = medianOf(facts.flatMap(({ discount }) => (discount > 0 ? [discount] : [])))
  const rows = ctx.elevated().rows(scores)
  const sum = { scored: 0, kept: 0 }
  for (const { id: merchantId, communityId, ...fact } of facts) {
    const { visits, discount, activeMonths, months, complaints } = fact
    const told = { ...scoreOf({ ...fact, medianDiscount }), visits, discount, activeMonths, months, complaints }
    const former = await rows.first({ merchantId, year })
    if (former?.status === 'published') {
      sum.kept += 1
      continue
    }
    if (former) await rows.update(former.id, told)
    else await rows.create({ merchantId, year, communityId, ...told })
    sum.scored += 1
  }
  return sum
}

async function factsOf(ctx: Ctx, year: number): Promise<readonly Facts[]> {
  const first = `${year}-01-01`
  const last = `${year}-12-31` < ctx.today ? `${year}-12-31` : ctx.today
  const found = await sql<Facts>`
    select m.id, m.community_id as "communityId",
      least(12, greatest(1, (extract(year from ${last}::date) - extract(year from begun.day)) * 12
        + extract(month from ${last}::date) - extract(month from begun.day) + 1))::int as months,
      (select count(distinct to_char(r.day, 'MM')) from merchants_redemptions r where ${used(ctx, first, last)})::int as "activeMonths",
      (select count(*) from merchants_redemptions r where ${used(ctx, first, last)})::int as visits,
      (select coalesce(sum(r.discount), 0) from merchants_redemptions r where ${used(ctx, first, last)})::bigint as discount,
      (select count(*) from merchants_complaints c where c.street_id = m.street_id and c.merchant_id = m.id
        and (c.created_at at time zone 'Asia/Shanghai')::date between ${first} and ${last})::int as complaints
    from merchants_merchants m,
      lateral (select greatest(${first}::date, coalesce(m.agreement_from, (m.created_at at time zone 'Asia/Shanghai')::date)) as day) begun
    where ${ctx.scoped(merchants, 'm')} and m.status in ('active', 'suspended') and begun.day <= ${last}
    order by m.name`.execute(ctx.db)
  return found.rows
}

const used = (ctx: Ctx, first: string, last: string): ReturnType<typeof sql> =>
  sql`${ctx.scoped(redemptions, 'r')} and r.merchant_id = m.id and r.status = 'confirmed' and r.day between ${first} and ${last}`
