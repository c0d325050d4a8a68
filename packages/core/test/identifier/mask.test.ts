import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskIdNumber, maskName, maskPhone } from '../../src/identifier/index.ts'

const shown = (masked: string): number => [...masked].filter((letter) => letter !== '*').length
const anything = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.stringMatching(/^\d{5,20}$/),
  fc.stringMatching(/^\d{17}[\dX]$/),
  fc.string({ unit: 'grapheme' }),
)

describe('masks', () => {
  test('hide the birth date of an identity number', () => {
    expect(maskIdNumber('411402199001011234')).toBe('411402********1234')
    expect(maskIdNumber('11010519491231002X')).toBe('110105********002X')
    expect(maskIdNumber('110105491231002')).toBe('110105*****1002')
  })

  test('hide what is no identity number in full', () => {
    expect(maskIdNumber('4114021990010112')).toBe('*'.repeat(16))
    expect(maskIdNumber('河南省商丘市梁园区白云街道某小区某号')).toBe('*'.repeat(18))
  })

  test('hide the middle of a mobile number and all but the end of others', () => {
    expect(maskPhone('13812341234')).toBe('138****1234')
    expect(maskPhone('03703012345')).toBe('*******2345')
    expect(maskPhone('12345')).toBe('*****')
  })

  test('leave the surname of a name', () => {
    expect(maskName('张三')).toBe('张*')
    expect(maskName('王小明')).toBe('王**')
    expect(maskName('欧阳娜娜')).toBe('欧阳**')
    expect(maskName('欧阳')).toBe('欧*')
    expect(maskName('王')).toBe('*')
    expect(maskName('𠮷田')).toBe('𠮷*')
    expect(maskName('')).toBe('')
  })

  test('an identity number shows at most 10 characters, a telephone 7, a name 2, whatever was typed', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(shown(maskIdNumber(text))).toBeLessThanOrEqual(10)
        expect(shown(maskPhone(text))).toBeLessThanOrEqual(7)
        expect(shown(maskName(text))).toBeLessThanOrEqual(2)
      }),
    )
  })

  test('masking a masked value shows no more', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const mask of [maskIdNumber, maskPhone, maskName]) expect(shown(mask(mask(text)))).toBeLessThanOrEqual(shown(mask(text)))
      }),
    )
  })
})
