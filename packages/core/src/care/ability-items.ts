import { NATION, type RuleSet } from '../ruleset/index.ts'

/** The four dimensions of GB/T 42195-2022. */
export type AbilityDimension = 'self_care' | 'movement' | 'mind' | 'senses_society'

/** One of the 26 items: its code, its dimension, its name and the highest score. The lowest is 0, scores are whole numbers, more is better. */
export interface AbilityItem {
  readonly code: string
  readonly dimension: AbilityDimension
  readonly zh: string
  readonly en: string
  readonly max: number
}

/** The dimensions with their names, in the order of the form. */
export const ABILITY_DIMENSIONS: readonly { readonly code: AbilityDimension; readonly zh: string; readonly en: string }[] = [
  { code: 'self_care', zh: '自理能力', en: 'Self-care' },
  { code: 'movement', zh: '基础运动能力', en: 'Basic movement' },
  { code: 'mind', zh: '精神状态', en: 'State of mind' },
  { code: 'senses_society', zh: '感知觉与社会参与', en: 'Senses and social participation' },
]

/** The 26 items; their highest scores add up to 90 (32 + 15 + 28 + 15). */
export const ABILITY_ITEMS: readonly AbilityItem[] = [
  { code: 'eating', dimension: 'self_care', zh: '进食', en: 'Eating', max: 4 },
  { code: 'grooming', dimension: 'self_care', zh: '修饰', en: 'Grooming', max: 4 },
  { code: 'bathing', dimension: 'self_care', zh: '洗澡', en: 'Bathing', max: 4 },
  { code: 'upper_dressing', dimension: 'self_care', zh: '穿/脱上衣', en: 'Dressing, upper body', max: 4 },
  { code: 'lower_dressing', dimension: 'self_care', zh: '穿/脱裤子和鞋袜', en: 'Dressing, trousers and shoes', max: 4 },
  { code: 'bladder', dimension: 'self_care', zh: '小便控制', en: 'Bladder control', max: 4 },
  { code: 'bowel', dimension: 'self_care', zh: '大便控制', en: 'Bowel control', max: 4 },
  { code: 'toilet', dimension: 'self_care', zh: '如厕', en: 'Using the toilet', max: 4 },
  { code: 'bed_position', dimension: 'movement', zh: '床上体位转移', en: 'Moving in bed', max: 4 },
  { code: 'bed_chair', dimension: 'movement', zh: '床椅转移', en: 'Bed to chair', max: 4 },
  { code: 'walking', dimension: 'movement', zh: '平地行走', en: 'Walking', max: 4 },
  { code: 'stairs', dimension: 'movement', zh: '上下楼梯', en: 'Stairs', max: 3 },
  { code: 'time', dimension: 'mind', zh: '时间定向', en: 'Orientation in time', max: 4 },
  { code: 'place', dimension: 'mind', zh: '空间定向', en: 'Orientation in place', max: 4 },
  { code: 'people', dimension: 'mind', zh: '人物定向', en: 'Recognising people', max: 4 },
  { code: 'memory', dimension: 'mind', zh: '记忆', en: 'Memory', max: 4 },
  { code: 'understanding', dimension: 'mind', zh: '理解能力', en: 'Understanding', max: 4 },
  { code: 'expression', dimension: 'mind', zh: '表达能力', en: 'Expression', max: 4 },
  { code: 'aggression', dimension: 'mind', zh: '攻击行为', en: 'Aggressive behaviour', max: 1 },
  { code: 'depression', dimension: 'mind', zh: '抑郁症状', en: 'Signs of depression', max: 1 },
  { code: 'consciousness', dimension: 'mind', zh: '意识水平', en: 'Consciousness', max: 2 },
  { code: 'sight', dimension: 'senses_society', zh: '视力', en: 'Sight', max: 2 },
  { code: 'hearing', dimension: 'senses_society', zh: '听力', en: 'Hearing', max: 2 },
  { code: 'daily_affairs', dimension: 'senses_society', zh: '执行日常事务', en: 'Daily affairs', max: 4 },
  { code: 'transport', dimension: 'senses_society', zh: '使用交通工具外出', en: 'Going out by transport', max: 3 },
  { code: 'social', dimension: 'senses_society', zh: '社会交往能力', en: 'Social contact', max: 4 },
]

/** 0 完好 … 4 完全丧失: a higher level is a worse ability. */
export type AbilityLevel = 0 | 1 | 2 | 3 | 4

/** The names of the levels and the lowest total of each, of 90. */
export interface AbilityBand {
  readonly level: AbilityLevel
  readonly zh: string
  readonly en: string
  readonly from: number
}

/** What a version of the scoring rule says: its bands, and what changes a level. */
export interface AbilityParams {
  readonly bands: readonly AbilityBand[]
  /** The level that a coma gives directly. */
  readonly comaLevel: AbilityLevel
  /** So many care-risk events within so many days make the level one step worse. */
  readonly riskEvents: number
  readonly riskDays: number
}

/**
 * GB/T 42195-2022 as public transcriptions give it. The item list and the sum of 90 agree in several of them; the bands and the changes of level
 * are taken from public code and pages, and one transcription gives level 3 for a coma.
 */
export const GBT_42195_2022: RuleSet<AbilityParams> = {
  code: 'ABILITY_ASSESSMENT',
  title: { zh: '老年人能力评估', en: 'Ability assessment of elders' },
  jurisdiction: NATION,
  from: '2022-12-30',
  params: {
    bands: [
      { level: 0, zh: '能力完好', en: 'Intact', from: 90 },
      { level: 1, zh: '轻度失能', en: 'Slight loss', from: 66 },
      { level: 2, zh: '中度失能', en: 'Moderate loss', from: 46 },
      { level: 3, zh: '重度失能', en: 'Severe loss', from: 30 },
      { level: 4, zh: '完全失能', en: 'Complete loss', from: 0 },
    ],
    comaLevel: 4,
    riskEvents: 2,
    riskDays: 30,
  },
  citation: {
    source: 'GB/T 42195-2022 老年人能力评估规范',
    note: '须核对：等级分数段、昏迷的直接判定等级、等级变更条款（是否可叠加）、评估人员数量与资质、有效期、实施日期',
  },
  status: 'unverified',
}
