import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duesFor, voluntaryDuesGoToCentre, type DuesBase } from '../../src/party/index.ts'

const due = (base: DuesBase): number => {
  const quote = duesFor(base, true)
  return quote.ok ? quote.value.dueFen : -1
}

describe('monthly dues', () => {
  it.each([
    [300_000, 1500],
    [300_001, 3000],
    [320_000, 3200],
    [450_000, 4500],
    [500_000, 5000],
    [500_001, 7500],
    [540_000, 8100],
    [630_000, 9450],
    [1_000_000, 15_000],
    [1_000_001, 20_000],
    [1_150_000, 23_000],
    [0, 0],
    [123_457, 617],
  ])('of %i fen a month are %i fen', (monthlyFen, expected) => {
    expect(due({ kind: 'salary', monthlyFen })).toBe(expected)
  })

  it.each([
    [500_000, 2500],
    [500_001, 5000],
    [1_200_000, 12_000],
  ])('of a pension of %i fen are %i fen', (monthlyFen, expected) => {
    expect(due({ kind: 'retired', monthlyFen })).toBe(expected)
  })

  it('of irregular income follow the mean of the quarter, without rounding it first', () => {
    expect(due({ kind: 'irregular', lastQuarterFen: 900_000 })).toBe(1500)
    expect(due({ kind: 'irregular', lastQuarterFen: 900_001 })).toBe(3000)
    expect(duesFor({ kind: 'irregular', lastQuarterFen: 1_000_000 }, true)).toMatchObject({
      value: { dueFen: 3333, zh: '上季度 10000 元 ÷ 3 × 1% = 33.33 元' },
    })
  })

  it('are fixed for farmers and those without income', () => {
    expect([due({ kind: 'token' }), due({ kind: 'farmer', agreedFen: 20 }), due({ kind: 'farmer', agreedFen: 100 })]).toEqual([20, 20, 100])
    expect(duesFor({ kind: 'farmer', agreedFen: 101 }, true)).toMatchObject({ refusal: { code: 'dues.farmer_range' } })
    expect(duesFor({ kind: 'farmer', agreedFen: 19 }, true)).toMatchObject({ refusal: { code: 'dues.farmer_range' } })
  })

  it('are never computed on an income that the member has not confirmed, nor on a broken one', () => {
    expect(duesFor({ kind: 'salary', monthlyFen: 1 }, false)).toMatchObject({ refusal: { code: 'dues.income_unconfirmed' } })
    for (const monthlyFen of [-1, 0.5, Number.NaN])
      expect(duesFor({ kind: 'retired', monthlyFen }, true)).toMatchObject({ refusal: { code: 'dues.income_invalid' } })
  })

  it('never fall when income rises, and never exceed 2 %', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.constantFrom('salary' as const, 'retired' as const),
        (monthlyFen, more, kind) => {
          expect(due({ kind, monthlyFen: monthlyFen + more })).toBeGreaterThanOrEqual(due({ kind, monthlyFen }))
          expect(due({ kind, monthlyFen }) * 50).toBeLessThanOrEqual(monthlyFen + 50)
        },
      ),
    )
  })

  it('a voluntary 1,000 yuan goes to the centre', () => {
    expect([voluntaryDuesGoToCentre(99_999), voluntaryDuesGoToCentre(100_000)]).toEqual([false, true])
  })
})
