import type { ReportRow, Values } from '@linli/kit'
import { sql } from 'kysely'
import type { anomalies } from '../../reports/index.ts'
import { redemptions } from '../../resources/index.ts'
import { findSuspicions, type Suspicion, type UseFact } from '../../rules/anomaly.ts'
import type { Ctx } from '../context.ts'

const KINDS: Readonly<Record<Suspicion['kind'], string>> = { burst: '短时间多次', far: '短时间跨社区', own_shop: '本店关联人' }

/** 异常核销清单. */
export async function queryAnomalies(ctx: Ctx, params: Values<typeof anomalies.params>): Promise<readonly ReportRow[]> {
  const found = await sql<Omit<UseFact, 'ownShop'> & { ownShop: string; card: string }>`
    select r.card_id as "cardId", c.number as card, m.name as merchant, r.community_id as "communityId", r.created_at as at, r.own_shop as "ownShop"
    from merchants_redemptions r
    join merchants_merchants m on m.street_id = r.street_id and m.id = r.merchant_id
    join merchants_cards c on c.street_id = r.street_id and c.id = r.card_id
    where ${ctx.scoped(redemptions, 'r')} and r.status = 'confirmed' and r.day between ${params.from} and ${params.to}
  `.execute(ctx.db)
  const numbers = new Map(found.rows.map((row) => [row.cardId, row.card]))
  const uses = found.rows.map((row) => ({ ...row, ownShop: row.ownShop === 'yes' }))
  return findSuspicions(uses, ctx.settings.anomalyMinutes, params.least ?? ctx.settings.anomalyCount).map((each) => ({
    kind: KINDS[each.kind],
    card: numbers.get(each.cardId) ?? '',
    cardId: each.cardId,
    merchant: each.merchants.join('、'),
    first: each.first,
    last: each.last,
    count: each.count,
  }))
}
