import type { ReportCell, ReportColumn, ReportLines, Row, Values } from '@linli/kit'
import { accounts } from '@linli/kit/platform'
import type { collectedBySubject } from '../../reports/index.ts'
import { cells, forms, submissions } from '../../resources/index.ts'
import type { Question } from '../../rules/form-fields.ts'
import type { Ctx } from '../context.ts'
import { shownAnswer } from './shown-answer.ts'

type Submission = Row<typeof submissions>

/** An answer with when and by whom it was given. */
interface Given {
  readonly answer: string
  readonly takenAt: string
  readonly by: string
}
interface Line {
  readonly subject: Subject
  readonly subjectId: string
  /** The newest submission, which names the subject and its place. */
  last: Submission
  sent: number
  readonly answers: Map<string, Given>
}

const SUBJECTS = ['personId', 'unitId', 'organisationId', 'checkpointId', 'eventId'] as const
type Subject = (typeof SUBJECTS)[number] | 'id'

/** 采集台账: the newest answer to each question, over every edition of a form. Answers above the reader's clearance are said to be there, as everywhere. */
export async function queryCollectedBySubject(
  ctx: Ctx,
  { formId, origin }: Values<typeof collectedBySubject.params>,
): Promise<ReportLines> {
  const all = ctx.elevated()
  const form = await all.rows(forms).find(formId)
  if (!form) return { rows: [], further: {} }
  const { rows: editions } = await all
    .rows(forms)
    .list({ filter: { code: form.code }, sort: ['edition', 'asc'], limit: 1000, total: 'none' })
  const questions = new Map(editions.flatMap((edition) => (edition.questions ?? []).map((question) => [question.key, question] as const)))
  const formIds = editions.map(({ id }) => id)
  const lines = await linesOf(ctx, formIds, questions)
  const officers = await namesOf(ctx, lines)
  const { rows: own } = await all.rows(cells).list({ limit: 1000, total: 'none' })
  const cellOf = new Map(own.map(({ code: cell, name }) => [cell, name]))
  const isEach = origin === 'each'
  const rows = lines.map(({ subject, subjectId, last, sent, answers }) => ({
    subject,
    subjectId,
    formIds: formIds.join(','),
    // Above the reader's clearance the store gives nothing, whatever the type says.
    about: (last.about as string | null) ?? '',
    cell: cellOf.get(last.gridId ?? '') ?? '',
    takenAt: last.takenAt,
    officer: officers.get(last.createdBy) ?? '',
    sent,
    ...Object.fromEntries([...answers].flatMap(([key, given]) => cellsOf(key, given, officers, isEach))),
  }))
  return {
    rows: rows.toSorted((a, b) => a.cell.localeCompare(b.cell, 'zh') || a.about.localeCompare(b.about, 'zh')),
    further: Object.fromEntries([...questions.values()].flatMap((question) => columnsOf(question, isEach))),
  }
}

async function linesOf(ctx: Ctx, formId: readonly string[], questions: ReadonlyMap<string, Question>): Promise<readonly Line[]> {
  const lines = new Map<string, Line>()
  const filter = { formId: [...formId], status_neq: 'rejected' as const }
  for await (const row of ctx.rows(submissions).each({ filter, sort: ['takenAt', 'asc'] })) {
    const subject = SUBJECTS.find((each) => row[each] !== null) ?? 'id'
    const subjectId = String(row[subject])
    const line = lines.get(subjectId) ?? { subject, subjectId, last: row, sent: 0, answers: new Map<string, Given>() }
    lines.set(subjectId, line)
    line.last = row
    line.sent += 1
    for (const [key, { kind }] of questions) {
      const answer = shownAnswer(row.answers, key, kind)
      if (answer !== null) line.answers.set(key, { answer, takenAt: row.takenAt, by: row.createdBy })
    }
  }
  return [...lines.values()]
}

async function namesOf(ctx: Ctx, lines: readonly Line[]): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(lines.flatMap(({ last, answers }) => [last.createdBy, ...[...answers.values()].map(({ by }) => by)]))
  const names = new Map<string, string>()
  const rows = ctx.elevated().rows(accounts)
  // Few people collect. What the system brought in was collected by no account.
  for (const id of wanted) {
    const account = await rows.find(id)
    if (account) names.set(id, account.name)
  }
  return names
}

/** The cells of a question: its answer, and who gave it when. */
function cellsOf(
  key: string,
  { answer, takenAt, by }: Given,
  officers: ReadonlyMap<string, string>,
  isEach: boolean,
): [string, ReportCell][] {
  const own: [string, ReportCell] = [`q_${key}`, answer]
  return isEach ? [own, [`by_${key}`, officers.get(by) ?? ''], [`at_${key}`, takenAt]] : [own]
}

function columnsOf({ key, title }: Question, isEach: boolean): [string, ReportColumn][] {
  const own: [string, ReportColumn] = [`q_${key}`, { title, kind: 'text' }]
  return isEach
    ? [own, [`by_${key}`, { title: `${title}·采集人`, kind: 'text' }], [`at_${key}`, { title: `${title}·采集时间`, kind: 'dateTime' }]]
    : [own]
}
