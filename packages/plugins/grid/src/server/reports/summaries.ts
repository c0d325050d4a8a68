import { addDays, instantAt } from '@linli/core/date'
import { percentText } from '@linli/core/statistics'
import type { ReportRow, Values } from '@linli/kit'
import { people } from '@linli/plugin-registry'
import { tableName } from '@linli/store'
import { sql } from 'kysely'
import type { indicators } from '../../reports/index.ts'
import { cells, forms, gridEvents, keyVisits, visits } from '../../resources/index.ts'
import { reusedQuestions } from '../../rules/form-fields.ts'
import { FRESH_DAYS, MET } from '../../rules/indicator-rows.ts'
import type { Ctx } from '../context.ts'
import { communityName } from './ledgers.ts'

/** 网格人房户单位汇总. */
export async function queryCellSummary(ctx: Ctx): Promise<readonly ReportRow[]> {
  const fresh = addDays(ctx.today, -FRESH_DAYS)
  const alive = sql`p.deceased_at is null and p.merged_into is null`
  const found = await sql<{
    code: string
    communityId: string | null
    cell: string
    officer: string | null
    homes: number
    households: number
    people: number
    organisations: number
    verified: number
    fresh: number
  }>`
    select c.code, c.community_id as "communityId", c.name as cell,
      (select string_agg(o.name, '、' order by o.name) from grid_officers o where o.street_id = c.street_id and o.grid_id = c.code
        and (o.from is null or o.from <= ${ctx.today}) and (o.to is null or o.to >= ${ctx.today})) as officer,
      (select count(*) from registry_units u where u.street_id = c.street_id and u.grid_id = c.code and u.kind = 'room')::int as homes,
      (select count(*) from registry_households h where h.street_id = c.street_id and h.grid_id = c.code and h.ended_at is null)::int as households,
      (select count(*) from registry_organisations g where g.street_id = c.street_id and g.grid_id = c.code and g.closed_at is null)::int as organisations,
      n.people, n.verified, n.fresh
    from grid_cells c, lateral (
      select count(*)::int as people, (count(*) filter (where p.verified_at is not null))::int as verified,
        (count(*) filter (where p.verified_at >= ${fresh}))::int as fresh
      from registry_people p where p.street_id = c.street_id and p.grid_id = c.code and ${alive}
    ) n
    where ${ctx.scoped(cells, 'c')} order by c.code`.execute(ctx.db)
  return found.rows.map(({ communityId, verified, fresh: recent, ...row }) => ({
    ...row,
    community: communityName(ctx, communityId),
    verified: percentText({ num: verified, den: row.people }),
    fresh: percentText({ num: recent, den: row.people }),
  }))
}

interface Counts {
  readonly all: number
  readonly solved: number
  readonly reopened: number
  readonly confirmed: number
  readonly checked: number
  readonly urgent: number
  readonly answered: number
  readonly responded: number
  readonly asked: number
  readonly median: number | null
  readonly repeat: number
}

/** 网格工作指标: every figure with its numerator, denominator and meaning. */
export async function queryIndicators(ctx: Ctx, { from, to }: Values<typeof indicators.params>): Promise<readonly ReportRow[]> {
  const events = await eventCounts(ctx, from, to)
  const timed = await timedCounts(ctx, from, to)
  const visited = await visitCounts(ctx, visits, from, to)
  const key = await visitCounts(ctx, keyVisits, from, to)
  const residents = await peopleCounts(ctx, to)
  const { rows: published } = await ctx.rows(forms).list({ filter: { status: 'published' }, limit: 500, total: 'none' })
  const asked = reusedQuestions(published.flatMap(({ questions }) => questions ?? []))
  return [
    share('fresh', '信息新鲜率', residents.fresh, residents.all, `到结束日期为止 ${FRESH_DAYS} 天内核实过的居民 ÷ 在册居民`),
    share('verified', '信息核实率', residents.verified, residents.all, '有核实日期的居民 ÷ 在册居民'),
    share(
      'visited',
      '走访完成率',
      visited.done + key.done,
      visited.due + key.due,
      '见到本人的走访 ÷ 期间内应走访，含重点人群（取消的、已搬走的不计）',
    ),
    share('visitedOrdinary', '其中：走访任务', visited.done, visited.due, '见到本人的走访 ÷ 期间内应走访，不含重点人群'),
    share('visitedKey', '其中：重点人群走访', key.done, key.due, '只计次数，名单限本网格和社区查看'),
    {
      key: 'perThousand',
      measure: '每千人事件数',
      value: residents.all === 0 ? '—' : ((events.all * 1000) / residents.all).toFixed(1),
      part: events.all,
      whole: residents.all,
      meaning: '期间内上报（不属实、并案不计）× 1000 ÷ 在册居民',
    },
    share('solved', '就地解决率', events.solved, events.checked, '网格员就地解决 ÷ 已办完的事件'),
    share(
      'onTime',
      '按时办结率',
      timed.onTime,
      timed.all,
      '时限内办完 ÷ 办结时限在期间内或期间内办完的事件；到期没有办完的算超期，还没到期的不计',
    ),
    {
      ...share('stillLate', '其中：超期仍未办结', timed.stillLate, timed.all, '办结时限在期间内、现在还没有办完的事件'),
      latest: timed.latest,
    },
    share('answered', '紧急响应及时率', events.answered, events.urgent, '时限内响应 ÷ 紧急事件'),
    share('responded', '响应及时率', events.responded, events.asked, '时限内响应 ÷ 已响应或已超时的事件，各级都计'),
    share('reopened', '重办率', events.reopened, events.checked, '重办过的 ÷ 已办完的事件'),
    share('confirmed', '报告人确认率', events.confirmed, events.checked, '报告人认可（已解决、部分解决、理由认可）÷ 已办完的事件'),
    {
      key: 'median',
      measure: '办理用时中位数（小时）',
      value: events.median === null ? '—' : events.median.toFixed(1),
      part: null,
      whole: events.checked,
      meaning: '从上报到办理完成，自然小时',
    },
    share('repeat', '反复发生率', events.repeat, events.all, '同一地点期间内不止一件的事件 ÷ 全部事件'),
    share('reused', '一数多用率', asked.reused, asked.of, '至少两本台账使用的采集项目 ÷ 使用中的采集项目'),
  ]
}

function share(key: string, measure: string, part: number, whole: number, meaning: string): ReportRow {
  return { key, measure, value: percentText({ num: part, den: whole }), part, whole, meaning }
}

async function eventCounts(ctx: Ctx, from: string, to: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    with own as (
      select e.*, coalesce(e.unit_id::text, nullif(e.place, '')) as spot_key from grid_events e
      where ${ctx.scoped(gridEvents, 'e')} and e.status not in ('void', 'joined') and e.parent_id is null
        and (e.created_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}
    )
    select count(*)::int as all,
      (count(*) filter (where handled_at is not null and handler is null))::int as solved,
      (count(*) filter (where handled_at is not null and reopens > 0))::int as reopened,
      (count(*) filter (where handled_at is not null and confirmation in ('solved', 'partly', 'explained')))::int as confirmed,
      (count(*) filter (where handled_at is not null))::int as checked,
      (count(*) filter (where level = 'urgent'))::int as urgent,
      (count(*) filter (where level = 'urgent' and ack_missed = 'no'))::int as answered,
      (count(*) filter (where ack_missed = 'no'))::int as responded, (count(*) filter (where ack_missed is not null))::int as asked,
      percentile_cont(0.5) within group (order by extract(epoch from handled_at - created_at) / 3600) filter (where handled_at is not null) as median,
      (count(*) filter (where spot_key in (select spot_key from own where spot_key is not null group by 1 having count(*) > 1)))::int as repeat
    from own`.execute(ctx.db)
  return (
    rows[0] ?? {
      all: 0,
      solved: 0,
      reopened: 0,
      confirmed: 0,
      checked: 0,
      urgent: 0,
      answered: 0,
      responded: 0,
      asked: 0,
      median: null,
      repeat: 0,
    }
  )
}

interface Timed {
  readonly all: number
  readonly onTime: number
  readonly stillLate: number
  /** The last deadline among those that are still open: what the figure's rows end with. */
  readonly latest: string | null
}

/** Events by their promise: a deadline is the day's that it ends, and what is open past it is as late as what was finished late. */
async function timedCounts(ctx: Ctx, from: string, to: string): Promise<Timed> {
  const [start, end] = [instantAt(from, 0), instantAt(addDays(to, 1), 0)]
  const { rows } = await sql<Timed>`
    select count(*)::int as all, (count(*) filter (where e.on_time = 'yes'))::int as "onTime",
      (count(*) filter (where e.handled_at is null))::int as "stillLate",
      to_char(max(e.finish_due) filter (where e.handled_at is null) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as latest
    from grid_events e
    where ${ctx.scoped(gridEvents, 'e')} and e.status not in ('void', 'joined') and e.parent_id is null and e.finish_due is not null
      and (e.handled_at is not null or e.finish_due < ${ctx.now})
      and ((e.finish_due > ${start} and e.finish_due <= ${end}) or (e.handled_at >= ${start} and e.handled_at < ${end}))`.execute(ctx.db)
  return rows[0] ?? { all: 0, onTime: 0, stillLate: 0, latest: null }
}

/** Visits due and those at which the person was met; who lives there no more cannot be met. */
async function visitCounts(
  ctx: Ctx,
  resource: typeof visits | typeof keyVisits,
  from: string,
  to: string,
): Promise<{ done: number; due: number }> {
  const { rows } = await sql<{ done: number; due: number }>`
    select (count(*) filter (where v.status = 'done' and v.result = any(${sql.val([...MET])})))::int as done, count(*)::int as due
    from ${sql.table(tableName(resource.name))} v where ${ctx.scoped(resource, 'v')} and v.status <> 'cancelled'
      and v.result is distinct from 'moved' and v.due_on between ${from} and ${to}`.execute(ctx.db)
  return rows[0] ?? { done: 0, due: 0 }
}

async function peopleCounts(ctx: Ctx, to: string): Promise<{ all: number; verified: number; fresh: number }> {
  const { rows } = await sql<{ all: number; verified: number; fresh: number }>`
    select count(*)::int as all, (count(*) filter (where p.verified_at is not null))::int as verified,
      (count(*) filter (where p.verified_at >= ${addDays(to, -FRESH_DAYS)}))::int as fresh
    from registry_people p where ${ctx.scoped(people, 'p')} and p.deceased_at is null and p.merged_into is null`.execute(ctx.db)
  return rows[0] ?? { all: 0, verified: 0, fresh: 0 }
}
