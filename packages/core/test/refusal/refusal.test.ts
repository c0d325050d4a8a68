import { expect, test } from 'vitest'
import { defineReasons, isRefusal } from '../../src/refusal/index.ts'

const reason = defineReasons({ 'stock.short': { zh: '{what}只剩 {left} 份', en: 'Only {left} of {what} left' } })

test('figures are filled into both sentences; what is missing stays visible', () => {
  expect(reason('stock.short', { what: '米', left: 2 }, 'amount')).toEqual({
    code: 'stock.short',
    zh: '米只剩 2 份',
    en: 'Only 2 of 米 left',
    field: 'amount',
    data: { what: '米', left: 2 },
  })
  expect(reason('stock.short', { left: 0 }).zh).toBe('{what}只剩 0 份')
})

test('a refusal is told from other values', () => {
  expect([reason('stock.short'), null, undefined, 'no', { code: 'x' }, {}].map(isRefusal)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
