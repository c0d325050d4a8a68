import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveRule, ruleKey, statusLabel, type RuleSet } from '../../src/ruleset/index.ts'

const rule = (over: Partial<RuleSet<string>>): RuleSet<string> => ({
  code: 'R',
  title: { zh: '规则', en: 'Rule' },
  jurisdiction: 'CN',
  from: '2020-01-01',
  params: 'nation',
  citation: { source: 'test' },
  status: 'verified',
  ...over,
})
const nation = rule({})
const henan = rule({ jurisdiction: '41', params: 'henan' })
const city = rule({ jurisdiction: '411400', params: 'city' })
const street = rule({ jurisdiction: '411402004', params: 'street' })
const chosen = (rules: RuleSet<string>[], place = '411402004001', on = '2026-11-22'): string => {
  const found = resolveRule(rules, 'R', { place, on })
  return found.ok ? found.value.rule.params : found.refusal.code
}

describe('finding the rule that holds', () => {
  test('the nearest place wins where the law leaves room', () => {
    expect(chosen([nation, henan, city, street])).toBe('street')
    expect(chosen([nation, henan, city, street], '411402005001')).toBe('city')
    expect(chosen([nation, henan, city, street], '411500')).toBe('henan')
    expect(chosen([nation, henan, city, street], '310101')).toBe('nation')
    expect(chosen([nation, henan, city, street], 'CN')).toBe('nation')
  })

  test('a higher law that prevails wins over the ordinance of a province, and the ordinance is shown as set aside', () => {
    const code = rule({ prevails: true, params: 'civil-code', from: '2021-01-01' })
    expect(chosen([code, henan])).toBe('civil-code')
    const found = resolveRule([code, henan, nation], 'R', { place: '411402004', on: '2026-01-01' })
    expect(found.ok && found.value.setAside.map(({ rule: { params }, why }) => [params, why])).toEqual([
      ['henan', 'higher-law-prevails'],
      ['nation', 'higher-law-prevails'],
    ])
  })

  test('before the higher law came into force, the ordinance held', () => {
    expect(chosen([rule({ prevails: true, params: 'civil-code', from: '2021-01-01' }), henan], '411402004', '2020-12-31')).toBe('henan')
  })

  test('of two that prevail the higher one wins', () => {
    expect(chosen([rule({ jurisdiction: '41', prevails: true, params: 'henan!' }), rule({ prevails: true, params: 'nation!' })])).toBe(
      'nation!',
    )
  })

  test('a rule holds on its first and its last day and on no day beside', () => {
    const once = rule({ from: '2026-03-01', to: '2026-03-31', params: 'march' })
    expect(chosen([once], 'CN', '2026-02-28')).toBe('ruleset.none')
    expect(chosen([once], 'CN', '2026-03-01')).toBe('march')
    expect(chosen([once], 'CN', '2026-03-31')).toBe('march')
    expect(chosen([once], 'CN', '2026-04-01')).toBe('ruleset.none')
  })

  test('in one place the newer rule wins', () => {
    expect(chosen([nation, rule({ from: '2026-01-01', params: 'new' })])).toBe('new')
    expect(chosen([rule({ from: '2026-01-01', params: 'new' }), nation], 'CN', '2025-12-31')).toBe('nation')
  })

  test('a superseded rule is left out as soon as its successor holds, even when it is nearer', () => {
    const successor = rule({ from: '2026-01-01', params: 'successor' })
    const old = rule({ jurisdiction: '41', params: 'old', supersededBy: ruleKey(successor) })
    expect(chosen([old, successor])).toBe('successor')
    expect(chosen([old, successor], '411402004', '2025-12-31')).toBe('old')
    const found = resolveRule([old, successor], 'R', { place: '411402004', on: '2026-01-01' })
    expect(found.ok && found.value.setAside[0]?.why).toBe('superseded')
  })

  test('rules of another code and of another place are never chosen', () => {
    expect(chosen([rule({ code: 'OTHER' })])).toBe('ruleset.none')
    expect(chosen([rule({ jurisdiction: '31' })])).toBe('ruleset.none')
  })

  test('what is no place and what is no day is refused', () => {
    expect(chosen([nation], '白云街道')).toBe('ruleset.place')
    expect(chosen([nation], 'CN', '2026-02-30')).toBe('date.not_real')
  })

  test('the order in which rules are listed never changes the answer', () => {
    const rules = [nation, henan, city, street, rule({ jurisdiction: '41', prevails: true, params: 'prevails' })]
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: 1 }), (some) => {
        const sorted = rules.filter((one) => some.includes(one))
        expect(chosen(some)).toBe(chosen(sorted))
      }),
    )
  })

  test('an unverified rule says so', () => {
    expect(statusLabel('unverified')).toEqual({ zh: '未核验', en: 'Unverified' })
    expect(statusLabel('verified')).toBeUndefined()
  })
})
