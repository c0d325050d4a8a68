import type { AnyResource } from '@linli/kit'
import { people } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** A field of any module that points at a person. */
export interface PersonReference {
  readonly resource: AnyResource
  readonly field: string
}

/** What tells of the two records themselves keeps telling of both. */
const ABOUT_RECORDS: ReadonlySet<string> = new Set([
  'registry.merges',
  'registry.duplicates',
  'registry.people',
  'registry.change-proposals',
])

/** Every reference to a person in all installed modules, found by their definitions: a module that comes later is merged without a change here. */
export function personReferences(ctx: Pick<Ctx, 'street'>): readonly PersonReference[] {
  return ctx.street.modules.flatMap(({ plugin }) =>
    plugin.resources
      .filter(({ name }) => !ABOUT_RECORDS.has(name))
      .flatMap((resource) =>
        Object.entries(resource.fields)
          .filter(([, field]) => field.kind === 'ref' && field.target === people.name)
          .map(([field]) => ({ resource, field })),
      ),
  )
}
