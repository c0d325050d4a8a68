import { request } from '../http/index.ts'
import { pathOf } from '../model/index.ts'

export interface TimelineChange {
  readonly field: string
  readonly title: string
  readonly before: unknown
  readonly after: unknown
}

/** Something that happened to a row. */
export interface TimelineEntry {
  readonly at: string
  readonly actorId: string
  readonly actorName: string
  readonly verb: string
  readonly title: string
  readonly changes: readonly TimelineChange[]
  readonly reason: string | null
}

/** What happened to a row, newest first. */
export async function fetchTimeline(
  resource: string,
  id: string,
  signal?: AbortSignal,
): Promise<{ readonly entries: readonly TimelineEntry[] }> {
  const answer = await request<{ entries: TimelineEntry[] }>(`${pathOf(resource)}/${id}/timeline`, signal ? { signal } : {})
  return { entries: [...answer.entries].sort((a, b) => (a.at < b.at ? 1 : -1)) }
}
