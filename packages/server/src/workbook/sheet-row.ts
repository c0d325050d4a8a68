/** What a cell of somebody's spreadsheet holds. */
export type ReadCell = string | number | boolean | null

/** A line of a spreadsheet. */
export interface SheetRow {
  /** The number at the left edge of the sheet, from 1. */
  readonly no: number
  readonly cells: readonly ReadCell[]
}

/** The port through which spreadsheets are read, so that another reader can be put in its place. @throws RefusedError `sheet.*` */
export type ReadWorkbook = (path: string) => AsyncIterable<SheetRow>

/** What a spreadsheet may cost us. */
export const LIMITS = {
  rows: 100_000,
  columns: 300,
  /** Bytes of one part of the archive, unpacked. */
  unpacked: 400 * 1024 * 1024,
  /** How much a part may grow when it is unpacked; real sheets stay under 60. */
  ratio: 250,
  /** Bytes of all texts that the cells share. */
  sharedText: 96 * 1024 * 1024,
  /** Bytes of the description of one row. */
  row: 4 * 1024 * 1024,
  entries: 5000,
} as const
