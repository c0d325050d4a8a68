import { addDays, instantAt } from '@linli/core/date'
import type { ReportRow, Row, Values } from '@linli/kit'
import { sql } from 'kysely'
import type { collected, collection } from '../../reports/index.ts'
import { cells, forms, submissions } from '../../resources/index.ts'
import type { Question } from '../../rules/form-fields.ts'
import type { Ctx } from '../context.ts'
import { shownAnswer } from './shown-answer.ts'

/** 采集结果台账: one line an answer. Whoever may not see answers by their clearance sees that there is one. */
export async function queryCollected(ctx: Ctx, { from, to, formId }: Values<typeof collected.params>): Promise<readonly ReportRow[]> {
  const known = await ctx.elevated().rows(forms).list({ limit: 1000, total: 'none' })
  const formOf = new Map(known.rows.map((form) => [form.id, form]))
  const { rows: own } = await ctx.elevated().rows(cells).list({ limit: 1000, total: 'none' })
  const cellOf = new Map(own.map(({ code, name }) => [code, name]))
  const within = { takenAt_gte: instantAt(from, 0), takenAt_lt: instantAt(addDays(to, 1), 0), ...(formId ? { formId } : {}) }
  const lines: ReportRow[] = []
  for await (const row of ctx.rows(submissions).each({ filter: within, sort: ['takenAt', 'asc'] })) {
    const form = formOf.get(row.formId)
    const head = {
      id: row.id,
      takenAt: row.takenAt,
      form: form?.title ?? '',
      about: row.about,
      cell: cellOf.get(row.gridId ?? '') ?? '',
      status: row.status,
    }
    lines.push(...(form?.questions ?? []).flatMap((question) => lineOf(head, row, question)))
  }
  return lines
}

function lineOf(head: ReportRow, row: Row<typeof submissions>, { key, title: question, kind }: Question): ReportRow[] {
  // Above the reader's clearance the store gives nothing, whatever the type says.
  const answers = row.answers as typeof row.answers | null | undefined
  const answer = shownAnswer(answers, key, kind)
  if (answer === null) return []
  const { verdict = null, recorded = null } = (answers && row.compared?.[key]) ?? {}
  return [{ ...head, question, answer, recorded, verdict }]
}

/** 采集情况汇总. */
export async function queryCollection(ctx: Ctx, { from, to }: Values<typeof collection.params>): Promise<readonly ReportRow[]> {
  const found = await sql<ReportRow>`
    select e.form_id as "formId", f.title as form, f.edition as version, count(*)::int as sent,
      (count(*) filter (where e.status in ('uploaded', 'validated', 'conflict', 'unknown')))::int as waiting,
      (count(*) filter (where e.status = 'conflict'))::int as conflict, (count(*) filter (where e.status = 'unknown'))::int as unknown,
      (count(*) filter (where e.status = 'merged'))::int as merged, (count(*) filter (where e.status = 'rejected'))::int as rejected,
      coalesce(sum(e.conflicts), 0)::int as differing
    from grid_submissions e join grid_forms f on f.street_id = e.street_id and f.id = e.form_id
    where ${ctx.scoped(submissions, 'e')} and e.taken_at >= ${instantAt(from, 0)} and e.taken_at < ${instantAt(addDays(to, 1), 0)}
    group by e.form_id, f.title, f.edition, f.code order by f.code, f.edition`.execute(ctx.db)
  return found.rows
}
