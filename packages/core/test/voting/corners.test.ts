import { describe, expect, it } from 'vitest'
import {
  checkBallot,
  elect,
  freezeBase,
  tally,
  tallyFigures,
  type ElectionFigures,
  type VoteFigures,
  type VoteRule,
} from '../../src/voting/index.ts'
import { choices, CLOSED, DURING, meeting, people, rule } from './support.ts'

const RC = rule('RC_INTERNAL')
const heads = (count: number) => ({ heads: count })

function outcome(voteRule: VoteRule, figures: VoteFigures): string {
  const verdict = tallyFigures(voteRule, figures)
  return verdict.ok ? verdict.value.outcome : verdict.refusal.code
}

describe('bases of those who took part', () => {
  const byMail: VoteRule = { ...RC, quorum: { ...RC.quorum, by: 'participants' }, pass: { ...RC.pass, of: 'participants' } }
  const figures = { allMembers: heads(10), for: heads(3), against: heads(2), abstain: heads(1), invalid: heads(0) }

  it('abstentions leave the base where the rule excludes them, and still are participation', () => {
    expect(outcome(byMail, figures)).toBe('rejected')
    expect(outcome({ ...byMail, abstain: 'excluded' }, figures)).toBe('passed')
  })

  it('invalid ballots are participation only where they count', () => {
    const spoilt = { ...figures, abstain: heads(0), invalid: heads(1) }
    expect(outcome(byMail, spoilt)).toBe('rejected')
    expect(outcome({ ...byMail, invalid: 'excluded' }, spoilt)).toBe('inquorate')
  })

  it('a chair of whom nothing is said decides no tie', () => {
    const even = { allMembers: heads(4), present: heads(4), for: heads(2), against: heads(2), abstain: heads(0), invalid: heads(0) }
    expect(outcome({ ...RC, tie: 'chair' }, even)).toBe('rejected')
    expect(outcome({ ...RC, tie: 'chair' }, { ...even, chairFor: true })).toBe('passed')
  })
})

describe('heads and area', () => {
  const owners: VoteRule = { ...rule('OWNERS_278_ORDINARY'), tie: 'revote' }
  const both = (count: number, area: number) => ({ heads: count, area })
  const none = both(0, 0)

  it('is a tie only when both are at least on the edge', () => {
    const figures = (area: number): VoteFigures => ({
      allMembers: both(4, 400),
      for: both(2, area),
      against: both(2, 400 - area),
      abstain: none,
      invalid: none,
    })
    expect(outcome(owners, figures(200))).toBe('tied')
    expect(outcome(owners, figures(300))).toBe('tied')
    expect(outcome(owners, figures(199))).toBe('rejected')
  })

  it('a quorum by area needs the area even where only heads decide', () => {
    const quorumOnly: VoteRule = { ...owners, pass: { ...owners.pass, on: ['heads'] } }
    const roll = people(3).map((member, index) => ({ ...member, area: index === 0 ? 1_000 : 1 }))
    const verdict = tally(quorumOnly, meeting(quorumOnly, roll, 0, choices(3)))
    expect(verdict.ok && verdict.value.outcome).toBe('passed')
    expect(verdict.ok && verdict.value.quorum.shares[1]).toMatchObject({ on: 'area', part: 1_002, whole: 1_002 })
  })

  it.each([[undefined], [0], [1.5], [-1]])('a roll with an area of %s among others is refused', (area) => {
    const frozen = freezeBase(
      owners,
      [
        { id: 'a', area: 100 },
        { id: 'b', area },
      ],
      '2026-05-01',
    )
    expect(frozen.ok ? 'ok' : frozen.refusal.code).toBe('vote.base_area')
  })

  it('a roll without areas, frozen for another rule, is refused', () => {
    const plain: VoteRule = { ...owners, quorum: { ...owners.quorum, on: ['heads'] }, pass: { ...owners.pass, on: ['heads'] } }
    const record = meeting(plain, [{ id: 'a', area: 100 }, { id: 'b' }], 0, [])
    const verdict = tally(owners, record)
    expect(verdict.ok ? 'ok' : verdict.refusal.code).toBe('vote.base_area')
  })
})

describe('edges in time', () => {
  it('a term includes its first and its last day', () => {
    const ids = (day: string): string[] => {
      const frozen = freezeBase(RC, [{ id: 'always' }, { id: 'term', from: '2026-05-01', to: '2026-05-31' }], day)
      return frozen.ok ? frozen.value.snapshot.members.map((member) => member.id) : []
    }
    expect([ids('2026-04-30').length, ids('2026-05-01').length, ids('2026-05-31').length, ids('2026-06-01').length]).toEqual([1, 2, 2, 1])
    const openEnded = freezeBase(
      RC,
      [
        { id: 'from', from: '2026-05-01' },
        { id: 'to', to: '2026-05-31' },
      ],
      '2026-05-10',
    )
    expect(openEnded.ok && openEnded.value.leftOut).toEqual([])
  })

  it('a ballot cast before the voter died counts', () => {
    const record = {
      ...meeting(RC, people(5), 5, choices(3, 2)),
      departures: [{ memberId: 'm1', on: '2026-05-21', why: 'deceased' as const }],
    }
    const verdict = tally(RC, record)
    expect(verdict.ok && verdict.value.figures.for.heads).toBe(3)
  })

  it('who leaves at the moment of the close was there', () => {
    const record = meeting(RC, people(5), 5, choices(3, 2))
    const verdict = tally(RC, { ...record, attendance: record.attendance?.map((stay) => ({ ...stay, out: CLOSED })) })
    expect(verdict.ok && verdict.value.outcome).toBe('passed')
  })

  it('a ballot that the voter cast in person needs no proxy', () => {
    expect(checkBallot(RC, meeting(RC, people(5), 5, []), { voterId: 'm1', castBy: 'm1', choice: 'for', at: DURING })).toBeUndefined()
  })
})

describe('an election on figures that cannot be', () => {
  const good: ElectionFigures = {
    seats: 1,
    due: 10,
    present: 10,
    ballots: 10,
    candidates: [
      { id: 'a', votes: 10 },
      { id: 'b', votes: 0 },
    ],
  }
  const code = (change: Partial<ElectionFigures>): string => {
    const result = elect(rule('PARTY_ELECTION_2020'), { ...good, ...change })
    return result.ok ? result.value.outcome : result.refusal.code
  }

  it('is refused with the reason', () => {
    expect(code({})).toBe('complete')
    expect(code({ seats: 0 })).toBe('vote.seats')
    expect(code({ seats: 1.5 })).toBe('vote.seats')
    expect(code({ present: 9.5 })).toBe('vote.figure')
    expect(code({ candidates: [{ id: 'a', votes: -1 }] })).toBe('vote.figure')
    expect(code({ ballots: 9 })).toBe('vote.more_ballots_than_present')
    expect(code({ present: 11 })).toBe('vote.more_than_base')
    expect(code({ due: 0, present: 0, ballots: 0, candidates: [] })).toBe('vote.base_empty')
    expect(
      code({
        candidates: [
          { id: 'a', votes: 6 },
          { id: 'a', votes: 2 },
        ],
      }),
    ).toBe('vote.candidates')
  })
})
