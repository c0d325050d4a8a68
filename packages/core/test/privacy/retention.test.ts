import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../src/date/index.ts'
import { RETENTION_PRESETS } from '../../src/presets/index.ts'
import { anonymise, planRetention, type RetainedRecord, type RetentionPlan, type RetentionRule } from '../../src/privacy/index.ts'
import type { RuleSet } from '../../src/ruleset/index.ts'

const rule = (code: string, params: Partial<RetentionRule>, more: Partial<RuleSet> = {}): RuleSet<RetentionRule> => ({
  code,
  title: { zh: '测试', en: 'Test' },
  jurisdiction: 'CN',
  from: '2020-01-01',
  citation: { source: '测试' },
  status: 'verified',
  ...more,
  params: { months: 12, from: '结案', action: 'delete', isDuty: false, ...params },
})
const RULES = [rule('CASE', {}), rule('LOG', { isDuty: true }), rule('COUNT', { action: 'anonymise' }), rule('BAD', { months: 0 })]

const plan = (record: Partial<RetainedRecord>, on = '2026-11-22'): RetentionPlan =>
  planRetention(RULES, [{ id: 'r', retention: 'CASE', ...record }], { place: '411402004', on })

describe('the dry run of retention', () => {
  test('lets a record be to its last day and makes it due on the next', () => {
    expect(plan({ since: '2025-11-22' })).toEqual({ act: [], restrict: [], keep: [{ id: 'r', until: '2026-11-22' }], ask: [] })
    expect(plan({ since: '2025-11-22' }, '2026-11-23').act).toEqual([
      { id: 'r', retention: 'CASE', action: 'delete', why: 'over', dueOn: '2026-11-23', unverified: false },
    ])
    expect(plan({ since: '2025-11-01', retention: 'COUNT' }).act).toMatchObject([{ action: 'anonymise', dueOn: '2026-11-02' }])
  })

  test('keeps a record whose time has not begun: a day that is missing is not over', () => {
    expect(plan({})).toMatchObject({ act: [], keep: [{ id: 'r' }] })
  })

  test('deletes after a withdrawal, and only stores what a law asks to keep', () => {
    expect(plan({ withdrawnOn: '2026-11-20' }).act).toMatchObject([{ why: 'withdrawn', dueOn: '2026-11-20' }])
    expect(plan({ withdrawnOn: '2026-11-23' })).toMatchObject({ act: [], keep: [{ id: 'r' }] })
    const law = { retention: 'LOG', since: '2026-01-31', withdrawnOn: '2026-11-20' }
    expect(plan(law)).toEqual({ act: [], restrict: [{ id: 'r', until: '2027-01-31' }], keep: [], ask: [] })
    expect(plan(law, '2027-02-01').act).toMatchObject([{ why: 'over' }])
  })

  test.each<readonly [string, Partial<RetainedRecord>, string]>([
    ['held back for a dispute', { since: '2020-01-01', hold: '诉讼' }, 'retention.hold'],
    ['of a class without a rule', { retention: 'NONE', since: '2020-01-01' }, 'ruleset.none'],
    ['whose rule has no length', { retention: 'BAD', since: '2020-01-01' }, 'retention.months'],
    ['that began on no day', { since: '2020-02-30' }, 'date.not_real'],
    ['that begins tomorrow', { since: '2026-11-23' }, 'retention.future'],
  ])('does not touch a record %s', (_, record, code) => {
    expect(plan(record)).toMatchObject({ act: [], restrict: [], keep: [], ask: [{ id: 'r', refusal: { code } }] })
  })

  test('takes the nearer rule of the street, and says when a rule is nobody’s law yet', () => {
    const ours = rule('CASE', { months: 24 }, { jurisdiction: '411402004', status: 'unverified' })
    const records = [{ id: 'r', retention: 'CASE', since: '2025-01-01' }]
    const at = { place: '411402004', on: '2026-11-22' }
    expect(planRetention([...RULES, ours], records, at).keep).toEqual([{ id: 'r', until: '2027-01-01' }])
    expect(planRetention([...RULES, ours], records, { ...at, on: '2027-01-02' }).act).toMatchObject([{ unverified: true }])
  })

  test('never puts a record in two lists and never loses one', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2020-01-01', offset))
    const option = fc.option(day, { nil: undefined })
    const record = fc.record({
      retention: fc.constantFrom('CASE', 'LOG', 'COUNT', 'BAD', 'NONE'),
      since: option,
      withdrawnOn: option,
      hold: fc.constantFrom(undefined, '', '审计'),
    })
    fc.assert(
      fc.property(fc.array(record), day, (rows, on) => {
        const records = rows.map((row, index) => ({ ...row, id: String(index) }))
        const { act, restrict, keep, ask } = planRetention(RULES, records, { place: '411402004', on })
        const told = [...act, ...restrict, ...keep, ...ask].map(({ id }) => id)
        expect(told.toSorted()).toEqual(records.map(({ id }) => id).toSorted())
        for (const { id, why } of act) {
          const { since = '', hold, retention } = records[Number(id)]!
          expect(hold).not.toBe('审计')
          if (why === 'over') expect(addMonths(since, 12) < on).toBe(true)
          if (retention === 'LOG') expect(why).toBe('over')
        }
      }),
    )
  })

  test('the presets say how long, from when and what then', () => {
    const records = RETENTION_PRESETS.map(({ code }) => ({ id: code, retention: code, since: '2022-01-01' }))
    const { ask, act } = planRetention(RETENTION_PRESETS, records, { place: '411402004', on: '2026-11-22' })
    expect(ask).toEqual([])
    expect(act.every(({ unverified }) => unverified)).toBe(true)
    expect(act.find(({ id }) => id === 'RETENTION_COUNSELLING')).toMatchObject({ action: 'delete' })
  })
})

describe('an anonymised row', () => {
  test('keeps what is public and what is named, and empties everything else, also what nobody classed', () => {
    const row = { id: '7', name: '王小明', phone: '13812341234', community: '朝阳', note: '左邻是李四', __proto__: 1 }
    const kept = anonymise(row, { id: 'P0', name: 'P1', phone: 'P1', community: 'P1' }, ['community'])
    expect(kept).toEqual({ id: '7', name: null, phone: null, community: '朝阳', note: null })
    expect(row.name).toBe('王小明')
  })

  test('holds no value of a class above P0 that was not named', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.constantFrom('P1', 'P2', 'P3', 'P4'), (row, privacyClass) => {
        const classes = Object.fromEntries(Object.keys(row).map((field) => [field, privacyClass] as const))
        expect(Object.values(anonymise(row, classes)).every((value) => value === null)).toBe(true)
      }),
    )
  })
})
