import { defineReasons, refused, type Result } from '../refusal/index.ts'
import { resolveRule, type ResolvedRule, type RulePlace, type RuleSet } from '../ruleset/index.ts'
import type { VoteRule } from '../voting/index.ts'

/** One of the nine matters that owners decide together. */
export interface OwnersItem {
  readonly no: number
  readonly zh: string
  readonly en: string
  readonly ruleCode: 'OWNERS_278_ORDINARY' | 'OWNERS_278_SPECIAL'
}

const ORDINARY = 'OWNERS_278_ORDINARY'
const SPECIAL = 'OWNERS_278_SPECIAL'

/** Civil Code art. 278, paragraph 1. *Using* the repair fund (5) is ordinary, *raising* it (6) is special. */
export const OWNERS_ITEMS: readonly OwnersItem[] = [
  { no: 1, ruleCode: ORDINARY, zh: '制定和修改业主大会议事规则', en: 'Rules of procedure of the owners’ assembly' },
  { no: 2, ruleCode: ORDINARY, zh: '制定和修改管理规约', en: 'Management covenant' },
  { no: 3, ruleCode: ORDINARY, zh: '选举业主委员会或者更换业主委员会成员', en: 'Electing or replacing the owners’ committee' },
  { no: 4, ruleCode: ORDINARY, zh: '选聘和解聘物业服务企业或者其他管理人', en: 'Hiring and dismissing the property manager' },
  { no: 5, ruleCode: ORDINARY, zh: '使用建筑物及其附属设施的维修资金', en: 'Using the repair fund' },
  { no: 6, ruleCode: SPECIAL, zh: '筹集建筑物及其附属设施的维修资金', en: 'Raising the repair fund' },
  { no: 7, ruleCode: SPECIAL, zh: '改建、重建建筑物及其附属设施', en: 'Rebuilding' },
  {
    no: 8,
    ruleCode: SPECIAL,
    zh: '改变共有部分的用途或者利用共有部分从事经营活动',
    en: 'Changing the use of common parts or running a business on them',
  },
  { no: 9, ruleCode: ORDINARY, zh: '有关共有和共同管理权利的其他重大事项', en: 'Other important matters of common ownership' },
]

const reason = defineReasons({
  'owners.item': { zh: '业主共同决定的事项只有第一至第九项', en: 'Owners decide items 1 to 9' },
})

/**
 * The vote rule for a matter: items 6–8 need three quarters of those who vote, the others more than half, both by area and by heads,
 * with two thirds of both taking part. The Civil Code prevails over local rules. Pass `VOTE_PRESETS`, or a street's own rules among them.
 *
 * @example
 * const at = { place: '411402004', on: '2026-05-20' }
 * ownersRule(VOTE_PRESETS, 5, at).value.rule.code // 'OWNERS_278_ORDINARY'
 * ownersRule(VOTE_PRESETS, 6, at).value.rule.code // 'OWNERS_278_SPECIAL'
 */
export function ownersRule(rules: readonly RuleSet<VoteRule>[], item: number, at: RulePlace): Result<ResolvedRule<VoteRule>> {
  const found = OWNERS_ITEMS.find((entry) => entry.no === item)
  return found ? resolveRule(rules, found.ruleCode, at) : refused(reason('owners.item', undefined, 'item'))
}
