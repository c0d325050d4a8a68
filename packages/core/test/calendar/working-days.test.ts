import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, describeDay, withNotice, workingDaysBetween } from '../../src/calendar/index.ts'
import { addDays, fromEpochDay, toEpochDay, weekday } from '../../src/date/index.ts'
import { codeOf, empty, must, national, notice2027 } from './calendar.ts'

const add = (date: string, amount: number, calendar = national): string => must(addWorkingDays(calendar, date, amount)).date
const between = (from: string, to: string, calendar = national): number => must(workingDaysBetween(calendar, from, to)).days
const isWorked = (date: string): boolean => must(describeDay(national, date)).working
const dates = fc.integer({ min: toEpochDay('2004-01-01'), max: toEpochDay('2030-12-31') }).map(fromEpochDay)
const amounts = fc.integer({ min: 1, max: 300 })

describe('counting working days', () => {
  test.each([
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-01-03', 1, '2026-01-04'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2018-12-28', 1, '2018-12-29'],
    ['2018-12-29', 1, '2019-01-02'],
    ['2026-10-10', -3, '2026-09-30'],
    ['2026-10-10', -1, '2026-10-09'],
    ['2026-01-04', -1, '2025-12-31'],
  ])('%s and %i working days is %s', (date, amount, due) => {
    expect(add(date, amount)).toBe(due)
  })

  test('adding nothing gives the day back, worked or not', () => {
    expect(add('2026-10-01', 0)).toBe('2026-10-01')
  })

  test('adding n and then m working days is adding n + m', () => {
    fc.assert(
      fc.property(dates, amounts, amounts, (date, n, m) => {
        expect(add(add(date, n), m)).toBe(add(date, n + m))
        expect(add(add(date, -n), -m)).toBe(add(date, -n - m))
      }),
    )
  })

  test('going back as many working days as one went leads to the working day one came from', () => {
    fc.assert(
      fc.property(dates, amounts, (date, n) => {
        const start = add(date, 1)
        expect(add(add(start, n), -n)).toBe(start)
      }),
    )
  })

  test('it is what counting day by day gives', () => {
    const range = fc.integer({ min: toEpochDay('2004-01-01'), max: toEpochDay('2026-11-01') }).map(fromEpochDay)
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 60 }), (date, n) => {
        let [day, left] = [date, n]
        while (left > 0) {
          day = addDays(day, 1)
          if (isWorked(day)) left--
        }
        expect(add(date, n)).toBe(day)
      }),
      { numRuns: 50 },
    )
  })

  test('as many working days lie between a day and its n-th working day as n says', () => {
    fc.assert(
      fc.property(dates, amounts, (date, n) => {
        expect(between(date, add(date, n))).toBe(n)
      }),
    )
  })

  test('none in between is a plain 0 in both directions', () => {
    expect(between('2026-11-21', '2026-11-22')).toBe(0)
    expect(between('2026-11-22', '2026-11-21')).toBe(0)
  })

  test('working days between add up over any day in the middle, and turn their sign with the direction', () => {
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
        expect(between(a, b) + between(b, a)).toBe(0)
      }),
    )
  })

  test.each([
    ['2026-02-30', 1, 'date.not_real'],
    ['heute', 1, 'date.format'],
    ['2026/01-02', 1, 'date.format'],
    ['2026-01/02', 1, 'date.format'],
    ['2026-01-021', 1, 'date.format'],
    ['2026-01-2', 1, 'date.format'],
    ['202:-01-02', 1, 'date.format'],
    ['20:6-01-02', 1, 'date.format'],
    ['2026-0/-02', 1, 'date.format'],
    ['2026-:1-02', 1, 'date.format'],
    ['2026-/1-02', 1, 'date.format'],
    ['2026-00-02', 1, 'date.not_real'],
    ['2026-01-00', 1, 'date.not_real'],
    ['2026-13-01', 1, 'date.not_real'],
    ['2026-01-01', 1.5, 'calendar.amount'],
    ['2026-01-01', Number.NaN, 'calendar.amount'],
    ['2026-01-01', 10_001, 'calendar.amount'],
    ['1899-12-31', 1, 'calendar.range'],
    ['2200-01-01', 1, 'calendar.range'],
    ['2199-12-31', 1, 'calendar.range'],
    ['1900-01-01', -1, 'calendar.range'],
  ])('%s and %d is refused as %s', (date, amount, code) => {
    expect(codeOf(addWorkingDays(national, date, amount))).toBe(code)
  })

  test('the first and the last year that are known are counted', () => {
    expect(add('1901-01-02', -2)).toBe('1900-12-31')
    expect(add('2198-12-31', 1)).toBe('2199-01-01')
  })

  test('the largest amount that is allowed is counted', () => {
    expect(codeOf(addWorkingDays(national, '2026-01-01', 10_000))).toBe('ok')
    expect(codeOf(addWorkingDays(national, '2026-01-01', -10_000))).toBe('ok')
  })
})

describe('what a day is', () => {
  test.each([
    ['2026-10-10', true, 'make-up', undefined],
    ['2026-10-11', false, 'weekend', undefined],
    ['2026-10-01', false, 'holiday', '国庆节'],
    ['2026-10-04', false, 'holiday', '国庆节'],
    ['2026-10-09', true, 'weekday', undefined],
    ['2020-01-31', false, 'holiday', '春节'],
  ])('%s: worked %s, %s', (date, working, kind, holiday) => {
    expect(must(describeDay(national, date))).toMatchObject({ working, kind, ...(holiday === undefined ? {} : { holiday }) })
  })
})

describe('years without notice', () => {
  test('are never silently Monday to Friday', () => {
    expect(must(addWorkingDays(national, '2027-03-01', 5))).toEqual({ date: '2027-03-08', provisional: true, unknownYears: [2027] })
    expect(must(addWorkingDays(national, '2026-04-30', 5))).toEqual({ date: '2026-05-11', provisional: false, unknownYears: [] })
    expect(must(addWorkingDays(empty, '2026-04-30', 5)).provisional).toBe(true)
  })

  test('make a count provisional that only passes through them', () => {
    expect(must(workingDaysBetween(national, '2026-12-01', '2028-01-15')).unknownYears).toEqual([2027, 2028])
    expect(must(addWorkingDays(national, '2027-01-04', -3)).provisional).toBe(true)
    expect(must(addWorkingDays(national, '2004-01-05', -5)).unknownYears).toEqual([2003])
    expect(must(addWorkingDays(national, '2003-12-30', 5)).unknownYears).toEqual([2003])
    expect(must(addWorkingDays(national, '2003-12-31', 1)).unknownYears).toEqual([2003])
    expect(must(addWorkingDays(national, '2027-01-04', 0)).provisional).toBe(true)
  })

  test('reach back into late December, whose days the next notice can move', () => {
    expect(must(addWorkingDays(national, '2026-12-20', 4))).toEqual({ date: '2026-12-24', provisional: false, unknownYears: [] })
    expect(must(addWorkingDays(national, '2026-12-20', 5))).toEqual({ date: '2026-12-25', provisional: true, unknownYears: [2027] })
  })

  test('are certain once their notice is entered, and differ where it says so', () => {
    const calendar = must(withNotice(national, notice2027))
    expect(must(addWorkingDays(national, '2027-02-04', 1))).toMatchObject({ date: '2027-02-05', provisional: true })
    expect(must(addWorkingDays(calendar, '2027-02-04', 1))).toEqual({ date: '2027-02-12', provisional: false, unknownYears: [] })
    expect(add('2026-12-25', 1, calendar)).toBe('2026-12-26')
    expect(between('2027-02-12', '2027-02-13', calendar)).toBe(1)
  })

  test('stay provisional while only part of the notice is out', () => {
    const calendar = must(withNotice(national, { ...notice2027, complete: false }))
    expect(must(addWorkingDays(calendar, '2027-02-04', 1))).toMatchObject({ date: '2027-02-12', provisional: true })
  })

  test('with more knowledge a result never becomes less certain', () => {
    const calendar = must(withNotice(national, notice2027))
    fc.assert(
      fc.property(dates, amounts, (date, n) => {
        const [before, after] = [must(addWorkingDays(national, date, n)), must(addWorkingDays(calendar, date, n))]
        if (!before.provisional) expect(after).toEqual(before)
      }),
    )
  })

  test('without any notice every Monday to Friday counts', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(must(describeDay(empty, date)).working).toBe(weekday(date) <= 5)
      }),
    )
  })
})
