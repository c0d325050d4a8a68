import type { Refusal } from '@linli/core/refusal'
import { parseInput, type AnyResource, type Fields } from '@linli/kit'
import { formErrors, type FormErrors } from '../http/index.ts'
import { blankAsNull } from '../provider/index.ts'

type Values = Readonly<Record<string, unknown>>

/** The faults of values given to fields, as a form shows them: the sentences that the server would answer. */
export function fieldErrors(fields: Fields, values: Values, options: ValidateOptions = {}): FormErrors {
  return formErrors(faultsOf(fields, given(fields, values), 'create', options))
}

export interface ValidateOptions {
  /** Identity numbers of the unassigned test area are accepted: demo data alone. */
  readonly allowTestArea?: boolean
}

/** The faults of a new row: of its fields, and of the resource's own check. */
export function createErrors(resource: AnyResource, values: Values, options: ValidateOptions = {}): FormErrors {
  const input = given(resource.fields, values)
  const faults = faultsOf(resource.fields, input, 'create', options)
  return formErrors([...faults, ...checked(resource, input, faults)])
}

/**
 * The faults of a changed row. Only what was changed is read as input, since the rest may be masked;
 * the resource's check sees the row as it would be.
 */
export function updateErrors(resource: AnyResource, values: Values, before: Values, options: ValidateOptions = {}): FormErrors {
  const input = given(resource.fields, values)
  const changed = Object.fromEntries(
    Object.entries(input).filter(([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[key] ?? null)),
  )
  const faults = faultsOf(resource.fields, changed, 'patch', options)
  return formErrors([...faults, ...checked(resource, { ...before, ...input }, faults)])
}

function faultsOf(fields: Fields, values: Values, mode: 'create' | 'patch', options: ValidateOptions): readonly Refusal[] {
  const parsed = parseInput(fields, values, { mode, ...options })
  return parsed.ok ? [] : parsed.faults
}

function checked(resource: AnyResource, values: Values, faults: readonly Refusal[]): readonly Refusal[] {
  if (faults.length > 0 || !resource.check) return []
  const derived = resource.derive?.(values) ?? {}
  return resource.check({ ...values, ...derived })
}

function given(fields: Fields, values: Values): Values {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) =>
      field.readOnly || values[key] === undefined ? [] : [[key, blankAsNull(values[key])]],
    ),
  )
}
