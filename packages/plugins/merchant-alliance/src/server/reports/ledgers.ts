import type { ReportRow, Values } from '@linli/kit'
import { sql } from 'kysely'
import type { merchantLedger, redemptionLedger } from '../../reports/index.ts'
import { merchants, redemptions } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** 爱心商圈商户台账. */
export async function queryMerchantLedger(ctx: Ctx, params: Values<typeof merchantLedger.params>): Promise<readonly ReportRow[]> {
  const rows: ReportRow[] = []
  const names = new Map(ctx.street.communities.map(({ code, name }) => [code, name]))
  const filter = params.status ? { status: params.status as 'active' } : {}
  for await (const row of ctx.rows(merchants).each({ filter, sort: ['name', 'asc'] })) {
    const { name, creditCode, category, address, memberOwned, agreementFrom, agreementTo, licenceExpiry, status } = row
    rows.push({
      name,
      creditCode,
      category,
      address,
      memberOwned,
      agreementFrom,
      agreementTo,
      licenceExpiry,
      status,
      community: names.get(row.communityId ?? '') ?? '街道',
    })
  }
  return rows
}

/** 优惠核销明细. */
export async function queryRedemptionLedger(ctx: Ctx, params: Values<typeof redemptionLedger.params>): Promise<readonly ReportRow[]> {
  const merchant = params.merchantId ? sql`and r.merchant_id = ${params.merchantId}` : sql``
  const found = await sql<ReportRow>`
    select r.day, r.receipt, m.name as merchant, o.title as offer, r.status,
           ${counted('bill')}, ${counted('discount')}, ${counted('payable')}, ${counted('gift')}
    from merchants_redemptions r
    join merchants_merchants m on m.street_id = r.street_id and m.id = r.merchant_id
    join merchants_offers o on o.street_id = r.street_id and o.id = r.offer_id
    where ${ctx.scoped(redemptions, 'r')} and r.status in ('confirmed', 'reversed')
      and r.day between ${params.from} and ${params.to} ${merchant}
    order by r.day, r.created_at
  `.execute(ctx.db)
  return found.rows
}

// What was taken back stands in the ledger with zero, so that the totals are of what was really given.
function counted(column: string): ReturnType<typeof sql> {
  return sql`case when r.status = 'confirmed' then ${sql.ref(`r.${column}`)} else 0 end as ${sql.ref(column)}`
}
