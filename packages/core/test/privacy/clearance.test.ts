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

const purposes = fc.dictionary(fc.constantFrom(...Object.keys(PURPOSES)), privacyClass)
const bounded = fc.record({ show: privacyClass, reveal: privacyClass, purposes: fc.option(purposes, { nil: undefined }) })
const purpose = fc.constantFrom(...Object.keys(PURPOSES))

test('a role may see a class for one purpose and not for another', () => {
  const held = { show: 'P1', reveal: 'P3', purposes: { contact: 'P2', emergency: 'P3' } } as const
  const answer = (of: 'P2' | 'P3', why: string): string => {
    const result = mayReveal(of, held, why)
    return result.ok ? 'ok' : result.refusal.code
  }
  expect([answer('P2', 'contact'), answer('P3', 'emergency')]).toEqual(['ok', 'ok'])
  expect([answer('P3', 'contact'), answer('P2', 'service')]).toEqual(['privacy.purpose_not_yours', 'privacy.purpose_not_yours'])
})

test('a purpose never opens more than the clearance does', () => {
  fc.assert(
    fc.property(bounded, privacyClass, purpose, ({ show, reveal, purposes: by }, of, why) => {
      if (mayReveal(of, { show, reveal, purposes: by }, why).ok) expect(mayReveal(of, { show, reveal }, why).ok).toBe(true)
    }),
  )
})

test('two posts together reveal for a purpose what either reveals for it, and no more', () => {
  fc.assert(
    fc.property(bounded, bounded, privacyClass, purpose, (a, b, of, why) => {
      expect(mayReveal(of, widest(a, b), why).ok).toBe(mayReveal(of, a, why).ok || mayReveal(of, b, why).ok)
    }),
  )
})
