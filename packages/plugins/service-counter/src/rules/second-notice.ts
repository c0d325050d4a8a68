import type { MissingItem, OneTimeNotice } from '@linli/core/accountability'
import type { CheckedMaterial } from './checked-material.ts'
import { lacking } from './checklist.ts'

/**
 * What a notice tells is missing. At a second notice a material could be seen the first time (K2), unless the first one told of it:
 * what is still outstanding, or came and turned out wrong, is told again without asking for anything new.
 *
 * @example
 * missingItems([{ ...paper, name: '户口簿', state: 'wrong', note: '缺首页' }], [])[0].knowableAtFirst // true
 */
export function missingItems(list: readonly CheckedMaterial[], earlier: readonly OneTimeNotice[]): readonly MissingItem[] {
  const told = new Set(earlier.flatMap(({ missing }) => missing.map(({ material }) => material)))
  return lacking(list).map(({ name, state, note }) => ({
    material: name,
    why: note || (state === 'wrong' ? '不符合要求' : '没有提交'),
    knowableAtFirst: !told.has(name),
  }))
}
