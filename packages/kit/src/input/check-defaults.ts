import type { Refusal } from '@linli/core/refusal'
import type { Fields } from '../field/index.ts'
import { parseInput } from './parse-input.ts'

/** The faults of fields whose own default they would refuse. */
export function checkDefaults(fields: Fields): readonly Refusal[] {
  const defaulted = Object.entries(fields).filter(([, field]) => field.default !== undefined)
  const given = Object.fromEntries(defaulted.map(([key, field]) => [key, field.default]))
  const parsed = parseInput(Object.fromEntries(defaulted), given, { byRule: true })
  return parsed.ok ? [] : parsed.faults
}
