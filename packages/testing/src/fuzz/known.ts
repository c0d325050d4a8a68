import type { AnyAction, AnyPlugin, AnyResource, StepDefinition } from '@linli/kit'

/** A row as the model knows it: from the audit alone, so that the table can be held against it. */
export interface Known {
  readonly id: string
  readonly resource: AnyResource
  readonly street: string
  community: string | null
  grid: string | null
  status: string | null
  /** How often it was written; the version that it must have. */
  writes: number
  /** How many entries its timeline must have. */
  entries: number
  /** The values that the audit tells, masked where they are personal. */
  values: Record<string, unknown>
  /** What the whole row was when it was last looked at. */
  digest: string | undefined
  /** Whether it was written since. */
  touched: boolean
}

/** The rows that live, in the order in which they were made. */
export interface Population {
  readonly resources: ReadonlyMap<string, AnyResource>
  readonly actions: readonly AnyAction[]
  readonly rows: Map<string, Known>
  of(resource: string, street?: string): readonly Known[]
  add(row: Known): void
  remove(row: Known): void
}

/** An empty population for modules. */
export function emptyPopulation(plugins: readonly AnyPlugin[]): Population {
  const resources = new Map(plugins.flatMap((plugin) => plugin.resources.map((resource) => [resource.name, resource] as const)))
  const rows = new Map<string, Known>()
  const lists = new Map<string, Known[]>()
  return {
    resources,
    actions: plugins.flatMap((plugin) => [...plugin.actions]),
    rows,
    of: (resource, street) => {
      const all = lists.get(resource) ?? []
      return street === undefined ? all : all.filter((row) => row.street === street)
    },
    add: (row) => {
      rows.set(row.id, row)
      const list = lists.get(row.resource.name)
      if (list) list.push(row)
      else lists.set(row.resource.name, [row])
    },
    remove: (row) => {
      rows.delete(row.id)
      const list = lists.get(row.resource.name) ?? []
      const index = list.indexOf(row)
      if (index >= 0) list.splice(index, 1)
    },
  }
}

/** The steps that people take. */
export function userSteps({ workflow }: AnyResource): readonly (readonly [string, StepDefinition])[] {
  return Object.entries(workflow?.steps ?? {}).filter(([, step]) => !step.automatic)
}
