import { NATION, type RuleSet } from '../ruleset/index.ts'

/** From which full year of age somebody belongs. */
export interface AgeParams {
  readonly fromAge: number
}

/**
 * Ages on which services depend. Cities set the amounts, and some the ages: add a rule set of the city, the nearest one wins.
 *
 * @example
 * const found = resolveRule(AGE_PRESETS, 'AGE_ALLOWANCE', { place: '411402004', on: '2026-11-22' })
 * found.ok && found.value.rule.params.fromAge // 80
 */
export const AGE_PRESETS: readonly RuleSet<AgeParams>[] = [
  {
    code: 'AGE_ELDER',
    title: { zh: '老年人', en: 'Elder' },
    jurisdiction: NATION,
    from: '2013-07-01',
    params: { fromAge: 60 },
    citation: { source: '老年人权益保障法', article: '第二条' },
    status: 'verified',
  },
  {
    code: 'AGE_FREE_EXAMINATION',
    title: { zh: '免费年度体检', en: 'Free yearly examination' },
    jurisdiction: NATION,
    from: '2013-07-01',
    params: { fromAge: 65 },
    citation: { source: '国家基本公共卫生服务', note: '65 周岁及以上每年一次' },
    status: 'verified',
  },
  {
    code: 'AGE_ALLOWANCE',
    title: { zh: '高龄津贴', en: 'Allowance for advanced age' },
    jurisdiction: '41',
    from: '2020-01-01',
    params: { fromAge: 80 },
    citation: { source: '河南省老年人权益保障条例', note: '80 周岁起；金额由省辖市规定，商丘市的年龄和金额待核对' },
    status: 'unverified',
  },
]
