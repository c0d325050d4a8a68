import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, ageOn } from '../../src/date/index.ts'
import { AGE_BANDS, ageBand, checkedAge, dayOfAge } from '../../src/person/index.ts'

const birthday = fc.oneof(
  fc.integer({ min: 0, max: 45_000 }).map((offset) => addDays('1900-01-01', offset)),
  fc.integer({ min: 0, max: 30 }).map((leap) => `${1904 + leap * 4}-02-29`),
)

describe('age bands', () => {
  it.each([
    ['1946-11-23', '2026-11-22', '70-79'],
    ['1946-11-22', '2026-11-22', '80-89'],
    ['1926-11-22', '2026-11-22', '100+'],
    ['2026-11-22', '2026-11-22', '0-5'],
    ['1948-02-29', '2028-02-28', '70-79'],
    ['1948-02-29', '2028-02-29', '80-89'],
    ['1940-02-29', '2030-02-28', '80-89'],
    ['1940-02-29', '2030-03-01', '90-99'],
    ['1966-11-23', '2026-11-22', '18-59'],
    ['2008-11-22', '2026-11-22', '18-59'],
  ])('born %s, on %s: %s', (birth, on, code) => {
    expect(ageBand(birth, on)).toMatchObject({ ok: true, value: { code } })
  })

  it.each([
    ['2026-11-23', 'person.born_later'],
    ['1890-01-01', 'person.birth_implausible'],
    ['1950-02-30', 'date.not_real'],
    ['五零年', 'date.format'],
  ])('born %s is refused with %s', (birth, code) => {
    expect(ageBand(birth, '2026-11-22')).toMatchObject({ ok: false, refusal: { code } })
  })

  it('every age from 0 to 130 has exactly one band', () => {
    for (let age = 0; age <= 130; age += 1) {
      expect(AGE_BANDS.filter((band) => age >= band.from && age <= (band.to ?? 130))).toHaveLength(1)
    }
  })

  it('a gap in a street’s own bands is refused, never guessed', () => {
    expect(ageBand('1946-11-22', '2026-11-22', AGE_BANDS.slice(0, 3))).toMatchObject({ refusal: { code: 'person.no_band' } })
  })

  it.each([
    ['1948-02-29', 79, '2027-03-01'],
    ['1948-02-29', 80, '2028-02-29'],
    ['1946-11-23', 80, '2026-11-23'],
  ])('born %s, %i years old from %s', (birth, age, day) => {
    expect(dayOfAge(birth, age)).toBe(day)
  })

  it('one reaches an age on its day and not the day before', () => {
    fc.assert(
      fc.property(birthday, fc.integer({ min: 1, max: 110 }), (birth, age) => {
        const day = dayOfAge(birth, age)
        expect([ageOn(birth, day), ageOn(birth, addDays(day, -1))]).toEqual([age, age - 1])
      }),
    )
  })

  it('nobody grows younger', () => {
    fc.assert(
      fc.property(birthday, fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 800 }), (birth, first, more) => {
        const early = checkedAge(birth, addDays(birth, first))
        const late = checkedAge(birth, addDays(birth, first + more))
        expect(early.ok && late.ok && early.value <= late.value).toBe(true)
      }),
    )
  })
})
