import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchPattern, searchText } from '../src/rows/search-text.ts'

/** LIKE, as the database reads it. */
function isLike(text: string, pattern: string): boolean {
  const source = pattern.replace(/\\?[\s\S]/gu, (piece) =>
    piece === '%' ? '[^]*' : (piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
  )
  return new RegExp(`^${source}$`, 'u').test(text)
}
const finds = (value: string, term: string, isName = true): boolean => isLike(searchText(value, isName), searchPattern(term))

test('a name is found by any of its characters, its pinyin and its initials', () => {
  for (const term of ['张', '三', '丰', '张三', '三丰', '张三丰', 'zh', 'zhang', 'zhangsan', 'sanfeng', 'zs', 'zsf', 'ZSF'])
    expect([term, finds('张三丰', term)]).toEqual([term, true])
  for (const term of ['张丰', 'sf', '四', 'zf', '%', '_', '张三丰子']) expect([term, finds('张三丰', term)]).toEqual([term, false])
  expect(finds('单雄信', 'sxx')).toBe(true)
})

test('a text is found by every group of its Chinese characters, whatever stands around them', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[前程社区东门号院3a ]{0,6}$/),
      fc.stringMatching(/^[前程社区东门号院]{1,5}$/),
      fc.stringMatching(/^[前程社区东门号院3a ]{0,6}$/),
      (before, term, after) => {
        expect(finds(before + term + after, term, false)).toBe(true)
      },
    ),
  )
})

test('signs of the pattern language are letters like others', () => {
  expect(finds('折扣100%起', '100%')).toBe(true)
  expect(finds('折扣1000起', '100%')).toBe(false)
  expect(finds('a_b\\c', 'a_b\\')).toBe(true)
  expect(finds('axbxc', 'a_b')).toBe(false)
})
