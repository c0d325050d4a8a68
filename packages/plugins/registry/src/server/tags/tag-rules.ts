import { TAG_RULES_2026, type TagRuleSet } from '@linli/core/person'
import type { Ctx } from '../context.ts'

/** The tag rules with the street's own ages; other ages are another version, so that a basis always names what it was decided by. */
export function tagRules({ elderFrom, agedFrom }: Pick<Ctx['settings'], 'elderFrom' | 'agedFrom'>): TagRuleSet {
  const same = elderFrom === TAG_RULES_2026.elderFrom && agedFrom === TAG_RULES_2026.agedFrom
  return same ? TAG_RULES_2026 : { ...TAG_RULES_2026, version: `${TAG_RULES_2026.version}/${elderFrom}/${agedFrom}`, elderFrom, agedFrom }
}
