import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/date/index.ts'
import { checkEntitlement, checkEntitlementRule, type EntitlementFacts, type EntitlementRule } from '../../src/eligibility/index.ts'

const today = '2026-11-22'
const tags = ['高龄', '困难', '残疾', '孤寡']
const codesOf = (rule: EntitlementRule, facts: EntitlementFacts, on = today): readonly string[] =>
  checkEntitlement(rule, facts, on).internal.map((each) => each.code)

const day = fc.integer({ min: -400, max: 400 }).map((offset) => addDays(today, offset))
const fact = fc.record({ tag: fc.constantFrom(...tags), from: day, to: fc.option(day, { nil: undefined }) })
const rule: fc.Arbitrary<EntitlementRule> = fc.record(
  {
    any: fc.subarray(tags),
    all: fc.subarray(tags),
    from: day,
    to: day,
    income: fc.record({ monthlyAtMostFen: fc.integer({ min: 1, max: 500_000 }), notOlderThanDays: fc.integer({ min: 0, max: 400 }) }),
  },
  { requiredKeys: [] },
)
const facts: fc.Arbitrary<EntitlementFacts> = fc.record(
  {
    tags: fc.array(fact, { maxLength: 6 }),
    incomes: fc.array(fc.record({ monthlyFen: fc.integer({ min: 0, max: 900_000 }), checkedOn: day }), { maxLength: 3 }),
    deceasedOn: day,
  },
  { requiredKeys: ['tags'] },
)

describe('who is entitled', () => {
  it.each<[string, EntitlementRule, EntitlementFacts, boolean, readonly string[]]>([
    ['everybody when the rule asks for nothing', {}, { tags: [] }, true, ['eligibility.everyone']],
    ['one of several tags is enough', { any: ['高龄', '困难'] }, { tags: [{ tag: '困难', from: today }] }, true, ['eligibility.has_tag']],
    [
      'a tag on its last day still counts',
      { any: ['困难'] },
      { tags: [{ tag: '困难', from: '2026-01-01', to: today }] },
      true,
      ['eligibility.has_tag'],
    ],
    [
      'a tag that ended yesterday does not',
      { all: ['困难'] },
      { tags: [{ tag: '困难', from: '2026-01-01', to: '2026-11-21' }] },
      false,
      ['eligibility.tag_ended'],
    ],
    [
      'a tag of tomorrow does not',
      { all: ['困难'] },
      { tags: [{ tag: '困难', from: '2026-11-23' }] },
      false,
      ['eligibility.tag_not_started'],
    ],
    ['all tags are needed', { all: ['高龄', '残疾'] }, { tags: [{ tag: '高龄', from: today }] }, false, ['eligibility.tag_missing']],
    ['none of any', { any: ['高龄'] }, { tags: [{ tag: '残疾', from: today }] }, false, ['eligibility.no_tag_of']],
    ['before the rule', { from: '2026-12-01' }, { tags: [] }, false, ['eligibility.rule_not_started']],
    ['after the rule', { to: '2026-11-21' }, { tags: [] }, false, ['eligibility.rule_ended']],
    ['the dead', {}, { tags: [], deceasedOn: '2026-11-01' }, false, ['eligibility.deceased']],
    [
      'a missing proof is not an income of zero',
      { income: { monthlyAtMostFen: 100_000 } },
      { tags: [] },
      false,
      ['eligibility.income_unproven'],
    ],
    [
      'an income at the limit',
      { income: { monthlyAtMostFen: 100_000 } },
      { tags: [], incomes: [{ monthlyFen: 100_000, checkedOn: '2026-10-01' }] },
      true,
      ['eligibility.income_within'],
    ],
    [
      'one fen above it',
      { income: { monthlyAtMostFen: 100_000 } },
      { tags: [], incomes: [{ monthlyFen: 100_001, checkedOn: '2026-10-01' }] },
      false,
      ['eligibility.income_above'],
    ],
    [
      'a proof that is too old',
      { income: { monthlyAtMostFen: 100_000, notOlderThanDays: 30 } },
      { tags: [], incomes: [{ monthlyFen: 1, checkedOn: '2026-10-22' }] },
      false,
      ['eligibility.income_stale'],
    ],
    [
      'the newest proof decides, not the kindest',
      { income: { monthlyAtMostFen: 100_000 } },
      {
        tags: [],
        incomes: [
          { monthlyFen: 1, checkedOn: '2026-01-01' },
          { monthlyFen: 200_000, checkedOn: '2026-10-01' },
        ],
      },
      false,
      ['eligibility.income_above'],
    ],
  ])('%s', (_, asked, known, eligible, codes) => {
    expect(checkEntitlement(asked, known, today).eligible).toBe(eligible)
    expect(codesOf(asked, known)).toEqual(codes)
  })

  it('what a merchant may see is word for word the same for every refusal', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(rule, facts, (asked, known) => {
        const verdict = checkEntitlement(asked, known, today)
        if (!verdict.eligible) seen.add(JSON.stringify(verdict.refusal))
      }),
      { numRuns: 500 },
    )
    expect(seen.size).toBe(1)
    for (const tag of tags) expect([...seen][0]).not.toContain(tag)
  })

  it('another open-ended tag never takes an entitlement away', () => {
    fc.assert(
      fc.property(rule, facts, fc.constantFrom(...tags), (asked, known, tag) => {
        const more = { ...known, tags: [...known.tags, { tag, from: '2000-01-01' }] }
        if (checkEntitlement(asked, known, today).eligible) expect(checkEntitlement(asked, more, today).eligible).toBe(true)
      }),
    )
  })

  it('the inner reason names the tag in Chinese and keeps its code', () => {
    const verdict = checkEntitlement({ all: ['hardship'] }, { tags: [{ tag: 'hardship', from: '2026-01-01', to: '2026-10-31' }] }, today)
    expect(verdict.internal[0]).toMatchObject({ zh: '标签困难已于 2026-10-31 结束', data: { tag: 'hardship' } })
  })

  it('there is always an internal reason', () => {
    fc.assert(fc.property(rule, facts, (asked, known) => checkEntitlement(asked, known, today).internal.length > 0))
  })
})

describe('a rule before it is saved', () => {
  it.each<[EntitlementRule, readonly string[]]>([
    [{ any: ['困难'] }, []],
    [{ from: '2026-02-01', to: '2026-01-31' }, ['eligibility.period_reversed']],
    [{ income: { monthlyAtMostFen: 0 } }, ['eligibility.income_limit']],
    [{ income: { monthlyAtMostFen: 0.5 } }, ['eligibility.income_limit']],
    [{ all: [' '] }, ['eligibility.tag_empty']],
  ])('%j', (asked, codes) => {
    expect(checkEntitlementRule(asked).map((each) => each.code)).toEqual(codes)
  })
})
