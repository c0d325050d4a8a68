/** A number on the dashboard: the count of a resource's rows, or the sum of one field, so that it opens exactly its rows. */
export interface Figure {
  /** `<plugin>.<noun>`. */
  readonly name: string
  readonly title: string
  readonly resource: string
  readonly filter?: Readonly<Record<string, unknown>>
  /** Sum this field instead of counting. */
  readonly sum?: string
  /** Group by this choice or standard column for a chart. */
  readonly by?: string
  readonly help?: string
}
