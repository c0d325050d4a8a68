import { NATION, type Citation, type RuleSet, type RuleStatus } from '../ruleset/index.ts'
import type { DemandRule } from '../voting/index.ts'
import { HENAN_PROPERTY } from './citations.ts'

export type DemandPreset = RuleSet<DemandRule>

const RESIDENTS_MEETING = { zh: '要求召开居民会议', en: 'Asking for a residents’ meeting' }

/**
 * How many people make a meeting of residents, representatives or owners necessary; give the params to `checkDemand`.
 *
 * @example
 * const found = resolveRule(DEMAND_PRESETS, 'DEMAND_RM_ADULTS', { place: '411402004', on: '2026-11-22' })
 * found.ok && statusLabel(found.value.rule.status)?.zh // '未核验'
 */
export const DEMAND_PRESETS: readonly DemandPreset[] = [
  ...residents('DEMAND_RM_ADULTS', 5, '十八周岁以上居民', 'adult residents'),
  ...residents('DEMAND_RM_HOUSEHOLDS', 5, '户', 'households'),
  ...residents('DEMAND_RM_GROUPS', 3, '居民小组', 'resident groups'),
  {
    code: 'DEMAND_REP_MEETING',
    title: { zh: '要求召开居民代表会议', en: 'Asking for a representatives’ meeting' },
    jurisdiction: NATION,
    from: '2026-01-01',
    params: { op: '>=', num: 1, den: 5, zh: '居民代表', en: 'representatives' },
    citation: { source: '村民委员会组织法', article: '第二十五、二十六条', note: '按村代会类推，待核对新法' },
    status: 'unverified',
  },
  {
    code: 'DEMAND_OWNERS_MEETING',
    title: { zh: '要求召开业主大会（河南）', en: 'Asking for an owners’ assembly (Henan)' },
    jurisdiction: '41',
    from: '2018-01-01',
    params: { op: '>=', num: 1, den: 5, zh: '业主', en: 'owners' },
    citation: { source: HENAN_PROPERTY, note: '20% 以上业主；施行日期待核对' },
    status: 'verified',
  },
]

/** The old national law as it stood, and the same figures carried on until somebody reads the new one. */
function residents(code: string, den: number, zh: string, en: string): readonly DemandPreset[] {
  const share = { op: '>=', num: 1, den, zh, en } as const
  const version = (from: string, to: string | undefined, citation: Citation, status: RuleStatus): DemandPreset => ({
    code,
    title: RESIDENTS_MEETING,
    jurisdiction: NATION,
    from,
    ...(to === undefined ? {} : { to }),
    params: share,
    citation,
    status,
  })
  return [
    version('1990-01-01', '2025-12-31', { source: '城市居民委员会组织法（旧）', article: '第十条' }, 'verified'),
    version(
      '2026-01-01',
      undefined,
      { source: '城市居民委员会组织法（2025 年修订）', note: '条文未见，暂沿用旧法第十条，待核对' },
      'unverified',
    ),
  ]
}
