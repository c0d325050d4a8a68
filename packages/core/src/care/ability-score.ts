import type { LocalDate } from '../date/index.ts'
import { ruleKey, type RuleSet } from '../ruleset/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import {
  ABILITY_DIMENSIONS,
  ABILITY_ITEMS,
  GBT_42195_2022,
  type AbilityDimension,
  type AbilityLevel,
  type AbilityParams,
} from './ability-items.ts'
import { countRiskEvents, type CareEvent } from './care-risk.ts'

/** Answers by item code. A missing key is unanswered and never zero. */
export type AbilityAnswers = Readonly<Record<string, number | undefined>>

/** What can change the level beside the total. */
export interface AbilityModifiers {
  readonly coma?: boolean
  /** Diagnoses by a specialist as ICD-10 codes: F00–F03 dementia, F04–F99 other mental and behavioural disorders. */
  readonly diagnoses?: readonly string[]
  readonly events?: readonly CareEvent[]
}

/** A dimension's score; undefined while one of its items is unanswered. */
export interface DimensionScore {
  readonly code: AbilityDimension
  readonly zh: string
  readonly score: number | undefined
  readonly max: number
  readonly answered: number
  readonly items: number
}

/** How far a form is: per dimension, and the total only when all 26 items are answered. */
export interface AbilityProgress {
  readonly dimensions: readonly DimensionScore[]
  readonly total: number | undefined
  readonly unanswered: readonly string[]
}

/** A scored assessment. `baseLevel` follows from the total, `level` from it and the changes. Without a total only a coma gives a level. */
export interface AbilityResult extends AbilityProgress {
  /** Which version of the rule scored it: code@jurisdiction@from. */
  readonly rule: string
  readonly baseLevel: AbilityLevel | undefined
  readonly level: AbilityLevel
  readonly levelZh: string
  readonly changes: readonly AbilityChange[]
  /** One sentence with every figure, for the report. */
  readonly zh: string
  readonly unverified: boolean
}

/** What changed the level beside the total. */
export type AbilityChange = 'coma' | 'dementia' | 'mental_disorder' | 'risk_events'

const CHANGE_TEXT: Readonly<Record<AbilityChange, string>> = {
  coma: '昏迷，直接判定',
  dementia: '确诊痴呆（F00–F03）',
  mental_disorder: '确诊其他精神和行为障碍（F04–F99）',
  risk_events: '近期照护风险事件达到规定次数',
}

const reason = defineReasons({
  'ability.unanswered': {
    zh: '还有 {count} 项没有评：{items}。全部评完才有总分',
    en: '{count} items are unanswered; there is no total before all 26 are',
  },
  'ability.score_range': { zh: '{item}的得分应为 0 到 {max} 的整数', en: 'The score must be a whole number from 0 to {max}' },
  'ability.unknown_item': { zh: '没有这个评估项目：{item}', en: 'There is no such item: {item}' },
  'ability.too_few_assessors': { zh: '应由至少 {n} 名评估人员共同评估', en: 'At least {n} assessors are needed' },
  'ability.no_medical_assessor': { zh: '评估人员中至少 1 名应有医护专业背景', en: 'At least one assessor needs a medical background' },
})

/**
 * How far a form is. A dimension's score and the total appear only when every item in them is answered. Refuses scores out of range and unknown items.
 *
 * @example
 * const progress = abilityProgress({ eating: 4 })
 * progress.ok && [progress.value.total, progress.value.unanswered.length] // [undefined, 25]
 * abilityProgress({ stairs: 4 }).ok // false
 */
export function abilityProgress(answers: AbilityAnswers): Result<AbilityProgress> {
  const wrong = checkAnswers(answers)
  if (wrong) return refused(wrong)
  const unanswered = ABILITY_ITEMS.filter((item) => answers[item.code] === undefined).map((item) => item.code)
  const dimensions = ABILITY_DIMENSIONS.map(({ code, zh }) => {
    const items = ABILITY_ITEMS.filter((item) => item.dimension === code)
    const scores = items.map((item) => answers[item.code]).filter((score) => score !== undefined)
    const complete = scores.length === items.length
    return {
      code,
      zh,
      score: complete ? sum(scores) : undefined,
      max: sum(items.map((item) => item.max)),
      answered: scores.length,
      items: items.length,
    }
  })
  return ok({ dimensions, total: unanswered.length === 0 ? sum(dimensions.map((each) => each.score ?? 0)) : undefined, unanswered })
}

/**
 * Scores an assessment by GB/T 42195-2022 (26 items, 90 points, level 0 intact to 4 complete loss). Unverified against the paper text, see the citation of the rule set.
 * A coma gives level 4 directly, with or without answers. A dementia or another mental disorder, or two care-risk events in thirty days,
 * make the level one step worse; several of them together still one step.
 * Refuses with `ability.unanswered`, `ability.score_range` or `ability.unknown_item`.
 *
 * @example
 * const full = Object.fromEntries(ABILITY_ITEMS.map((item) => [item.code, item.max]))
 * const intact = scoreAbility(full, {}, '2026-11-22')
 * intact.ok && [intact.value.total, intact.value.level] // [90, 0]
 * const dementia = scoreAbility(full, { diagnoses: ['F03'] }, '2026-11-22')
 * dementia.ok && dementia.value.level // 1
 * scoreAbility({ ...full, memory: undefined }, {}, '2026-11-22').ok // false
 */
export function scoreAbility(
  answers: AbilityAnswers,
  modifiers: AbilityModifiers,
  on: LocalDate,
  rules: RuleSet<AbilityParams> = GBT_42195_2022,
): Result<AbilityResult> {
  const progress = abilityProgress(answers)
  if (!progress.ok) return progress
  const { total, unanswered } = progress.value
  if (total === undefined && !modifiers.coma) {
    const names = ABILITY_ITEMS.filter((item) => unanswered.includes(item.code)).map((item) => item.zh)
    return refused(reason('ability.unanswered', { count: unanswered.length, items: names.join('、') }))
  }
  const baseLevel = total === undefined ? undefined : abilityLevelOf(total, rules)
  const changes = changesOf(modifiers, on, rules)
  const level = modifiers.coma || baseLevel === undefined ? rules.params.comaLevel : changes.length > 0 ? worse(baseLevel) : baseLevel
  const levelZh = rules.params.bands.find((band) => band.level === level)?.zh ?? String(level)
  return ok({
    ...progress.value,
    rule: ruleKey(rules),
    baseLevel,
    level,
    levelZh,
    changes,
    zh: sentence({ total, baseLevel, level, levelZh, changes }),
    unverified: rules.status === 'unverified',
  })
}

/**
 * The level of a complete total, before any change.
 *
 * @example
 * abilityLevelOf(89) // 1
 */
export function abilityLevelOf(total: number, rules: RuleSet<AbilityParams> = GBT_42195_2022): AbilityLevel {
  return rules.params.bands.toSorted((a, b) => b.from - a.from).find((band) => total >= band.from)?.level ?? 4
}

/**
 * Whether those who assess may do so: at least two different people, one with a medical background. Unverified against the paper text.
 *
 * @example
 * checkAssessors([{ personId: 'a', medical: false }, { personId: 'a', medical: true }]).map((each) => each.code) // ['ability.too_few_assessors']
 */
export function checkAssessors(
  assessors: readonly { readonly personId: string; readonly medical: boolean }[],
  atLeast = 2,
): readonly Refusal[] {
  const against: Refusal[] = []
  if (new Set(assessors.map((each) => each.personId)).size < atLeast)
    against.push(reason('ability.too_few_assessors', { n: atLeast }, 'assessors'))
  if (!assessors.some((each) => each.medical)) against.push(reason('ability.no_medical_assessor', undefined, 'assessors'))
  return against
}

function checkAnswers(answers: AbilityAnswers): Refusal | undefined {
  for (const [code, score] of Object.entries(answers)) {
    const item = ABILITY_ITEMS.find((each) => each.code === code)
    if (!item) return reason('ability.unknown_item', { item: code }, code)
    if (score !== undefined && !(Number.isInteger(score) && score >= 0 && score <= item.max)) {
      return reason('ability.score_range', { item: item.zh, max: item.max }, code)
    }
  }
  return undefined
}

function worse(level: AbilityLevel): AbilityLevel {
  return Math.min(level + 1, 4) as AbilityLevel
}

function changesOf(modifiers: AbilityModifiers, on: LocalDate, rules: RuleSet<AbilityParams>): readonly AbilityChange[] {
  const chapters = (modifiers.diagnoses ?? [])
    .map((code) => /^F(\d{2})(?:\.|$)/i.exec(code.trim())?.[1])
    .filter((each) => each !== undefined)
  return [
    ...(modifiers.coma ? (['coma'] as const) : []),
    ...(chapters.some((chapter) => Number(chapter) <= 3) ? (['dementia'] as const) : []),
    ...(chapters.some((chapter) => Number(chapter) > 3) ? (['mental_disorder'] as const) : []),
    ...(countRiskEvents(modifiers.events ?? [], on, rules.params.riskDays) >= rules.params.riskEvents ? (['risk_events'] as const) : []),
  ]
}

function sentence(result: Pick<AbilityResult, 'total' | 'baseLevel' | 'level' | 'levelZh' | 'changes'>): string {
  const points = result.total === undefined ? '未计总分' : `总分 ${result.total} 分（满分 90）`
  if (result.changes.length === 0) return `${points}，能力等级 ${result.level} 级（${result.levelZh}）`
  const base = result.baseLevel === undefined ? '' : `，初步等级 ${result.baseLevel} 级`
  return `${points}${base}；${result.changes.map((change) => CHANGE_TEXT[change]).join('、')}，最终等级 ${result.level} 级（${result.levelZh}）`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
