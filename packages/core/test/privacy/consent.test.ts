import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consentHolds, withdrawConsent, type Consent, type ConsentNeed } from '../../src/privacy/index.ts'

const given: Consent = {
  personId: 'p1',
  purpose: '日间照料',
  kinds: ['ordinary', 'health'],
  processor: '白云街道',
  noticeVersion: '2026-1',
  separate: true,
  necessityTold: true,
  by: { kind: 'self' },
  givenAt: '2026-03-01T02:00:00.000Z',
}
const need: ConsentNeed = {
  personId: 'p1',
  birth: '1944-05-01',
  purpose: '日间照料',
  kinds: ['health'],
  processor: '白云街道',
  noticeVersion: '2026-1',
  at: '2026-11-22T02:00:00.000Z',
}

function answer(consent: Partial<Consent> = {}, want: Partial<ConsentNeed> = {}): string {
  const held = consentHolds([{ ...given, ...consent }], { ...need, ...want })
  return held.ok ? 'holds' : held.refusal.code
}

describe('a consent', () => {
  test.each<readonly [string, Partial<Consent>, Partial<ConsentNeed>, string]>([
    ['for the purpose, the kinds and the processor', {}, {}, 'holds'],
    ['of somebody else', {}, { personId: 'p2' }, 'consent.none'],
    ['for another purpose', {}, { purpose: '商户优惠' }, 'consent.none'],
    ['for fewer kinds of data', {}, { kinds: ['health', 'finance'] }, 'consent.kinds'],
    ['for another processor', {}, { processor: '某商户' }, 'consent.processor'],
    ['to an older notice', {}, { noticeVersion: '2026-2' }, 'consent.notice'],
    ['given later than the processing', {}, { at: '2026-03-01T01:59:59.999Z' }, 'consent.not_yet'],
    ['on its last day in China', { until: '2026-11-22' }, { at: '2026-11-22T15:59:00.000Z' }, 'holds'],
    ['after its last day in China', { until: '2026-11-22' }, { at: '2026-11-22T16:00:00.000Z' }, 'consent.ended'],
    ['bundled with others, for health', { separate: false }, {}, 'consent.separate'],
    ['bundled with others, for an address', { separate: false, necessityTold: false }, { kinds: ['ordinary'] }, 'holds'],
    ['without a word why health data are needed', { necessityTold: false }, {}, 'consent.necessity'],
    ['of a child of 13', {}, { birth: '2012-11-23' }, 'consent.guardian'],
    ['of a guardian without a name', { by: { kind: 'guardian', guardianId: '' } }, { birth: '2012-11-23' }, 'consent.guardian'],
    ['of the guardian of a child of 13', { by: { kind: 'guardian', guardianId: 'g' } }, { birth: '2012-11-23' }, 'holds'],
    [
      'of a guardian for a child’s address, bundled',
      { by: { kind: 'guardian', guardianId: 'g' }, separate: false },
      { birth: '2012-11-23', kinds: ['ordinary'] },
      'consent.separate',
    ],
    ['of somebody on the 14th birthday', {}, { birth: '2012-11-22' }, 'holds'],
    ['of somebody whose day of birth nobody knows', {}, { birth: undefined }, 'consent.age_unknown'],
    ['asked for at no moment', {}, { at: 'gestern' }, 'consent.time'],
    ['of somebody born on no day', {}, { birth: '1944-02-30' }, 'consent.time'],
    ['that ends on no day', { until: '2030-02-30' }, {}, 'consent.time'],
  ])('%s: %o %o is %s', (_, consent, want, expected) => {
    expect(answer(consent, want)).toBe(expected)
  })

  test('stops at the moment of its withdrawal, not before, and a newer one begins anew', () => {
    const withdrawn = withdrawConsent(given, '2026-06-01T00:00:00.000Z')
    if (!withdrawn.ok) throw new Error(withdrawn.refusal.code)
    const code = (at: string, more: readonly Consent[] = []): string => {
      const held = consentHolds([...more, withdrawn.value], { ...need, at })
      return held.ok ? 'holds' : held.refusal.code
    }
    expect(code('2026-05-31T23:59:59.999Z')).toBe('holds')
    expect(code('2026-06-01T00:00:00.000Z')).toBe('consent.withdrawn')
    const again = { ...given, givenAt: '2026-07-01T00:00:00.000Z' }
    expect(code('2026-06-30T00:00:00.000Z', [again])).toBe('consent.withdrawn')
    expect(code('2026-07-02T00:00:00.000Z', [again])).toBe('holds')
  })

  test('is withdrawn once, after it was given', () => {
    const code = (consent: Consent, at: string): string => {
      const result = withdrawConsent(consent, at)
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(code(given, '2026-02-28T00:00:00.000Z')).toBe('consent.not_yet')
    expect(code({ ...given, withdrawnAt: '2026-06-01T00:00:00.000Z' }, '2026-07-01T00:00:00.000Z')).toBe('consent.already_withdrawn')
    expect(code(given, '')).toBe('consent.time')
  })
})

describe('laws of consent', () => {
  const moment = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString())

  test('a withdrawal never lets anything happen that did not hold before', () => {
    fc.assert(
      fc.property(moment, moment, (at, withdrawnAt) => {
        if (answer({ withdrawnAt }, { at }) === 'holds') expect(answer({}, { at })).toBe('holds')
        if (withdrawnAt <= at) expect(answer({ withdrawnAt }, { at })).not.toBe('holds')
      }),
    )
  })

  test('asking for more kinds of data never holds where fewer did not', () => {
    const kind = fc.constantFrom('ordinary' as const, 'health' as const, 'finance' as const, 'religion' as const)
    fc.assert(
      fc.property(fc.array(kind), kind, fc.boolean(), (kinds, more, separate) => {
        if (answer({ separate }, { kinds: [...kinds, more] }) === 'holds') expect(answer({ separate }, { kinds })).toBe('holds')
      }),
    )
  })
})
