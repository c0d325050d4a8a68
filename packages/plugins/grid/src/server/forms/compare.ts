import { maskPhone } from '@linli/core/identifier'
import type { ShownDifference } from '../../actions/index.ts'
import { forms, submissions } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { differences, shownFact } from './subject.ts'

/** What was collected beside what is recorded. Telephones are masked on both sides. */
export async function handleCompare(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{
  form: string
  differences: readonly ShownDifference[]
  answers: readonly { title: string; answer: string; photo: string | null }[]
}> {
  const row = await ctx.rows(submissions).get(id)
  const all = ctx.elevated()
  const form = await all.rows(forms).get(row.formId)
  const full = await all.rows(submissions).get(id)
  const found = await differences(ctx, form, full)
  return {
    form: form.title,
    differences: found.map(({ fact, title, recorded, given }) => ({
      title,
      recorded: recorded === null ? null : shownFact(fact, recorded),
      given: shownFact(fact, String(given)),
    })),
    answers: (form.questions ?? []).flatMap(({ key, title, kind }): { title: string; answer: string; photo: string | null }[] => {
      const answer = full.answers[key]
      if (answer === null || answer === undefined || answer === '') return []
      if (kind === 'photo') return [{ title, answer: '照片', photo: String(answer) }]
      const text = typeof answer === 'boolean' ? (answer ? '是' : '否') : String(answer)
      return [{ title, answer: kind === 'phone' ? maskPhone(text) : text, photo: null }]
    }),
  }
}
