export { resolveRule } from './resolve-rule.ts'
export type { ResolvedRule, ResolveRuleReason, RulePlace, SetAsideReason } from './resolve-rule.ts'
export { NATION, ruleKey, statusLabel } from './rule-set.ts'
export type { Citation, RuleSet, RuleStatus } from './rule-set.ts'
