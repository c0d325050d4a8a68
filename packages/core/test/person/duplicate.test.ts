import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDuplicates, matchPersons, type MatchFacts } from '../../src/person/index.ts'

const wang: MatchFacts = { personId: '1', idHash: 'h1', name: '王秀英', birth: '1950-03-02', placeId: 'u1', phoneHash: 'p1' }
const without = (facts: MatchFacts, ...keys: readonly (keyof MatchFacts)[]): MatchFacts => {
  const copy = { ...facts, personId: '2' }
  for (const key of keys) if (key !== 'personId') delete copy[key]
  return copy
}

describe('two records', () => {
  it.each<[string, MatchFacts, string, string]>([
    ['same number, everything else different', { personId: '2', idHash: 'h1', name: '王秀' }, 'duplicate', 'id'],
    ['no number, same name, birth and place', without(wang, 'idHash', 'phoneHash'), 'unsure', 'name_birth_place'],
    ['different numbers but all else the same', { ...wang, personId: '2', idHash: 'h2' }, 'unsure', 'name_birth_place'],
    ['same name and telephone', without(wang, 'idHash', 'birth', 'placeId'), 'unsure', 'phone'],
    ['same telephone, another name: a household', { ...without(wang, 'idHash', 'birth'), name: '李建国' }, 'not_duplicate', 'none'],
    ['same name and telephone, another birth', { ...without(wang, 'idHash', 'placeId'), birth: '1975-01-01' }, 'not_duplicate', 'none'],
    [
      'same name and telephone, different numbers',
      { personId: '2', idHash: 'h2', name: '王秀英', phoneHash: 'p1' },
      'not_duplicate',
      'none',
    ],
    ['same name alone', { personId: '2', name: '王秀英' }, 'not_duplicate', 'none'],
    ['a space in the name', { ...without(wang, 'idHash', 'phoneHash'), name: '王　秀英' }, 'unsure', 'name_birth_place'],
  ])('%s', (_, other, outcome, by) => {
    expect(matchPersons(wang, other)).toMatchObject({ outcome, by })
  })

  it('two blanks are not equal', () => {
    expect(matchPersons({ personId: '1', name: '王秀英' }, { personId: '2', name: '王秀英' }).outcome).toBe('not_duplicate')
  })

  it('are compared the same in both directions', () => {
    const some = fc.record(
      {
        personId: fc.constantFrom('1', '2', '3'),
        idHash: fc.constantFrom('h1', 'h2'),
        name: fc.constantFrom('王秀英', '王 秀英', '李建国'),
        birth: fc.constantFrom('1950-03-02', '1950-03-03'),
        placeId: fc.constantFrom('u1', 'u2'),
        phoneHash: fc.constantFrom('p1', 'p2'),
      },
      { requiredKeys: ['personId'] },
    )
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(matchPersons(a, b)).toEqual(matchPersons(b, a))
      }),
    )
  })

  it('are offered surest first', () => {
    const found = findDuplicates({ ...wang, personId: 'new' }, [
      without(wang, 'idHash', 'birth', 'placeId'),
      { personId: '9', idHash: 'x' },
      { personId: '7', idHash: 'h1' },
    ])
    expect(found.map((each) => [each.personId, each.by])).toEqual([
      ['7', 'id'],
      ['2', 'phone'],
    ])
  })
})
