import type { Workflow } from '@linli/core/workflow'

/** The states that a stepper shows, and where the row stands among them. */
export interface StepPath {
  readonly states: readonly string[]
  readonly at: number
}

/**
 * A straight way through a workflow past the present state: the shortest way to it, then its first step onwards until the end.
 * Workflows branch and turn back; a person needs to see where it came from and where it usually goes.
 */
export function stepPath(workflow: Workflow, present: string): StepPath {
  const before = shortest(workflow, present)
  const states = [...before]
  for (let state = next(workflow, present, states); state !== undefined; state = next(workflow, state, states)) states.push(state)
  return { states, at: before.length - 1 }
}

function next(workflow: Workflow, state: string, seen: readonly string[]): string | undefined {
  const onward = Object.values(workflow.steps).filter((step) => step.from.includes(state) && !seen.includes(step.to))
  return onward[0]?.to
}

function shortest(workflow: Workflow, target: string): string[] {
  const queue: string[][] = [[workflow.initial]]
  const seen = new Set([workflow.initial])
  for (let path = queue.shift(); path; path = queue.shift()) {
    const last = path.at(-1) ?? ''
    if (last === target) return path
    for (const step of Object.values(workflow.steps)) {
      if (!step.from.includes(last) || seen.has(step.to)) continue
      seen.add(step.to)
      queue.push([...path, step.to])
    }
  }
  return [target]
}
