import type { Workflow } from '@linli/core/workflow'
import { type ChoiceCondition, meetsChoices, type StateDefinition } from '@linli/kit'

/** The states that a stepper shows, and where the row stands among them. */
export interface StepPath {
  readonly states: readonly string[]
  readonly at: number
}

/** A workflow of which the screens know how its states are meant. */
interface TonedWorkflow extends Workflow {
  readonly states: Readonly<Record<string, StateDefinition>>
  readonly usual?: readonly string[]
  readonly otherWays?: readonly { readonly when: ChoiceCondition; readonly states: readonly string[] }[]
  readonly steps: Readonly<Record<string, StepTo>>
}

type StepTo = Workflow['steps'][string] & { readonly when?: ChoiceCondition }

/**
 * A straight way through a workflow past the present state: the shortest way to it, then onwards until something good or the end is reached.
 * Workflows branch and turn back; a person needs to see where it came from and where it usually goes, not every way to fail.
 */
export function stepPath(whole: TonedWorkflow, row: Readonly<Record<string, unknown>>): StepPath {
  const present = String(row.status)
  const usual = whole.otherWays?.find(({ when }) => meetsChoices(when, row))?.states ?? whole.usual
  const usually = usual?.indexOf(present) ?? -1
  if (usual && usually >= 0) return { states: usual, at: usually }
  const workflow = { ...whole, steps: Object.fromEntries(Object.entries(whole.steps).filter(([, { when }]) => meetsChoices(when, row))) }
  const before = shortest(workflow, workflow.initial, (state) => state === present) ?? [present]
  const back = usual && wayBack(workflow, present, usual)
  if (back) return { states: [...before, ...back.filter((each) => !before.includes(each))], at: before.length - 1 }
  const states = [...before]
  let state: string | undefined = present
  while (state !== undefined && !isGoal(workflow, state)) {
    state = next(workflow, state, states)
    if (state !== undefined) states.push(state)
  }
  return { states, at: before.length - 1 }
}

function isGoal({ states }: TonedWorkflow, state: string): boolean {
  return states[state]?.final === true || states[state]?.tone === 'good'
}

function next(workflow: TonedWorkflow, state: string, seen: readonly string[]): string | undefined {
  const onward = Object.values(workflow.steps).filter((step) => step.from.includes(state) && !seen.includes(step.to))
  return onward.find(({ to }) => workflow.states[to]?.tone !== 'bad')?.to
}

/** From beside the usual way back onto it and along it to its end. */
function wayBack(workflow: TonedWorkflow, present: string, usual: readonly string[]): readonly string[] | undefined {
  const back = shortest(workflow, present, (state) => usual.includes(state))
  return back && [...back.slice(1), ...usual.slice(usual.indexOf(back.at(-1) ?? '') + 1)]
}

/** The fewest steps from a state to one that is looked for. */
function shortest(workflow: Workflow, from: string, isTarget: (state: string) => boolean): string[] | undefined {
  const queue: string[][] = [[from]]
  const seen = new Set([from])
  for (let path = queue.shift(); path; path = queue.shift()) {
    const last = path.at(-1) ?? ''
    if (isTarget(last)) return path
    for (const step of Object.values(workflow.steps)) {
      if (!step.from.includes(last) || seen.has(step.to)) continue
      seen.add(step.to)
      queue.push([...path, step.to])
    }
  }
  return undefined
}
