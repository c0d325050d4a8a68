import { suppressList } from '@linli/core/statistics'
import type { ReportRow, Values } from '@linli/kit'
import { sql, type RawBuilder } from 'kysely'
import type { measures, participation } from '../../reports/index.ts'
import { actionItems, attendances, councils, gates, matters, meetings, proposals, supporters, votes } from '../../resources/index.ts'
import { CAPACITIES, GATES } from '../../rules/options.ts'
import { bodyCadence } from '../cadence.ts'
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
    said?: (counted: Counted) => string,
  ): Promise<void> => {
    const { part, whole } = (await query.execute(ctx.db)).rows[0] ?? { part: 0, whole: 0 }
    rows.push({
      measure,
      part,
      whole,
      share: whole > 0 && !said ? (part * 100) / whole : null,
      value: whole > 0 && said ? said({ part, whole }) : null,
      ...(opens ? { resource: opens.resource, filter: JSON.stringify(opens.filter) } : {}),
    })
  }
  const within = { createdAt_gte: `${from}T00:00:00+08:00`, createdAt_lt: `${nextDay(to)}T00:00:00+08:00` }
  const made = (alias: string): RawBuilder<boolean> =>
    sql`${sql.ref(`${alias}.created_at`)} >= ${within.createdAt_gte}::timestamptz and ${sql.ref(`${alias}.created_at`)} < ${within.createdAt_lt}::timestamptz`
  await add(
    '每千名居民提议',
    sql<Counted>`select (select count(*)::int from council_proposals p where ${ctx.scoped(proposals, 'p')} and ${made('p')}) as part,
      (select count(*)::int from registry_people r where ${ctx.scoped(proposals, 'r')} and r.deceased_at is null and r.merged_into is null) as whole`,
    { resource: proposals.name, filter: within },
    ({ part, whole }) => `${((part * 1000) / whole).toFixed(1)} 件`,
  )
  await add(
    '参与过的居民',
    sql<Counted>`select count(distinct x.person_id)::int as part,
      (select count(*)::int from registry_people r where ${ctx.scoped(proposals, 'r')} and r.deceased_at is null and r.merged_into is null
        and r.birth_date <= ${to}::date - interval '18 years') as whole
      from (
        select s.person_id from council_supporters s where ${ctx.scoped(supporters, 's')} and ${made('s')}
        union all select a.person_id from council_attendances a where ${ctx.scoped(attendances, 'a')} and ${made('a')}
      ) x`,
  )
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
  for (const [gate, title] of Object.entries(GATES))
    await add(
      `${title}用时`,
      sql<Counted>`select coalesce(sum(g.closed_on - g.opened_on), 0)::int as part, count(*)::int as whole from council_gates g
        where ${ctx.scoped(gates, 'g')} and g.gate = ${gate} and g.closed_on is not null and ${made('g')}`,
      { resource: gates.name, filter: { ...within, gate, closedOn_empty: false } },
      ({ part, whole }) => `平均 ${(part / whole).toFixed(1)} 天`,
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
  rows.push(await missedMonths(ctx, from, to))
  return rows
}

/** 应开未开: what the councils should have held and did not, excused months included. */
async function missedMonths(ctx: Ctx, from: string, to: string): Promise<ReportRow> {
  let [expected, counted] = [0, 0]
  for await (const council of ctx.rows(councils).each({ filter: { kind: 'council', status: 'active' } })) {
    const report = await bodyCadence(ctx, council.id, { from, to }, ctx.today < to ? ctx.today : to)
    expected += report.expected
    counted += report.counted
  }
  const missed = expected - counted
  return { measure: '例会应开未开', part: missed, whole: expected, share: expected > 0 ? (missed * 100) / expected : null, value: null }
}

/** 参与情况: those who came, by sex, age, home and capacity. Groups of fewer than five are not told. */
export async function queryParticipation(ctx: Ctx, { from, to }: Values<typeof participation.params>): Promise<readonly ReportRow[]> {
  const { rows } = await sql<Group>`
    with came as (
      select distinct a.street_id, a.person_id, m.council_id from council_attendances a
      join council_meetings m on m.street_id = a.street_id and m.id = a.meeting_id
      where ${ctx.scoped(attendances, 'a')} and (a.in_at at time zone ${DAY})::date between ${from}::date and ${to}::date
    ), facts as (
      select c.person_id,
        case p.sex when 'male' then '男' when 'female' then '女' else '未登记' end as sex,
        case when p.birth_date is null then '未登记' when p.birth_date > ${to}::date - interval '35 years' then '35 岁以下'
          when p.birth_date > ${to}::date - interval '60 years' then '35–59 岁' else '60 岁及以上' end as age,
        case when exists (select from registry_household_members hm join registry_households h on h.street_id = hm.street_id and h.id = hm.household_id
            where hm.street_id = c.street_id and hm.person_id = c.person_id and hm."to" is null and h.category = 'tenants')
          or exists (select from council_members x where x.street_id = c.street_id and x.person_id = c.person_id and x.capacity = 'tenant')
          then '租户' else '自有住房或其他' end as home,
        coalesce((select max(x.capacity) from council_members x where x.street_id = c.street_id and x.person_id = c.person_id and x.council_id = c.council_id), '') as capacity,
        (select count(*)::int from council_speeches s where s.street_id = c.street_id and s.person_id = c.person_id
          and (s.asked_at at time zone ${DAY})::date between ${from}::date and ${to}::date) as speeches,
        (select coalesce(sum(s.seconds), 0)::int from council_speeches s where s.street_id = c.street_id and s.person_id = c.person_id
          and (s.asked_at at time zone ${DAY})::date between ${from}::date and ${to}::date) as seconds
      from came c join registry_people p on p.street_id = c.street_id and p.id = c.person_id
    ), one as (select distinct on (person_id) * from facts order by person_id, capacity desc)
    select '性别' as by, sex as "group", count(*)::int as people, sum(speeches)::int as speeches, sum(seconds)::int as seconds from one group by sex
    union all select '年龄', age, count(*)::int, sum(speeches)::int, sum(seconds)::int from one group by age
    union all select '居住', home, count(*)::int, sum(speeches)::int, sum(seconds)::int from one group by home
    union all select '身份', capacity, count(*)::int, sum(speeches)::int, sum(seconds)::int from one group by capacity
    order by 1, 2`.execute(ctx.db)
  return [...new Set(rows.map(({ by }) => by))].flatMap((by) => shown(rows.filter((row) => row.by === by)))
}

interface Group {
  readonly by: string
  readonly group: string | null
  readonly people: number
  readonly speeches: number
  readonly seconds: number
}

/** The groups of one kind: a small one is hidden, and another with it where the total would give it away. */
function shown(groups: readonly Group[]): readonly ReportRow[] {
  const told = suppressList(
    groups.map(({ people }) => people),
    SMALLEST,
  )
  const total = groups.reduce((sum, { people }) => sum + people, 0)
  return groups.map(({ by, group, people, speeches, seconds }, index) => {
    const isTold = told.ok && told.value.counts[index] !== null
    return {
      by,
      group: by === '身份' ? ((CAPACITIES as Readonly<Record<string, string>>)[group ?? ''] ?? '未登记') : group,
      people: isTold ? String(people) : '不显示',
      share: isTold ? `${((people * 100) / total).toFixed(0)}%` : '不显示',
      speeches: isTold ? String(speeches) : '不显示',
      minutes: isTold ? String(Math.round(seconds / 60)) : '不显示',
    }
  })
}

const SMALLEST = 5

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
