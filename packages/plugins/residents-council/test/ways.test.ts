import { VOTE_PRESETS } from '@linli/core/presets'
import { describe, expect, it } from 'vitest'
import { BODIES, type BodyKind, GATES, type Gate } from '../src/rules/options.ts'
import { checkDays, gateRule, gateTitle, mayDecide, standingOf, templateOf, votedAt } from '../src/rules/ways.ts'

const NO_DAYS = { gapDays: null, totalDays: null }

describe('the two ways', () => {
  it('have four gates each, by their own names', () => {
    const named = (way: 'residents' | 'branch'): readonly string[] => templateOf(way, NO_DAYS).gates.map((gate) => gateTitle(way, gate))
    expect(named('residents')).toEqual(['居民提议', '两委审议', '多方商议', '居民决议'])
    expect(named('branch')).toEqual(['党支部提议', '两委商议', '党员大会审议', '代表会议决议'])
  })

  it('keep seven days between gates of the branch’s way unless a charter says otherwise, and none on the residents’', () => {
    expect(templateOf('branch', NO_DAYS).timing).toEqual({ minGapDays: 7 })
    expect(templateOf('branch', { gapDays: 0, totalDays: 20 }).timing).toEqual({ minGapDays: 0, maxTotalDays: 20 })
    expect(templateOf('residents', { gapDays: 9, totalDays: 9 }).timing).toBeUndefined()
  })

  it.each([
    [null, 20, 'deliberation.template_timing'],
    [7, 20, 'deliberation.template_timing'],
    [7, 21, undefined],
    [6, 20, undefined],
    [null, null, undefined],
  ])('%s days between gates and %s in all: %s', (gapDays, totalDays, code) => {
    expect(checkDays('branch', { gapDays, totalDays })?.code).toBe(code)
    expect(checkDays('residents', { gapDays, totalDays })).toBeUndefined()
  })

  it('stand at a gate of their own template in every state that is not shared', () => {
    for (const way of ['residents', 'branch'] as const)
      for (const { name } of templateOf(way, NO_DAYS).states) {
        const standing = standingOf(name)
        if (standing) expect([name, standing.way, templateOf(way, NO_DAYS).gates.includes(standing.gate)]).toEqual([name, way, true])
      }
    expect(['collected', 'publicised', 'closed'].map(standingOf)).toEqual([undefined, undefined, undefined])
    expect(['underReview', 'inConsultation', 'branchProposing', 'inPartyReview'].map(votedAt)).toEqual([
      'review',
      undefined,
      undefined,
      'partyReview',
    ])
  })

  it('let the bodies that the method names decide, as core does', () => {
    const deciding = (gate: Gate): readonly string[] =>
      (Object.keys(BODIES) as BodyKind[]).filter((kind) => mayDecide('branch', gate, kind))
    expect(deciding('review')).toEqual(['twoCommittees'])
    expect(deciding('partyReview')).toEqual(['partyMeeting'])
    expect(deciding('resolve')).toEqual(['representatives', 'residents'])
    expect(mayDecide('residents', 'resolve', 'council')).toBe(true)
  })

  it('name a rule for the party meeting alone, and it is one of core’s, unverified with its source', () => {
    const rules = (Object.keys(GATES) as Gate[]).flatMap((gate) => gateRule('branch', gate) ?? [])
    expect(rules).toEqual(['SIYI_LIANGGONGKAI_PARTY_REVIEW'])
    expect(VOTE_PRESETS.find(({ code }) => code === rules[0])).toMatchObject({
      status: 'unverified',
      citation: { source: expect.stringContaining('四议两公开') },
    })
  })
})
