import { sql } from 'kysely'
import { slipNumber } from '../rules/slip.ts'
import type { Ctx } from './context.ts'

/** The next number of a kind and day; whoever else takes one waits until this transaction ends. */
export async function nextNumber(ctx: Ctx, table: string, prefix: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext(${`counter/${ctx.street.code}/${prefix}`}))`.execute(ctx.db)
  const start = slipNumber(prefix, ctx.today, 0).slice(0, -4)
  const found = await sql<{ last: string | null }>`
    select max(no) as last from ${sql.table(table)} where street_id = ${ctx.street.code} and no >= ${start} and no < ${`${start}~`}
  `.execute(ctx.db)
  return slipNumber(prefix, ctx.today, Number((found.rows[0]?.last ?? '0').slice(-4)) + 1)
}
