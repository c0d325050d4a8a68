import { describe, expect, test } from 'vitest'
import { isWithin, parseDivision, parseGridCode, parseUrbanRuralClass } from '../../src/identifier/index.ts'

const refusalOf = (text: string): string => {
  const parsed = parseDivision(text)
  return parsed.ok ? 'ok' : parsed.refusal.code
}

describe('division codes', () => {
  test('白云街道 is a street below its district', () => {
    expect(parseDivision('411402004')).toEqual({
      ok: true,
      value: {
        code: '411402004',
        code12: '411402004000',
        level: 'township',
        parent: '411402',
        path: ['41', '4114', '411402', '411402004'],
        townshipKind: 'street',
      },
    })
  })

  test('12 digits with trailing zeros are the same street', () => {
    expect(parseDivision('411402004000')).toEqual(parseDivision('411402004'))
    expect(parseDivision('410000')).toEqual(parseDivision('41'))
  })

  test.each([
    ['411402100', 'townshipKind', 'town'],
    ['411402200', 'townshipKind', 'township'],
    ['411402400', 'townshipKind', 'township-like'],
    ['411402004001', 'villageKind', 'residents-committee'],
    ['411402004201', 'villageKind', 'villagers-committee'],
    ['411402004498', 'villageKind', 'other'],
  ])('%s has %s %s', (code, property, kind) => {
    const parsed = parseDivision(code)
    expect(parsed.ok && parsed.value).toHaveProperty(property, kind)
  })

  test('a city without counties has its streets directly below it', () => {
    const street = parseDivision('441900003')
    expect(street.ok && street.value).toMatchObject({ level: 'township', parent: '4419', path: ['44', '4419', '441900003'] })
  })

  test.each([
    ['', 'division.empty'],
    ['41140', 'division.format'],
    ['41140200a', 'division.format'],
    ['991402', 'division.province'],
    ['410002', 'division.gap'],
    ['411402000001', 'division.gap'],
  ])('%s is refused as %s', (code, refusal) => {
    expect(refusalOf(code)).toBe(refusal)
  })

  test('a community lies within its street, its city and itself, and not within another street', () => {
    expect(isWithin('411402004001', '411402004')).toBe(true)
    expect(isWithin('411402004001', '411400')).toBe(true)
    expect(isWithin('411402004001', '411402004001')).toBe(true)
    expect(isWithin('411402004001', '411402005')).toBe(false)
    expect(isWithin('411402004', '411402004001')).toBe(false)
    expect(isWithin('nonsense', '41')).toBe(false)
  })

  test('urban–rural classes are the seven of the statistical rule', () => {
    const rural = parseUrbanRuralClass('220')
    expect(rural.ok && rural.value).toMatchObject({ urban: false, zh: '村庄' })
    expect(parseUrbanRuralClass('111').ok).toBe(true)
    expect(parseUrbanRuralClass('113').ok).toBe(false)
    expect(parseUrbanRuralClass('toString').ok).toBe(false)
  })

  test('a grid code is a community and a number', () => {
    expect(parseGridCode('411402004001007')).toEqual({ ok: true, value: { code: '411402004001007', community: '411402004001', number: 7 } })
    expect(parseGridCode('411402004001000').ok).toBe(false)
    expect(parseGridCode('411402004000007').ok).toBe(false)
    expect(parseGridCode('41140200400107').ok).toBe(false)
  })
})
