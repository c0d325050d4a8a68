import type { AnyAction, AnyPlugin } from '@linli/kit'
import type { Context, LinliStore } from '@linli/store'

/** The row that an action stands on. */
export interface ActedOn {
  readonly id: string
  readonly communityId: string | null
  readonly gridId: string | null
}

/** Leaves the entry of an action in the audit, with the place of the row that it stands on. */
export function recordAction({ audit }: LinliStore, ctx: Context, plugin: AnyPlugin, action: AnyAction, row: ActedOn | undefined): void {
  const verb = action.name.split('.').at(-1) ?? action.name
  audit.append(ctx, {
    verb: verb.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    resource: action.resource ?? plugin.id,
    subjectId: row?.id ?? null,
    communityId: row?.communityId ?? null,
    gridId: row?.gridId ?? null,
  })
}
