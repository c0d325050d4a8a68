import type { SheetRow } from '../workbook/index.ts'
import type { ImportSpec } from './spec.ts'

/** How many rows from the top a heading row is looked for: offices put a title, a date and a unit above it. */
export const HEADING_ROWS = 10

/** The column of the sheet for each field, with the heading that was found. */
export interface Headings {
  readonly row: number
  readonly columns: readonly { readonly index: number; readonly heading: string; readonly field: string }[]
  /** Titles of required fields for which no heading was found. */
  readonly missing: readonly string[]
}

/** Finds the heading row among the first rows: the one that names most of the columns. */
export function findHeadings(spec: ImportSpec, rows: readonly SheetRow[]): Headings | undefined {
  const known = new Map<string, string>()
  for (const [field, { headings }] of Object.entries(spec.columns)) {
    for (const heading of headings) if (!known.has(plain(heading))) known.set(plain(heading), field)
  }
  let best: Headings | undefined
  for (const row of rows) {
    const columns: { index: number; heading: string; field: string }[] = []
    for (const [index, cell] of row.cells.entries()) {
      if (typeof cell !== 'string') continue
      const field = known.get(plain(cell)) ?? known.get(plain(cell.replace(/[（(][^）)]*[)）]/g, '')))
      if (field !== undefined && !columns.some((column) => column.field === field)) columns.push({ index, heading: cell.trim(), field })
    }
    if (columns.length > (best?.columns.length ?? 0)) best = { row: row.no, columns, missing: missing(spec, columns) }
  }
  const enough = Math.min(2, Object.keys(spec.columns).length)
  return best && best.columns.length >= enough ? best : undefined
}

/** A heading as it is compared: without blanks, stars, colons and full-width forms. */
function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replaceAll(/[\s*＊:：\u200b]/g, '')
    .toLowerCase()
}

function missing(spec: ImportSpec, found: readonly { readonly field: string }[]): string[] {
  return Object.entries(spec.columns)
    .filter(([name, { field }]) => field.required && field.default === undefined && !found.some((column) => column.field === name))
    .map(([, { field }]) => field.title)
}

const FOOTER = /^(合计|小计|总计|共计|填表人|制表人?|审核人?|填报人|填报单位|负责人|说明|注)[:：]?/

/** Whether a row is none of the table's: a repeated heading of the next printed page, a sum, a signature. */
export function isNoLine(row: SheetRow, headings: Headings): boolean {
  const filled = row.cells.filter((cell) => cell !== null && cell !== '')
  const repeated = headings.columns.filter(({ index, heading }) => row.cells[index] === heading).length
  if (repeated >= Math.max(2, headings.columns.length - 1)) return true
  const first = filled[0]
  return filled.length <= 3 && typeof first === 'string' && FOOTER.test(first.trim())
}
