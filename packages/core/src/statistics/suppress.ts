import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { cheapestCycle, type Grid } from './protection.ts'

/** A table of counts, rows of equal length. Totals are computed, never given. */
export interface CountTable {
  readonly cells: readonly (readonly number[])[]
  /** Which totals are going to be shown beside the cells. @default all three */
  readonly show?: { readonly rowTotals?: boolean; readonly columnTotals?: boolean; readonly grandTotal?: boolean }
}

/** A count, or `null` where it is hidden. Small cells and the ones that protect them look the same. */
export type ShownCount = number | null

export interface SuppressedTable {
  readonly cells: readonly (readonly ShownCount[])[]
  readonly rowTotals: readonly ShownCount[]
  readonly columnTotals: readonly ShownCount[]
  readonly grandTotal: ShownCount
  /** Hidden because small, and hidden to protect those. */
  readonly hidden: { readonly small: number; readonly protecting: number }
}

const reason = defineReasons({
  'statistics.table_shape': {
    zh: '表格各行的列数应相同，且不能为空',
    en: 'All rows have the same number of columns, and there is at least one',
  },
  'statistics.table_count': { zh: '表格里应是不小于 0 的整数', en: 'A table holds whole numbers, 0 or more' },
  'statistics.table_limit': { zh: '门槛应为不小于 2 的整数', en: 'The limit is a whole number, 2 or more' },
})

/**
 * Hides every count from 1 to below `limit`, and as many others as it takes so that no hidden small count can be worked out from the totals.
 * After hiding, each small count still has at least two possible values for a reader who knows this rule (zeros are never hidden).
 * Holds for one table; tables that share rows have to be suppressed as one.
 * Method: a hidden cell of a two-way table is fixed exactly when it lies on no cycle of hidden cells (Gusfield 1988); the cheapest cycle is hidden.
 *
 * @param limit counts below this are small
 * @example
 * suppressTable({ cells: [[2, 10, 20], [9, 10, 11]] }).value.cells // [[null, null, 20], [null, null, 11]]
 */
export function suppressTable(table: CountTable, limit = 5): Result<SuppressedTable> {
  const { cells } = table
  const width = cells[0]?.length ?? 0
  if (width === 0 || cells.some((row) => row.length !== width)) return refused(reason('statistics.table_shape'))
  if (!cells.flat().every((count) => Number.isSafeInteger(count) && count >= 0)) return refused(reason('statistics.table_count'))
  if (!Number.isSafeInteger(limit) || limit < 2) return refused(reason('statistics.table_limit'))

  const grid = withTotals(table)
  const small = findSmall(grid, limit)
  const before = small.length
  for (const [row, column] of small) {
    grid.hidden[row]![column] = true
  }
  for (const [row, column] of small) {
    for (const [r, c] of cheapestCycle(grid, row, column)) grid.hidden[r]![c] = true
  }
  return ok(readGrid(grid, before))
}

/**
 * The same for a single list of counts and its total.
 *
 * @example
 * suppressList([3, 20, 8]).value // { counts: [null, 20, null], total: 31 }
 */
export function suppressList(
  counts: readonly number[],
  limit = 5,
): Result<{ readonly counts: readonly ShownCount[]; readonly total: ShownCount }> {
  const table = suppressTable({ cells: [counts], show: { columnTotals: false, grandTotal: false } }, limit)
  return table.ok ? ok({ counts: table.value.cells[0] ?? [], total: table.value.rowTotals[0] ?? null }) : table
}

/** The cells with a row and a column of totals. Totals that are not shown count as hidden from the start. */
function withTotals({ cells, show = {} }: CountTable): Grid {
  const { rowTotals = true, columnTotals = true, grandTotal = true } = show
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const columns = (cells[0] ?? []).map((_, column) => sum(cells.map((row) => row[column] ?? 0)))
  const values = [...cells.map((row) => [...row, sum(row)]), [...columns, sum(columns)]]
  const [lastRow, lastColumn] = [cells.length, columns.length]
  const unseen = values.map((row, r) =>
    row.map((_, c) => (r === lastRow && c === lastColumn ? !grandTotal : r === lastRow ? !columnTotals : c === lastColumn && !rowTotals)),
  )
  return { values, unseen, hidden: unseen.map((row) => [...row]) }
}

function findSmall({ values, unseen }: Grid, limit: number): (readonly [number, number])[] {
  return values.flatMap((row, r) => row.flatMap((value, c) => (value > 0 && value < limit && !unseen[r]?.[c] ? [[r, c] as const] : [])))
}

function readGrid({ values, hidden, unseen }: Grid, small: number): SuppressedTable {
  const shown = values.map((row, r) => row.map((value, c) => (hidden[r]?.[c] ? null : value)))
  const count = hidden.flat().filter(Boolean).length - unseen.flat().filter(Boolean).length
  const totals = shown.at(-1) ?? []
  return {
    cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((row) => row.at(-1) ?? null),
    columnTotals: totals.slice(0, -1),
    grandTotal: totals.at(-1) ?? null,
    hidden: { small, protecting: count - small },
  }
}
