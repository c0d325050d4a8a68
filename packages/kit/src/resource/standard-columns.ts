/** The names that the framework keeps for itself on every table, and so no field may have. */
export const STANDARD_COLUMNS: ReadonlySet<string> = new Set([
  'id',
  'streetId',
  'communityId',
  'gridId',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'status',
  'statusSince',
  'dueAt',
  'dueProvisional',
  'search',
])
