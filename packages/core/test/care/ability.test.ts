import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ABILITY_DIMENSIONS,
  ABILITY_ITEMS,
  GBT_42195_2022,
  abilityLevelOf,
  abilityProgress,
  checkAssessors,
  scoreAbility,
  type AbilityAnswers,
  type AbilityModifiers,
  type AbilityResult,
} from '../../src/care/index.ts'

const on = '2026-11-22'
const full = Object.fromEntries(ABILITY_ITEMS.map((item) => [item.code, item.max]))
const none = Object.fromEntries(ABILITY_ITEMS.map((item) => [item.code, 0]))
const answers: fc.Arbitrary<Record<string, number>> = fc.record(
  Object.fromEntries(ABILITY_ITEMS.map((item) => [item.code, fc.integer({ min: 0, max: item.max })])),
)
const itemCode = fc.constantFrom(...ABILITY_ITEMS.map((item) => item.code))

/** Answers whose total is the one asked for. */
function withTotal(total: number): AbilityAnswers {
  let left = total
  return Object.fromEntries(
    ABILITY_ITEMS.map((item) => {
      const score = Math.min(item.max, left)
      left -= score
      return [item.code, score]
    }),
  )
}

function scored(given: AbilityAnswers, modifiers: AbilityModifiers = {}): AbilityResult {
  const result = scoreAbility(given, modifiers, on)
  if (!result.ok) throw new Error(result.refusal.zh)
  return result.value
}

describe('GB/T 42195-2022', () => {
  it('has 26 items in four dimensions of 32, 15, 28 and 15 points, 90 in all', () => {
    expect(ABILITY_ITEMS).toHaveLength(26)
    expect(new Set(ABILITY_ITEMS.map((item) => item.code)).size).toBe(26)
    expect(scored(full).dimensions.map((each) => [each.zh, each.items, each.max])).toEqual([
      ['自理能力', 8, 32],
      ['基础运动能力', 4, 15],
      ['精神状态', 9, 28],
      ['感知觉与社会参与', 5, 15],
    ])
    expect(scored(full).total).toBe(90)
  })

  it.each([
    [90, 0],
    [89, 1],
    [66, 1],
    [65, 2],
    [46, 2],
    [45, 3],
    [30, 3],
    [29, 4],
    [0, 4],
  ])('a total of %i is level %i', (total, level) => {
    expect(scored(withTotal(total))).toMatchObject({ total, level, baseLevel: level })
    expect(abilityLevelOf(total)).toBe(level)
  })

  it.each<[string, number, AbilityModifiers, number, readonly string[]]>([
    ['dementia', 90, { diagnoses: ['F00'] }, 1, ['dementia']],
    ['dementia with a subcode', 70, { diagnoses: ['f03.9'] }, 2, ['dementia']],
    ['another mental disorder', 70, { diagnoses: ['F20.0'] }, 2, ['mental_disorder']],
    ['F03 is the last code of dementia', 70, { diagnoses: ['F03'] }, 2, ['dementia']],
    ['F04 is the first of the others', 70, { diagnoses: ['F04'] }, 2, ['mental_disorder']],
    ['F99 the last', 70, { diagnoses: ['F99'] }, 2, ['mental_disorder']],
    ['a code that only begins so is none', 70, { diagnoses: ['F001', 'F0', 'XF00'] }, 1, []],
    ['a diagnosis of another chapter changes nothing', 70, { diagnoses: ['I10', 'E11'] }, 1, []],
    ['both diagnoses are one step', 70, { diagnoses: ['F01', 'F32'] }, 2, ['dementia', 'mental_disorder']],
    [
      'two falls in thirty days',
      70,
      {
        events: [
          { kind: 'fall', on: '2026-10-23' },
          { kind: 'fall', on: '2026-11-22' },
        ],
      },
      2,
      ['risk_events'],
    ],
    [
      'one of them 31 days ago',
      70,
      {
        events: [
          { kind: 'fall', on: '2026-10-22' },
          { kind: 'fall', on: '2026-11-22' },
        ],
      },
      1,
      [],
    ],
    [
      'two infections are no risk events',
      70,
      {
        events: [
          { kind: 'infection', on },
          { kind: 'infection', on },
        ],
      },
      1,
      [],
    ],
    [
      'events of tomorrow do not count',
      70,
      {
        events: [
          { kind: 'fall', on: '2026-11-23' },
          { kind: 'fall', on },
        ],
      },
      1,
      [],
    ],
    ['nothing is worse than 4', 10, { diagnoses: ['F00'] }, 4, ['dementia']],
    ['coma', 90, { coma: true }, 4, ['coma']],
  ])('%s', (_, total, modifiers, level, changes) => {
    expect(scored(withTotal(total), modifiers)).toMatchObject({ level, changes, baseLevel: abilityLevelOf(total) })
  })

  it('a coma gives a level without any answer, but no total', () => {
    expect(scored({}, { coma: true })).toMatchObject({
      total: undefined,
      baseLevel: undefined,
      level: 4,
      zh: '未计总分；昏迷，直接判定，最终等级 4 级（完全失能）',
    })
  })

  it('explains itself and says that it is unverified', () => {
    expect(scored(withTotal(70), { diagnoses: ['F00'] })).toMatchObject({
      zh: '总分 70 分（满分 90），初步等级 1 级；确诊痴呆（F00–F03），最终等级 2 级（中度失能）',
      unverified: true,
    })
  })

  it('there is a total only when all 26 are answered', () => {
    fc.assert(
      fc.property(answers, fc.uniqueArray(itemCode), (given, gaps) => {
        const partial: AbilityAnswers = Object.fromEntries(Object.entries(given).filter(([code]) => !gaps.includes(code)))
        const progress = abilityProgress(partial)
        expect(progress.ok && progress.value.total !== undefined).toBe(gaps.length === 0)
        expect(progress.ok && progress.value.unanswered.length).toBe(gaps.length)
        expect(scoreAbility(partial, {}, on).ok).toBe(gaps.length === 0)
      }),
    )
  })

  it('a dimension counts as soon as its own items are answered', () => {
    const senses = Object.fromEntries(
      ABILITY_ITEMS.filter((item) => item.dimension === 'senses_society').map((item) => [item.code, item.max]),
    )
    const progress = abilityProgress(senses)
    expect(progress.ok && progress.value.dimensions.map((each) => each.score)).toEqual([undefined, undefined, undefined, 15])
  })

  it('a better answer never worsens the level, and a modifier never betters it', () => {
    fc.assert(
      fc.property(answers, itemCode, fc.boolean(), (given, code, dementia) => {
        const max = ABILITY_ITEMS.find((item) => item.code === code)?.max ?? 0
        const better = { ...given, [code]: Math.min(max, (given[code] ?? 0) + 1) }
        const modifiers = dementia ? { diagnoses: ['F00'] } : {}
        expect(scored(better, modifiers).level).toBeLessThanOrEqual(scored(given, modifiers).level)
        expect(scored(given, modifiers).level).toBeGreaterThanOrEqual(scored(given).level)
      }),
    )
  })

  it('totals lie between 0 and 90 and equal the sum of the dimensions', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { total = -1, dimensions } = scored(given)
        expect(total).toBe(dimensions.reduce((sum, each) => sum + (each.score ?? 0), 0))
        expect(total >= 0 && total <= 90).toBe(true)
      }),
    )
    expect(scored(none).total).toBe(0)
  })

  it.each([
    [{ stairs: 4 }, 'ability.score_range'],
    [{ aggression: 2 }, 'ability.score_range'],
    [{ eating: -1 }, 'ability.score_range'],
    [{ eating: 2.5 }, 'ability.score_range'],
    [{ eating: Number.NaN }, 'ability.score_range'],
    [{ cooking: 1 }, 'ability.unknown_item'],
    [{ eating: 4 }, 'ability.unanswered'],
  ])('%j is refused with %s', (change, code) => {
    expect(scoreAbility(code === 'ability.unanswered' ? change : { ...full, ...change }, {}, on)).toMatchObject({
      ok: false,
      refusal: { code },
    })
  })

  it('names what is unanswered', () => {
    expect(scoreAbility({ ...full, memory: undefined, social: undefined }, {}, on)).toMatchObject({
      refusal: { zh: '还有 2 项没有评：记忆、社会交往能力。全部评完才有总分' },
    })
  })

  it('another reading of the coma clause is a parameter', () => {
    const result = scoreAbility({}, { coma: true }, on, { ...GBT_42195_2022, params: { ...GBT_42195_2022.params, comaLevel: 3 } })
    expect(result.ok && result.value.levelZh).toBe('重度失能')
  })

  it('needs two assessors, one of them medical', () => {
    expect(
      checkAssessors([
        { personId: 'a', medical: true },
        { personId: 'b', medical: false },
      ]),
    ).toEqual([])
    expect(
      checkAssessors([
        { personId: 'a', medical: false },
        { personId: 'b', medical: false },
      ]).map((each) => each.code),
    ).toEqual(['ability.no_medical_assessor'])
    expect(checkAssessors([]).length).toBe(2)
  })

  it('names every dimension once', () => {
    expect(ABILITY_DIMENSIONS.map((each) => each.code)).toEqual([...new Set(ABILITY_ITEMS.map((item) => item.dimension))])
  })
})
