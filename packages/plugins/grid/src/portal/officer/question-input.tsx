import type { ReactElement } from 'react'
import type { Answers, Question } from '../../rules/form-fields.ts'
import { Choose, Photo, Pick } from '../shared/fields.tsx'

const INPUT = { text: 'text', number: 'number', date: 'date', phone: 'tel' } as const

/** A question as its kind is answered. */
export function QuestionInput({ question }: { readonly question: Question }): ReactElement {
  const { key, title, kind, options = [], required } = question
  if (kind === 'yesNo')
    return (
      <Pick
        legend={title}
        name={key}
        options={{ yes: '是', no: '否', ...(required ? {} : { '': '没有问到' }) }}
        first={required ? undefined : ''}
      />
    )
  if (kind === 'choice')
    return (
      <Choose
        label={title}
        name={key}
        options={{ ...(required ? {} : { '': '没有问到' }), ...Object.fromEntries(options.map((each) => [each, each])) }}
        first={required ? undefined : ''}
      />
    )
  if (kind === 'photo') return <Photo label={required ? title : `${title}（可不填）`} name={key} required={required} />
  return (
    <label>
      {title}
      {required ? '' : '（可不填）'}
      <input name={key} type={INPUT[kind]} required={required} maxLength={200} inputMode={kind === 'number' ? 'numeric' : undefined} />
    </label>
  )
}

/** What was answered, in the question's own kind. */
export function answerOf({ key, kind }: Question, given: FormData): Answers[string] {
  const value = given.get(key)
  if (value instanceof File) return null
  const text = value?.trim() ?? ''
  if (text === '') return null
  if (kind === 'yesNo') return text === 'yes'
  return kind === 'number' ? Number(text) : text
}
