/** What happened to a row once, as its page shows it. */
export interface TimelineEntry {
  readonly at: string
  readonly actorId: string
  readonly actorName: string
  /** `create`, `update`, `remove`, `reveal`, or the name of a step or action. */
  readonly verb: string
  /** The verb in Chinese. */
  readonly title: string
  readonly changes: readonly { readonly field: string; readonly title: string; readonly before: unknown; readonly after: unknown }[]
  readonly reason: string | null
}
