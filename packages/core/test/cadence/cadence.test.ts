import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cadenceReport,
  carryOver,
  nextDue,
  periodOf,
  periodsBetween,
  yearlyState,
  type CadenceRecord,
  type CadenceReport,
} from '../../src/cadence/index.ts'
import { addDays, parseLocalDate } from '../../src/date/index.ts'
import { CADENCE_PRESETS } from '../../src/presets/index.ts'

const MONTHLY = { kind: 'period', expects: 1, per: 'month' } as const
const YEAR = { from: '2026-01-01', to: '2026-12-31' }

function report(record: Partial<CadenceRecord>, today = '2027-01-01'): CadenceReport {
  const result = cadenceReport(MONTHLY, { held: [], excuses: [], ...record }, YEAR, today)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const monthsHeld = (...months: number[]): string[] => months.map((month) => `2026-${String(month).padStart(2, '0')}-15`)
const allBut = (...missing: number[]): string[] =>
  monthsHeld(...Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => !missing.includes(month)))
const excuse = { period: '2026-05', by: '支部书记', reason: '防汛', writtenOn: '2026-06-02' }

describe('expected against held', () => {
  it('a branch committee that missed May is red; excused in writing it is amber and still in the denominator', () => {
    const missed = report({ held: allBut(5) })
    expect([missed.expected, missed.counted, missed.missed, missed.excused]).toEqual([12, 11, 1, 0])
    expect(missed.periods[4]).toMatchObject({ key: '2026-05', light: 'red' })
    const excused = report({ held: allBut(5), excuses: [excuse] })
    expect([excused.expected, excused.counted, excused.missed, excused.excused]).toEqual([12, 11, 0, 1])
    expect(excused.periods[4]).toMatchObject({ light: 'amber', excuse })
  })

  it('two meetings in one month do not make up for a month without', () => {
    expect(report({ held: [...allBut(5), '2026-06-20'] })).toMatchObject({ counted: 11, missed: 1 })
  })

  it('the running month is neither missed nor expected, unless it is met already', () => {
    expect(report({ held: monthsHeld(1) }, '2026-02-28')).toMatchObject({ expected: 1, counted: 1, missed: 0 })
    expect(report({ held: monthsHeld(1) }, '2026-03-01')).toMatchObject({ expected: 2, counted: 1, missed: 1 })
    expect(report({ held: monthsHeld(1, 2) }, '2026-02-20')).toMatchObject({ expected: 2, counted: 2, missed: 0 })
  })

  it('a meeting entered ahead of its day is not held yet', () => {
    expect(report({ held: ['2026-03-20'] }, '2026-03-10').periods[2]).toMatchObject({ held: 0, state: 'open' })
  })

  it('three misses in a row are counted over an excused month and broken by a meeting', () => {
    expect(report({ held: allBut(3, 4, 5), excuses: [] }, '2026-06-10').missedInARow).toBe(3)
    expect(report({ held: allBut(2, 3, 4, 5), excuses: [{ ...excuse, period: '2026-04' }] }, '2026-06-10').missedInARow).toBe(3)
    expect(report({ held: allBut(3, 4, 5) }, '2026-06-20').missedInARow).toBe(0)
  })

  it('an excuse without writer, reason or period is not one', () => {
    const codes = report({
      excuses: [
        { ...excuse, by: ' ' },
        { ...excuse, reason: '' },
        { ...excuse, period: '2025-05' },
      ],
    }).refusedExcuses.map((entry) => entry.refusal.code)
    expect(codes).toEqual(['cadence.excuse_writer', 'cadence.excuse_reason', 'cadence.excuse_period'])
  })

  it('refuses days that do not exist', () => {
    const code = (record: Partial<CadenceRecord>, span = YEAR): string => {
      const result = cadenceReport(MONTHLY, { held: [], excuses: [], ...record }, span, '2026-06-01')
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(code({ held: ['2026-02-29'] })).toBe('cadence.held_date')
    expect(code({}, { from: '2026-13-01', to: '2026-12-31' })).toBe('cadence.span')
    expect(code({}, { from: '2026-12-31', to: '2026-01-01' })).toBe('ok')
  })
})

describe('periods and deadlines', () => {
  it.each([
    ['month', '2024-02-29', '2024-02', '2024-02-01', '2024-02-29'],
    ['quarter', '2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['halfYear', '2026-07-01', '2026-H2', '2026-07-01', '2026-12-31'],
    ['year', '2026-07-01', '2026', '2026-01-01', '2026-12-31'],
  ] as const)('%s of %s is %s', (per, day, key, from, to) => {
    expect(periodOf(per, day)).toEqual({ key, from, to })
  })

  it.each([
    ['2026-05-07', 'fine'],
    ['2026-05-08', 'dueSoon'],
    ['2026-05-09', 'overdue'],
  ])('a weekly visit after 1 May is, on %s, %s', (today, state) => {
    expect(nextDue({ kind: 'interval', every: 7, unit: 'days' }, '2026-05-01', today)).toEqual({
      ok: true,
      value: { dueOn: '2026-05-08', state },
    })
  })

  it.each([
    ['2025-10-09', 'fine'],
    ['2025-10-10', 'dueSoon'],
    ['2026-04-10', 'dueSoon'],
    ['2026-04-11', 'overdue'],
  ])('a five-year term from 2021-04-10 is, on %s, %s', (today, state) => {
    expect(nextDue({ kind: 'term', years: 5, warnMonthsBefore: 6 }, '2021-04-10', today)).toMatchObject({ value: { state } })
  })

  it('a day or a length that cannot be is refused', () => {
    const code = (every: number, last: string): string => {
      const due = nextDue({ kind: 'interval', every, unit: 'days' }, last, '2026-05-01')
      return due.ok ? 'ok' : due.refusal.code
    }
    expect([code(7, '2026-02-30'), code(0, '2026-02-01'), code(0.5, '2026-02-01'), code(1, '2026-02-01')]).toEqual([
      'cadence.due_day',
      'cadence.due_length',
      'cadence.due_length',
      'ok',
    ])
  })

  it('an annual report on the last day is on time, a day later it is late', () => {
    const deadline = { kind: 'yearly', by: '03-31' } as const
    expect(yearlyState(deadline, 2026, '2026-03-31', '2026-06-01').state).toBe('onTime')
    expect(yearlyState(deadline, 2026, '2026-04-01', '2026-06-01').state).toBe('late')
    expect(yearlyState(deadline, 2026, undefined, '2026-03-31').state).toBe('open')
    expect(yearlyState({ kind: 'yearly', by: '02-29' }, 2026, undefined, '2026-01-01').dueOn).toBe('2026-02-28')
  })

  it('every preset names its source and has a possible date', () => {
    for (const preset of CADENCE_PRESETS) {
      expect(preset.citation.source).not.toBe('')
      expect(parseLocalDate(preset.from).ok).toBe(true)
    }
    expect(new Set(CADENCE_PRESETS.map((preset) => preset.code)).size).toBe(CADENCE_PRESETS.length)
  })
})

describe('opinions carried over', () => {
  const held = ['2026-01-15', '2026-02-15', '2026-03-15']
  const opinions = [
    { id: 'lamp', raisedOn: '2026-01-15', text: '路灯' },
    { id: 'bin', raisedOn: '2026-03-15', text: '垃圾桶' },
    { id: 'road', raisedOn: '2026-02-15', text: '修路', answer: { on: '2026-03-20', text: '已修' } },
    { id: 'old', raisedOn: '2026-01-15', text: '旧事', answer: { on: '2026-02-01', text: '已办' } },
  ]

  it('open ones come back with their age, oldest first; those answered since the last meeting are reported', () => {
    const agenda = carryOver(opinions, held, '2026-04-15')
    expect(agenda.open.map((entry) => [entry.opinion.id, entry.carriedOver, entry.ageDays])).toEqual([
      ['lamp', 2, 90],
      ['bin', 0, 31],
    ])
    expect(agenda.answered.map((opinion) => opinion.id)).toEqual(['road'])
  })

  it('an answer of tomorrow answers nothing today', () => {
    expect(carryOver(opinions, held, '2026-03-19').open.map((entry) => entry.opinion.id)).toContain('road')
  })
})

describe('laws of cadence', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((offset) => addDays('2025-06-01', offset))

  it('an excuse never changes what was expected and what was held', () => {
    fc.assert(
      fc.property(fc.array(day), day, fc.integer({ min: 1, max: 12 }), (held, today, month) => {
        const excuses = [{ ...excuse, period: `2026-${String(month).padStart(2, '0')}` }]
        const [bare, excused] = [report({ held }, today), report({ held, excuses }, today)]
        expect([excused.expected, excused.counted, excused.missed + excused.excused]).toEqual([bare.expected, bare.counted, bare.missed])
      }),
    )
  })

  it('what counts is never more than what was expected', () => {
    fc.assert(
      fc.property(fc.array(day), day, (held, today) => {
        const { counted, expected } = report({ held }, today)
        expect(counted).toBeLessThanOrEqual(expected)
      }),
    )
  })

  it('periods follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(fc.constantFrom('month', 'quarter', 'halfYear', 'year'), day, fc.nat(900), (per, from, length) => {
        const periods = periodsBetween(per, from, addDays(from, length))
        for (const [index, period] of periods.entries()) {
          const next = periods[index + 1]
          if (next) expect(next.from).toBe(addDays(period.to, 1))
        }
        expect(periods[0]!.from <= from && periods.at(-1)!.to >= addDays(from, length)).toBe(true)
      }),
    )
  })

  it('no open opinion is ever lost from the agenda', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ raisedOn: day, answered: fc.option(day) })), fc.array(day), day, (rows, held, on) => {
        const all = rows.map((row, index) => ({
          id: String(index),
          raisedOn: row.raisedOn,
          text: '',
          ...(row.answered === null ? {} : { answer: { on: row.answered, text: '' } }),
        }))
        const open = all.filter((opinion) => opinion.raisedOn <= on && !('answer' in opinion && opinion.answer && opinion.answer.on <= on))
        expect(
          carryOver(all, held, on)
            .open.map((entry) => entry.opinion.id)
            .sort(),
        ).toEqual(open.map((opinion) => opinion.id).sort())
      }),
    )
  })
})
