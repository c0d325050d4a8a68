import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  HOUSEHOLD_RELATIONS,
  TAG_RULES_2026,
  derivePersonTags,
  planTagChanges,
  readRelation,
  residenceKind,
  type HouseholdMember,
  type HouseholdRelation,
  type PersonFacts,
} from '../../src/person/index.ts'

const on = '2026-11-22'
const outcomes = (facts: PersonFacts): Readonly<Record<string, string>> =>
  Object.fromEntries(derivePersonTags(facts, on).map((each) => [each.zh, each.outcome]))
const member = (
  personId: string,
  relation: HouseholdRelation,
  birth: string | undefined,
  livesHere: boolean | null = true,
): HouseholdMember => ({
  personId,
  relation,
  ...(birth === undefined ? {} : { birth }),
  ...(livesHere === null ? {} : { livesHere }),
})
const grandma: PersonFacts = {
  personId: 'a',
  birth: '1944-02-29',
  hasSpouse: false,
  childrenLiving: 0,
  household: [member('a', 'head', '1944-02-29')],
}

describe('tags by rule', () => {
  it.each<[string, PersonFacts, Partial<Record<string, string>>]>([
    ['82, alone, without kin', grandma, { 高龄: 'applies', 空巢: 'applies', 独居: 'applies', 孤寡: 'applies' }],
    ['a day before 80', { personId: 'a', birth: '1946-11-23' }, { 高龄: 'no' }],
    ['on the 80th birthday', { personId: 'a', birth: '1946-11-22' }, { 高龄: 'applies' }],
    [
      'an old couple, the son lives elsewhere',
      {
        ...grandma,
        hasSpouse: true,
        childrenLiving: 1,
        household: [...(grandma.household ?? []), member('b', 'spouse', '1946-01-01'), member('c', 'son', '1970-01-01', false)],
      },
      { 空巢: 'applies', 独居: 'no', 孤寡: 'no' },
    ],
    [
      'the son lives with them',
      { ...grandma, household: [...(grandma.household ?? []), member('c', 'son', '1970-01-01')] },
      { 空巢: 'no', 独居: 'no' },
    ],
    [
      'a son who is himself over 60 is still a child in the home',
      { ...grandma, household: [...(grandma.household ?? []), member('c', 'son', '1963-01-01')] },
      { 空巢: 'no' },
    ],
    [
      'the head is the child: a mother in her 65-year-old son’s home',
      { ...grandma, household: [member('a', 'parent', '1940-01-01'), member('c', 'head', '1961-01-01')] },
      { 空巢: 'no', 独居: 'no' },
    ],
    [
      'two old siblings',
      { ...grandma, household: [member('a', 'head', '1944-02-29'), member('b', 'sibling', '1950-01-01')] },
      { 空巢: 'applies', 独居: 'no' },
    ],
    [
      'a husband who died no longer lives with her',
      { ...grandma, household: [...(grandma.household ?? []), { ...member('b', 'spouse', '1940-01-01'), deceasedOn: '2026-11-22' }] },
      { 独居: 'applies' },
    ],
    [
      '59 and alone',
      { ...grandma, birth: '1966-11-23', household: [member('a', 'head', '1966-11-23')] },
      { 空巢: 'no', 独居: 'no', 孤寡: 'no' },
    ],
    ['nothing is known', { personId: 'a' }, { 高龄: 'unknown', 空巢: 'unknown', 独居: 'unknown', 孤寡: 'unknown' }],
    [
      'whether the daughter lives here is not known',
      { ...grandma, household: [...(grandma.household ?? []), member('c', 'daughter', '1970-01-01', null)] },
      { 空巢: 'unknown', 独居: 'unknown' },
    ],
    [
      'registered here but living elsewhere',
      { ...grandma, household: [member('a', 'head', '1944-02-29', false), member('b', 'spouse', '1946-01-01')] },
      { 高龄: 'applies', 空巢: 'no', 独居: 'no' },
    ],
    ['children not asked about', { personId: 'a', birth: '1944-02-29', hasSpouse: false }, { 孤寡: 'unknown' }],
    ['one known child is enough for no', { personId: 'a', birth: '1944-02-29', childrenLiving: 1 }, { 孤寡: 'no' }],
    ['the dead carry none', { ...grandma, deceasedOn: '2026-11-22' }, { 高龄: 'no', 空巢: 'no', 独居: 'no', 孤寡: 'no' }],
  ])('%s', (_, facts, expected) => {
    expect(outcomes(facts)).toMatchObject(expected)
  })

  it('say why, in a sentence, with the version and the figures', () => {
    expect(derivePersonTags(grandma, on)).toMatchObject([
      { basis: '82 周岁，满 80 周岁', ruleVersion: '2026-1', facts: { age: 82, agedFrom: 80 } },
      { basis: '同住 1 人均满 60 周岁，无子女同住' },
      { basis: '82 周岁，家中只有本人居住' },
      { basis: '82 周岁，无配偶、无子女' },
    ])
    expect(derivePersonTags({ personId: 'a', birth: '1944-02-29' }, on)[3]).toMatchObject({
      basis: '缺少：有无配偶、有无子女',
      missing: ['有无配偶', '有无子女'],
    })
  })

  it('another version of the rule is named in its result', () => {
    const [aged] = derivePersonTags({ personId: 'a', birth: '1950-01-01' }, on, {
      ...TAG_RULES_2026,
      version: '2026-1/70',
      agedFrom: 70,
    })
    expect(aged).toMatchObject({ outcome: 'applies', ruleVersion: '2026-1/70' })
  })

  const birth = fc.option(
    fc.integer({ min: 1920, max: 2020 }).map((year) => `${year}-06-15`),
    { nil: undefined },
  )
  const others = fc.array(
    fc.tuple(fc.constantFrom(...HOUSEHOLD_RELATIONS.map((each) => each.code)), birth, fc.option(fc.boolean(), { nil: null })),
    { maxLength: 4 },
  )

  it('who lives alone and whose home is known is also an empty nest', () => {
    fc.assert(
      fc.property(birth, others, (born, rest) => {
        const household = [
          member('me', 'head', born),
          ...rest.map(([relation, when, here], index) => member(String(index), relation, when, here)),
        ]
        const found = outcomes({ personId: 'me', household, ...(born ? { birth: born } : {}) })
        if (found['独居'] === 'applies') expect(found['空巢']).toBe('applies')
      }),
    )
  })

  it('learning a missing birth date never turns applies into no: unknown is what it was', () => {
    fc.assert(
      fc.property(birth, others, (born, rest) => {
        const build = (fill: string | undefined): PersonFacts => ({
          personId: 'me',
          birth: born ?? '1940-01-01',
          household: [
            member('me', 'head', born ?? '1940-01-01'),
            ...rest.map(([relation, when, here], index) => member(String(index), relation, when ?? fill, here)),
          ],
        })
        const before = outcomes(build(undefined))
        const after = outcomes(build('2000-01-01'))
        for (const tag of ['空巢', '独居']) if (before[tag] === 'applies') expect(after[tag]).toBe('applies')
      }),
    )
  })
})

describe('changes of tags', () => {
  it('begins what applies, ends what does not, and asks where facts are missing', () => {
    const plan = planTagChanges(
      ['empty_nest', 'no_kin'],
      derivePersonTags(
        { personId: 'a', birth: '1940-01-01', household: [member('a', 'head', '1940-01-01'), member('c', 'son', '1970-01-01')] },
        on,
      ),
    )
    expect(plan.begin.map((each) => each.tag)).toEqual(['aged'])
    expect(plan.end.map((each) => each.tag)).toEqual(['empty_nest'])
    expect(plan.ask.map((each) => each.tag)).toEqual(['no_kin'])
  })
})

describe('words of the household ledger', () => {
  it.each([
    ['户主', 'head'],
    [' 长子', 'son'],
    ['外孙女', 'grandchild'],
    ['婆婆', 'parent_in_law'],
    ['constructor', undefined],
    ['', undefined],
  ])('%j is %s', (text, code) => {
    expect(readRelation(text)).toBe(code)
  })

  it.each([
    [true, true, 0, 'registered'],
    [true, false, 0, 'separated'],
    [false, true, 5, 'floating'],
    [false, true, 6, 'permanent'],
    [false, false, 0, undefined],
  ])('registered %s, living here %s, %i months: %s', (registeredHere, livesHere, monthsHere, kind) => {
    expect(residenceKind({ registeredHere, livesHere, monthsHere })).toBe(kind)
  })
})
