import { describe, expect, test } from 'vitest'
import { parsePhone } from '../../src/identifier/index.ts'

describe('telephone numbers', () => {
  test.each([
    ['13812341234', 'mobile', '13812341234', '138 1234 1234'],
    ['+86 138-1234-1234', 'mobile', '13812341234', '138 1234 1234'],
    ['0086 19912341234', 'mobile', '19912341234', '199 1234 1234'],
    ['１３８１２３４１２３４', 'mobile', '13812341234', '138 1234 1234'],
    ['0370-3012345', 'landline', '03703012345', '0370-3012345'],
    ['(010) 6512 3456', 'landline', '01065123456', '010-65123456'],
    ['021-61234567', 'landline', '02161234567', '021-61234567'],
  ])('%s is a %s', (text, kind, digits, display) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: { kind, digits, display } })
  })

  test('an extension is kept apart', () => {
    const phone = parsePhone('0370-3012345转12')
    expect(phone.ok && phone.value).toMatchObject({ digits: '03703012345', extension: '12', display: '0370-3012345 转 12' })
  })

  test('a number without area code takes the one of the street', () => {
    const phone = parsePhone('3012345', { areaCode: '0370' })
    expect(phone.ok && phone.value.digits).toBe('03703012345')
  })

  test.each([
    ['', 'phone.empty'],
    ['1381234123', 'phone.mobile'],
    ['12812341234', 'phone.mobile'],
    ['3012345', 'phone.area_code'],
    ['0370-1012345', 'phone.format'],
    ['电话', 'phone.format'],
    ['0370-3012345转abc', 'phone.format'],
  ])('%s is refused as %s', (text, code) => {
    const phone = parsePhone(text)
    expect(phone.ok || phone.refusal.code).toBe(code)
  })
})
