import { ok, refused, type Result } from '../refusal/index.ts'
import { reason } from './reasons.ts'
import { amountNeeded, reaches, type VoteThreshold } from './threshold.ts'

/** Who may make a body meet, and what share of them it takes. */
export interface DemandRule extends VoteThreshold {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly citation: string
}

/** 居民会议: old national law art. 9–10 (to 2025-12-31); representatives and owners as cited. */
export const DEMAND_RULES: readonly DemandRule[] = [
  {
    code: 'RM_BY_ADULTS',
    op: '>=',
    num: 1,
    den: 5,
    zh: '十八周岁以上居民',
    en: 'adult residents',
    citation: '城市居民委员会组织法(旧)第十条',
  },
  { code: 'RM_BY_HOUSEHOLDS', op: '>=', num: 1, den: 5, zh: '户', en: 'households', citation: '城市居民委员会组织法(旧)第十条' },
  { code: 'RM_BY_GROUPS', op: '>=', num: 1, den: 3, zh: '居民小组', en: 'resident groups', citation: '城市居民委员会组织法(旧)第十条' },
  {
    code: 'REP_MEETING_BY_REPS',
    op: '>=',
    num: 1,
    den: 5,
    zh: '居民代表',
    en: 'representatives',
    citation: '按村民委员会组织法第二十五、二十六条类推,待核对新法',
  },
  { code: 'OWNERS_MEETING_HENAN', op: '>=', num: 1, den: 5, zh: '业主', en: 'owners', citation: '河南省物业管理条例(20% 以上业主)' },
]

export interface DemandCheck {
  readonly reached: boolean
  readonly needed: number
  readonly zh: string
  readonly en: string
}

/**
 * Whether enough people ask for a meeting, so that it has to be convened.
 *
 * @example
 * checkDemand(DEMAND_RULES[1], 20, 100).value.reached // true
 * checkDemand(DEMAND_RULES[1], 20, 101).value.needed // 21
 */
export function checkDemand(rule: DemandRule, asking: number, base: number): Result<DemandCheck> {
  for (const [what, value] of [
    ['提出人数', asking],
    ['总数', base],
  ] as const) {
    if (!Number.isSafeInteger(value) || value < 0) return refused(reason('vote.figure', { what }))
  }
  if (asking > base) return refused(reason('vote.more_than_base', { what: '提出人数' }))
  const needed = amountNeeded(rule, base)
  const reached = reaches(rule, asking, base)
  return ok({
    reached,
    needed,
    zh: `${rule.zh}共 ${base},提出 ${asking},须至少 ${needed},${reached ? '应当召集' : '不足'}。`,
    en: `${base} ${rule.en}, ${asking} ask, ${needed} needed: ${reached ? 'it has to be convened' : 'not enough'}.`,
  })
}
