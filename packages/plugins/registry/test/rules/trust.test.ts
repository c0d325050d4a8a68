import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitByTrust, trustOf, type FactSource } from '../../src/rules/source-trust.ts'
import { isSensitiveTag, tagLabel, TAG_OPTIONS } from '../../src/rules/tag-options.ts'
import type { PersonTagCode } from '@linli/core/person'

const sources: readonly FactSource[] = ['official', 'counter', 'officer', 'self']

test('the order is official import, counter, officer, self-report', () => {
  expect(sources.toSorted((a, b) => trustOf(b) - trustOf(a))).toEqual(sources)
})

test('a less trusted source never overwrites what is known, and nothing is lost', () => {
  const field = fc.constantFrom<string[]>('name', 'phone', 'sex', 'note')
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.constantFrom(...sources),
      fc.uniqueArray(field),
      fc.uniqueArray(field),
      (recorded, given, changed, empty) => {
        const split = splitByTrust({ recorded, given, changed, isEmpty: (each) => empty.includes(each) })
        expect([...split.written, ...split.proposed].toSorted()).toEqual(changed.toSorted())
        if (trustOf(given) < trustOf(recorded)) expect(split.written.every((each) => empty.includes(each))).toBe(true)
        else expect(split.proposed).toEqual([])
      },
    ),
  )
})

test('a tag of health, poverty or bereavement is never shown by its own name', () => {
  for (const tag of Object.keys(TAG_OPTIONS) as PersonTagCode[]) {
    expect(tagLabel(tag) === 'protected').toBe(isSensitiveTag(tag))
  }
  expect(['hardship', 'disabled', 'disabled_ability', 'bereaved_parent', 'no_kin'].every(isSensitiveTag)).toBe(true)
  expect(isSensitiveTag('invented_later')).toBe(true)
})
