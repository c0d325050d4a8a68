import type { Refusal } from '@linli/core/refusal'
import { parseInput } from '@linli/kit'
import { isDeepStrictEqual } from 'node:util'
import { refuse } from '../refusals/index.ts'
import type { Door } from './door.ts'

/** What was given, validated by the resource's fields. @throws RefusedError 400 */
export function parsed(
  { plan, session }: Door,
  given: Readonly<Record<string, unknown>>,
  mode: 'create' | 'patch',
  byRequest: boolean,
): Record<string, unknown> {
  const result = parseInput(plan.resource.fields, given, {
    mode,
    byRule: !byRequest,
    allowTestArea: session.parts.options.allowTestArea ?? false,
  })
  return result.ok ? { ...result.value } : refuse(result.faults, 400)
}

/** The values with those that follow from them, after the resource's own check. @throws RefusedError 422 */
export function completed({ plan }: Door, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { resource } = plan
  const all = { ...values, ...resource.derive?.(values as never) }
  const faults = resource.check?.(all as never) ?? []
  return faults.length > 0 ? refuse(faults) : all
}

/** What a guard said: nothing, refusals, or values to be written too. @throws RefusedError 422 */
export function guarded(answer: unknown): Readonly<Record<string, unknown>> {
  if (answer === undefined || answer === null) return {}
  if (Array.isArray(answer)) return answer.length > 0 ? refuse(answer as readonly Refusal[]) : {}
  const object = answer as Readonly<Record<string, unknown>>
  if ('code' in object && 'zh' in object && 'en' in object && typeof object.zh === 'string') return refuse(object as unknown as Refusal)
  return object
}

/** Whether two values of a field are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a ?? null, b ?? null)
}
