import type { Refusal } from '@linli/core/refusal'
import { meetsChoices, type StepDefinition } from '@linli/kit'
import { reason } from '../refusals/index.ts'
import type { Door } from './door.ts'

/**
 * What the definition itself says about who takes a step on which row. It is asked after the guard, whose reasons say more: what a guard forgets is
 * refused all the same. Rules (jobs, events, elevated work) take a step for the one whom it concerns.
 */
export function misfitOf(
  { session, sight }: Door,
  { alone, waitsFor, when, title }: StepDefinition,
  row: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  if (!meetsChoices(when, row)) return reason('step.other_row', { step: title })
  const { actor } = session.as
  const account = alone && waitsFor !== undefined ? row[waitsFor] : null
  const isRule = sight.isElevated || actor.kind === 'system'
  return account === null || account === undefined || account === actor.id || isRule ? undefined : reason('step.others', { step: title })
}
