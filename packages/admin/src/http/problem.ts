import type { Refusal } from '@linli/core/refusal'

/** A fault as the server tells it. */
export type Fault = Pick<Refusal, 'code' | 'zh' | 'en' | 'field' | 'data'>

/** What react-admin reads from a refused write: field → sentence, and the sentences that belong to no field. */
export interface FormErrors {
  [field: string]: string | { serverError: string }
}

/** A request that was refused, or never arrived. `message` is the sentence for the person, in the language of the page. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  /** The HTTP status; 0 when the server could not be reached. */
  readonly status: number
  readonly code: string
  readonly faults: readonly Fault[]
  /** Read by react-admin's forms. Empty unless the faults are about the input. */
  readonly body: { readonly errors?: FormErrors }

  constructor(status: number, faults: readonly [Fault, ...Fault[]]) {
    super(sentence(faults[0]))
    this.status = status
    this.code = faults[0].code
    this.faults = faults
    this.body = isAboutInput(status) ? { errors: formErrors(faults) } : {}
  }
}

const OFFLINE: Fault = {
  code: 'http.offline',
  zh: '连不上服务器，刚才的操作没有保存。请检查网络后再试一次。',
  en: 'The server cannot be reached and nothing was saved. Check the network and try again.',
}

const BROKEN: Fault = {
  code: 'http.broken',
  zh: '服务器出了问题，请稍后再试；一直不行请告诉管理员。',
  en: 'The server had a problem. Try again later; tell the administrator if it stays.',
}

/** That the request never arrived. */
export function offlineProblem(): ProblemError {
  return new ProblemError(0, [OFFLINE])
}

/** Reads an answer that is no success; whatever the body is, there is a sentence. */
export function problemOf(status: number, body: unknown): ProblemError {
  const listed = isObject(body) && Array.isArray(body.errors) ? body.errors.filter(isFault) : []
  const [first, ...rest] = listed
  if (first) return new ProblemError(status, [first, ...rest])
  if (isFault(body)) return new ProblemError(status, [body])
  return new ProblemError(status, [BROKEN])
}

/** The sentence of a fault in the language of the page. */
export function sentence(fault: Pick<Fault, 'zh' | 'en'>): string {
  const language = typeof document === 'undefined' ? 'zh' : document.documentElement.lang
  return language.startsWith('en') ? fault.en : fault.zh
}

/** Faults as a form shows them: beside their fields, the others above the form. */
export function formErrors(faults: readonly Fault[]): FormErrors {
  const errors: FormErrors = {}
  for (const fault of faults) {
    if (fault.field) errors[fault.field] ??= sentence(fault)
    else errors.root ??= { serverError: sentence(fault) }
  }
  return errors
}

function isAboutInput(status: number): boolean {
  return status === 400 || status === 422
}

function isFault(value: unknown): value is Fault {
  return isObject(value) && typeof value.code === 'string' && typeof value.zh === 'string' && typeof value.en === 'string'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
