import { addDays } from '@linli/core/date'
import type { ReportRow, Values } from '@linli/kit'
import { sql } from 'kysely'
import type { councilLedger, matterLedger, publicationLedger } from '../../reports/index.ts'
import { matters, meetings, publications } from '../../resources/index.ts'
import { PHOTO_DAYS, wasShownInTime } from '../../rules/publicity.ts'
import type { Ctx } from '../context.ts'
import { RESOLVED } from '../matter/follow.ts'

const DAY = 'Asia/Shanghai'

/** 议事会台账. */
export async function queryCouncilLedger(ctx: Ctx, { from, to }: Values<typeof councilLedger.params>): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select (m.opened_at at time zone ${sql.lit(DAY)})::date as "on", c.name as council, c.kind, m.title, m.due, m.present, m.quorate,
      (select count(*)::int from council_agenda_items a where a.street_id = m.street_id and a.meeting_id = m.id) as items,
      (select count(*)::int from council_votes v where v.street_id = m.street_id and v.meeting_id = m.id and v.status = 'closed') as votes,
      (select count(*)::int from council_opinions o where o.street_id = m.street_id and o.meeting_id = m.id) as opinions,
      m.signatures
    from council_meetings m join council_councils c on c.street_id = m.street_id and c.id = m.council_id
    where ${ctx.scoped(meetings, 'm')} and m.status in ('closed', 'written', 'archived')
      and (m.opened_at at time zone ${sql.lit(DAY)})::date between ${from}::date and ${to}::date
    order by 1, 2`.execute(ctx.db)
  return rows
}

/** 议题台账. */
export async function queryMatterLedger(ctx: Ctx, { from, to }: Values<typeof matterLedger.params>): Promise<readonly ReportRow[]> {
  const { rows } = await sql<ReportRow & { status: keyof NonNullable<typeof matters.workflow>['states'] }>`
    select m.no, m.title, m.topic, m.lane, c.name as council, m.party_org as "partyOrg",
      (m.created_at at time zone ${sql.lit(DAY)})::date as collected,
      (select max((v.at at time zone ${sql.lit(DAY)})::date) from council_moves v
        where v.street_id = m.street_id and v.matter_id = m.id and v.step = any(${RESOLVED}::text[])) as resolved,
      m.effective_on as effective, m.result_published_on as result,
      case when m.status = 'closed' then (m.status_since at time zone ${sql.lit(DAY)})::date end as closed, m.round, m.status
    from council_matters m join council_councils c on c.street_id = m.street_id and c.id = m.council_id
    where ${ctx.scoped(matters, 'm')} and (m.created_at at time zone ${sql.lit(DAY)})::date between ${from}::date and ${to}::date
    order by m.no`.execute(ctx.db)
  return rows.map((row) => ({ ...row, status: matters.workflow?.states[row.status].title ?? row.status }))
}

type Posted = ReportRow & {
  readonly from: string
  readonly photoOn: string | null
  readonly status: keyof NonNullable<typeof publications.workflow>['states']
}

/** 公示台账. */
export async function queryPublicationLedger(
  ctx: Ctx,
  { from, to }: Values<typeof publicationLedger.params>,
): Promise<readonly ReportRow[]> {
  const { rows } = await sql<Posted>`
    select p.title, p."from", p.until, p.place, p.photo is not null as photo, p.photo_on as "photoOn",
      (select count(*)::int from council_objections o where o.street_id = p.street_id and o.publication_id = p.id) as objections,
      p.suspended_days as "suspendedDays", p.status
    from council_publications p
    where ${ctx.scoped(publications, 'p')} and p."from" between ${from}::date and ${to}::date
    order by p."from", p.title`.execute(ctx.db)
  return rows.map((row) => ({
    ...row,
    inTime: row.photoOn === null && ctx.today <= addDays(row.from, PHOTO_DAYS) ? null : wasShownInTime(row),
    status: publications.workflow?.states[row.status].title ?? row.status,
  }))
}
