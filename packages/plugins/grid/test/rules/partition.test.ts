import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOf } from '../../src/index.ts'
import { checkPartition, type CheckedCell, sizeOf } from '../../src/server/rules/partition.ts'

/** A rectangle of the map, in thousandths of a degree from a corner of the town. */
const box = (x: number, y: number, width: number, height: number) =>
  areaOf(
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ].map(([dx = 0, dy = 0]) => [115.6 + dx / 1000, 34.4 + dy / 1000] as const),
  )
const cell = (code: string, area: CheckedCell['area'], kind: CheckedCell['kind'] = 'basic'): CheckedCell => ({
  code,
  name: code,
  kind,
  area,
})

test('cells that share a border and fill the outline are a partition', () => {
  const cells = [cell('a', box(0, 0, 2, 4)), cell('b', box(2, 0, 2, 4))]
  expect(checkPartition({ cells, homes: [], outline: box(0, 0, 4, 4) })).toEqual({
    overlaps: [],
    gaps: [],
    homesInNone: [],
    homesInSeveral: [],
    undrawn: [],
  })
})

test('a shared strip is an overlap, a left-out strip a gap, each with its size', () => {
  const cells = [cell('a', box(0, 0, 2, 4)), cell('b', box(1, 0, 2, 4))]
  const { overlaps, gaps } = checkPartition({ cells, homes: [], outline: box(0, 0, 4, 4) })
  expect(overlaps).toMatchObject([{ first: 'a', second: 'b', squareMetres: sizeOf(box(1, 0, 1, 4)) }])
  expect(gaps).toHaveLength(1)
  expect(Math.abs((gaps[0]?.squareMetres ?? 0) - sizeOf(box(3, 0, 1, 4)))).toBeLessThan(5)
})

test('without an outline a hole between cells is still a gap', () => {
  const ring = [cell('n', box(0, 2, 3, 1)), cell('s', box(0, 0, 3, 1)), cell('w', box(0, 1, 1, 1)), cell('e', box(2, 1, 1, 1))]
  expect(checkPartition({ cells: ring, homes: [] }).gaps).toHaveLength(1)
})

test('a dedicated cell over basic ones is no overlap, and does not cover a home', () => {
  const cells = [cell('a', box(0, 0, 4, 4)), cell('tower', box(1, 1, 1, 1), 'dedicated')]
  const { overlaps, homesInNone, homesInSeveral } = checkPartition({
    cells,
    homes: [
      { id: '1', label: '101', cells: ['a', 'tower'] },
      { id: '2', label: '102', cells: ['tower'] },
    ],
  })
  expect(overlaps).toEqual([])
  expect(homesInNone.map(({ label }) => label)).toEqual(['102'])
  expect(homesInSeveral).toEqual([])
})

test('homes in two cells or in none are told, and cells that are not drawn', () => {
  const { homesInNone, homesInSeveral, undrawn } = checkPartition({
    cells: [cell('a', null), cell('b', null)],
    homes: [
      { id: '1', label: '101', cells: ['a', 'b'] },
      { id: '2', label: '102', cells: ['a', 'a'] },
      { id: '3', label: '103', cells: ['gone'] },
      { id: '4', label: '104', cells: [] },
    ],
  })
  expect(homesInSeveral.map(({ label }) => label)).toEqual(['101'])
  expect(homesInNone.map(({ label }) => label)).toEqual(['103', '104'])
  expect(undrawn).toEqual(['a', 'b'])
})

test('however a rectangle is cut into strips, nothing is left out and nothing is covered twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }), (widths) => {
      let x = 0
      const cells = widths.map((width, index) => {
        const strip = cell(`c${index}`, box(x, 0, width, 3))
        x += width
        return strip
      })
      const { overlaps, gaps } = checkPartition({ cells, homes: [], outline: box(0, 0, x, 3) })
      expect([overlaps, gaps]).toEqual([[], []])
      if (cells.length > 1) expect(checkPartition({ cells: cells.slice(1), homes: [], outline: box(0, 0, x, 3) }).gaps).toHaveLength(1)
    }),
    { numRuns: 40 },
  )
})
