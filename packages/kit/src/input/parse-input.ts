import type { Refusal } from '@linli/core/refusal'
import type { Fields, FieldSpec, Values } from '../field/index.ts'
import { explainIssue, notAnObjectRefusal, requiredRefusal, unknownFieldRefusal } from './explain-issue.ts'
import { fieldSchema, type SchemaOptions } from './field-schema.ts'

export interface InputOptions extends SchemaOptions {
  /** `create` fills defaults and asks for what is required; `patch` takes what is there. @default 'create' */
  readonly mode?: 'create' | 'patch'
  /** Whether read-only fields may be given, as rules do and requests do not. @default false */
  readonly byRule?: boolean
}

export type ParsedInput<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Refusal[] }

const schemas = new WeakMap<FieldSpec, Map<boolean, ReturnType<typeof fieldSchema>>>()

/**
 * Validates what somebody gave against fields: the same function, and so the same sentences, in the browser and on the server.
 * Empty text counts as nothing given. Unknown and read-only fields are refused. Never throws.
 *
 * @example
 * parseInput({ name: text({ title: '姓名', required: true }) }, { name: ' ' }) // { ok: false, faults: [{ code: 'input.required', zh: '请填写姓名', … }] }
 */
export function parseInput<F extends Fields>(fields: F, input: unknown, options: InputOptions = {}): ParsedInput<Values<F>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { ok: false, faults: [notAnObjectRefusal()] }
  const { mode = 'create', byRule = false } = options
  const given = input as Readonly<Record<string, unknown>>
  const faults: Refusal[] = []
  const value: Record<string, unknown> = {}
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(fields, key) || (fields[key]?.readOnly && !byRule)) faults.push(unknownFieldRefusal(key))
  }
  for (const [key, field] of Object.entries(fields)) {
    if (field.readOnly && !byRule && mode === 'patch') continue
    const present = Object.hasOwn(given, key) && given[key] !== undefined
    const raw = present ? blankAsNull(given[key]) : undefined
    if (raw === undefined || raw === null) {
      if (mode === 'patch' && !present) continue
      const filled = mode === 'create' ? (field.default ?? null) : null
      const isDropped = field.passing && byRule && mode === 'patch'
      if (filled === null && field.required && !isDropped) faults.push(requiredRefusal(key, field))
      value[key] = filled
      continue
    }
    const parsed = schemaOf(field, options.allowTestArea ?? false).safeParse(raw)
    if (parsed.success) value[key] = parsed.data
    else faults.push(...parsed.error.issues.slice(0, 1).map((issue) => explainIssue(issue, key, field)))
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: value as Values<F> }
}

function blankAsNull(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? null : value
}

function schemaOf(field: FieldSpec, allowTestArea: boolean): ReturnType<typeof fieldSchema> {
  let byOption = schemas.get(field)
  if (!byOption) schemas.set(field, (byOption = new Map()))
  let schema = byOption.get(allowTestArea)
  if (!schema) byOption.set(allowTestArea, (schema = fieldSchema(field, { allowTestArea })))
  return schema
}
