import type { ReportRow, Values } from '@linli/kit'
import { sql } from 'kysely'
import type { burdenReport, performanceReport, queueReport, ratingReport } from '../../reports/index.ts'
import { applications, breaches, inquiries, ratings, tickets } from '../../resources/index.ts'
import { burdenOf } from '../../rules/burden.ts'
import { ratioOf } from '../../rules/measures.ts'
import { LINES } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'
import { stillLate } from './still-late.ts'

interface Period {
  readonly from: string
  readonly to: string
}

const within = (column: string, { from, to }: Period): ReturnType<typeof sql> =>
  sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date between ${from} and ${to}`

export async function queryRatings(ctx: Ctx, params: Values<typeof ratingReport.params>): Promise<readonly ReportRow[]> {
  const found = await sql<Readonly<Record<string, string | number>> & { readonly named: number; readonly fixed: number }>`
    select to_char(r.created_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as received, count(r.frozen_at) as frozen,
           count(*) filter (where r.grade = '5') as best, count(*) filter (where r.grade = '4') as good, count(*) filter (where r.grade = '3') as fair,
           count(*) filter (where r.grade = '2') as bad, count(*) filter (where r.grade = '1') as worst,
           count(*) filter (where r.frozen_at is not null and r.is_named and r.grade in ('1', '2')) as named,
           count(*) filter (where r.frozen_at is not null and r.is_named and r.grade in ('1', '2') and r.status = 'closed') as fixed
    from counter_ratings r where ${ctx.scoped(ratings, 'r')} and ${within('r.created_at', params)}
    group by 1 order by 1`.execute(ctx.db)
  return found.rows.map((row) => ({ ...row, fixRate: ratioOf('percent', Number(row.fixed), Number(row.named)) }))
}

export async function queryBurden(ctx: Ctx, params: Values<typeof burdenReport.params>): Promise<readonly ReportRow[]> {
  const found = await sql<{
    communityId: string | null
    cases: number
    returns: number
    overtime: number
    visits: number
    materials: number
  }>`
    select a.community_id as "communityId", count(*) as cases,
           (coalesce(sum(a.notices), 0) + count(*) filter (where a.status = 'rejected'))::int
             + (select coalesce(sum(i.refused_times), 0)::int from counter_inquiries i
                where ${ctx.scoped(inquiries, 'i')} and i.community_id is not distinct from a.community_id and ${within('i.created_at', params)}) as returns,
           count(*) filter (where a.is_on_time = 'no' or a.overdue_told) as overtime,
           coalesce(sum(a.visits), 0)::int as visits,
           coalesce(sum((select count(*) from jsonb_array_elements(a.materials::jsonb) m where m->>'state' = 'ok')), 0)::int as materials
    from counter_applications a where ${ctx.scoped(applications, 'a')} and ${within('a.submitted_at', params)}
    group by a.community_id order by a.community_id nulls last`.execute(ctx.db)
  const places = new Map(ctx.street.communities.map(({ code, name }) => [code, name]))
  return found.rows.map(({ communityId, ...facts }) => ({
    community: places.get(communityId ?? '') ?? '街道',
    ...facts,
    ...burdenOf({
      cases: Number(facts.cases),
      returns: Number(facts.returns),
      overtime: Number(facts.overtime),
      visits: Number(facts.visits),
      materials: Number(facts.materials),
    }),
  }))
}

export async function queryPerformance(ctx: Ctx, params: Values<typeof performanceReport.params>): Promise<readonly ReportRow[]> {
  const found = await sql<{
    code: string
    decided: number
    late: number
    onTime: number
    once: number
    promised: number
    used: number
    notices: number
    proxied: number
    found: number
  }>`
    select a.line as code, count(*) as decided, count(*) filter (where a.is_on_time = 'yes') as "onTime", count(*) filter (where a.visits <= 1) as once,
           avg(a.promised_days)::float8 as promised, avg(a.used_days)::float8 as used, coalesce(sum(a.notices), 0)::int as notices, count(a.agent_name) as proxied,
           (select count(*) from counter_breaches b join counter_applications x on x.street_id = b.street_id and x.id::text = b.source_id
             where ${ctx.scoped(breaches, 'b')} and x.line = a.line and ${within('x.decided_at', params)}) as found,
           (select count(*) from counter_applications o where ${stillLate(ctx, 'o', params)} and o.line = a.line) as late
    from counter_applications a
    where ${ctx.scoped(applications, 'a')} and a.is_on_time is not null and ${within('a.decided_at', params)}
    group by a.line order by a.line`.execute(ctx.db)
  return found.rows.map(({ code, decided, late, onTime, once, promised, used, notices, proxied, found: breached }) => ({
    code,
    line: LINES[code as keyof typeof LINES],
    decided,
    onTime,
    late: Number(late),
    rate: ratioOf('percent', Number(onTime), Number(decided) + Number(late)),
    once: ratioOf('percent', Number(once), Number(decided)),
    promised: Math.round(promised * 10) / 10,
    used: Math.round(used * 10) / 10,
    notices: Math.round((notices * 1000) / decided) / 10,
    proxied,
    breaches: Math.round((breached * 10_000) / decided) / 10,
  }))
}

export async function queryQueue(ctx: Ctx, params: Values<typeof queueReport.params>): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow>`
    select t.day, count(*) as taken, count(*) filter (where t.rank = 1) as priority, count(*) filter (where t.status = 'missed') as missed,
           round(avg(t.waited_min))::int as waited, round(avg(t.served_min))::int as served
    from counter_tickets t where ${ctx.scoped(tickets, 't')} and t.day between ${params.from} and ${params.to}
    group by t.day order by t.day`.execute(ctx.db)
  return found.rows
}
