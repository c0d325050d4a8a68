import { daysBetween } from '@linli/core/date'
import type { ReportRow, Values } from '@linli/kit'
import { sql } from 'kysely'
import type { activity, monthlySummary } from '../../reports/index.ts'
import { complaints, merchants, redemptions } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** 优惠核销月汇总. */
export async function queryMonthlySummary(ctx: Ctx, params: Values<typeof monthlySummary.params>): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow>`
    select to_char(r.day, 'YYYY-MM') as month, m.name as merchant, r.merchant_id as "merchantId",
           min(r.day) as first, max(r.day) as last,
           count(*) as visits, count(distinct r.person_id) as people, sum(r.bill)::bigint as bill, sum(r.discount)::bigint as discount
    from merchants_redemptions r
    join merchants_merchants m on m.street_id = r.street_id and m.id = r.merchant_id
    where ${ctx.scoped(redemptions, 'r')} and r.status = 'confirmed' and r.day between ${params.from} and ${params.to}
    group by 1, 2, 3
    order by 1, 2
  `.execute(ctx.db)
  return found.rows
}

/** 商户活跃度. */
export async function queryActivity(ctx: Ctx, params: Values<typeof activity.params>): Promise<readonly ReportRow[]> {
  const found = await sql<{
    merchantId: string
    merchant: string
    visits: number
    discount: number
    complaints: number
    lastDay: string | null
    since: string
  }>`
    select m.id as "merchantId", m.name as merchant, count(r.id) as visits, coalesce(sum(r.discount), 0)::bigint as discount,
           (select count(*) from merchants_complaints c
             where c.merchant_id = m.id and ${ctx.scoped(complaints, 'c')}
               and c.created_at >= ${params.from}::date and c.created_at < ${params.to}::date + 1) as complaints,
           (select max(l.day) from merchants_redemptions l
             where l.street_id = m.street_id and l.merchant_id = m.id and l.status = 'confirmed') as "lastDay",
           (m.status_since at time zone 'Asia/Shanghai')::date as since
    from merchants_merchants m
    left join merchants_redemptions r
      on r.street_id = m.street_id and r.merchant_id = m.id and r.status = 'confirmed' and r.day between ${params.from} and ${params.to}
    where ${ctx.scoped(merchants, 'm')} and m.status = 'active'
    group by m.street_id, m.id
    order by visits desc, m.name
  `.execute(ctx.db)
  return found.rows.map(({ since, ...row }) => {
    const idleDays = daysBetween(row.lastDay ?? since, ctx.today)
    return { ...row, idleDays, dormant: idleDays > ctx.settings.dormantDays }
  })
}
