import { describe, expect, test } from 'vitest'
import {
  appealBreach,
  decideBreach,
  explainBreach,
  finaliseBreach,
  measureBreach,
  openBreach,
  type Breach,
} from '../../src/accountability/index.ts'
import { codeOf, must } from '../calendar/calendar.ts'

const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T01:00:00.000Z`
const step = (by: string, n: number, text = '情况说明') => ({ by, at: day(n), text })
const opened = openBreach({ kind: 'overdue', subject: 'clerk', explainBy: day(10) }, step('clock', 2))
const explained = must(explainBreach(opened, step('clerk', 3)))
const found = must(decideBreach(explained, { ...step('head', 4), found: true }))
const measured = must(measureBreach(found, { ...step('head', 5), appealBy: day(15) }))
const appealed = must(appealBreach(measured, step('clerk', 6)))

describe('a breach', () => {
  test('goes from detection over explanation, finding, measure and appeal to its end', () => {
    const final = must(finaliseBreach(appealed, step('committee', 7)))
    expect(final.state).toBe('final')
    expect(final.history.map(({ kind, by }) => [kind, by])).toEqual([
      ['detected', 'clock'],
      ['explained', 'clerk'],
      ['found', 'head'],
      ['measured', 'head'],
      ['appealed', 'clerk'],
      ['finalised', 'committee'],
    ])
  })

  test('is not decided before the explanation or the time for it', () => {
    expect(codeOf(decideBreach(opened, { ...step('head', 10), found: true }))).toBe('breach.still_explaining')
    expect(must(decideBreach(opened, { ...step('head', 11), found: false })).state).toBe('not-found')
  })

  test('without a finding ends without a measure', () => {
    const cleared = must(decideBreach(explained, { ...step('head', 4), found: false }))
    expect(codeOf(measureBreach(cleared, { ...step('head', 5), appealBy: day(15) }))).toBe('breach.not_from_here')
    expect(must(finaliseBreach(cleared, step('head', 5))).state).toBe('final')
  })

  test('is explained and appealed by the one concerned and decided by others', () => {
    expect(codeOf(explainBreach(opened, step('head', 3)))).toBe('breach.only_subject')
    expect(codeOf(appealBreach(measured, step('head', 6)))).toBe('breach.only_subject')
    expect(codeOf(decideBreach(explained, { ...step('clerk', 4), found: false }))).toBe('breach.own_case')
    expect(codeOf(measureBreach(found, { ...step('clerk', 5), appealBy: day(15) }))).toBe('breach.own_case')
    expect(codeOf(finaliseBreach(appealed, step('clerk', 7)))).toBe('breach.own_case')
  })

  test('an appeal is in time, and decided by somebody else', () => {
    expect(codeOf(appealBreach(measured, step('clerk', 15)))).toBe('ok')
    expect(codeOf(appealBreach(measured, step('clerk', 16)))).toBe('breach.appeal_late')
    expect(codeOf(finaliseBreach(appealed, step('head', 7)))).toBe('breach.same_decider')
    expect(codeOf(appealBreach(appealed, step('clerk', 7)))).toBe('breach.not_from_here')
  })

  test('is not final while an appeal is possible', () => {
    expect(codeOf(finaliseBreach(measured, step('head', 15)))).toBe('breach.appeal_open')
    expect(codeOf(finaliseBreach(measured, step('head', 16)))).toBe('ok')
  })

  test('each step says something and none is back-dated', () => {
    expect(codeOf(explainBreach(opened, step('clerk', 3, ' ')))).toBe('breach.text')
    expect(codeOf(explainBreach(opened, step('clerk', 1)))).toBe('breach.back_dated')
    const steps = [explainBreach, appealBreach, finaliseBreach] as readonly ((
      breach: Breach,
      by: ReturnType<typeof step>,
    ) => ReturnType<typeof explainBreach>)[]
    for (const again of steps) expect(codeOf(again({ ...measured, state: 'final' }, step('clerk', 20)))).toBe('breach.not_from_here')
  })
})
