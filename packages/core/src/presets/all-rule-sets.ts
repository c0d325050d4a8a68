import { DEFAULT_LADDER } from '../calendar/index.ts'
import { GBT_42195_2022 } from '../care/index.ts'
import { CASEWORK_RULES } from '../casework/index.ts'
import { DEFAULT_CHARTER, type DeliberationTemplate } from '../deliberation/index.ts'
import { APPROVAL_RULES } from '../fund/index.ts'
import { ADMISSION_RULES, BRANCH_RULES, DUES_RULES } from '../party/index.ts'
import { TAG_RULES_2026 } from '../person/index.ts'
import { NATION, type RuleSet } from '../ruleset/index.ts'
import { AGE_PRESETS } from './age-presets.ts'
import { CADENCE_PRESETS } from './cadence-presets.ts'
import { OURS } from './citations.ts'
import { COUNCIL_SHEET } from './council-sheet.ts'
import { DEMAND_PRESETS } from './demand-presets.ts'
import { FOUR_AND_TWO } from './four-and-two.ts'
import { FOUR_DELIBERATIONS } from './four-deliberations.ts'
import { ABSENCE_FOLLOW_UP, PROMISE_PRESETS } from './promise-presets.ts'
import { RETENTION_PRESETS } from './retention-presets.ts'
import { VOTE_PRESETS } from './vote-presets.ts'

/** The presets of one area, as an administrator's page or a document lists them. */
export interface RuleArea {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly rules: readonly RuleSet[]
}

/**
 * Every preset that ships, by area, with its source and whether somebody compared it with that source.
 *
 * @example
 * RULE_AREAS.find((area) => area.code === 'party').rules.every((rule) => rule.status === 'unverified') // true
 */
export const RULE_AREAS: readonly RuleArea[] = [
  { code: 'voting', zh: '表决', en: 'Voting', rules: [...VOTE_PRESETS, ...DEMAND_PRESETS] },
  {
    code: 'deliberation',
    zh: '议事与考评',
    en: 'Deliberation and appraisal',
    rules: [
      templateRule(FOUR_DELIBERATIONS),
      templateRule(FOUR_AND_TWO),
      ours('DEFAULT_CHARTER', '议事章程默认值', 'Defaults of a charter', DEFAULT_CHARTER),
      ours(COUNCIL_SHEET.code, COUNCIL_SHEET.zh, COUNCIL_SHEET.en, COUNCIL_SHEET),
    ],
  },
  { code: 'cadence', zh: '例行、任期和年报', en: 'Cadences, terms and yearly reports', rules: CADENCE_PRESETS },
  {
    code: 'promise',
    zh: '承诺时限',
    en: 'Promises',
    rules: [...PROMISE_PRESETS, ABSENCE_FOLLOW_UP, ours('DEFAULT_LADDER', '督办阶梯', 'Ladder of supervision', DEFAULT_LADDER)],
  },
  { code: 'party', zh: '党建', en: 'Party building', rules: [BRANCH_RULES, DUES_RULES, ADMISSION_RULES] },
  { code: 'care', zh: '养老与个案', en: 'Care and casework', rules: [GBT_42195_2022, CASEWORK_RULES] },
  {
    code: 'person',
    zh: '年龄与人员标签',
    en: 'Ages and tags of persons',
    rules: [
      ...AGE_PRESETS,
      {
        code: 'PERSON_TAGS',
        title: { zh: '高龄、空巢、独居、孤寡', en: 'Tags of elders' },
        jurisdiction: NATION,
        from: '2026-01-01',
        params: { elderFrom: TAG_RULES_2026.elderFrom, agedFrom: TAG_RULES_2026.agedFrom },
        citation: TAG_RULES_2026.citation,
        status: TAG_RULES_2026.status,
      },
    ],
  },
  { code: 'fund', zh: '资金', en: 'Funds', rules: [APPROVAL_RULES] },
  { code: 'privacy', zh: '个人信息保存期限', en: 'Retention of personal data', rules: RETENTION_PRESETS },
]

/**
 * The same as one list; `resolveRule` takes it, but answers with params of an unknown shape: pass the list of the area where you use them.
 *
 * @example
 * new Set(ALL_RULE_SETS.map(ruleKey)).size === ALL_RULE_SETS.length // true
 */
export const ALL_RULE_SETS: readonly RuleSet[] = RULE_AREAS.flatMap((area) => area.rules)

function templateRule(template: DeliberationTemplate): RuleSet<DeliberationTemplate> {
  const { code, title, citation, status } = template
  return { code, title, jurisdiction: NATION, from: '2026-01-01', params: template, citation: { source: citation }, status }
}

function ours<Params>(code: string, zh: string, en: string, params: Params): RuleSet<Params> {
  return { code, title: { zh, en }, jurisdiction: NATION, from: '2026-01-01', params, citation: OURS, status: 'unverified' }
}
