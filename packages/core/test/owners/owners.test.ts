import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  freezeOwners,
  ownerHeads,
  ownersRule,
  OWNERS_ITEMS,
  ownersTimetable,
  tallyOwners,
  type OwnedUnit,
  type OwnerBallot,
  type OwnersVerdict,
} from '../../src/owners/index.ts'
import { VOTE_PRESETS } from '../../src/presets/index.ts'
import { type BallotChoice, type VoteRule } from '../../src/voting/index.ts'

const DURING = '2026-05-20T02:00:00.000Z'

function ruleOf(item: number): VoteRule {
  const found = ownersRule(VOTE_PRESETS, item, { place: '411402004', on: '2026-05-20' })
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value.rule.params
}

/** `count` units of 100 m², one owner each. */
function estate(count: number): OwnedUnit[] {
  return Array.from({ length: count }, (_, index) => ({ id: `u${index + 1}`, area: 10_000, ownerIds: [`o${index + 1}`] }))
}

function votes(units: readonly OwnedUnit[], choices: readonly BallotChoice[]): OwnerBallot[] {
  return choices.map((choice, index) => ({ unitId: units[index]?.id ?? '', ownerId: units[index]?.ownerIds[0] ?? '', choice, at: DURING }))
}

function decide(item: number, units: readonly OwnedUnit[], ballots: readonly OwnerBallot[], more: object = {}): OwnersVerdict {
  const rule = ruleOf(item)
  const roll = freezeOwners(rule, units, '2026-05-01')
  if (!roll.ok) throw new Error(roll.refusal.code)
  const result = tallyOwners(rule, {
    roll: roll.value,
    noticedOn: '2026-05-01',
    openedAt: '2026-05-16T00:00:00.000Z',
    closedAt: '2026-05-30T16:00:00.000Z',
    ballots,
    ...more,
  })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const many = (yes: number, no = 0): BallotChoice[] => [...Array<'for'>(yes).fill('for'), ...Array<'against'>(no).fill('against')]

describe('owners’ votes (Civil Code art. 278)', () => {
  it.each([
    [12, 8, 2, 'passed', 'passed'],
    [12, 6, 2, 'passed', 'passed'],
    [12, 5, 3, 'passed', 'rejected'],
    [12, 4, 4, 'rejected', 'rejected'],
    [12, 7, 0, 'inquorate', 'inquorate'],
    [13, 8, 0, 'inquorate', 'inquorate'],
    [13, 9, 0, 'passed', 'passed'],
  ])('of %i units, %i for and %i against: item 5 is %s, items 6–8 are %s', (size, yes, no, ordinary, special) => {
    const units = estate(size)
    const ballots = votes(units, many(yes, no))
    expect(decide(5, units, ballots).outcome).toBe(ordinary)
    for (const item of [6, 7, 8]) expect(decide(item, units, ballots).outcome).toBe(special)
  })

  it('exactly six items are ordinary and three special', () => {
    expect(OWNERS_ITEMS.filter((item) => item.ruleCode === 'OWNERS_278_SPECIAL').map((item) => item.no)).toEqual([6, 7, 8])
    const unknown = ownersRule(VOTE_PRESETS, 10, { place: 'CN', on: '2026-05-20' })
    expect(unknown.ok ? '' : unknown.refusal.code).toBe('owners.item')
  })

  it('needs both area and heads: many small flats cannot outvote the area, one big owner cannot outvote the heads', () => {
    const units: OwnedUnit[] = [...estate(9), { id: 'mall', area: 90_000, ownerIds: ['mall'] }]
    const small = decide(5, units, votes(units, [...many(9), 'against']))
    expect(small.pass.map((share) => [share.on, share.reached])).toEqual([
      ['heads', true],
      ['area', false],
    ])
    expect(small.outcome).toBe('rejected')
    expect(small.zh).toContain('赞成 900.00 平方米，须超过参与表决面积（1800.00 平方米）的半数，至少 900.01 平方米，未达到')
    const big = decide(5, units, votes(units, [...many(0, 9), 'for']))
    expect(big.outcome).toBe('rejected')
    const absent = decide(5, units, votes(units, many(9)))
    expect(absent.quorum.shares.map((share) => share.reached)).toEqual([true, false])
    expect(absent.outcome).toBe('inquorate')
  })

  it('counts one unit as one head, co-owners as one, several units of one owner as one, the developer as one', () => {
    const heads = ownerHeads([
      { id: 'a', area: 100, ownerIds: ['husband', 'wife'] },
      { id: 'b', area: 200, ownerIds: ['wife', 'husband'] },
      { id: 'c', area: 300, ownerIds: ['wife'] },
      { id: 'd', area: 400, ownerIds: ['buyer'], developerId: 'dev' },
      { id: 'e', area: 500, ownerIds: [], developerId: 'dev' },
    ])
    expect(heads.ok && heads.value.map((head) => [head.unitIds, head.area])).toEqual([
      [['a', 'b'], 300],
      [['c'], 300],
      [['d', 'e'], 900],
    ])
  })

  it('sets aside co-owners who disagree, strangers and unknown units, and counts agreeing co-owners once', () => {
    const units: OwnedUnit[] = [...estate(9), { id: 'joint', area: 10_000, ownerIds: ['x', 'y'] }]
    const ballot = (ownerId: string, choice: BallotChoice, unitId = 'joint'): OwnerBallot => ({ unitId, ownerId, choice, at: DURING })
    const base = votes(units, many(7))
    expect(decide(5, units, [...base, ballot('x', 'for'), ballot('y', 'for')]).figures.for.heads).toBe(8)
    const mixed = decide(5, units, [...base, ballot('x', 'for'), ballot('y', 'against'), ballot('z', 'for'), ballot('x', 'for', 'nowhere')])
    expect(mixed.figures.for.heads).toBe(7)
    expect(mixed.setAside.map((entry) => entry.refusal.code).sort()).toEqual([
      'owners.disagree',
      'owners.disagree',
      'owners.not_owner',
      'owners.unknown_unit',
    ])
  })

  it('a late ballot neither counts nor spoils the one in time', () => {
    const units = estate(9)
    const late = { unitId: 'u1', ownerId: 'o1', choice: 'against' as const, at: '2026-06-01T00:00:00.000Z' }
    const verdict = decide(5, units, [...votes(units, many(9)), late])
    expect(verdict.figures.for.heads).toBe(9)
    expect(verdict.rejectedBallots[0]?.refusal.code).toBe('vote.closed')
  })

  it('a co-owner who disagrees at the very opening or close is in time', () => {
    const units: OwnedUnit[] = [...estate(9), { id: 'joint', area: 10_000, ownerIds: ['x', 'y'] }]
    const joint = (ownerId: string, choice: BallotChoice, at: string): OwnerBallot => ({ unitId: 'joint', ownerId, choice, at })
    for (const edge of ['2026-05-16T00:00:00.000Z', '2026-05-30T16:00:00.000Z']) {
      const verdict = decide(5, units, [...votes(units, many(8)), joint('x', 'for', DURING), joint('y', 'against', edge)])
      expect(verdict.setAside).toHaveLength(2)
    }
  })

  it('an owner named as casting their own ballot needs no proxy', () => {
    const units = estate(9)
    const ballots = votes(units, many(9)).map((ballot) => ({ ...ballot, castBy: ballot.ownerId }))
    expect(decide(5, units, ballots).figures.for.heads).toBe(9)
  })

  it('accepts a written proxy', () => {
    const units = estate(9)
    const [first, ...rest] = votes(units, many(9))
    const ballots = [{ ...first!, castBy: 'son' }, ...rest]
    expect(decide(5, units, ballots).figures.for.heads).toBe(8)
    expect(decide(5, units, ballots, { proxies: [{ ownerId: 'o1', holderId: 'son', written: true }] }).figures.for.heads).toBe(9)
  })

  it('refuses units without area or owner, and an empty estate', () => {
    const code = (units: OwnedUnit[]): string => {
      const roll = freezeOwners(ruleOf(5), units, '2026-05-01')
      return roll.ok ? 'ok' : roll.refusal.code
    }
    expect(code([])).toBe('vote.base_empty')
    expect(code([{ id: 'a', area: 10.5, ownerIds: ['x'] }])).toBe('owners.unit_area')
    expect(code([{ id: 'a', area: 0, ownerIds: ['x'] }])).toBe('owners.unit_area')
    expect(code([{ id: 'a', area: 10, ownerIds: [] }])).toBe('owners.unit_owner')
    expect(code([...estate(1), ...estate(1)])).toBe('owners.unit_twice')
  })

  it('needs fifteen days of notice', () => {
    const rule = ruleOf(5)
    const roll = freezeOwners(rule, estate(3), '2026-05-01')
    const result =
      roll.ok &&
      tallyOwners(rule, { roll: roll.value, noticedOn: '2026-05-01', openedAt: '2026-05-15T00:00:00.000Z', closedAt: DURING, ballots: [] })
    expect(result && !result.ok && result.refusal.code).toBe('vote.notice_short')
    const timetable = ownersTimetable(rule, '2026-05-01')
    expect(timetable.ok && timetable.value).toEqual({ voteFrom: '2026-05-16', publishUntil: '2026-05-23', fileBy: '2026-06-15' })
  })
})

describe('laws of owners’ votes', () => {
  const units = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      area: fc.integer({ min: 1, max: 50_000 }),
      ownerIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 3 }),
    }),
    { selector: (unit) => unit.id, minLength: 1, maxLength: 12 },
  )

  it('grouping into heads loses no unit and no area, and never makes more heads than units', () => {
    fc.assert(
      fc.property(units, (all) => {
        const heads = ownerHeads(all)
        if (!heads.ok) throw new Error(heads.refusal.code)
        expect(heads.value.flatMap((head) => head.unitIds).sort()).toEqual(all.map((unit) => unit.id).sort())
        expect(heads.value.reduce((sum, head) => sum + head.area, 0)).toBe(all.reduce((sum, unit) => sum + unit.area, 0))
      }),
    )
  })

  it('what passes as a special matter also passes as an ordinary one on the same ballots', () => {
    fc.assert(
      fc.property(
        units,
        fc.array(fc.constantFrom<BallotChoice[]>('for', 'against', 'abstain'), { minLength: 12, maxLength: 12 }),
        (all, choices) => {
          const ballots = votes(all, choices.slice(0, all.length))
          if (decide(6, all, ballots).passed) expect(decide(5, all, ballots).passed).toBe(true)
        },
      ),
    )
  })
})
