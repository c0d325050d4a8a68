import type { Refusal } from './refusal.ts'

/** Either a value or the reason why there is none. Nothing a person can type makes a rule throw. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/**
 * An answer with its value.
 *
 * @example
 * ok(3) // { ok: true, value: 3 }
 */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/**
 * An answer that there is no value, and why.
 *
 * @example
 * refused({ code: 'stock.short', zh: '不够', en: 'Short' }).refusal.code // 'stock.short'
 */
export function refused(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}
