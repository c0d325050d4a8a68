import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { definePromise } from '../../src/calendar/index.ts'
import { parseLocalDate } from '../../src/date/index.ts'
import { parseDivision } from '../../src/identifier/index.ts'
import { ALL_RULE_SETS, CADENCE_PRESETS, OFFICE_HOURS, PROMISE_PRESETS, RULE_AREAS } from '../../src/presets/index.ts'
import * as presets from '../../src/presets/index.ts'
import * as core from '../../src/index.ts'
import * as services from '../../src/services/index.ts'
import { resolveRule, ruleKey, statusLabel, type RuleSet } from '../../src/ruleset/index.ts'

const isRuleSet = (value: unknown): value is RuleSet =>
  typeof value === 'object' && value !== null && 'code' in value && 'citation' in value && 'params' in value && 'status' in value

describe('the list of all rule sets', () => {
  test('holds every rule set that any area exports', () => {
    const exported = [core, services, presets]
      .flatMap((area) => Object.values<unknown>(area))
      .flatMap((value) => (Array.isArray(value) ? value : [value]))
    const listed = new Set(ALL_RULE_SETS)
    expect(exported.filter(isRuleSet).filter((rule) => !listed.has(rule))).toEqual([])
  })

  test('names each of them once, with a source, a place and days that exist', () => {
    expect(new Set(ALL_RULE_SETS.map(ruleKey)).size).toBe(ALL_RULE_SETS.length)
    for (const rule of ALL_RULE_SETS) {
      expect([rule.code, rule.citation.source, rule.title.zh, rule.title.en].every((text) => text.trim().length > 1)).toBe(true)
      expect(rule.jurisdiction === 'CN' || parseDivision(rule.jurisdiction).ok).toBe(true)
      expect([rule.from, rule.to ?? rule.from].every((day) => parseLocalDate(day).ok)).toBe(true)
      expect(rule.to === undefined || rule.from <= rule.to).toBe(true)
    }
  })

  test('never passes our own starting values, recollections or excerpts as verified', () => {
    const doubtful = /邻里默认值|凭记忆|网页摘录|类推|须核对/
    const passed = ALL_RULE_SETS.filter(({ status }) => status === 'verified')
    expect(passed.filter(({ citation }) => doubtful.test(`${citation.source}${citation.note ?? ''}`)).map(ruleKey)).toEqual([])
  })

  test('points a superseded rule at one that is listed', () => {
    const keys = new Set(ALL_RULE_SETS.map(ruleKey))
    expect(ALL_RULE_SETS.filter(({ supersededBy }) => supersededBy !== undefined && !keys.has(supersededBy))).toEqual([])
  })
})

describe('docs/rules/unverified.md', () => {
  const lines = readFileSync(join(import.meta.dirname, '../../../../docs/rules/unverified.md'), 'utf8').split('\n')
  const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()))

  test.each(RULE_AREAS)('tells of $en each rule, its source and whether somebody compared it', ({ rules }) => {
    for (const rule of rules) {
      const cells = rows.find((row) => row[1] === `\`${ruleKey(rule)}\``) ?? []
      expect([ruleKey(rule), cells[2], cells[4]]).toEqual([ruleKey(rule), rule.title.zh, statusLabel(rule.status)?.zh ?? '已核验'])
      expect(cells[3]).toContain(rule.citation.source)
    }
  })

  test('has no row for a rule that does not ship', () => {
    const keys = new Set(ALL_RULE_SETS.map(ruleKey))
    const told = rows.flatMap((row) => /^`(.+@.+)`$/.exec(row[1] ?? '')?.[1] ?? [])
    expect(told.filter((key) => !keys.has(key))).toEqual([])
    expect(told).toHaveLength(ALL_RULE_SETS.length)
  })
})

describe('the presets', () => {
  test('of promises are promises that can be kept, with the opening times of any street', () => {
    for (const { params } of PROMISE_PRESETS) {
      expect(definePromise(params)).toMatchObject({ ok: true })
      expect(definePromise({ ...params, opening: OFFICE_HOURS })).toMatchObject({ ok: true })
    }
  })

  test('let no permit take longer than the law: 20 working days and 10 more with approval', () => {
    const found = resolveRule(PROMISE_PRESETS, 'PROMISE_RESERVED_ITEM', { place: '411402004', on: '2026-11-22' })
    const params = found.ok ? found.value.rule.params : undefined
    expect(params && definePromise({ ...params, amount: 21 })).toMatchObject({ ok: false, refusal: { code: 'promise.over_cap' } })
    expect(params && definePromise({ ...params, extension: { amount: 11 } })).toMatchObject({
      ok: false,
      refusal: { code: 'promise.extension_over_cap' },
    })
    expect(params?.pauseReasons?.filter(({ stopsCap }) => stopsCap).map(({ code }) => code)).toEqual(['hearing', 'appraisal'])
  })

  test('of Henan hold in Henan only', () => {
    const inHenan = resolveRule(CADENCE_PRESETS, 'RESIDENTS_MEETING', { place: '411402004', on: '2026-11-22' })
    expect(inHenan.ok && inHenan.value.rule.params).toEqual({ kind: 'period', expects: 2, per: 'year' })
    expect(resolveRule(CADENCE_PRESETS, 'RESIDENTS_MEETING', { place: '310101', on: '2026-11-22' }).ok).toBe(false)
  })
})
