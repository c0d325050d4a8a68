import type { Drill, ReportCell, ReportColumn } from '@linli/kit'

/** A row as the server answers it, with the lists behind its figures. */
export interface AnsweredRow {
  readonly drills?: Readonly<Record<string, Drill>>
  readonly [column: string]: ReportCell | Readonly<Record<string, Drill>> | undefined
}

/** A column with its key in the rows. */
export interface NamedColumn extends ReportColumn {
  readonly name: string
}

/** A report as it was counted. */
export interface ReportAnswer {
  readonly name: string
  readonly title: string
  readonly definition: string
  readonly asOf: string
  readonly columns: readonly NamedColumn[]
  readonly rows: readonly AnsweredRow[]
  readonly totals: Readonly<Record<string, number>> | null
  readonly truncated: boolean
}

/** The value of a cell. */
export function cellOf(row: AnsweredRow, column: string): ReportCell {
  const value = row[column]
  return value === undefined || (typeof value === 'object' && value !== null) ? null : value
}
