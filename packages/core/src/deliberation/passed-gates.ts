import { type MatterHistoryEntry } from './matter.ts'
import { type DeliberationTemplate, type GateName } from './template.ts'

/** The gates that stand passed after a history; a way back reopens its gate and all that follow. */
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
