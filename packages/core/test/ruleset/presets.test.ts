import { describe, expect, test } from 'vitest'
import { definePromise } from '../../src/calendar/index.ts'
import { agePresets, cadencePresets, OFFICE_HOURS, promisePresets, resolveRule, ruleKey, termPresets } from '../../src/ruleset/index.ts'

const all = [...promisePresets, ...cadencePresets, ...termPresets, ...agePresets]

describe('the presets', () => {
  test('have each a name of its own and a source', () => {
    expect(new Set(all.map(ruleKey)).size).toBe(all.length)
    for (const rule of all)
      expect([rule.code, rule.citation.source, rule.title.zh, rule.title.en].every((text) => text.length > 2)).toBe(true)
  })

  test('that are our own starting values never pass as verified', () => {
    expect(all.filter(({ citation, status }) => citation.source === '邻里默认值' && status === 'verified')).toEqual([])
  })

  test('of promises are promises that can be kept, with the opening times of any street', () => {
    for (const { params } of promisePresets) {
      expect(definePromise(params)).toMatchObject({ ok: true })
      expect(definePromise({ ...params, opening: OFFICE_HOURS })).toMatchObject({ ok: true })
    }
  })

  test('let no permit take longer than the law: 20 working days and 10 more with approval', () => {
    const found = resolveRule(promisePresets, 'PROMISE_RESERVED_ITEM', { place: '411402004', on: '2026-11-22' })
    const params = found.ok ? found.value.rule.params : undefined
    expect(params && definePromise({ ...params, amount: 21 })).toMatchObject({ ok: false, refusal: { code: 'promise.over_cap' } })
    expect(params && definePromise({ ...params, extension: { amount: 11 } })).toMatchObject({
      ok: false,
      refusal: { code: 'promise.extension_over_cap' },
    })
    expect(params?.pauseReasons?.filter(({ stopsCap }) => stopsCap).map(({ code }) => code)).toEqual(['hearing', 'appraisal'])
  })

  test('of Henan hold in Henan only', () => {
    const inHenan = resolveRule(cadencePresets, 'CADENCE_RESIDENTS_MEETING', { place: '411402004', on: '2026-11-22' })
    expect(inHenan.ok && inHenan.value.rule.params).toEqual({ subject: '居民会议', times: 2, per: 'year' })
    expect(resolveRule(cadencePresets, 'CADENCE_RESIDENTS_MEETING', { place: '310101', on: '2026-11-22' }).ok).toBe(false)
  })
})
