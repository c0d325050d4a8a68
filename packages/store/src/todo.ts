import type { AnyResource, StepDefinition } from '@linli/kit'

/** Whether a step stands in an inbox: it says so, or it has a promise and does not say otherwise. */
export function isTodo({ todo, promise }: StepDefinition): boolean {
  return todo ?? Boolean(promise)
}

/** The steps of a resource that stand in inboxes. */
export function todosOf({ workflow }: AnyResource): readonly StepDefinition[] {
  return Object.values(workflow?.steps ?? {}).filter(isTodo)
}
