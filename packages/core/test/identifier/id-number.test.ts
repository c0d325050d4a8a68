import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromEpochDay, toEpochDay } from '../../src/date/index.ts'
import { idCheckCharacter, importIdNumber, parseIdNumber } from '../../src/identifier/index.ts'

const codeOf = (text: string, options = {}): string => {
  const parsed = parseIdNumber(text, options)
  return parsed.ok ? 'ok' : parsed.refusal.code
}
const numberOf = (area: string, birth: string, order: string): string => {
  const body = area + birth.replaceAll('-', '') + order
  return body + idCheckCharacter(body)
}
const birthDates = fc.integer({ min: toEpochDay('1850-01-01'), max: toEpochDay('2026-12-31') }).map(fromEpochDay)
const orders = fc.integer({ min: 1, max: 999 }).map((n) => String(n).padStart(3, '0'))

describe('citizen identity numbers (GB 11643)', () => {
  test('the published vectors pass and give birth date, sex and issue area', () => {
    expect(parseIdNumber('11010519491231002X')).toEqual({
      ok: true,
      value: { digits: '11010519491231002X', birthDate: '1949-12-31', sex: 'female', issueArea: '110105', kind: 'mainland' },
    })
    const other = parseIdNumber('370101190102039973')
    expect(other.ok && other.value).toMatchObject({ birthDate: '1901-02-03', sex: 'male' })
  })

  test.each([
    ['', 'id.empty'],
    ['   ', 'id.empty'],
    ['1101051949123100', 'id.length'],
    ['110105491231002', 'id.fifteen'],
    ['11010519491231A02X', 'id.characters'],
    ['X1010519491231002X', 'id.characters'],
    ['001402199001011234', 'id.area'],
    ['991402199001011234', 'id.test_area'],
    ['911124198108030024', 'id.foreign_card'],
    [numberOf('110105', '1990-02-30', '002'), 'id.birth_date'],
    [numberOf('110105', '1900-02-29', '002'), 'id.birth_date'],
    [numberOf('110105', '1749-12-31', '002'), 'id.birth_date'],
    ['110105194912310021', 'id.checksum'],
    ['身份证号码', 'id.length'],
  ])('%s is refused as %s', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  test.each([
    ['810000', 'hk'],
    ['820000', 'mo'],
    ['830000', 'tw'],
    ['411402', 'mainland'],
  ])('the prefix of %s says that the card is %s', (area, kind) => {
    const parsed = parseIdNumber(numberOf(area, '2000-02-29', '123'))
    expect(parsed.ok && parsed.value.kind).toBe(kind)
  })

  test('a demonstration number passes only where demonstration data is allowed', () => {
    const demo = numberOf('990101', '1950-05-01', '001')
    expect(codeOf(demo)).toBe('id.test_area')
    expect(codeOf(demo, { allowTestArea: true })).toBe('ok')
  })

  test('a birth date after today is refused, today itself is not', () => {
    const born = numberOf('411402', '2026-11-22', '001')
    expect(codeOf(born, { today: '2026-11-21' })).toBe('id.birth_future')
    expect(codeOf(born, { today: '2026-11-22' })).toBe('ok')
  })

  test('blanks, a small x and full-width digits are what people paste', () => {
    expect(codeOf(' 110105 19491231 002x ')).toBe('ok')
    expect(codeOf('１１０１０５１９４９１２３１００２Ｘ')).toBe('ok')
  })

  test('every real birth date with its check character passes and comes back unchanged', () => {
    fc.assert(
      fc.property(birthDates, orders, (birth, order) => {
        const parsed = parseIdNumber(numberOf('411402', birth, order))
        expect(parsed.ok && parsed.value).toMatchObject({ birthDate: birth, sex: Number(order) % 2 === 1 ? 'male' : 'female' })
      }),
    )
  })

  test('one mistyped digit never passes', () => {
    fc.assert(
      fc.property(birthDates, orders, fc.nat(16), fc.integer({ min: 1, max: 9 }), (birth, order, at, shift) => {
        const number = numberOf('411402', birth, order)
        const wrong = number.slice(0, at) + ((Number(number[at]) + shift) % 10) + number.slice(at + 1)
        expect(codeOf(wrong)).not.toBe('ok')
      }),
    )
  })

  test('two neighbours swapped never pass unless they are equal', () => {
    fc.assert(
      fc.property(birthDates, orders, fc.nat(15), (birth, order, at) => {
        const number = numberOf('411402', birth, order)
        fc.pre(number[at] !== number[at + 1])
        expect(codeOf(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2))).not.toBe('ok')
      }),
    )
  })

  test('whatever is typed, there is an answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        expect(typeof parseIdNumber(text).ok).toBe('boolean')
      }),
    )
  })

  test('a refusal never repeats the number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8,20}X?$/), (text) => {
        const parsed = parseIdNumber(text)
        if (!parsed.ok) expect(JSON.stringify(parsed.refusal)).not.toContain(text)
      }),
    )
  })
})

describe('numbers with 15 digits', () => {
  test('become 18 on import, with the same person in them', () => {
    const imported = importIdNumber('110105491231002')
    expect(imported.ok && imported.value.digits).toBe('11010519491231002X')
  })

  test('of people born before 1900 go to a person to look at', () => {
    const imported = importIdNumber('110105981231996')
    expect(imported.ok || imported.refusal.code).toBe('id.fifteen_centenarian')
  })

  test('with a date that does not exist are refused', () => {
    const imported = importIdNumber('110105491331002')
    expect(imported.ok || imported.refusal.code).toBe('id.birth_date')
  })

  test('an import leaves 18-character numbers as they are', () => {
    expect(importIdNumber('11010519491231002x')).toEqual(parseIdNumber('11010519491231002X'))
  })
})
