/** What stands in a cell. */
export type Cell = string | number | boolean | null

/** A spreadsheet to be written: an official header over a table. */
export interface Sheet {
  readonly fileName: string
  /** The office's full name, over everything. */
  readonly official: string
  readonly title: string
  /** Lines under the title: when, by whom, which filters. */
  readonly notes: readonly string[]
  readonly headings: readonly string[]
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
