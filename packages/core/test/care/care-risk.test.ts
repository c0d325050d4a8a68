import { describe, expect, it } from 'vitest'
import { assessmentDue, careRisk, checkIncidentClose, type CareEvent, type CareEventKind } from '../../src/care/index.ts'

const on = '2026-11-22'
const at = (kind: CareEventKind, day: string): CareEvent => ({ kind, on: day })

describe('when to assess', () => {
  it.each<[string, string | undefined, readonly CareEvent[], readonly string[]]>([
    ['never assessed', undefined, [], ['care.never_assessed']],
    ['eleven months ago', '2025-11-23', [], []],
    ['twelve months ago today', '2025-11-22', [], ['care.assessment_expired']],
    ['two falls since', '2026-11-01', [at('fall', '2026-11-02'), at('choking', '2026-11-20')], ['care.risk_events']],
    ['two falls, but the assessment came after the first', '2026-11-10', [at('fall', '2026-11-02'), at('fall', '2026-11-20')], []],
    ['old and risky', '2025-01-01', [at('fall', '2026-11-02'), at('fall', '2026-11-20')], ['care.assessment_expired', 'care.risk_events']],
  ])('%s', (_, lastOn, events, codes) => {
    expect(assessmentDue({ events, ...(lastOn ? { lastOn } : {}) }, on).map((each) => each.code)).toEqual(codes)
  })
})

describe('closing an incident', () => {
  it.each<[CareEventKind, boolean, string | undefined, readonly string[]]>([
    ['fall', true, '2026-11-22T02:00:00.000Z', []],
    ['fall', true, undefined, ['care.family_not_told']],
    ['wandering', false, undefined, ['care.family_not_told', 'care.no_follow_up']],
    ['infection', true, undefined, []],
  ])('%s, followed up %s, told %s', (kind, followedUp, familyToldAt, codes) => {
    expect(checkIncidentClose({ kind, followedUp, ...(familyToldAt ? { familyToldAt } : {}) }).map((each) => each.code)).toEqual(codes)
  })
})

describe('the risk of admission', () => {
  it.each<[string, Parameters<typeof careRisk>[0], string, number]>([
    ['nothing found', { level: 0, events: [] }, 'low', 1],
    ['moderate loss', { level: 2, events: [] }, 'medium', 1],
    ['swallowing', { level: 0, events: [], swallowingDifficulty: true }, 'medium', 1],
    ['one fall in spring', { level: 0, events: [at('fall', '2026-04-01')] }, 'medium', 1],
    ['a fall two years ago', { level: 0, events: [at('fall', '2024-04-01')] }, 'low', 1],
    ['complete loss', { level: 4, events: [] }, 'high', 1],
    ['two falls this month', { level: 2, events: [at('fall', on), at('fall', '2026-11-01')] }, 'high', 3],
    ['self-harm', { level: 0, events: [at('self_harm', '2026-01-01')] }, 'high', 2],
  ])('%s', (_, facts, level, reasons) => {
    const risk = careRisk(facts, on)
    expect([risk.level, risk.zh.length]).toEqual([level, reasons])
  })
})
