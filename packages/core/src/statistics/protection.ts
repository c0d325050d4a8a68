/** A two-way table with its totals in the last row and column. */
export interface Grid {
  readonly values: readonly (readonly number[])[]
  /** Totals that are not shown at all. */
  readonly unseen: readonly (readonly boolean[])[]
  /** What is hidden so far. */
  readonly hidden: boolean[][]
}

type Cell = readonly [row: number, column: number]

interface Reach {
  readonly cost: number
  readonly path: readonly Cell[]
}

/** Totals are worth more to a reader than cells: they are hidden last. */
const TOTAL_COST = 1e9
const HIDING_COST = 1e3

/**
 * The cheapest set of cells to hide so that the value of one hidden cell can move by one, up or down, while everything shown still adds up.
 *
 * Rows and columns are nodes and cells are edges: moving a cell up by one means moving another one of its row down, then one of that column up, and so on back.
 * With totals entered negatively, every row and column adds up to zero. A hidden count never moves to 0, because a reader knows that zeros are shown.
 */
export function cheapestCycle(grid: Grid, row: number, column: number): readonly Cell[] {
  const up = canMove(grid, row, column, 1) ? shortestPath(grid, row, column, 1) : undefined
  const down = canMove(grid, row, column, -1) ? shortestPath(grid, row, column, -1) : undefined
  if (up && down) return up.cost <= down.cost ? up.path : down.path
  return (up ?? down)?.path ?? []
}

/** Whether a cell's signed value may move by `step` in its row and column sums. */
function canMove(grid: Grid, row: number, column: number, step: 1 | -1): boolean {
  const value = grid.values[row]?.[column] ?? 0
  if (grid.unseen[row]?.[column]) return step * signOf(grid, row, column) > 0 || value > 0
  if (value === 0) return false
  return step * signOf(grid, row, column) > 0 || value > 1
}

function signOf({ values }: Grid, row: number, column: number): 1 | -1 {
  const isTotal = (row === values.length - 1) !== (column === (values[0]?.length ?? 0) - 1)
  return isTotal ? -1 : 1
}

function costOf(grid: Grid, row: number, column: number): number {
  if (grid.hidden[row]?.[column]) return 0
  const value = grid.values[row]?.[column] ?? 0
  const isTotal = row === grid.values.length - 1 || column === (grid.values[0]?.length ?? 0) - 1
  return HIDING_COST + value + (isTotal ? TOTAL_COST : 0)
}

/**
 * Dijkstra from the cell's row to its column, alternating: leaving a row by a cell that moves against `step`, leaving a column by one that moves with it.
 */
function shortestPath(grid: Grid, row: number, column: number, step: 1 | -1): Reach | undefined {
  const rows = grid.values.length
  const columns = grid.values[0]?.length ?? 0
  const best = new Map<number, Reach>([[row, { cost: 0, path: [] }]])
  const settled = new Set<number>()
  const target = rows + column
  for (;;) {
    const node = cheapestOpen(best, settled)
    if (node === undefined) return undefined
    const reach = best.get(node)
    if (!reach || node === target) return reach
    settled.add(node)
    const fromRow = node < rows
    const count = fromRow ? columns : rows
    for (let other = 0; other < count; other += 1) {
      const [r, c] = fromRow ? [node, other] : [other, node - rows]
      if ((r === row && c === column) || !canMove(grid, r, c, fromRow ? (-step as 1 | -1) : step)) continue
      const next = fromRow ? rows + other : other
      const cost = reach.cost + costOf(grid, r, c)
      if (cost < (best.get(next)?.cost ?? Infinity)) best.set(next, { cost, path: [...reach.path, [r, c]] })
    }
  }
}

function cheapestOpen(best: ReadonlyMap<number, Reach>, settled: ReadonlySet<number>): number | undefined {
  let node: number | undefined
  for (const [candidate, { cost }] of best) {
    if (!settled.has(candidate) && (node === undefined || cost < (best.get(node)?.cost ?? Infinity))) node = candidate
  }
  return node
}
