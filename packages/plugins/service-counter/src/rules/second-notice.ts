import type { MissingItem, OneTimeNotice } from '@linli/core/accountability'
import type { CheckedMaterial } from './checked-material.ts'
import { lacking } from './checklist.ts'

/**
 * What a notice tells is missing. At a second notice a material could be seen the first time, unless it is a supplement of the first one
 * that turned out wrong: that paper was not there before (K2).
 */
export function missingItems(list: readonly CheckedMaterial[], earlier: readonly OneTimeNotice[]): readonly MissingItem[] {
  const told = new Set(earlier.flatMap(({ missing }) => missing.map(({ material }) => material)))
  return lacking(list).map(({ name, state, note }) => ({
    material: name,
    why: note || (state === 'wrong' ? '不符合要求' : '没有提交'),
    knowableAtFirst: !(told.has(name) && state === 'wrong'),
  }))
}
