import type { ReportRow, Values } from '@linli/kit'
import { sql } from 'kysely'
import type { measuresReport } from '../../reports/index.ts'
import { applications, breaches, ratings, tickets } from '../../resources/index.ts'
import { type MeasureCode, MEASURES, ratioOf } from '../../rules/measures.ts'
import type { Ctx } from '../context.ts'
import { hotlineSums } from './hotline.ts'
import { stillLate } from './still-late.ts'

type Sums<Name extends string> = Readonly<Record<Name, number | string>>
type Period = Values<typeof measuresReport.params>

/** Every measure from its two parts. */
export async function queryMeasures(ctx: Ctx, params: Period): Promise<readonly ReportRow[]> {
  const decided = await decidedSums(ctx, params)
  const received = await receivedSums(ctx, params)
  const queue = await queueSums(ctx, params)
  const rated = await ratingSums(ctx, params)
  const orders = await hotlineSums(ctx, params)
  const late = await lateOpen(ctx, params)
  const called = (key: 'asked' | 'responded' | 'revisited' | 'solved' | 'satisfied'): number =>
    orders.reduce((sum, line) => sum + line[key], 0)
  const parts: Readonly<Record<MeasureCode, readonly [numerator: number | string, denominator: number | string]>> = {
    onTime: [decided.onTime, Number(decided.cases) + late],
    stillLate: [late, Number(decided.cases) + late],
    promiseToLegal: [decided.promised, decided.legal],
    elapsedToPromise: [decided.used, decided.promised],
    meanElapsed: [decided.used, decided.cases],
    firstVisit: [decided.once, decided.cases],
    visits: [decided.visits, decided.cases],
    materials: [decided.materials, decided.cases],
    notices: [received.notices, received.cases],
    returns: [received.returns, received.cases],
    wait: [queue.waitedMin, queue.waited],
    serve: [queue.servedMin, queue.served],
    satisfied: [rated.satisfied, rated.frozen],
    badFixed: [rated.fixed, rated.bad],
    hotlineResponded: [called('responded'), called('asked')],
    hotlineSolved: [called('solved'), called('revisited')],
    hotlineSatisfied: [called('satisfied'), called('revisited')],
    breaches: [received.breaches, received.cases],
    elderProxy: [received.proxied, received.elders],
  }
  return (Object.keys(MEASURES) as MeasureCode[]).map((code) => {
    const { title, per, unit, numerator: numeratorTitle, denominator: denominatorTitle, note } = MEASURES[code]
    const [numerator, denominator] = [Number(parts[code][0]), Number(parts[code][1])]
    const ratio = ratioOf(per, numerator, denominator)
    const result = ratio === null ? '没有可算的件' : `${ratio} ${unit}`
    return { code, measure: title, result, numeratorTitle, numerator, denominatorTitle, denominator, note }
  })
}

const within = (column: string, { from, to }: Period): ReturnType<typeof sql> =>
  sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date between ${from} and ${to}`

async function decidedSums(
  ctx: Ctx,
  params: Period,
): Promise<Sums<'cases' | 'onTime' | 'once' | 'promised' | 'used' | 'legal' | 'visits' | 'materials'>> {
  const found = await sql<Sums<'cases' | 'onTime' | 'once' | 'promised' | 'used' | 'legal' | 'visits' | 'materials'>>`
    select count(*) as cases, count(*) filter (where a.is_on_time = 'yes') as "onTime", count(*) filter (where a.visits <= 1) as once,
           coalesce(sum(a.promised_days), 0) as promised, coalesce(sum(a.used_days), 0) as used, coalesce(sum(a.visits), 0) as visits,
           coalesce(sum(coalesce((v.content ->> 'legalDays')::int, 20)), 0) as legal,
           coalesce(sum((select count(*) from jsonb_array_elements(a.materials::jsonb) m where m ->> 'state' = 'ok')), 0) as materials
    from counter_applications a
    left join counter_item_versions v on v.street_id = a.street_id and v.id = a.version_id
    where ${ctx.scoped(applications, 'a')} and a.is_on_time is not null and ${within('a.decided_at', params)}`.execute(ctx.db)
  return found.rows[0] ?? { cases: 0, onTime: 0, once: 0, promised: 0, used: 0, legal: 0, visits: 0, materials: 0 }
}

/** Cases that were due in the period and are open still. */
async function lateOpen(ctx: Ctx, params: Period): Promise<number> {
  const found = await sql<{
    count: string
  }>`select count(*) as count from counter_applications a where ${stillLate(ctx, 'a', params)}`.execute(ctx.db)
  return Number(found.rows[0]?.count ?? 0)
}

async function receivedSums(ctx: Ctx, params: Period): Promise<Sums<'cases' | 'notices' | 'returns' | 'elders' | 'proxied' | 'breaches'>> {
  const found = await sql<Sums<'cases' | 'notices' | 'returns' | 'elders' | 'proxied' | 'breaches'>>`
    select count(*) as cases, coalesce(sum(a.notices), 0) as notices,
           coalesce(sum(a.notices), 0) + count(*) filter (where a.status = 'rejected') as returns,
           count(*) filter (where a.is_elder) as elders, count(*) filter (where a.is_elder and a.agent_name is not null) as proxied,
           (select count(*) from counter_breaches b
             where ${ctx.scoped(breaches, 'b')} and b.source_kind = 'application' and ${within('b.created_at', params)}) as breaches
    from counter_applications a where ${ctx.scoped(applications, 'a')} and ${within('a.submitted_at', params)}`.execute(ctx.db)
  return found.rows[0] ?? { cases: 0, notices: 0, returns: 0, elders: 0, proxied: 0, breaches: 0 }
}

async function queueSums(ctx: Ctx, { from, to }: Period): Promise<Sums<'waited' | 'waitedMin' | 'served' | 'servedMin'>> {
  const found = await sql<Sums<'waited' | 'waitedMin' | 'served' | 'servedMin'>>`
    select count(t.waited_min) as waited, coalesce(sum(t.waited_min), 0) as "waitedMin",
           count(t.served_min) as served, coalesce(sum(t.served_min), 0) as "servedMin"
    from counter_tickets t where ${ctx.scoped(tickets, 't')} and t.day between ${from} and ${to}`.execute(ctx.db)
  return found.rows[0] ?? { waited: 0, waitedMin: 0, served: 0, servedMin: 0 }
}

async function ratingSums(ctx: Ctx, params: Period): Promise<Sums<'frozen' | 'satisfied' | 'bad' | 'fixed'>> {
  const found = await sql<Sums<'frozen' | 'satisfied' | 'bad' | 'fixed'>>`
    select count(*) as frozen, count(*) filter (where r.grade in ('3', '4', '5')) as satisfied,
           count(*) filter (where r.grade in ('1', '2') and r.is_named) as bad,
           count(*) filter (where r.grade in ('1', '2') and r.is_named and r.status = 'closed') as fixed
    from counter_ratings r
    where ${ctx.scoped(ratings, 'r')} and r.frozen_at is not null and ${within('r.created_at', params)}`.execute(ctx.db)
  return found.rows[0] ?? { frozen: 0, satisfied: 0, bad: 0, fixed: 0 }
}
