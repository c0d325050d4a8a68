import { maskPhone } from '@linli/core/identifier'
import type { ShownDifference } from '../../actions/index.ts'
import { forms, submissions } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { differences } from './subject.ts'
import { labelled } from './labelled.ts'

const PHONES: ReadonlySet<string> = new Set(['phone', 'contactPhone'])

/** What was collected beside what is recorded. Telephones are masked on both sides. */
export async function handleCompare(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ form: string; differences: readonly ShownDifference[]; answers: readonly { title: string; answer: string }[] }> {
  const row = await ctx.rows(submissions).get(id)
  const all = ctx.elevated()
  const form = await all.rows(forms).get(row.formId)
  const full = await all.rows(submissions).get(id)
  const found = await differences(ctx, form, full)
  const shown = (fact: string, value: string): string => (PHONES.has(fact) ? maskPhone(value) : labelled(fact, value))
  return {
    form: form.title,
    differences: found.map(({ fact, title, recorded, given }) => ({
      title,
      recorded: recorded === null ? null : shown(fact, recorded),
      given: shown(fact, String(given)),
    })),
    answers: (form.questions ?? []).flatMap(({ key, title, kind }) => {
      const answer = full.answers[key]
      if (answer === null || answer === undefined || answer === '') return []
      const text = typeof answer === 'boolean' ? (answer ? '是' : '否') : String(answer)
      return [{ title, answer: kind === 'phone' ? maskPhone(text) : text }]
    }),
  }
}
