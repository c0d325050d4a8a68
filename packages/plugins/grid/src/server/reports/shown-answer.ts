import { maskPhone } from '@linli/core/identifier'
import type { Answers, QuestionKind } from '../../rules/form-fields.ts'

/**
 * An answer as a ledger prints it: telephones masked, of a photo that there is one; `null` where the question was not answered. Whoever may not see
 * answers by their clearance is told that there may be one.
 */
export function shownAnswer(answers: Answers | null | undefined, key: string, kind: QuestionKind): string | null {
  if (!answers) return '无权查看'
  const answer = answers[key]
  if (answer === null || answer === undefined || answer === '') return null
  if (typeof answer === 'boolean') return answer ? '是' : '否'
  if (kind === 'photo') return '有照片'
  return kind === 'phone' ? maskPhone(String(answer)) : String(answer)
}
