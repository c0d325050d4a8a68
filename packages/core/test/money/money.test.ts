import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_FEN, fenInWords, formatFen, parseYuan, shareOf, splitFen, sumFen, type Rounding } from '../../src/money/index.ts'

const fen = fc.integer({ min: -MAX_FEN, max: MAX_FEN })

describe('reading an amount in yuan', () => {
  it.each([
    ['0', 0],
    ['12.30', 1230],
    ['12.3', 1230],
    ['0.07', 7],
    ['007.50', 750],
    [' ¥12 ', 1200],
    ['１２．３０元', 1230],
    ['1,234,567.89', 123456789],
    ['12.3000', 1230],
    ['999999999.99', MAX_FEN],
    ['-0', 0],
  ])('%s is %i fen', (text, expected) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: expected })
  })

  it.each([
    ['', 'money.empty'],
    ['  元', 'money.empty'],
    ['十二', 'money.format'],
    ['1,23', 'money.format'],
    ['1e3', 'money.format'],
    ['12.', 'money.format'],
    ['.5', 'money.format'],
    ['NaN', 'money.format'],
    ['0.005', 'money.too_precise'],
    ['-3', 'money.negative'],
    ['1000000000', 'money.too_large'],
    ['9'.repeat(400), 'money.too_large'],
  ])('%j is refused with %s', (text, code) => {
    expect(parseYuan(text)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('what is written can be read back unchanged, grouped or not', () => {
    fc.assert(
      fc.property(fen, fc.boolean(), (amount, grouped) => {
        expect(parseYuan(formatFen(amount, { grouped }), { allowNegative: true })).toEqual({ ok: true, value: amount })
      }),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseYuan(text).ok === 'boolean'))
  })
})

describe('capital Chinese figures', () => {
  it.each([
    [0, '零元整'],
    [7, '柒分'],
    [50, '伍角整'],
    [160, '壹元陆角整'],
    [105, '壹元零伍分'],
    [1000, '壹拾元整'],
    [12345, '壹佰贰拾叁元肆角伍分'],
    [140950, '壹仟肆佰零玖元伍角整'],
    [1000500, '壹万零伍元整'],
    [10_000_000_00, '壹仟万元整'],
    [100_000_001_00, '壹亿零壹元整'],
    [100_200_000_00, '壹亿零贰拾万元整'],
    [-100, '负壹元整'],
  ])('%i fen is %s', (amount, words) => {
    expect(fenInWords(amount)).toBe(words)
  })
})

describe('shares of money', () => {
  it.each<[number, number, number, Rounding, number]>([
    [1005, 9, 10, 'half_up', 905],
    [1005, 9, 10, 'half_even', 904],
    [1015, 9, 10, 'half_even', 914],
    [1005, 9, 10, 'down', 904],
    [1001, 9, 10, 'up', 901],
    [-1005, 9, 10, 'half_up', -905],
    [-1, 1, 3, 'half_up', 0],
    [MAX_FEN, 99_999, 100_000, 'down', 99_998_999_999],
  ])('%i × %i/%i rounded %s is %i', (amount, num, den, rounding, expected) => {
    expect(shareOf(amount, { num, den }, rounding)).toBe(expected)
  })

  it('rounding never moves an amount by a whole fen', () => {
    const roundings = fc.constantFrom<Rounding>('half_up', 'half_even', 'down', 'up')
    fc.assert(
      fc.property(fen, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }), roundings, (amount, num, den, rounding) => {
        const error = BigInt(shareOf(amount, { num, den }, rounding)) * BigInt(den) - BigInt(amount) * BigInt(num)
        expect(error < BigInt(den) && -error < BigInt(den)).toBe(true)
      }),
    )
  })

  it('the parts of a split add up to the whole and follow their weights', () => {
    fc.assert(
      fc.property(fen, fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }), (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0))
        const parts = splitFen(total, weights)
        expect(sumFen(parts)).toBe(total)
        weights.forEach((weight, index) => {
          if (weight === 0) expect(parts[index]).toBe(0)
        })
      }),
    )
  })

  it('without any weight nothing is handed out', () => {
    expect(splitFen(100, [0, 0])).toEqual([0, 0])
  })
})
