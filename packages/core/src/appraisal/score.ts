import { type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import { shareOf, type Points } from './points.ts'
import { checkSheet, type AppraisalItem, type AppraisalSheet, type AutomaticItem } from './sheet.ts'

/** What was counted for an automatic item. Without a numerator or denominator it is missing, which is not zero. */
export interface AutomaticInput {
  readonly numerator?: number
  readonly denominator?: number
  /** The rows behind it, so that anybody can count again. */
  readonly rows: readonly string[]
}

/** What a person gave. */
export interface ManualInput {
  readonly points: Points
  readonly by: string
  readonly reason?: string
  /** Documents, photos, links. */
  readonly evidence: readonly string[]
}

export interface VetoInput {
  readonly raised: boolean
  readonly by: string
  readonly evidence: readonly string[]
}

/** All inputs of one subject, by item code. */
export interface AppraisalInputs {
  readonly subject: string
  readonly period: string
  readonly asOf: LocalDate
  readonly automatic: Readonly<Record<string, AutomaticInput>>
  readonly manual: Readonly<Record<string, ManualInput>>
  readonly veto: Readonly<Record<string, VetoInput>>
}

export interface ItemScore {
  readonly code: string
  /** Nothing while the input is missing. */
  readonly points: Points | undefined
  readonly max: Points
}

export interface AppraisalResult {
  readonly subject: string
  readonly period: string
  readonly sheet: string
  readonly sheetVersion: number
  readonly items: readonly ItemScore[]
  /** Items without input. With one of them there is no total: missing is not zero. */
  readonly missing: readonly string[]
  readonly base: Points | undefined
  readonly bonus: Points
  /** `base + bonus`; never above `full + bonusMax`. */
  readonly total: Points | undefined
  /** Veto items that were raised; the total stays visible and the subject is not ranked. */
  readonly vetoes: readonly string[]
}

const reason = defineReasons({
  'appraisal.count': { zh: '“{item}”的计数不对', en: 'The counts of {item} are not valid' },
  'appraisal.points': { zh: '“{item}”应在 0 到满分之间', en: 'The points of {item} lie between 0 and its maximum' },
  'appraisal.evidence': { zh: '“{item}”须附证明材料', en: '{item} needs evidence' },
  'appraisal.scorer': { zh: '“{item}”须有评分人', en: '{item} names who scored it' },
  'appraisal.unknown_item': { zh: '评分表里没有“{item}”', en: 'There is no item {item} of that kind on the sheet' },
  'appraisal.typed_automatic': { zh: '“{item}”由系统计算，不能手工填写', en: '{item} is computed and cannot be typed' },
})

/**
 * Scores one subject on a sheet.
 *
 * @example
 * scoreAppraisal(COUNCIL_SHEET, { subject: 'c1', period: '2026', asOf: '2026-12-31', automatic: {}, manual: {}, veto: {} }).value.total // undefined
 */
export function scoreAppraisal(sheet: AppraisalSheet, inputs: AppraisalInputs): Result<AppraisalResult> {
  const wrong = checkSheet(sheet) ?? checkInputs(sheet, inputs)
  if (wrong) return refused(wrong)
  const scored = sheet.items.filter((item) => item.kind !== 'veto')
  const items = scored.map((item) => ({ code: item.code, points: pointsOf(item, inputs), max: item.max }))
  const pointsFor = (kind: 'bonus' | 'base'): (Points | undefined)[] =>
    items.filter((_, index) => (scored[index]?.kind === 'bonus') === (kind === 'bonus')).map((item) => item.points)
  const base = pointsFor('base').reduce<Points | undefined>(
    (sum, points) => (sum === undefined || points === undefined ? undefined : sum + points),
    0,
  )
  const bonus = Math.min(
    sheet.bonusMax,
    pointsFor('bonus').reduce<Points>((sum, points) => sum + (points ?? 0), 0),
  )
  return ok({
    subject: inputs.subject,
    period: inputs.period,
    sheet: sheet.code,
    sheetVersion: sheet.version,
    items,
    missing: items.filter((item) => item.points === undefined).map((item) => item.code),
    base,
    bonus,
    total: base === undefined ? undefined : base + bonus,
    vetoes: sheet.items.filter((item) => item.kind === 'veto' && own(inputs.veto, item.code)?.raised).map((item) => item.code),
  })
}

function pointsOf(item: Exclude<AppraisalItem, { kind: 'veto' }>, inputs: AppraisalInputs): Points | undefined {
  if (item.kind === 'automatic') return automaticPoints(item, own(inputs.automatic, item.code))
  const given = own(inputs.manual, item.code)?.points
  return item.kind === 'bonus' ? (given ?? 0) : given
}

function automaticPoints(item: AutomaticItem, input: AutomaticInput | undefined): Points | undefined {
  const { numerator, denominator } = input ?? {}
  if (numerator === undefined || denominator === undefined) return undefined
  if (denominator === 0) return { missing: undefined, full: item.max, zero: 0 }[item.whenEmpty]
  // More held than expected earns no more than the item.
  const part = Math.min(numerator, denominator)
  return item.by.formula === 'ratio' ? shareOf(item.max, part, denominator) : Math.max(0, item.max - item.by.perMiss * (denominator - part))
}

function checkInputs(sheet: AppraisalSheet, inputs: AppraisalInputs): Refusal | undefined {
  const kinds = new Map(sheet.items.map((item) => [item.code, item]))
  for (const [code, { numerator, denominator }] of Object.entries(inputs.automatic)) {
    if (kinds.get(code)?.kind !== 'automatic') return reason('appraisal.unknown_item', { item: code }, code)
    if (![numerator, denominator].every((count) => count === undefined || isCount(count)))
      return reason('appraisal.count', { item: code }, code)
  }
  for (const [code, input] of Object.entries(inputs.manual)) {
    const item = kinds.get(code)
    if (item?.kind === 'automatic') return reason('appraisal.typed_automatic', { item: code }, code)
    if (item?.kind !== 'manual' && item?.kind !== 'bonus') return reason('appraisal.unknown_item', { item: code }, code)
    if (!isCount(input.points) || input.points > item.max) return reason('appraisal.points', { item: code }, code)
    const refusal = checkBacking(code, input)
    if (refusal) return refusal
  }
  for (const [code, input] of Object.entries(inputs.veto)) {
    if (kinds.get(code)?.kind !== 'veto') return reason('appraisal.unknown_item', { item: code }, code)
    const refusal = input.raised ? checkBacking(code, input) : undefined
    if (refusal) return refusal
  }
  return undefined
}

function checkBacking(code: string, { by, evidence }: Pick<ManualInput, 'by' | 'evidence'>): Refusal | undefined {
  if (by.trim() === '') return reason('appraisal.scorer', { item: code }, code)
  return evidence.some((entry) => entry.trim() !== '') ? undefined : reason('appraisal.evidence', { item: code }, code)
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
