import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  ageOn,
  dayOf,
  daysBetween,
  fromEpochDay,
  instantAt,
  parseLocalDate,
  toEpochDay,
  weekday,
} from '../../src/date/index.ts'

const epochDay = fc.integer({ min: toEpochDay('0001-01-01'), max: toEpochDay('9999-12-31') })

test('a day survives the way to a number and back, as the platform counts it', () => {
  fc.assert(
    fc.property(epochDay, (day) => {
      const date = fromEpochDay(day)
      expect(toEpochDay(date)).toBe(day)
      expect(parseLocalDate(date)).toEqual({ ok: true, value: date })
      expect(weekday(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7)
    }),
  )
})

test('days that do not exist are refused, and nothing typed throws', () => {
  for (const text of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0000-01-01'])
    expect(parseLocalDate(text)).toMatchObject({ ok: false, refusal: { code: 'date.not_real' } })
  for (const text of ['', '2026-2-1', '20260201', '2026-02-01T00:00', 'tomorrow'])
    expect(parseLocalDate(text)).toMatchObject({ ok: false, refusal: { code: 'date.format' } })
  expect(parseLocalDate('2000-02-29').ok).toBe(true)
})

test('moving by days is undone by moving back, and measured by daysBetween', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -5_000, max: 5_000 }), (day, n) => {
      const date = fromEpochDay(day)
      expect(addDays(addDays(date, n), -n)).toBe(date)
      expect(daysBetween(date, addDays(date, n))).toBe(n)
    }),
  )
})

test('a month later is the same day, or the last of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2023-12-31', 2)).toBe('2024-02-29')
  expect(addMonths('2026-03-31', -13)).toBe('2025-02-28')
})

test('age changes on the birthday; someone born on 29 February is older on 1 March in a common year', () => {
  expect([ageOn('1946-11-23', '2026-11-22'), ageOn('1946-11-23', '2026-11-23')]).toEqual([79, 80])
  expect([ageOn('1944-02-29', '2026-02-28'), ageOn('1944-02-29', '2026-03-01'), ageOn('1944-02-29', '2024-02-29')]).toEqual([81, 82, 80])
})

test('the day in China begins at 16:00 UTC', () => {
  expect(dayOf('2026-11-22T15:59:59.999Z')).toBe('2026-11-22')
  expect(dayOf('2026-11-22T16:00:00.000Z')).toBe('2026-11-23')
  expect(instantAt('2026-11-23')).toBe('2026-11-22T16:00:00.000Z')
})
