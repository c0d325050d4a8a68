import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assignGrades,
  checkSheet,
  freezeAppraisal,
  pointsText,
  rankAppraisals,
  rerunAppraisal,
  scoreAppraisal,
  type AppraisalInputs,
  type AppraisalResult,
  type AppraisalSheet,
} from '../../src/appraisal/index.ts'
import { COUNCIL_SHEET } from '../../src/presets/index.ts'

const counted = (numerator: number, denominator: number) => ({ numerator, denominator, rows: ['r1'] })
const given = (points: number) => ({ points, by: '评委', evidence: ['照片'] })

function inputs(subject: string, change: Partial<AppraisalInputs> = {}): AppraisalInputs {
  return {
    subject,
    period: '2026',
    asOf: '2026-12-31',
    automatic: {
      meetings: counted(12, 12),
      attendance: counted(90, 100),
      procedure: counted(9, 9),
      resolved: counted(9, 9),
      women: counted(2, 2),
      publicity: counted(9, 9),
      execution: counted(8, 9),
      satisfaction: counted(7, 9),
      partyLead: counted(9, 9),
    },
    manual: { matters: given(700), archive: given(500) },
    veto: {},
    ...change,
  }
}

function score(input: AppraisalInputs, sheet = COUNCIL_SHEET): AppraisalResult {
  const result = scoreAppraisal(sheet, input)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

function codeOf(change: Partial<AppraisalInputs>): string {
  const result = scoreAppraisal(COUNCIL_SHEET, inputs('a', change))
  return result.ok ? 'ok' : result.refusal.code
}

const pointsOf = (result: AppraisalResult, code: string): number | undefined => result.items.find((item) => item.code === code)?.points

describe('a sheet', () => {
  it('of the council is sound and worth 100 points', () => {
    expect(checkSheet(COUNCIL_SHEET)).toBeUndefined()
    expect(pointsText(COUNCIL_SHEET.full)).toBe('100')
  })

  it('that does not add up, repeats an item or breaks ties by nothing is refused', () => {
    const [first] = COUNCIL_SHEET.items
    const code = (change: Partial<AppraisalSheet>): string | undefined => checkSheet({ ...COUNCIL_SHEET, ...change })?.code
    expect(code({ full: 9_900 })).toBe('appraisal.sheet_full')
    expect(code({ items: [...COUNCIL_SHEET.items, first!] })).toBe('appraisal.sheet_twice')
    expect(code({ tieBreakers: ['falsified'] })).toBe('appraisal.sheet_tie')
    expect(code({ bonusMax: 0.5 })).toBe('appraisal.sheet_points')
  })
})

describe('scores', () => {
  it.each([
    [12, 1_200],
    [11, 1_100],
    [10, 1_000],
    [0, 0],
    [13, 1_200],
  ])('%i of 12 meetings are %i hundredths', (held, points) => {
    expect(pointsOf(score(inputs('a', { automatic: { ...inputs('a').automatic, meetings: counted(held, 12) } })), 'meetings')).toBe(points)
  })

  it('shares are exact to a hundredth, rounded once', () => {
    const result = score(inputs('a'))
    expect([pointsOf(result, 'execution'), pointsOf(result, 'satisfaction')]).toEqual([1_333, 1_167])
    expect(result.total).toBe(1_200 + 900 + 700 + 1_500 + 300 + 200 + 1_000 + 1_333 + 1_167 + 500 + 500)
  })

  it('a missing input gives no total, not a zero', () => {
    const { execution: _, ...rest } = inputs('a').automatic
    const result = score(inputs('a', { automatic: rest }))
    expect([result.total, result.missing]).toEqual([undefined, ['execution']])
    expect(score(inputs('a', { manual: { matters: given(0) } })).missing).toEqual(['archive'])
  })

  it('nothing to measure is what the sheet says it is', () => {
    const empty = (whenEmpty: 'missing' | 'full' | 'zero'): number | undefined => {
      const items = COUNCIL_SHEET.items.map((item) =>
        item.code === 'execution' && item.kind === 'automatic' ? { ...item, whenEmpty } : item,
      )
      return pointsOf(
        score(inputs('a', { automatic: { ...inputs('a').automatic, execution: counted(0, 0) } }), { ...COUNCIL_SHEET, items }),
        'execution',
      )
    }
    expect([empty('missing'), empty('full'), empty('zero')]).toEqual([undefined, 1_500, 0])
  })

  it('by hand need evidence and a name, stay in range, and never replace what is computed', () => {
    const manual = inputs('a').manual
    expect(codeOf({ manual: { ...manual, matters: { ...given(700), evidence: [' '] } } })).toBe('appraisal.evidence')
    expect(codeOf({ manual: { ...manual, matters: { ...given(700), by: '' } } })).toBe('appraisal.scorer')
    expect(codeOf({ manual: { ...manual, matters: given(801) } })).toBe('appraisal.points')
    expect(codeOf({ manual: { ...manual, matters: given(-1) } })).toBe('appraisal.points')
    expect(codeOf({ manual: { ...manual, execution: given(1_500) } })).toBe('appraisal.typed_automatic')
    expect(codeOf({ manual: { ...manual, constructor: given(1) } })).toBe('appraisal.unknown_item')
    expect(codeOf({ veto: { falsified: { raised: true, by: '街道', evidence: [] } } })).toBe('appraisal.evidence')
    expect(codeOf({ automatic: { ...inputs('a').automatic, meetings: counted(-1, 12) } })).toBe('appraisal.count')
  })
})

describe('ranking', () => {
  const withScores = (subject: string, execution: number, satisfaction: number, matters = 700) =>
    inputs(subject, {
      automatic: { ...inputs('a').automatic, execution: counted(execution, 15), satisfaction: counted(satisfaction, 15) },
      manual: { matters: given(matters), archive: given(500) },
    })
  const rank = (...all: AppraisalInputs[]) => {
    const ranking = rankAppraisals(
      COUNCIL_SHEET,
      all.map((input) => score(input)),
    )
    if (!ranking.ok) throw new Error(ranking.refusal.code)
    return ranking.value
  }

  it('breaks ties by execution, then shares the place', () => {
    const { placings } = rank(withScores('d', 10, 10), withScores('c', 11, 12), withScores('b', 12, 11), withScores('a', 11, 12))
    expect(placings.map(({ subject, place, decidedBy }) => [subject, place, decidedBy])).toEqual([
      ['b', 1, undefined],
      ['a', 2, 'execution'],
      ['c', 2, undefined],
      ['d', 4, undefined],
    ])
  })

  it('then by satisfaction', () => {
    const { placings } = rank(withScores('a', 10, 10, 800), withScores('b', 10, 11, 700))
    expect(placings.map(({ subject, decidedBy }) => [subject, decidedBy])).toEqual([
      ['b', undefined],
      ['a', 'satisfaction'],
    ])
  })

  it('leaves out a veto and a sheet without a total, and says so', () => {
    const veto = { ...withScores('liar', 15, 15), veto: { falsified: { raised: true, by: '街道', evidence: ['核查记录'] } } }
    const ranking = rank(withScores('a', 10, 10), veto, { ...withScores('late', 10, 10), manual: {} })
    expect(ranking.placings.map((placing) => placing.subject)).toEqual(['a'])
    expect(ranking.unranked).toEqual([
      { subject: 'late', why: 'incomplete' },
      { subject: 'liar', why: 'veto' },
    ])
  })

  it('refuses to compare periods, versions, or one subject with itself', () => {
    const code = (...results: AppraisalResult[]): string => {
      const ranking = rankAppraisals(COUNCIL_SHEET, results)
      return ranking.ok ? 'ok' : ranking.refusal.code
    }
    expect(code(score(inputs('a')), score(inputs('b', { period: '2025' })))).toBe('appraisal.rank_mixed')
    expect(code({ ...score(inputs('a')), sheetVersion: 3 })).toBe('appraisal.rank_mixed')
    expect(code(score(inputs('a')), score(inputs('a')))).toBe('appraisal.rank_twice')
  })

  it('a tie at the edge of a quota does not burst it', () => {
    const { placings } = rank(withScores('a', 12, 12), withScores('b', 12, 12), withScores('c', 10, 10))
    expect(assignGrades(placings, [{ grade: '优秀', atMost: [1, 3] }, { grade: '合格' }])).toEqual({ a: '合格', b: '合格', c: '合格' })
    expect(assignGrades(placings, [{ grade: '优秀', atMost: [2, 3] }, { grade: '合格' }])).toEqual({ a: '优秀', b: '优秀', c: '合格' })
  })
})

describe('a frozen snapshot', () => {
  const frozen = freezeAppraisal(
    COUNCIL_SHEET,
    [inputs('a'), inputs('b', { manual: { matters: given(800), archive: given(500) } })],
    '2027-01-05T00:00:00Z',
  )
  if (!frozen.ok) throw new Error(frozen.refusal.code)
  const snapshot = frozen.value

  it('computes to the same result again, also after a trip through the database', () => {
    const again = rerunAppraisal(JSON.parse(JSON.stringify(snapshot)))
    expect(again.ok && again.value.ranking).toEqual(snapshot.ranking)
  })

  it('does not follow the inputs when they change later', () => {
    const live = structuredClone(inputs('a')) as { manual: Record<string, { points: number }> } & AppraisalInputs
    const kept = freezeAppraisal(COUNCIL_SHEET, [live], '2027-01-05T00:00:00Z')
    live.manual.matters!.points = 0
    expect(kept.ok && rerunAppraisal(kept.value).ok).toBe(true)
    expect(kept.ok && kept.value.inputs[0]?.manual.matters?.points).toBe(700)
  })

  it('shows that it was changed', () => {
    const changed = rerunAppraisal({ ...snapshot, ranking: { ...snapshot.ranking, placings: snapshot.ranking.placings.toReversed() } })
    expect(changed.ok ? '' : changed.refusal.code).toBe('appraisal.snapshot_changed')
  })

  it('is corrected by another that names it', () => {
    const corrected = freezeAppraisal(COUNCIL_SHEET, snapshot.inputs, '2027-01-20T00:00:00Z', snapshot.fingerprint)
    expect(corrected.ok && corrected.value.supersedes).toBe(snapshot.fingerprint)
    expect(corrected.ok && corrected.value.fingerprint).not.toBe(snapshot.fingerprint)
  })
})

describe('laws of appraisal', () => {
  const counts = fc.record({
    numerator: fc.option(fc.nat(40), { nil: undefined }),
    denominator: fc.option(fc.nat(40), { nil: undefined }),
    rows: fc.constant([]),
  })
  const automatic = fc.record(Object.fromEntries(Object.keys(inputs('a').automatic).map((code) => [code, counts])))
  const manual = fc.record(
    { matters: fc.nat(800).map(given), archive: fc.nat(500).map(given), innovation: fc.nat(500).map(given) },
    { requiredKeys: [] },
  ) as fc.Arbitrary<AppraisalInputs['manual']>
  const any = fc.record({ automatic, manual })

  it('a score never exceeds its item, nor a total its sheet', () => {
    fc.assert(
      fc.property(any, (change) => {
        const result = score(inputs('a', change))
        for (const item of result.items) expect(item.points === undefined || (item.points >= 0 && item.points <= item.max)).toBe(true)
        expect(result.total ?? 0).toBeLessThanOrEqual(COUNCIL_SHEET.full + COUNCIL_SHEET.bonusMax)
        expect(result.total === undefined).toBe(result.missing.length > 0)
      }),
    )
  })

  it('the ranking does not depend on the order in which results come', () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (all) => {
        const results = all.map((change, index) => score(inputs(`s${index}`, change)))
        expect(rankAppraisals(COUNCIL_SHEET, results.toReversed())).toEqual(rankAppraisals(COUNCIL_SHEET, results))
      }),
    )
  })

  it('no quota is ever exceeded and everybody ranked has a grade', () => {
    const placings = fc.array(fc.nat(3), { maxLength: 12 }).map((totals) => {
      const sorted = totals.toSorted((a, b) => b - a)
      return sorted.map((total, index) => ({ subject: `s${index}`, total, place: sorted.indexOf(total) + 1 }))
    })
    fc.assert(
      fc.property(placings, fc.integer({ min: 1, max: 4 }), (ranked, den) => {
        const grades = assignGrades(ranked, [{ grade: '优秀', atMost: [1, den] }, { grade: '合格' }])
        expect(Object.keys(grades)).toHaveLength(ranked.length)
        expect(Object.values(grades).filter((grade) => grade === '优秀').length * den).toBeLessThanOrEqual(ranked.length)
        for (const [index, placing] of ranked.entries()) {
          const next = ranked[index + 1]
          if (next?.place === placing.place) expect(grades[next.subject]).toBe(grades[placing.subject])
        }
      }),
    )
  })
})
