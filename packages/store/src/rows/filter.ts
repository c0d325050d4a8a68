import type { AnyResource, Row } from '@linli/kit'

/**
 * Which rows are wanted: equality, one of several, ranges (`<field>_gte`, `_lte`, `_gt`, `_lt`), not (`<field>_neq`),
 * empty (`<field>_empty: true|false`) and text search (`q`, also by pinyin). All conditions hold together.
 * An enciphered field is compared whole, by its equality hash.
 */
export type Filter<R extends AnyResource> = {
  readonly [K in keyof Row<R> & string]?: Row<R>[K] | readonly NonNullable<Row<R>[K]>[]
} & {
  readonly [K in keyof Row<R> & string as `${K}_gte` | `${K}_lte` | `${K}_gt` | `${K}_lt` | `${K}_neq`]?: NonNullable<Row<R>[K]>
} & {
  readonly [K in keyof Row<R> & string as `${K}_empty`]?: boolean
} & { readonly q?: string }

/** How a list's length is counted. `bounded` stops at the limit and says so. */
export type TotalMode = 'exact' | 'bounded' | 'none'

export interface ListQuery<R extends AnyResource> {
  readonly filter?: Filter<R>
  readonly sort?: readonly [keyof Row<R> & string, 'asc' | 'desc']
  /** @default 0 */
  readonly offset?: number
  /** @default 25, at most 1000 */
  readonly limit?: number
  /** The cursor that a page gave: the rows after it, without counting from the start. */
  readonly after?: string
  /** @default 'exact' while cheap, then 'bounded' */
  readonly total?: TotalMode
}

export interface Total {
  readonly count: number
  /** Whether there are more than `count`. */
  readonly more: boolean
}

export interface Page<R extends AnyResource> {
  readonly rows: readonly Row<R>[]
  readonly total: Total | null
  /** The cursor for the next page; `null` on the last. */
  readonly next: string | null
}
