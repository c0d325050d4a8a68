import { type MatterHistoryEntry } from './matter.ts'
import { type DeliberationTemplate, type GateName } from './template.ts'

/**
 * The gates that stand passed after a history; a way back reopens its gate and all that follow.
 *
 * @example
 * const taken = (step, gate) => ({ step, gate, from: '', to: '', at: '2026-05-01T01:00:00.000Z', by: 'a' })
 * [...passedGates(FOUR_AND_TWO, [taken('propose', 'propose'), taken('discuss', 'review')])] // ['propose', 'review']
 * [...passedGates(FOUR_AND_TWO, [taken('propose', 'propose'), taken('returnToBranch')])] // []
 */
export function passedGates(template: DeliberationTemplate, history: readonly MatterHistoryEntry[]): ReadonlySet<GateName> {
  const reopens = new Map(template.steps.map((step) => [step.name, step.reopens]))
  const passed = new Set<GateName>()
  for (const { step, gate } of history) {
    if (gate) passed.add(gate)
    const reopened = reopens.get(step)
    if (reopened) for (const later of template.gates.slice(template.gates.indexOf(reopened))) passed.delete(later)
  }
  return passed
}
