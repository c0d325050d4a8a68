import type { ReportRow, Values } from '@linli/kit'
import { sql, type RawBuilder } from 'kysely'
import type { measures, participation } from '../../reports/index.ts'
import { actionItems, attendances, councils, gates, matters, meetings, proposals, votes } from '../../resources/index.ts'
import { CAPACITIES } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'

const DAY = sql.lit('Asia/Shanghai')

interface Counted {
  readonly part: number
  readonly whole: number
}

/** 议事成效: each measure with its numerator, its denominator and the list behind the numerator. */
export async function queryMeasures(ctx: Ctx, { from, to }: Values<typeof measures.params>): Promise<readonly ReportRow[]> {
  const rows: ReportRow[] = []
  const add = async (
    measure: string,
    query: RawBuilder<Counted>,
    opens?: { resource: string; filter: Record<string, unknown> },
  ): Promise<void> => {
    const { part, whole } = (await query.execute(ctx.db)).rows[0] ?? { part: 0, whole: 0 }
    rows.push({
      measure,
      part,
      whole,
      share: whole > 0 ? part / whole : null,
      ...(opens ? { resource: opens.resource, filter: JSON.stringify(opens.filter) } : {}),
    })
  }
  const within = { createdAt_gte: `${from}T00:00:00+08:00`, createdAt_lt: `${nextDay(to)}T00:00:00+08:00` }
  const made = (alias: string): RawBuilder<boolean> =>
    sql`${sql.ref(`${alias}.created_at`)} >= ${within.createdAt_gte}::timestamptz and ${sql.ref(`${alias}.created_at`)} < ${within.createdAt_lt}::timestamptz`
  await add(
    '提议立项率',
    sql<Counted>`select count(*) filter (where p.status = 'taken')::int as part, count(*)::int as whole from council_proposals p
      where ${ctx.scoped(proposals, 'p')} and ${made('p')}`,
    { resource: proposals.name, filter: { ...within, status: 'taken' } },
  )
  await add(
    '议题办结率',
    sql<Counted>`select count(*) filter (where m.status = 'closed')::int as part, count(*)::int as whole from council_matters m
      where ${ctx.scoped(matters, 'm')} and ${made('m')}`,
    { resource: matters.name, filter: { ...within, status: 'closed' } },
  )
  await add(
    '退回过的议题',
    sql<Counted>`select count(*) filter (where m.round > 1)::int as part, count(*)::int as whole from council_matters m
      where ${ctx.scoped(matters, 'm')} and ${made('m')}`,
    { resource: matters.name, filter: { ...within, round_gte: 2 } },
  )
  await add(
    '表决通过率',
    sql<Counted>`select count(*) filter (where v.outcome = 'passed')::int as part, count(*)::int as whole from council_votes v
      where ${ctx.scoped(votes, 'v')} and v.status = 'closed' and ${made('v')}`,
    { resource: votes.name, filter: { ...within, status: 'closed', outcome: 'passed' } },
  )
  await add(
    '会议达到法定人数',
    sql<Counted>`select count(*) filter (where m.quorate)::int as part, count(*)::int as whole from council_meetings m
      where ${ctx.scoped(meetings, 'm')} and m.closed_at is not null and ${made('m')}`,
    { resource: meetings.name, filter: { ...within, closedAt_empty: false, quorate: true } },
  )
  await add(
    '任务按时完成',
    sql<Counted>`select count(*) filter (where a.done_on <= a.due_on)::int as part, count(*) filter (where a.done_on is not null or a.due_on < ${ctx.today}::date)::int as whole
      from council_action_items a where ${ctx.scoped(actionItems, 'a')} and a.status <> 'dropped' and ${made('a')}`,
  )
  await add(
    '四议按期走完',
    sql<Counted>`select count(*) filter (where g.closed_on <= g.due_on)::int as part, count(*)::int as whole from council_gates g
      where ${ctx.scoped(gates, 'g')} and g.closed_on is not null and ${made('g')}`,
  )
  await add(
    '提议人满意',
    sql<Counted>`select coalesce(sum(m.satisfied), 0)::int as part, coalesce(sum(m.satisfied + m.unsatisfied), 0)::int as whole from council_matters m
      where ${ctx.scoped(matters, 'm')} and ${made('m')}`,
  )
  await add(
    '三员齐备的议事会',
    sql<Counted>`select count(*) filter (where c.vacancies = 0)::int as part, count(*)::int as whole from council_councils c
      where ${ctx.scoped(councils, 'c')} and c.kind = 'council' and c.status = 'active'`,
    { resource: councils.name, filter: { kind: 'council', status: 'active', vacancies: 0 } },
  )
  return rows
}

/** 参与情况: those who came, by sex, age and capacity. Groups of fewer than five are not told. */
export async function queryParticipation(ctx: Ctx, { from, to }: Values<typeof participation.params>): Promise<readonly ReportRow[]> {
  const { rows } = await sql<{ by: string; group: string | null; people: number; speeches: number; seconds: number }>`
    with came as (
      select distinct a.street_id, a.person_id, m.council_id from council_attendances a
      join council_meetings m on m.street_id = a.street_id and m.id = a.meeting_id
      where ${ctx.scoped(attendances, 'a')} and (a.in_at at time zone ${DAY})::date between ${from}::date and ${to}::date
    ), facts as (
      select c.person_id,
        case p.sex when 'male' then '男' when 'female' then '女' else '未登记' end as sex,
        case when p.birth_date is null then '未登记' when p.birth_date > ${to}::date - interval '35 years' then '35 岁以下'
          when p.birth_date > ${to}::date - interval '60 years' then '35–59 岁' else '60 岁及以上' end as age,
        coalesce((select max(x.capacity) from council_members x where x.street_id = c.street_id and x.person_id = c.person_id and x.council_id = c.council_id), '') as capacity,
        (select count(*)::int from council_speeches s where s.street_id = c.street_id and s.person_id = c.person_id
          and (s.asked_at at time zone ${DAY})::date between ${from}::date and ${to}::date) as speeches,
        (select coalesce(sum(s.seconds), 0)::int from council_speeches s where s.street_id = c.street_id and s.person_id = c.person_id
          and (s.asked_at at time zone ${DAY})::date between ${from}::date and ${to}::date) as seconds
      from came c join registry_people p on p.street_id = c.street_id and p.id = c.person_id
    ), one as (select distinct on (person_id) * from facts order by person_id, capacity desc)
    select '性别' as by, sex as "group", count(*)::int as people, sum(speeches)::int as speeches, sum(seconds)::int as seconds from one group by sex
    union all select '年龄', age, count(*)::int, sum(speeches)::int, sum(seconds)::int from one group by age
    union all select '身份', capacity, count(*)::int, sum(speeches)::int, sum(seconds)::int from one group by capacity
    order by 1, 2`.execute(ctx.db)
  return rows.map(({ by, group, people, speeches, seconds }) => {
    const told = people >= SMALLEST
    return {
      by,
      group: by === '身份' ? ((CAPACITIES as Readonly<Record<string, string>>)[group ?? ''] ?? '未登记') : group,
      people: told ? String(people) : `少于 ${SMALLEST} 人`,
      speeches: told ? String(speeches) : '不显示',
      minutes: told ? String(Math.round(seconds / 60)) : '不显示',
    }
  })
}

const SMALLEST = 5

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
