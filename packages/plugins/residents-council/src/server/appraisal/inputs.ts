import type { AppraisalInputs, AutomaticInput } from '@linli/core/appraisal'
import { periodOf } from '@linli/core/cadence'
import type { Row } from '@linli/kit'
import { sql } from 'kysely'
import type { appraisals, scores } from '../../resources/index.ts'
import { bodyCadence } from '../cadence.ts'
import { PHOTO_DAYS } from '../../rules/publicity.ts'
import type { Ctx } from '../context.ts'
import { knownPeople } from '../known-people.ts'
import { RESOLVED } from '../matter/follow.ts'
import { membersOn } from '../recount.ts'

/** The days of a period as it is written: `2026`, `2026-H1`. */
export function spanOf(period: string): { readonly from: string; readonly to: string } {
  const [year = '', half] = period.split('-')
  return half ? periodOf('halfYear', `${year}-${half === 'H1' ? '01' : '07'}-01`) : { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** One council's inputs of the sheet: what is counted, with the rows behind it, and what people gave. */
export async function inputsOf(ctx: Ctx, appraisal: Row<typeof appraisals>, score: Row<typeof scores>): Promise<AppraisalInputs> {
  const span = spanOf(appraisal.period)
  const asOf = appraisal.asOf ?? (span.to < ctx.today ? span.to : ctx.today)
  const by = score.evidence?.trim() ? [score.evidence.trim().slice(0, 200)] : []
  const giver = score.reviewerName ?? score.scorerName ?? (ctx.actor.name || ctx.actor.id)
  const given = (points: number | null): { points: number; by: string; evidence: readonly string[] } | undefined =>
    points === null ? undefined : { points: points * 100, by: giver, evidence: by }
  const manual = { matters: given(score.matters), archive: given(score.archive), innovation: given(score.innovation) }
  return {
    subject: score.councilId,
    period: appraisal.period,
    asOf,
    automatic: await counts(ctx, score.councilId, { from: span.from, to: asOf }),
    manual: Object.fromEntries(Object.entries(manual).flatMap(([code, input]) => (input ? [[code, input]] : []))),
    veto: { falsified: { raised: score.falsified === 'yes', by: giver, evidence: by } },
  }
}

interface Counted {
  readonly numerator: number
  readonly denominator: number
  readonly rows: readonly string[] | null
}

async function counts(ctx: Ctx, councilId: string, { from, to }: { from: string; to: string }): Promise<Record<string, AutomaticInput>> {
  const cadence = await bodyCadence(ctx, councilId, { from, to }, to)
  const street = ctx.street.code
  const one = async (query: ReturnType<typeof sql<Counted>>): Promise<AutomaticInput> => {
    const { rows } = await query.execute(ctx.db)
    const { numerator = 0, denominator = 0, rows: ids } = rows[0] ?? {}
    return { numerator, denominator, rows: ids ?? [] }
  }
  return {
    meetings: { numerator: cadence.counted, denominator: cadence.expected, rows: cadence.ids },
    attendance: await one(sql<Counted>`
      select coalesce(sum(present), 0)::int as numerator, coalesce(sum(due), 0)::int as denominator, array_agg(id::text) as rows
      from council_meetings where street_id = ${street} and council_id = ${councilId} and closed_at is not null
        and (closed_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date`),
    procedure: await one(sql<Counted>`
      select count(*) filter (where g.outcome is not null and g.opinion is not null
          and (g.gate in ('propose', 'consult') or g.vote_id is not null or g.outcome in ('returned', 'shelved', 'rejected')))::int as numerator,
        count(*)::int as denominator, array_agg(g.id::text) as rows
      from council_gates g join council_matters m on m.street_id = g.street_id and m.id = g.matter_id
      where g.street_id = ${street} and m.council_id = ${councilId} and g.closed_on between ${from}::date and ${to}::date and g.gate <> 'propose'`),
    publicity: await one(sql<Counted>`
      select count(*) filter (where p.photo_on <= least(p."from" + ${PHOTO_DAYS}::int, ${to}::date))::int as numerator, count(*)::int as denominator,
        array_agg(p.id::text) as rows
      from council_publications p join council_matters m on m.street_id = p.street_id and m.id = p.matter_id
      where p.street_id = ${street} and m.council_id = ${councilId} and p."from" between ${from}::date and ${to}::date
        and (p.photo_on <= p."from" + ${PHOTO_DAYS}::int or p."from" + ${PHOTO_DAYS}::int < ${to}::date)`),
    resolved: await one(sql<Counted>`
      select count(*) filter (where exists (select from council_moves v where v.street_id = m.street_id and v.matter_id = m.id
          and v.step = any(${RESOLVED}::text[]) and (v.at at time zone 'Asia/Shanghai')::date <= ${to}::date))::int as numerator,
        count(*)::int as denominator, array_agg(m.id::text) as rows
      from council_matters m where m.street_id = ${street} and m.council_id = ${councilId} and m.status not in ('merged', 'outOfScope')
        and (m.created_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date`),
    execution: await one(sql<Counted>`
      select count(*) filter (where result_published_on <= ${to}::date)::int as numerator, count(*)::int as denominator, array_agg(id::text) as rows
      from council_matters where street_id = ${street} and council_id = ${councilId} and effective_on between ${from}::date and ${to}::date`),
    satisfaction: await one(sql<Counted>`
      select coalesce(sum(satisfied), 0)::int as numerator, coalesce(sum(satisfied + unsatisfied), 0)::int as denominator, array_agg(id::text) as rows
      from council_matters where street_id = ${street} and council_id = ${councilId} and result_published_on between ${from}::date and ${to}::date`),
    women: await womenOf(ctx, councilId, to),
    partyLead: await one(sql<Counted>`
      select count(*) filter (where party_org is not null)::int as numerator, count(*)::int as denominator, array_agg(id::text) as rows
      from council_matters where street_id = ${street} and council_id = ${councilId} and status not in ('collected', 'merged', 'outOfScope')
        and (created_at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date`),
  }
}

/** Women among the members of a day, as far as a third of them needs. */
async function womenOf(ctx: Ctx, councilId: string, day: string): Promise<AutomaticInput> {
  const sitting = await membersOn(ctx, councilId, day)
  const known = await knownPeople(
    ctx,
    sitting.map(({ personId }) => personId),
  )
  const women = sitting.filter(({ personId }) => known.get(personId)?.sex === 'female').length
  const needed = Math.ceil(sitting.length / 3)
  return { numerator: Math.min(women, needed), denominator: needed, rows: sitting.map(({ id }) => id) }
}
