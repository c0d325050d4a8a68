import { request } from '../http/index.ts'

/** Something that waits for the person. */
export interface InboxItem {
  readonly resource: string
  readonly resourceTitle: string
  readonly id: string
  readonly label: string
  readonly status: string
  readonly statusTitle: string
  readonly steps: readonly { readonly name: string; readonly title: string }[]
  readonly since: string
  readonly dueAt: string | null
  readonly dueProvisional: boolean
  readonly overdue: boolean
  readonly communityId: string | null
}

export interface Inbox {
  readonly items: readonly InboxItem[]
  readonly total: number
  readonly more: boolean
  readonly counts: readonly InboxCount[]
}

/** How much of a kind of record waits; with `more`, that and more. */
export interface InboxCount {
  readonly resource: string
  readonly title: string
  readonly count: number
  readonly overdue: number
  readonly more: boolean
}

/** The first things that wait for the person, by clock, of one kind of records or of all. */
export function fetchInbox(limit: number, resource: string | null, signal?: AbortSignal): Promise<Inbox> {
  return request<Inbox>('/platform/inbox', { query: { range: [0, limit - 1], resource }, ...(signal ? { signal } : {}) })
}

/** What is overdue first, then by its due moment, what has none last and oldest first. */
export function byClock(items: readonly InboxItem[]): readonly InboxItem[] {
  return items.toSorted((a, b) => {
    if (a.overdue !== b.overdue) return a.overdue ? -1 : 1
    if (a.dueAt !== b.dueAt) return a.dueAt === null ? 1 : b.dueAt === null ? -1 : a.dueAt < b.dueAt ? -1 : 1
    return a.since < b.since ? -1 : 1
  })
}
