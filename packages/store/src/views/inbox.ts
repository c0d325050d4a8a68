/** A row that waits for the actor. */
export interface InboxItem {
  readonly resource: string
  readonly resourceTitle: string
  readonly id: string
  readonly label: string
  readonly status: string
  readonly statusTitle: string
  /** What the actor may do about it. */
  readonly steps: readonly { readonly name: string; readonly title: string }[]
  readonly since: string
  readonly dueAt: string | null
  /** The day may still move: the notice of holidays of a year that it touches is not known yet. */
  readonly dueProvisional: boolean
  readonly overdue: boolean
  readonly communityId: string | null
}

export interface InboxPage {
  /** By clock: what is due first stands first, what has no clock last. */
  readonly items: readonly InboxItem[]
  readonly total: number
  /** Whether more than {@link total} wait, because the counting of a resource stopped. */
  readonly more: boolean
  readonly counts: readonly InboxCount[]
}

/** How much of a resource waits. Counting stops at a thousand. */
export interface InboxCount {
  readonly resource: string
  readonly title: string
  readonly count: number
  readonly overdue: number
  /** Whether more wait than were counted. */
  readonly more: boolean
}

export interface InboxQuery {
  /** @default 0 */
  readonly offset?: number
  /** @default 25 */
  readonly limit?: number
  /** Lists the rows of one resource alone; the counts are still of all. */
  readonly resource?: string
}
