/** What an audit entry says. */
export interface EntryFacts {
  readonly id: string
  readonly at: string
  readonly actorId: string
  readonly actorName: string
  readonly verb: string
  readonly resource: string
  readonly subjectId: string | null
  readonly communityId: string | null
  readonly gridId: string | null
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
  readonly origin: string | null
}

/** The one text of an entry that its digest is made of: the same before it is stored and after it is read. */
export function entryText(streetId: string, entry: EntryFacts): string {
  const { id, at, actorId, actorName, verb, resource, subjectId, communityId, gridId, before, after, reason, origin } = entry
  return JSON.stringify([
    streetId,
    id,
    at,
    actorId,
    actorName,
    verb,
    resource,
    subjectId,
    communityId,
    gridId,
    inOrder(before ?? null),
    inOrder(after ?? null),
    reason,
    origin,
  ])
}

/** A JSON value with its keys in order, because the database keeps none. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, inOrder(each)]))
}
