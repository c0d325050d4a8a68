import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditCodeCheckCharacter, parseCreditCode } from '../../src/identifier/index.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codeOf = (text: string): string => {
  const parsed = parseCreditCode(text)
  return parsed.ok ? 'ok' : parsed.refusal.code
}

describe('unified social credit codes (GB 32100)', () => {
  test('the published vector passes and is taken apart', () => {
    expect(parseCreditCode('91350100M000100Y43')).toEqual({
      ok: true,
      value: {
        code: '91350100M000100Y43',
        department: { code: '9', zh: '市场监管（工商）', en: 'Market regulation' },
        kind: { code: '1', zh: '企业', en: 'Enterprise' },
        division: '350100',
        organisationCode: 'M000100Y4',
        organisationCodeFits: true,
      },
    })
  })

  test.each([
    ['', 'credit_code.empty'],
    ['91350100M000100Y4', 'credit_code.length'],
    ['91350100M000100Y4Z', 'credit_code.characters'],
    ['9135010IM000100Y43', 'credit_code.characters'],
    ['9135A100M000100Y43', 'credit_code.division'],
    ['91350100M000100Y44', 'credit_code.checksum'],
  ])('%s is refused as %s', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  test("a residents' committee is told from a villagers' committee and from a social association", () => {
    const kindOf = (lead: string): string | undefined => {
      const body = `${lead}411402MJY000001`
      const parsed = parseCreditCode(body + creditCodeCheckCharacter(body))
      return parsed.ok ? parsed.value.kind.zh : parsed.refusal.code
    }
    expect(kindOf('55')).toBe('居民委员会')
    expect(kindOf('54')).toBe('村民委员会')
    expect(kindOf('51')).toBe('社会团体')
    expect(kindOf('59')).toBeUndefined()
  })

  test('small letters and blanks are accepted', () => {
    expect(codeOf(' 91350100m000100y43 ')).toBe('ok')
  })

  test('one mistyped character never passes', () => {
    fc.assert(
      fc.property(fc.nat(17), fc.nat(30), (at, letter) => {
        const valid = '91350100M000100Y43'
        const replacement = ALPHABET.charAt(letter)
        fc.pre(valid[at] !== replacement)
        expect(codeOf(valid.slice(0, at) + replacement + valid.slice(at + 1))).not.toBe('ok')
      }),
    )
  })
})
