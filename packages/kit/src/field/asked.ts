import { meetsChoices } from './choice-condition.ts'
import type { Fields, FieldSpec } from './field.ts'

/**
 * Whether a form asks for a field, given what was chosen so far.
 *
 * @example
 * isAsked({ when: { benefit: ['percent'] } }, { benefit: 'fixed' }) // false
 */
export function isAsked(field: Pick<FieldSpec, 'when'>, values: Readonly<Record<string, unknown>>): boolean {
  return meetsChoices(field.when, values)
}

/** The values without those that the form does not ask for: what was typed before another choice was made is not kept. */
export function withoutUnasked(fields: Fields, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = fields[key]
      return [key, field && !isAsked(field, values) ? null : value]
    }),
  )
}
