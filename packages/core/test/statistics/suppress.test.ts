import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suppressList, suppressTable, type CountTable, type SuppressedTable } from '../../src/statistics/index.ts'

function suppress(table: CountTable, limit?: number): SuppressedTable {
  const result = suppressTable(table, limit)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const column = (cells: readonly (readonly number[])[], index: number): number[] => cells.map((row) => row[index] ?? 0)

/** Whether a table that somebody imagines agrees with all that is shown, and hides nothing that is 0. */
function agrees(imagined: readonly (readonly number[])[], shown: SuppressedTable, show: CountTable['show'] = {}): boolean {
  const fits = (value: number, published: number | null): boolean => (published === null ? value >= 1 : value === published)
  return (
    imagined.every((row, r) => row.every((value, c) => fits(value, shown.cells[r]?.[c] ?? null))) &&
    (show.rowTotals === false || imagined.every((row, r) => fits(sum(row), shown.rowTotals[r] ?? null))) &&
    (show.columnTotals === false || (imagined[0] ?? []).every((_, c) => fits(sum(column(imagined, c)), shown.columnTotals[c] ?? null))) &&
    (show.grandTotal === false || fits(sum(imagined.flat()), shown.grandTotal))
  )
}

/** Every table that differs from the true one by at most one in each hidden cell. */
function* neighbours(cells: readonly (readonly number[])[], shown: SuppressedTable): Generator<number[][]> {
  const places = cells.flatMap((row, r) => row.flatMap((_, c) => (shown.cells[r]?.[c] === null ? [[r, c] as const] : [])))
  for (let code = 0; code < 3 ** places.length; code += 1) {
    const imagined = cells.map((row) => [...row])
    let rest = code
    for (const [r, c] of places) {
      imagined[r]![c]! += (rest % 3) - 1
      rest = Math.floor(rest / 3)
    }
    yield imagined
  }
}

/** Small counts that an exhaustive attacker can name for certain: cells and totals. */
function exposed(table: CountTable, shown: SuppressedTable, limit = 5): string[] {
  const isSmall = (value: number): boolean => value > 0 && value < limit
  const secrets: [string, (cells: readonly (readonly number[])[]) => number][] = []
  table.cells.forEach((row, r) => {
    row.forEach((value, c) => isSmall(value) && secrets.push([`${r},${c}`, (cells) => cells[r]?.[c] ?? 0]))
    if (table.show?.rowTotals !== false && isSmall(sum(row))) secrets.push([`row ${r}`, (cells) => sum(cells[r] ?? [])])
  })
  ;(table.cells[0] ?? []).forEach((_, c) => {
    if (table.show?.columnTotals !== false && isSmall(sum(column(table.cells, c))))
      secrets.push([`column ${c}`, (cells) => sum(column(cells, c))])
  })
  const open = new Map(secrets)
  for (const imagined of neighbours(table.cells, shown)) {
    if (open.size === 0) break
    if (!agrees(imagined, shown, table.show)) continue
    for (const [name, read] of open) if (read(imagined) !== read(table.cells)) open.delete(name)
  }
  return [...open.keys()]
}

describe('small cells', () => {
  it('a single small count takes a rectangle of counts with it, the cheapest one', () => {
    const shown = suppress({
      cells: [
        [2, 10, 20],
        [9, 10, 11],
      ],
    })
    expect(shown.cells).toEqual([
      [null, null, 20],
      [null, null, 11],
    ])
    expect(shown.rowTotals).toEqual([32, 30])
    expect(shown.grandTotal).toBe(62)
    expect(shown.hidden).toEqual({ small: 1, protecting: 3 })
  })

  it('hides totals only where cells cannot protect', () => {
    const shown = suppress({
      cells: [
        [3, 0],
        [0, 40],
      ],
    })
    expect(shown.cells[0]?.[0]).toBeNull()
    expect(
      exposed(
        {
          cells: [
            [3, 0],
            [0, 40],
          ],
        },
        shown,
      ),
    ).toEqual([])
  })

  it('leaves a table without small counts alone; zeros stay', () => {
    const shown = suppress({
      cells: [
        [5, 0],
        [7, 12],
      ],
    })
    expect(shown).toMatchObject({
      cells: [
        [5, 0],
        [7, 12],
      ],
      rowTotals: [5, 19],
      columnTotals: [12, 12],
      grandTotal: 24,
      hidden: { small: 0, protecting: 0 },
    })
  })

  it('the limit is the first count that is shown', () => {
    expect(
      suppress({
        cells: [
          [5, 9],
          [8, 9],
        ],
      }).cells[0]?.[0],
    ).toBe(5)
    expect(
      suppress({
        cells: [
          [4, 9],
          [8, 9],
        ],
      }).cells[0]?.[0],
    ).toBeNull()
    expect(
      suppress(
        {
          cells: [
            [4, 9],
            [8, 9],
          ],
        },
        3,
      ).cells[0]?.[0],
    ).toBe(4)
  })

  it('two ones in a row are not told by their total', () => {
    const table = {
      cells: [
        [1, 1, 9],
        [9, 9, 9],
      ],
    }
    expect(exposed(table, suppress(table))).toEqual([])
  })

  it('a list hides a second count with the small one, the smallest that does', () => {
    const list = suppressList([3, 20, 8, 0])
    expect(list.ok && list.value).toEqual({ counts: [null, 20, null, 0], total: 31 })
    const alone = suppressList([3])
    expect(alone.ok && alone.value).toEqual({ counts: [null], total: null })
  })

  it('refuses tables that are none', () => {
    const code = (cells: number[][], limit = 5): string => {
      const result = suppressTable({ cells }, limit)
      return result.ok ? 'ok' : result.refusal.code
    }
    expect([code([]), code([[]]), code([[1], [1, 2]]), code([[-1]]), code([[1.5]]), code([[1]], 1)]).toEqual([
      'statistics.table_shape',
      'statistics.table_shape',
      'statistics.table_shape',
      'statistics.table_count',
      'statistics.table_count',
      'statistics.table_limit',
    ])
  })

  it('the attacker of these tests does find what careless hiding gives away', () => {
    const table = {
      cells: [
        [2, 10],
        [9, 10],
      ],
    }
    const careless: SuppressedTable = {
      cells: [
        [null, 10],
        [9, 10],
      ],
      rowTotals: [12, 19],
      columnTotals: [11, 20],
      grandTotal: 31,
      hidden: { small: 1, protecting: 0 },
    }
    expect(exposed(table, careless)).toEqual(['0,0'])
  })
})

describe('law: what is shown never lets totals reveal a small count', () => {
  const cell = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) }, { weight: 1, arbitrary: fc.integer({ min: 5, max: 60 }) })
  const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
    fc.record({
      cells: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      show: fc.record({ rowTotals: fc.boolean(), columnTotals: fc.boolean(), grandTotal: fc.boolean() }),
    }),
  )

  it('an attacker who tries every possibility is left with at least two values for each', () => {
    fc.assert(
      fc.property(table, (given) => {
        expect(exposed(given, suppress(given))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('whatever is shown is true, and nothing small is shown', () => {
    fc.assert(
      fc.property(table, (given) => {
        const shown = suppress(given)
        shown.cells.forEach((row, r) =>
          row.forEach((value, c) => {
            const truth = given.cells[r]?.[c] ?? 0
            expect(value === null || (value === truth && (truth === 0 || truth >= 5))).toBe(true)
            if (truth === 0) expect(value).toBe(0)
          }),
        )
      }),
    )
  })
})
