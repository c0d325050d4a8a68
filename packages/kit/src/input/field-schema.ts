import { parseLocalDate } from '@linli/core/date'
import { parseCreditCode, parseIdNumber, parsePhone } from '@linli/core/identifier'
import type { Result } from '@linli/core/refusal'
import * as z from 'zod'
import type { FieldSpec } from '../field/index.ts'

export interface SchemaOptions {
  /** Accept identity numbers with the unassigned area 99…, which belong to nobody: demo and test data alone. */
  readonly allowTestArea?: boolean
}

/**
 * The zod schema of one value of a field, without regard to whether it is required.
 * Refusals of the rules ride on the issue, so that {@link explainIssue} can hand them on unchanged.
 */
export function fieldSchema(field: FieldSpec, options: SchemaOptions = {}): z.ZodType {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'address':
      return textSchema(field)
    case 'choice':
      return z.enum(Object.keys(field.options ?? {}))
    case 'tags':
      return z
        .array(z.enum(Object.keys(field.options ?? {})))
        .max(field.max ?? 50)
        .transform((values) => [...new Set(values)])
    case 'ref':
      return z.uuid()
    case 'boolean':
      return z.boolean()
    case 'date':
      return ruled((text) => parseLocalDate(text))
    case 'dateTime':
      return z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
    case 'money':
    case 'integer':
    case 'fraction':
      return z
        .int()
        .min(field.min ?? Number.MIN_SAFE_INTEGER)
        .max(field.max ?? Number.MAX_SAFE_INTEGER)
    case 'phone':
      return ruled((text) => mapped(parsePhone(text), (phone) => phone.digits))
    case 'idNumber':
      return ruled((text) => mapped(parseIdNumber(text, { allowTestArea: options.allowTestArea ?? false }), (id) => id.digits))
    case 'creditCode':
      return ruled((text) => mapped(parseCreditCode(text), (code) => code.code))
    case 'file':
      return z.string().regex(/^[0-9a-f]{64}$/)
    case 'geoPoint':
      return z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
    case 'json':
      return field.schema ?? z.unknown()
  }
}

function textSchema(field: FieldSpec): z.ZodType {
  const line = z
    .string()
    .trim()
    .max(field.max ?? 5000)
  const long = field.min === undefined ? line : line.min(field.min)
  const patterned = field.pattern ? long.regex(new RegExp(field.pattern.source, 'u')) : long
  return field.kind === 'longText' ? patterned : patterned.regex(NO_CONTROL_CHARACTERS)
}

const NO_CONTROL_CHARACTERS = /^\P{Cc}*$/u

function mapped<T>(result: Result<T>, pick: (value: T) => string): Result<string> {
  return result.ok ? { ok: true, value: pick(result.value) } : result
}

function ruled(rule: (text: string) => Result<string>): z.ZodType {
  return z
    .string()
    .max(100)
    .transform((text, context) => {
      const result = rule(text.trim())
      if (result.ok) return result.value
      context.addIssue({ code: 'custom', params: { refusal: result.refusal } })
      return z.NEVER
    })
}
