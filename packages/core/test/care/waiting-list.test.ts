import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWaitingCall, rankWaiting, type WaitingEntry } from '../../src/care/index.ts'

const entry = (id: string, tags: readonly string[], day: number): WaitingEntry => ({
  id,
  tags,
  appliedAt: `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
})

describe('the waiting list', () => {
  it('puts 孤寡 before 失能空巢 before 高龄 before 困难, then the earlier application', () => {
    const places = rankWaiting([
      entry('nobody', [], 1),
      entry('poor', ['hardship'], 1),
      entry('old late', ['aged'], 9),
      entry('old early', ['aged'], 2),
      entry('old and poor', ['aged', 'hardship'], 20),
      entry('disabled only', ['disabled_ability'], 1),
      entry('disabled empty nest', ['disabled_ability', 'empty_nest'], 9),
      entry('no kin', ['no_kin'], 28),
    ])
    expect(places.map((each) => each.id)).toEqual([
      'no kin',
      'disabled empty nest',
      'old and poor',
      'old early',
      'old late',
      'poor',
      'disabled only',
      'nobody',
    ])
    expect(places[2]?.zh).toBe('第 3 位：高龄、困难')
    expect(places[7]?.zh).toBe('第 8 位：按申请先后')
  })

  it('the order does not depend on the order of the rows', () => {
    const entries = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        tags: fc.subarray(['no_kin', 'aged', 'hardship']),
        appliedAt: fc.constantFrom('2026-01-01', '2026-01-02'),
      }),
      { selector: (each) => each.id, maxLength: 8 },
    )
    fc.assert(
      fc.property(entries, (rows) => {
        expect(rankWaiting(rows.toReversed())).toEqual(rankWaiting(rows))
      }),
    )
  })

  it('is not jumped without a reason', () => {
    const places = rankWaiting([entry('a', ['no_kin'], 1), entry('b', [], 2)])
    expect(checkWaitingCall(places, 'a')).toBeUndefined()
    expect(checkWaitingCall(places, 'b', '  ')).toMatchObject({ code: 'waiting.jump_without_reason', data: { before: 1 } })
    expect(checkWaitingCall(places, 'b', '家属住院')).toBeUndefined()
    expect(checkWaitingCall(places, 'x')?.code).toBe('waiting.not_on_list')
  })
})
