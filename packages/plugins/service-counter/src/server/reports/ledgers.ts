import { workingDaysBetween } from '@linli/core/calendar'
import { dayOf } from '@linli/core/date'
import { isShown } from '@linli/core/privacy'
import type { ReportRow, Values } from '@linli/kit'
import { sql } from 'kysely'
import type {
  accountabilityLedger,
  caseLedger,
  certificateRegister,
  inquiryRegister,
  overdueLedger,
  promiseTable,
} from '../../reports/index.ts'
import { applications, breaches, certificateRequests, inquiries } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { itemsInForce } from '../items.ts'

const within = (column: string, { from, to }: { readonly from: string; readonly to: string }): ReturnType<typeof sql> =>
  sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date between ${from} and ${to}`

export async function queryInquiries(ctx: Ctx, params: Values<typeof inquiryRegister.params>): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow>`
    select i.no, i.created_at as at, coalesce(p.name, i.asker_name) as asker, i.matter, f.name as first, o.name as owner,
           coalesce(i.handed_times, 0) as handed, coalesce(i.refused_times, 0) as refused, i.disposition, i.status, i.outcome,
           case when h.taken is not null then t.name end as receiver, (h.taken ->> 'answeredAt')::timestamptz as "takenAt"
    from counter_inquiries i
    left join registry_people p on p.street_id = i.street_id and p.id = i.person_id
    left join lateral (
      select taken from jsonb_array_elements(coalesce(i.record::jsonb -> 'handOvers', '[]'::jsonb)) taken where taken ->> 'answer' = 'accepted'
      order by taken ->> 'answeredAt' desc limit 1) h on true
    left join platform_accounts t on t.street_id = i.street_id and t.id::text = h.taken ->> 'to'
    left join platform_accounts f on f.street_id = i.street_id and f.id = i.first_person_id
    left join platform_accounts o on o.street_id = i.street_id and o.id = i.owner_id
    where ${ctx.scoped(inquiries, 'i')} and ${within('i.created_at', params)}
    order by i.created_at`.execute(ctx.db)
  return found.rows.map((row) => ({ ...row, asker: shownName(ctx, row.asker) }))
}

/** A name as the reader's clearance shows it: whole for who deals with people, the family name alone for who only counts. */
function shownName({ actor }: Pick<Ctx, 'actor'>, name: unknown): string | null {
  if (typeof name !== 'string' || name === '') return null
  return isShown('P1', actor.access.clearance) ? name : `${name.slice(0, 1)}**`
}

export async function queryCases(ctx: Ctx, params: Values<typeof caseLedger.params>): Promise<readonly ReportRow[]> {
  const line = params.line ? sql`and a.line = ${params.line}` : sql``
  const found = await sql<ReportRow>`
    select a.no, v.title as item, a.line, a.kind, a.submitted_at as submitted, a.accepted_at as accepted, a.promised_on as "promisedOn",
           a.decided_at as decided, a.used_days as used, a.is_on_time as "onTime", a.status
    from counter_applications a
    left join counter_item_versions v on v.street_id = a.street_id and v.id = a.version_id
    where ${ctx.scoped(applications, 'a')} and ${within('a.submitted_at', params)} ${line}
    order by a.submitted_at`.execute(ctx.db)
  return found.rows
}

export async function queryOverdue(ctx: Ctx, params: Values<typeof overdueLedger.params>): Promise<readonly ReportRow[]> {
  const line = params.line ? sql`and a.line = ${params.line}` : sql``
  const found = await sql<{
    no: string
    item: string
    handler: string | null
    communityId: string | null
    promisedOn: string | null
    dueAt: string
  }>`
    select a.no, v.title as item, h.name as handler, a.community_id as "communityId", a.promised_on as "promisedOn", a.due_at as "dueAt"
    from counter_applications a
    left join counter_item_versions v on v.street_id = a.street_id and v.id = a.version_id
    left join platform_accounts h on h.street_id = a.street_id and h.id = a.handler_id
    where ${ctx.scoped(applications, 'a')} and a.status in ('in_review', 'deferred') and a.due_at < ${ctx.now} ${line}
    order by a.due_at`.execute(ctx.db)
  const places = new Map(ctx.street.communities.map(({ code, name }) => [code, name]))
  return found.rows.map(({ communityId, dueAt, ...row }) => {
    const late = workingDaysBetween(ctx.calendar, dayOf(dueAt), dayOf(ctx.now))
    return { ...row, community: places.get(communityId ?? '') ?? '街道', lateDays: late.ok ? late.value.days : 0 }
  })
}

export async function queryAccountability(ctx: Ctx, params: Values<typeof accountabilityLedger.params>): Promise<readonly ReportRow[]> {
  const kind = params.kind ? sql`and b.kind = ${params.kind}` : sql``
  const found = await sql<ReportRow>`
    select b.created_at as at, b.slip, b.kind, coalesce(s.name, '承办单位') as subject, b.status, b.measure, b.conclusion
    from counter_breaches b
    left join platform_accounts s on s.street_id = b.street_id and s.id = b.subject_id
    where ${ctx.scoped(breaches, 'b')} and ${within('b.created_at', params)} ${kind}
    order by b.created_at`.execute(ctx.db)
  return found.rows
}

export async function queryCertificates(ctx: Ctx, params: Values<typeof certificateRegister.params>): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow>`
    select c.no, (c.created_at at time zone 'Asia/Shanghai')::date as day, p.name as applicant, c.name, c.for_whom as "forWhom", c.purpose,
           c.on_list as "onList", c.status, c.answer, c.issued_on as "issuedOn"
    from counter_certificate_requests c
    left join registry_people p on p.street_id = c.street_id and p.id = c.person_id
    where ${ctx.scoped(certificateRequests, 'c')} and ${within('c.created_at', params)}
    order by c.created_at`.execute(ctx.db)
  return found.rows.map((row) => ({ ...row, applicant: shownName(ctx, row.applicant) }))
}

export async function queryPromises(ctx: Ctx, params: Values<typeof promiseTable.params>): Promise<readonly ReportRow[]> {
  return (await itemsInForce(ctx, params.line)).map(({ content, isVerified }) => {
    const { code, name, line, kind, promisedDays, legalDays, basis } = content
    const legal = legalDays ?? 20
    return {
      code,
      name,
      line,
      kind,
      promised: promisedDays,
      legal,
      ratio: (promisedDays * 100) / legal,
      basis,
      verified: isVerified ? '已核验' : '未核验',
    }
  })
}
