import type { Draft } from '@linli/portal'

/** What the phone holds about patrols and the server does not know yet. */
export interface SentPatrols {
  /** When a patrol was begun, by its id. */
  readonly started: ReadonlyMap<string, string>
  readonly finished: ReadonlySet<string>
  readonly reached: ReadonlySet<string>
}

/** What drafts say of patrols; what was refused does not count. */
export function sentPatrols(drafts: readonly Pick<Draft, 'action' | 'fault' | 'input'>[]): SentPatrols {
  const waiting = drafts.filter(({ fault }) => fault === null)
  const walks = waiting.filter(({ action }) => action === 'grid.walk').map(({ input }) => input)
  return {
    started: new Map(walks.filter(({ does }) => does === 'start').map(({ patrolId, at }) => [String(patrolId), String(at)])),
    finished: new Set(walks.filter(({ does }) => does === 'finish').map(({ patrolId }) => String(patrolId))),
    reached: new Set(waiting.filter(({ action }) => action === 'grid.reach-point').map(({ input }) => String(input.pointId))),
  }
}
