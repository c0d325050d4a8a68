import type { AnyResource } from '@linli/kit'

const NEVER_IN_TABLES = new Set(['json', 'longText', 'file', 'geoPoint'])

export interface Columns {
  /** Shown until somebody chooses others. */
  readonly shown: readonly string[]
  /** Can be chosen. */
  readonly hidden: readonly string[]
}

/** The columns that a list can show. What is more personal than contact data is for the page of the row alone. */
export function columnsOf(resource: Pick<AnyResource, 'fields' | 'list' | 'scope' | 'workflow'>): Columns {
  const shown = resource.list.columns
  const fields = Object.entries(resource.fields).flatMap(([key, field]) =>
    field.privacy > 'P1' || field.internal || NEVER_IN_TABLES.has(field.kind) ? [] : [key],
  )
  const standard = [
    ...(resource.workflow ? ['status', 'dueAt'] : []),
    ...(resource.scope === 'street' ? [] : ['communityId']),
    ...(resource.scope === 'grid' ? ['gridId'] : []),
    'createdAt',
    'updatedAt',
  ]
  return { shown, hidden: [...fields, ...standard].filter((column) => !shown.includes(column)) }
}

/** The columns that an export can hold: all but what is sealed. */
export function exportColumns(resource: Pick<AnyResource, 'fields' | 'list' | 'scope' | 'workflow'>): readonly string[] {
  const { shown, hidden } = columnsOf(resource)
  const further = Object.entries(resource.fields).flatMap(([key, field]) =>
    field.privacy === 'P4' || field.internal || field.kind === 'json' ? [] : [key],
  )
  return [...new Set([...shown, ...hidden, ...(resource.workflow ? ['dueProvisional'] : []), ...further])]
}
