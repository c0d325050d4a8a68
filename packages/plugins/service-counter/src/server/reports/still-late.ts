import { sql } from 'kysely'
import { applications } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/**
 * The condition on cases that were promised for the period, were found overdue and are open still: whoever never finishes is late, too.
 * What was decided late is counted by its own mark.
 */
export function stillLate(ctx: Ctx, alias: string, { from, to }: { readonly from: string; readonly to: string }): ReturnType<typeof sql> {
  const column = (name: string): ReturnType<typeof sql> => sql`${sql.ref(`${alias}.${name}`)}`
  return sql`${ctx.scoped(applications, alias)} and ${column('status')} = 'in_review' and ${column('overdue_told')}
    and ${column('promised_on')} between ${from} and ${to}`
}
