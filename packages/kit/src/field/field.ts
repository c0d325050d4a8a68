import type { PrivacyClass } from '@linli/core/privacy'
import type * as z from 'zod'
import type { ChoiceCondition } from './choice-condition.ts'

/** What a field holds; each kind knows its column, its value in the API and its input on the screen. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'choice'
  | 'tags'
  | 'ref'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'money'
  | 'integer'
  | 'fraction'
  | 'phone'
  | 'idNumber'
  | 'creditCode'
  | 'address'
  | 'file'
  | 'geoPoint'
  | 'json'

/** A field as data: everything that columns, schemas, forms and documents are derived from. */
export interface FieldSpec {
  readonly kind: FieldKind
  /** The Chinese label. */
  readonly title: string
  /** One sentence under the input. */
  readonly help?: string
  readonly required: boolean
  readonly privacy: PrivacyClass
  /** Written by rules alone: shown, never in a form, refused in a request. */
  readonly readOnly?: boolean
  /** Kept for rules (a key, a lock, a fingerprint): in the table and the API, on no screen and in no spreadsheet. */
  readonly internal?: boolean
  /**
   * Personal and dropped by a rule after a time (who reported something): the audit says that it changed and never what it was, so that
   * what was dropped is gone. With `required`, whoever writes must give it, and only a rule may empty it.
   */
  readonly passing?: boolean
  /** Given at creation and never changed by a form afterwards. */
  readonly immutable?: boolean
  /** Stored enciphered, with a mask, and with an equality hash so that it can be looked up whole. */
  readonly encrypted?: boolean
  /** Found by the text search of the list. */
  readonly search?: boolean
  /** Sorted by pinyin, and found by pinyin and its initials (`zsf`). */
  readonly pinyin?: boolean
  /** No two rows of a street share the value. */
  readonly unique?: boolean
  /** Indexed, because lists are filtered or sorted by it. Columns of `list.filters` and `list.sort` are indexed anyway. */
  readonly indexed?: boolean
  readonly default?: unknown
  /** Asked for only while other choices have one of these values; forms leave it out, and empty it, otherwise. */
  readonly when?: ChoiceCondition
  /** Text: characters. Integer, money (fen), fraction (numerator): the value. Tags: how many. File: bytes. */
  readonly max?: number
  readonly min?: number
  /** Text: a regular expression's source, and the sentence that says what is wanted. */
  readonly pattern?: { readonly source: string; readonly zh: string; readonly en: string }
  /** Choice and tags: value → Chinese label. */
  readonly options?: Readonly<Record<string, string>>
  /** Text: the code of a community or of a grid; forms offer those of the person's area by name. */
  readonly area?: 'community' | 'grid'
  /** Ref: the resource pointed at. */
  readonly target?: string
  /** Ref: whether the page of the row pointed at has a tab of the rows that point at it; not where a panel shows them better. @default true */
  readonly tab?: boolean
  /** Integer: kept as hundredths of its unit and shown in whole ones, 8750 as 87.5. For what is computed and never typed. */
  readonly hundredths?: boolean
  /** Fraction: the fixed denominator of the stored numerator. */
  readonly denominator?: number
  /** File: the media types accepted. */
  readonly accept?: readonly string[]
  /** Json: the shape. */
  readonly schema?: z.ZodType
}

declare const valueType: unique symbol

/** A field with its value's type; the type parameters exist for the compiler alone. */
export interface Field<T = unknown, Required extends boolean = boolean, Defaulted extends boolean = boolean> extends FieldSpec {
  readonly required: Required
  readonly [valueType]?: readonly [T, Defaulted]
}

export type Fields = Readonly<Record<string, Field>>

type ValueOf<F> = F extends { readonly [valueType]?: readonly [infer T, boolean] } ? T : never
type IsRequired<F> = F extends { readonly required: true } ? true : false
type IsKept<F> = F extends { readonly passing: true } ? false : IsRequired<F>
type IsDefaulted<F> = F extends { readonly [valueType]?: readonly [unknown, infer D] } ? (D extends true ? true : false) : false

/** The values as they are read: what is not required, or dropped after a time, may be `null`. */
export type Values<F extends Fields> = { [K in keyof F]: IsKept<F[K]> extends true ? ValueOf<F[K]> : ValueOf<F[K]> | null }

type MustGive<F extends Fields> = {
  [K in keyof F]: IsRequired<F[K]> extends true ? (IsDefaulted<F[K]> extends true ? never : K) : never
}[keyof F]

/** The values as they are given: what is required and has no default must be there. */
export type Input<F extends Fields> = { [K in MustGive<F>]: ValueOf<F[K]> } & {
  [K in Exclude<keyof F, MustGive<F>>]?: ValueOf<F[K]> | null
}
