import { expect, test } from 'vitest'
import fc from 'fast-check'
import { isShown, mayReveal, PRIVACY_CLASSES, PURPOSES, widest } from '../../src/privacy/index.ts'

const privacyClass = fc.constantFrom(...PRIVACY_CLASSES)
const clearance = fc.record({ show: privacyClass, reveal: privacyClass })

test('what is sealed is never shown and never revealed, whatever the clearance', () => {
  fc.assert(
    fc.property(clearance, (held) => {
      expect(isShown('P4', held)).toBe(false)
      expect(mayReveal('P4', held, 'emergency')).toMatchObject({ ok: false, refusal: { code: 'privacy.sealed' } })
    }),
  )
})

test('nothing is revealed without a purpose from the list', () => {
  const held = { show: 'P1', reveal: 'P3' } as const
  for (const purpose of [undefined, '', 'curiosity', 'toString'])
    expect(mayReveal('P2', held, purpose)).toMatchObject({ ok: false, refusal: { code: 'privacy.purpose_needed' } })
  for (const purpose of Object.keys(PURPOSES)) expect(mayReveal('P2', held, purpose)).toEqual({ ok: true, value: purpose })
})

test('a purpose does not lift the clearance', () => {
  expect(mayReveal('P3', { show: 'P1', reveal: 'P2' }, 'service')).toMatchObject({ ok: false, refusal: { code: 'privacy.no_clearance' } })
})

test('two clearances together show what either shows, and no more', () => {
  fc.assert(
    fc.property(clearance, clearance, privacyClass, (a, b, of) => {
      expect(isShown(of, widest(a, b))).toBe(isShown(of, a) || isShown(of, b))
    }),
  )
})
