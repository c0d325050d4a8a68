import { parseLocalDate } from '@linli/core/date'
import { parsePhone } from '@linli/core/identifier'
import { defineReasons, type Refusal } from '@linli/core/refusal'
import * as z from 'zod'

/** What a collection form is filled in for. */
export const TARGETS = { person: '居民', home: '房屋', organisation: '单位', facility: '巡查点位', event: '事件' } as const
export type Target = keyof typeof TARGETS

/** The kinds of questions. */
export const QUESTION_KINDS = {
  text: '文字',
  number: '数字',
  choice: '单选',
  yesNo: '是否',
  date: '日期',
  phone: '电话',
  photo: '照片',
} as const
export type QuestionKind = keyof typeof QUESTION_KINDS

/** Facts of the registry that an answer can bring up to date, by target. */
export const WRITABLE_FACTS: Readonly<Record<Target, Readonly<Record<string, string>>>> = {
  person: { phone: '电话', ethnicity: '民族', maritalStatus: '婚姻状况', childrenLiving: '健在子女数', note: '备注' },
  home: { use: '用途', area: '建筑面积' },
  organisation: { contactName: '联系人', contactPhone: '联系电话', address: '地址' },
  facility: {},
  event: {},
}

/** A question of a collection form. */
export const questionSchema = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,30}$/),
  title: z.string().trim().min(1).max(60),
  kind: z.enum(Object.keys(QUESTION_KINDS) as [QuestionKind, ...QuestionKind[]]),
  required: z.boolean(),
  options: z.array(z.string().trim().min(1).max(40)).max(40).optional(),
  /** The fact of the registry that the answer brings up to date. */
  writes: z.string().max(40).nullish(),
  /** Who uses the answer: reports by name, or the name of another ledger. */
  consumers: z.array(z.string().trim().min(1).max(80)).max(20),
})
export const questionsSchema = z.array(questionSchema).max(60)
export type Question = z.infer<typeof questionSchema>

/** The answers of one submission, by the questions' keys. */
export const answersSchema = z.record(z.string().max(40), z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]))
export type Answers = z.infer<typeof answersSchema>

const reason = defineReasons({
  'form.empty': { zh: '还没有采集项目，先在「设计表单」里添加', en: 'The form asks nothing yet' },
  'form.key_twice': { zh: '「{title}」的编号和别的项目重复', en: 'The key of "{title}" is used twice' },
  'form.no_consumer': {
    zh: '「{title}」没有写谁来用。没有用处的项目不能采集，请选台账或删去这一项',
    en: '"{title}" names nobody who uses it; what nobody uses is not collected',
  },
  'form.unknown_consumer': {
    zh: '「{title}」的用处「{consumer}」不是本街道的台账，请改选或写明台账名称',
    en: '"{consumer}" of "{title}" is no ledger here',
  },
  'form.no_options': { zh: '「{title}」是单选，请至少写两个选项', en: '"{title}" is a choice and needs at least two options' },
  'form.unknown_fact': { zh: '「{title}」要更新的信息不存在', en: '"{title}" would bring an unknown fact up to date' },
  'answers.missing': { zh: '请填写「{title}」', en: 'Please answer "{title}"' },
  'answers.wrong': { zh: '「{title}」填写得不对', en: 'The answer to "{title}" does not fit' },
  'answers.unknown': { zh: '表单里没有「{key}」这一项', en: 'The form has no question "{key}"' },
})

/**
 * Why a form cannot be published (W4): a question that nobody uses, that repeats another, or that cannot be answered.
 * A consumer is a report of the street (`grid.visit-ledger`) or, after `other:`, the name of a ledger kept elsewhere.
 *
 * @example
 * refusePublication('person', [{ key: 'pet', title: '宠物', kind: 'yesNo', required: false, consumers: [] }], new Set()).map(({ code }) => code) // ['form.no_consumer']
 */
export function refusePublication(target: Target, questions: readonly Question[], reports: ReadonlySet<string>): Refusal[] {
  if (questions.length === 0) return [reason('form.empty')]
  return questions.flatMap(({ key, title, kind, options, writes, consumers }, index) => [
    ...(questions.findIndex((other) => other.key === key) < index ? [reason('form.key_twice', { title })] : []),
    ...(consumers.length === 0 ? [reason('form.no_consumer', { title })] : []),
    ...consumers
      .filter((consumer) => !isConsumer(consumer, reports))
      .map((consumer) => reason('form.unknown_consumer', { title, consumer })),
    ...(kind === 'choice' && new Set(options).size < 2 ? [reason('form.no_options', { title })] : []),
    ...(writes && !Object.hasOwn(WRITABLE_FACTS[target], writes) ? [reason('form.unknown_fact', { title })] : []),
  ])
}

/** What is wrong with the answers to a form. */
export function refuseAnswers(questions: readonly Question[], answers: Answers): Refusal[] {
  const known = new Set(questions.map(({ key }) => key))
  const unknown = Object.keys(answers).filter((key) => !known.has(key))
  return [
    ...unknown.map((key) => reason('answers.unknown', { key }, 'answers')),
    ...questions.flatMap((question) => {
      const answer = answers[question.key] ?? null
      if (answer === null || answer === '')
        return question.required ? [reason('answers.missing', { title: question.title }, 'answers')] : []
      return fits(question, answer) ? [] : [reason('answers.wrong', { title: question.title }, 'answers')]
    }),
  ]
}

/**
 * Whether something was answered that the registry knows, so that its record was compared and not only added to.
 *
 * @example
 * asksFacts('person', [{ key: 'pet', title: '宠物', kind: 'yesNo', required: false, consumers: [] }], { pet: true }) // false
 */
export function asksFacts(target: Target, questions: readonly Question[], answers: Answers): boolean {
  return questions.some(({ key, writes }) => {
    const answer = answers[key] ?? null
    return Boolean(writes) && Object.hasOwn(WRITABLE_FACTS[target], writes ?? '') && answer !== null && answer !== ''
  })
}

/** The photos among the answers: the question's key and title, and the file. */
export function photosOf(
  questions: readonly Question[],
  answers: Answers,
): readonly { readonly key: string; readonly title: string; readonly photo: string }[] {
  return questions.flatMap(({ key, title, kind }) => {
    const answer = answers[key]
    return kind === 'photo' && typeof answer === 'string' && answer !== '' ? [{ key, title, photo: answer }] : []
  })
}

/** The share of questions that at least two ledgers use. */
export function reusedQuestions(questions: readonly Question[]): { readonly reused: number; readonly of: number } {
  return { reused: questions.filter(({ consumers }) => new Set(consumers).size >= 2).length, of: questions.length }
}

function isConsumer(consumer: string, reports: ReadonlySet<string>): boolean {
  return consumer.startsWith('other:') ? consumer.slice(6).trim().length >= 4 : reports.has(consumer)
}

function fits({ kind, options = [] }: Question, answer: string | number | boolean): boolean {
  switch (kind) {
    case 'text':
      return typeof answer === 'string'
    case 'number':
      return typeof answer === 'number' && Number.isFinite(answer)
    case 'choice':
      return typeof answer === 'string' && options.includes(answer)
    case 'yesNo':
      return typeof answer === 'boolean'
    case 'date':
      return typeof answer === 'string' && parseLocalDate(answer).ok
    case 'phone':
      return typeof answer === 'string' && parsePhone(answer).ok
    case 'photo':
      return typeof answer === 'string' && /^[0-9a-f]{64}$/.test(answer)
  }
}
