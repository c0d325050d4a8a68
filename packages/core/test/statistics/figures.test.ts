import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareFigures,
  compareRatios,
  exactRatio,
  figureText,
  measure,
  ON_TIME,
  onTime,
  parentProgress,
  percentText,
  sumKnown,
  type Counted,
  type Figure,
  type Indicator,
} from '../../src/statistics/index.ts'

const PEOPLE: Indicator = { ...ON_TIME, code: 'REACHED', smallCell: 5 }
const COUNT: Indicator = { ...ON_TIME, code: 'CASES', denominator: undefined, unit: '件' }

function figure(indicator: Indicator, numerator: number | undefined, denominator?: number): Figure {
  const counted: Counted = { numerator, denominator, asOf: '2026-06-30' }
  const result = measure(indicator, counted)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('a figure', () => {
  it.each([
    [undefined, 10, 'missing', '—'],
    [3, undefined, 'missing', '—'],
    [0, 0, 'notApplicable', '不适用'],
    [0, 10, 'ratio', '0.0%'],
    [2, 3, 'ratio', '66.7%'],
    [10, 10, 'ratio', '100.0%'],
  ] as const)('%s of %s is %s and reads %s', (numerator, denominator, kind, text) => {
    const result = figure(ON_TIME, numerator, denominator)
    expect([result.kind, figureText(ON_TIME, result)]).toEqual([kind, text])
  })

  it('of people hides a small part, a small whole and a small rest, and shows none and all', () => {
    const kinds = [
      [4, 100],
      [96, 100],
      [2, 4],
      [5, 100],
      [95, 100],
      [0, 100],
      [100, 100],
    ].map(([num, den]) => figure(PEOPLE, num, den).kind)
    expect(kinds).toEqual(['suppressed', 'suppressed', 'suppressed', 'ratio', 'ratio', 'ratio', 'ratio'])
    expect(figureText(PEOPLE, figure(PEOPLE, 4, 100))).toBe('*')
  })

  it('without a denominator is a count', () => {
    expect(figureText(COUNT, figure(COUNT, 12))).toBe('12 件')
  })

  it('is refused for halves, negatives and parts above the whole', () => {
    const code = (counted: Omit<Counted, 'asOf'>): string => {
      const result = measure(ON_TIME, { ...counted, asOf: '2026-06-30' })
      return result.ok ? 'ok' : result.refusal.code
    }
    expect([
      code({ numerator: 1.5, denominator: 2 }),
      code({ numerator: -1, denominator: 2 }),
      code({ numerator: 3, denominator: 2 }),
    ]).toEqual(['statistics.count', 'statistics.count', 'statistics.part'])
  })

  it('is compared only with the same definition', () => {
    const newer = { ...ON_TIME, version: 2 }
    const same = compareFigures(figure(ON_TIME, 2, 3), figure(ON_TIME, 3, 4))
    expect(same.ok && same.value).toBe(-1)
    const other = compareFigures(figure(ON_TIME, 2, 3), figure(newer, 3, 4))
    expect(other.ok ? '' : other.refusal.code).toBe('statistics.versions')
    const missing = compareFigures(figure(ON_TIME, 2, 3), figure(ON_TIME, undefined, 4))
    expect(missing.ok ? '' : missing.refusal.code).toBe('statistics.not_comparable')
  })

  it('missing values are counted, not added as zero', () => {
    expect(sumKnown([3, undefined, 0])).toEqual({ sum: 3, known: 2, missing: 1, complete: false })
  })
})

describe('on time', () => {
  const due = '2026-05-11T10:00:00Z'

  it('counts only cases with a deadline; at the very moment is on time, open past it is not', () => {
    const cases = [
      { dueAt: due, doneAt: due },
      { dueAt: due, doneAt: '2026-05-11T10:00:01Z' },
      { dueAt: due },
      { dueAt: '2026-07-01T00:00:00Z' },
      { doneAt: '2026-05-01T00:00:00Z' },
      {},
    ]
    expect(onTime(cases, '2026-06-01T00:00:00Z')).toEqual({
      onTime: 1,
      late: 1,
      overdue: 1,
      running: 1,
      withoutDeadline: 2,
      ratio: { num: 1, den: 3 },
    })
  })

  it('has no rate when no case has a deadline', () => {
    expect(onTime([{ doneAt: due }], '2026-06-01T00:00:00Z').ratio).toBeUndefined()
  })
})

describe('progress of a whole', () => {
  const ratio = fc.integer({ min: 1, max: 50 }).chain((den) => fc.integer({ min: 0, max: den }).map((num) => ({ num, den })))
  const parts = fc.array(fc.record({ weight: fc.integer({ min: 0, max: 20 }), progress: ratio }), { maxLength: 6 })

  it.each([
    [
      [
        [3, 1, 1],
        [1, 1, 2],
      ],
      { num: 7, den: 8 },
    ],
    [
      [
        [1, 1, 3],
        [1, 1, 3],
        [1, 1, 3],
      ],
      { num: 1, den: 3 },
    ],
    [
      [
        [100, 1, 1],
        [100, 1, 1],
      ],
      { num: 1, den: 1 },
    ],
    [[[0, 1, 1]], undefined],
  ] as const)('%j is %j', (given, expected) => {
    const result = parentProgress(given.map(([weight, num, den]) => ({ weight, progress: { num, den } })))
    expect(result.ok && result.value).toEqual(expected)
  })

  it('is refused for progress above 1 and negative weights', () => {
    const code = (weight: number, num: number): string => {
      const result = parentProgress([{ weight, progress: { num, den: 2 } }])
      return result.ok ? 'ok' : result.refusal.code
    }
    expect([code(1, 2), code(1, 3), code(-1, 1), code(0.5, 1)]).toEqual([
      'ok',
      'statistics.progress',
      'statistics.weight',
      'statistics.weight',
    ])
  })

  it('never lies outside its parts, whatever the weights add up to', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const result = parentProgress(given)
        const weighted = given.filter((part) => part.weight > 0).map((part) => part.progress)
        if (!result.ok || !result.value || weighted.length === 0) return
        const sorted = weighted.toSorted(compareRatios)
        expect(compareRatios(result.value, sorted[0]!)).toBeGreaterThanOrEqual(0)
        expect(compareRatios(result.value, sorted.at(-1)!)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('percentages', () => {
  it.each([
    [1, 8, 2, '12.50%'],
    [1, 8, 0, '13%'],
    [1, 3, 1, '33.3%'],
    [999, 1000, 0, '100%'],
    [1, 2000, 1, '0.1%'],
    [0, 7, 1, '0.0%'],
  ])('%i/%i with %i decimals is %s', (num, den, decimals, text) => {
    expect(percentText({ num, den }, decimals)).toBe(text)
  })

  it('there is none over nothing', () => {
    expect(exactRatio(0, 0)).toBeUndefined()
  })
})
