import type { ReportRow, Values } from '@linli/kit'
import { personTags, TAG_OPTIONS } from '@linli/plugin-registry'
import { sql } from 'kysely'
import type { reachSummary } from '../../reports/index.ts'
import { cards, redemptions } from '../../resources/index.ts'
import { ALL, type ReachLine, withheld, withheldTotal } from '../../rules/reach.ts'
import type { Ctx } from '../context.ts'

/** 受益人次统计. */
export async function queryReach(ctx: Ctx, params: Values<typeof reachSummary.params>): Promise<readonly ReportRow[]> {
  const found = await sql<{ tag: keyof typeof TAG_OPTIONS; entitled: number; people: number; visits: number }>`
    with carriers as (
      select distinct t.street_id, t.tag, t.person_id
      from registry_person_tags t
      where ${ctx.scoped(personTags, 't')} and t.from <= ${params.to} and (t.to is null or t.to >= ${params.to}) and t.status = 'active'
    ), uses as (
      select r.street_id, r.person_id, count(*) as visits
      from merchants_redemptions r
      where ${ctx.scoped(redemptions, 'r')} and r.status = 'confirmed' and r.day between ${params.from} and ${params.to}
      group by 1, 2
    )
    select c.tag, count(*) as entitled, count(u.person_id) as people, coalesce(sum(u.visits), 0)::bigint as visits
    from carriers c
    left join uses u on u.street_id = c.street_id and u.person_id = c.person_id
    group by c.tag
    order by entitled desc, c.tag
  `.execute(ctx.db)
  const all = await sql<Omit<ReachLine, 'tag'>>`
    with uses as (
      select r.person_id, count(*) as visits from merchants_redemptions r
      where ${ctx.scoped(redemptions, 'r')} and r.status = 'confirmed' and r.day between ${params.from} and ${params.to}
      group by 1
    ), held as (
      select c.person_id from merchants_cards c where ${ctx.scoped(cards, 'c')} and c.status in ('issued', 'active', 'lost')
      union select person_id from uses
    )
    select (select count(*) from held)::int as entitled, (select count(*) from uses)::int as people,
      (select coalesce(sum(visits), 0) from uses)::int as visits
  `.execute(ctx.db)
  const lines = found.rows.map((row): ReachLine => ({ ...row, tag: TAG_OPTIONS[row.tag] ?? row.tag }))
  const [total] = all.rows
  return [...withheld(lines), ...(total ? [withheldTotal({ ...total, tag: ALL }, lines)] : [])]
}
