import { expect, test } from 'vitest'
import fc from 'fast-check'
import { covers, narrowScope, type Place, scopeOf, type ScopeLevel } from '../../src/access/index.ts'

const street = '411402004'
const communities = ['411402004001', '411402004002', '411402004003']
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant({ streetId: street }),
  fc.constantFrom(...communities).map((communityId) => ({ streetId: street, communityId })),
  fc
    .tuple(fc.constantFrom(...communities), fc.integer({ min: 1, max: 3 }))
    .map(([communityId, n]) => ({ streetId: street, communityId, gridId: `${communityId}00${n}` })),
)

test('a post always covers the place at which it is held', () => {
  fc.assert(
    fc.property(place, (held) => {
      expect(covers(scopeOf([held]), held, 'grid')).toBe(true)
    }),
  )
})

test('another post never takes rows away', () => {
  fc.assert(
    fc.property(place, place, place, (held, more, row) => {
      if (covers(scopeOf([held]), row, 'grid')) expect(covers(scopeOf([held, more]), row, 'grid')).toBe(true)
    }),
  )
})

test('nobody reaches another street, whatever posts they hold', () => {
  fc.assert(
    fc.property(fc.array(place), place, (held, row) => {
      expect(covers(scopeOf(held), { ...row, streetId: '411402005' }, 'grid')).toBe(false)
    }),
  )
})

test('a community post covers its grids and no other community', () => {
  const scope = scopeOf([{ streetId: street, communityId: communities[0] }])
  expect(covers(scope, { streetId: street, communityId: communities[0], gridId: `${communities[0]}001` }, 'grid')).toBe(true)
  expect(covers(scope, { streetId: street, communityId: communities[1] }, 'community')).toBe(false)
})

test('a grid post sees its grid alone, and nothing that is kept by community', () => {
  const scope = scopeOf([{ streetId: street, communityId: communities[0], gridId: `${communities[0]}001` }])
  expect(covers(scope, { streetId: street, communityId: communities[0], gridId: `${communities[0]}001` }, 'grid')).toBe(true)
  expect(covers(scope, { streetId: street, communityId: communities[0], gridId: `${communities[0]}002` }, 'grid')).toBe(false)
  expect(covers(scope, { streetId: street, communityId: communities[0] }, 'community')).toBe(false)
})

test("the street's own rows are read by everybody of the street and written by the street alone", () => {
  const scope = scopeOf([{ streetId: street, communityId: communities[0] }])
  expect(covers(scope, { streetId: street }, 'street')).toBe(true)
  expect(covers(scope, { streetId: street }, 'street', true)).toBe(false)
  expect(covers(scope, { streetId: street, communityId: null }, 'community')).toBe(false)
})

const wholePlace = place.filter(({ communityId }) => communityId !== undefined)
const codeOf = ({ communityId, gridId }: Place): string => gridId ?? communityId ?? ''

test('looking at a place shows what is both within reach and there', () => {
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 1, maxLength: 4 }),
      wholePlace,
      place,
      fc.constantFrom<ScopeLevel>('community', 'grid'),
      (held, looked, row, level) => {
        const there = level === 'grid' && looked.gridId ? row.gridId === looked.gridId : row.communityId === looked.communityId
        expect(covers(narrowScope(scopeOf(held), codeOf(looked)), row, level)).toBe(there && covers(scopeOf(held), row, level))
      },
    ),
  )
})

test('looking at a grid of a community that one looks at already shows that grid, and no other grid after it', () => {
  const grid = narrowScope(narrowScope(scopeOf([{ streetId: street }]), communities[0] ?? ''), `${communities[0]}001`)
  expect(covers(grid, { streetId: street, communityId: communities[0], gridId: `${communities[0]}001` }, 'grid')).toBe(true)
  expect(narrowScope(grid, `${communities[0]}002`).kind).toBe('none')
  expect(narrowScope(grid, '411402005001').kind).toBe('none')
})
