import { columnName, quoted } from '../table/index.ts'
import type { Params } from './params.ts'
import type { Plan } from './plan.ts'

/** The SQL that leaves out what a resource hides from this account; nothing where it hides nothing, or for whoever acts elevated. */
export function hiddenCondition({ resource }: Plan, viewer: string | undefined, params: Params, alias?: string): string | undefined {
  const { hiddenFrom } = resource
  if (!hiddenFrom || viewer === undefined) return undefined
  const prefix = alias === undefined ? '' : `"${alias}".`
  const column = (name: string): string => `${prefix}${quoted(columnName(name))}`
  return `(${column(hiddenFrom.until)} is not null or ${column(hiddenFrom.account)}::text is distinct from ${params.add(viewer)})`
}

/** Whether a resource hides this row from this account: the same rule, for a row that was read already. */
export function isHidden({ resource }: Plan, viewer: string | undefined, row: Readonly<Record<string, unknown>>): boolean {
  const { hiddenFrom } = resource
  if (!hiddenFrom || viewer === undefined) return false
  return (row[hiddenFrom.until] ?? null) === null && row[hiddenFrom.account] === viewer
}
