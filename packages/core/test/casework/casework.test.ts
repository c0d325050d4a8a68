import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CASE_STAGES,
  accountableAt,
  checkCaseStep,
  checkHandover,
  followUpDays,
  relayAlarms,
  relayHolds,
  type CaseRecord,
  type CaseStage,
  type RelayLeg,
} from '../../src/casework/index.ts'

const full: CaseRecord = {
  consented: true,
  assessed: true,
  goals: 1,
  planAgreedByClient: true,
  interventions: 1,
  evaluated: true,
  openDuties: 0,
}
const stage = fc.constantFrom<CaseStage>(...CASE_STAGES.map((each) => each.code))

describe('the stages of a case', () => {
  it.each<[CaseStage, CaseStage, Partial<CaseRecord>, string, readonly string[]]>([
    ['intake', 'assessment', {}, '', []],
    ['intake', 'assessment', { consented: false }, '', ['casework.no_consent']],
    ['assessment', 'planning', { assessed: false }, '', ['casework.not_assessed']],
    ['planning', 'intervention', { goals: 0, planAgreedByClient: false }, '', ['casework.no_goals', 'casework.plan_not_agreed']],
    ['intervention', 'evaluation', { interventions: 0 }, '', ['casework.no_intervention']],
    ['evaluation', 'closed', { evaluated: false }, '', ['casework.not_evaluated']],
    ['evaluation', 'closed', { openDuties: 2 }, '', ['casework.open_duties']],
    ['closed', 'follow_up', {}, '', []],
    ['intake', 'closed', {}, '想快点', ['casework.skips']],
    ['intervention', 'closed', {}, '', ['casework.skips']],
    ['evaluation', 'planning', {}, '', ['casework.back_needs_reason']],
    ['evaluation', 'planning', {}, '目标未达成', []],
    ['follow_up', 'assessment', {}, '再次冲突', []],
    ['closed', 'assessment', {}, '', ['casework.back_needs_reason']],
    ['closed', 'intervention', {}, '再次冲突', ['casework.reopen_to_assessment']],
    ['planning', 'planning', {}, '', ['casework.same_stage']],
  ])('%s to %s with %j', (from, to, change, why, codes) => {
    expect(checkCaseStep({ ...full, ...change }, from, to, why).map((each) => each.code)).toEqual(codes)
  })

  it('no path skips a stage, whatever is on record', () => {
    fc.assert(
      fc.property(stage, stage, fc.string(), (from, to, why) => {
        const distance = CASE_STAGES.findIndex((each) => each.code === to) - CASE_STAGES.findIndex((each) => each.code === from)
        if (checkCaseStep(full, from, to, why).length === 0) expect(distance).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('a closed case is looked at after 3, 6 and 12 months', () => {
    expect(followUpDays('2026-11-30')).toEqual(['2027-02-28', '2027-05-30', '2027-11-30'])
  })
})

describe('who answers for a case', () => {
  const at = (hour: number): string => new Date(Date.parse('2026-11-01T00:00:00.000Z') + hour * 3_600_000).toISOString()
  const start = { personId: 'a', at: at(0) }
  const leg = (id: string, from: string, to: string, hour: number, change: Partial<RelayLeg> = {}): RelayLeg => ({
    id,
    from,
    to,
    proposedAt: at(hour),
    acceptedAt: at(hour + 1),
    reason: '休假',
    ...change,
  })

  it('changes at the acceptance and not before', () => {
    const legs = [leg('1', 'a', 'b', 10)]
    expect([at(10), at(11)].map((moment) => accountableAt(start, legs, moment))).toEqual(['a', 'b'])
    expect(accountableAt(start, [leg('1', 'a', 'b', 10, { acceptedAt: undefined })], at(500))).toBe('a')
    expect(accountableAt(start, [leg('1', 'a', 'b', 10, { declinedAt: at(11) })], at(500))).toBe('a')
  })

  it('ignores what somebody handed over that was not theirs', () => {
    expect(relayHolds(start, [leg('1', 'a', 'b', 10), leg('2', 'a', 'c', 20)]).map((hold) => hold.personId)).toEqual(['a', 'b'])
  })

  it('nobody before it began and after it closed', () => {
    expect([
      accountableAt({ personId: 'a', at: at(5) }, [], at(4)),
      accountableAt(start, [], at(9), at(10)),
      accountableAt(start, [], at(10), at(10)),
    ]).toEqual([undefined, 'a', undefined])
  })

  it('exactly one person at every instant from the beginning to the closing', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd')
    const anyLeg = fc.record({
      from: person,
      to: person,
      hour: fc.integer({ min: -5, max: 100 }),
      accepted: fc.boolean(),
      declined: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(anyLeg, { maxLength: 12 }),
        fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
        fc.integer({ min: 0, max: 130 }),
        (rows, closing, hour) => {
          const legs = rows.map((row, index) =>
            leg(String(index), row.from, row.to, row.hour, {
              acceptedAt: row.accepted ? at(row.hour + 1) : undefined,
              declinedAt: row.declined ? at(row.hour + 2) : undefined,
            }),
          )
          const closedAt = closing === undefined ? undefined : at(closing)
          const moment = at(hour)
          const holding = relayHolds(start, legs, closedAt).filter(
            (hold) => hold.from <= moment && (hold.to === undefined || moment < hold.to),
          )
          expect(holding).toHaveLength(closedAt !== undefined && moment >= closedAt ? 0 : 1)
          expect(accountableAt(start, legs, moment, closedAt)).toBe(holding[0]?.personId)
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each<[string, Partial<Parameters<typeof checkHandover>[0]>, string | undefined]>([
    ['by the holder', {}, undefined],
    ['by another', { from: 'b' }, 'relay.not_holder'],
    ['to herself', { to: 'a' }, 'relay.to_self'],
    ['without a reason', { why: ' ' }, 'relay.no_reason'],
    ['while another offer waits', { legs: [leg('1', 'a', 'c', 1, { acceptedAt: undefined })] }, 'relay.already_offered'],
    ['after the closing', { closedAt: at(5) }, 'relay.closed'],
  ])('a hand-over %s', (_, change, code) => {
    expect(checkHandover({ start, legs: [], from: 'a', to: 'b', why: '休假', at: at(10), ...change })?.code).toBe(code)
  })

  it('an unanswered offer raises an alarm after 24 hours, 4 when urgent', () => {
    const pending = [leg('1', 'a', 'b', 0, { acceptedAt: undefined }), leg('2', 'a', 'b', 0)]
    expect(relayAlarms(pending, at(24))).toEqual([])
    expect(relayAlarms(pending, at(25)).map((alarm) => alarm.legId)).toEqual(['1'])
    expect(relayAlarms(pending, at(5), true)[0]?.refusal.data).toEqual({ hours: 4 })
  })
})
