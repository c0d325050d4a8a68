/**
 * Why something was refused: a stable code for programs, a sentence for people in Chinese and English.
 * The same refusal is shown by the screen, answered by the API and written to the log.
 */
export interface Refusal {
  /** Stable, dot-separated, lower case: `id.checksum`, `workflow.not_from_here`. */
  readonly code: string
  readonly zh: string
  readonly en: string
  /** The input field it is about, when it is about one. */
  readonly field?: string
  /** Figures of the refusal (limits, dates, counts). Never personal data. */
  readonly data?: RefusalData
}

export type RefusalData = Readonly<Record<string, string | number | boolean>>

/** The sentences of one reason; `{name}` is filled from the data. */
export interface ReasonText {
  readonly zh: string
  readonly en: string
}

/** Makes a refusal by its code. */
export type Reasons<Code extends string> = (code: Code, data?: RefusalData, field?: string) => Refusal

/**
 * Declares a table of reasons and returns the function that makes refusals from it.
 *
 * @example
 * const reason = defineReasons({ 'stock.short': { zh: '只剩 {left} 份', en: 'Only {left} left' } })
 * reason('stock.short', { left: 2 }).zh // '只剩 2 份'
 */
export function defineReasons<const Code extends string>(table: Readonly<Record<Code, ReasonText>>): Reasons<Code> {
  return (code, data, field) => {
    const text = table[code]
    const refusal: { -readonly [K in keyof Refusal]: Refusal[K] } = { code, zh: fill(text.zh, data), en: fill(text.en, data) }
    if (field !== undefined) refusal.field = field
    if (data !== undefined) refusal.data = data
    return refusal
  }
}

function fill(text: string, data: RefusalData = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in data ? String(data[name]) : whole))
}

/**
 * Whether an unknown value is a {@link Refusal}.
 *
 * @example
 * isRefusal({ code: 'stock.short', zh: '不够', en: 'Short' }) // true
 * isRefusal(new Error('stock.short')) // false
 */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'zh' in value && 'en' in value
}
