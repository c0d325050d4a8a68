import { ok, refused, type Result } from '../refusal/index.ts'
import { reason } from './reasons.ts'
import { amountNeeded, isThreshold, reaches, type VoteThreshold } from './threshold.ts'

/** What share of whom makes a body meet. */
export interface DemandRule extends VoteThreshold {
  /** Who asks, as the sentence names them: `户`, `households`. */
  readonly zh: string
  readonly en: string
}

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
 * const households = resolveRule(DEMAND_PRESETS, 'DEMAND_RM_HOUSEHOLDS', { place: '411402004', on: '2025-11-22' }).value.rule.params
 * checkDemand(households, 20, 100).value.reached // true
 * checkDemand(households, 20, 101).value.needed // 21
 */
export function checkDemand(rule: DemandRule, asking: number, base: number): Result<DemandCheck> {
  if (!isThreshold(rule)) return refused(reason('vote.rule_threshold', { what: rule.zh }))
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
    zh: `${rule.zh}共 ${base}，提出 ${asking}，须至少 ${needed}，${reached ? '应当召集' : '不足'}。`,
    en: `${base} ${rule.en}, ${asking} ask, ${needed} needed: ${reached ? 'it has to be convened' : 'not enough'}.`,
  })
}
