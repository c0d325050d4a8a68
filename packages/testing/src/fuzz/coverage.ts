import type { AnyPlugin } from '@linli/kit'
import { userSteps } from './known.ts'

/** How a declared step, action, creation or change fared. */
export interface Tried {
  /** `council.matters.accept`, `council.matters.create`, or the name of an action. */
  readonly name: string
  readonly kind: 'step' | 'action' | 'create' | 'update'
  /** The resource of a step. */
  readonly resource: string | undefined
  tried: number
  succeeded: number
  /** The last refusal, for whoever wonders why it never succeeds. */
  refusal: string | undefined
}

/** What a run reached. */
export interface Coverage {
  readonly all: ReadonlyMap<string, Tried>
  note(name: string, isTaken: boolean, refusal: string | undefined): void
  of(name: string): Tried | undefined
}

/** Everything that people can do in modules, not tried yet. */
export function emptyCoverage(plugins: readonly AnyPlugin[]): Coverage {
  const all = new Map<string, Tried>()
  const add = (name: string, kind: Tried['kind'], resource?: string): void => {
    all.set(name, { name, kind, resource, tried: 0, succeeded: 0, refusal: undefined })
  }
  for (const plugin of plugins) {
    for (const resource of plugin.resources) {
      for (const [name] of userSteps(resource)) add(`${resource.name}.${name}`, 'step', resource.name)
      if (resource.writable?.create !== false) add(`${resource.name}.create`, 'create', resource.name)
      if (resource.writable?.update !== false) add(`${resource.name}.update`, 'update', resource.name)
    }
    for (const { name, readOnly } of plugin.actions) if (!readOnly) add(name, 'action')
  }
  return {
    all,
    of: (name) => all.get(name),
    note: (name, isTaken, refusal) => {
      const entry = all.get(name)
      if (!entry) return
      entry.tried += 1
      if (isTaken) entry.succeeded += 1
      else if (refusal !== undefined) entry.refusal = refusal
    },
  }
}

/** Of the steps that people can take in the resources of a module, the share that was taken at least once, from 0 to 1. */
export function stepShare({ all }: Coverage, pluginId: string): number {
  const steps = [...all.values()].filter(({ kind, name }) => kind === 'step' && name.startsWith(`${pluginId}.`))
  return steps.length === 0 ? 1 : steps.filter(({ succeeded }) => succeeded > 0).length / steps.length
}

/** The shares per resource, and what was never done with the last reason why, as lines to print. */
export function coverageLines(coverage: Coverage): readonly string[] {
  const all = [...coverage.all.values()]
  const resources = [...new Set(all.flatMap(({ kind, resource }) => (kind === 'step' && resource ? [resource] : [])))]
  const lines = resources.map((resource) => {
    const steps = all.filter((each) => each.kind === 'step' && each.resource === resource)
    const taken = steps.filter(({ succeeded }) => succeeded > 0)
    const missing = steps.filter(({ succeeded }) => succeeded === 0)
    const why = missing.map(({ name, tried, refusal }) => `${name.split('.').at(-1)} (${tried}× ${refusal ?? '–'})`).join(', ')
    return `${resource}: ${taken.length} of ${steps.length} steps${why === '' ? '' : `; never: ${why}`}`
  })
  const others = all.filter(({ kind, succeeded }) => kind !== 'step' && succeeded === 0)
  return [
    ...lines,
    `never done: ${others.map(({ name, tried, refusal }) => `${name} (${tried}× ${refusal ?? '–'})`).join(', ') || 'nothing'}`,
  ]
}
