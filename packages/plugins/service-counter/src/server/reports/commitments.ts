import type { ReportRow, Values } from '@linli/kit'
import { sql } from 'kysely'
import type { commitmentLedger } from '../../reports/index.ts'
import { commitments } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** 告知承诺台账. */
export async function queryCommitments(ctx: Ctx, { from, to }: Values<typeof commitmentLedger.params>): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow>`
    select c.id, c.title, v.title as item, c.material, c.created_at as at, c.verify_by as "verifyBy", c.status, c.settled_at as "settledAt",
      c.finding, c.consequence, c.barred_until as "barredUntil"
    from counter_commitments c
    join counter_applications a on a.street_id = c.street_id and a.id = c.application_id
    left join counter_item_versions v on v.street_id = a.street_id and v.id = a.version_id
    where ${ctx.scoped(commitments, 'c')} and (c.created_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}
    order by c.created_at`.execute(ctx.db)
  return found.rows
}
