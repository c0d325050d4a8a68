import { defineReasons, type Refusal } from '../refusal/index.ts'
import { type Points } from './points.ts'

interface ItemBase {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/**
 * Computed from rows, so that nobody has to type it.
 * `ratio`: the share of `max`. `deduct`: `max` less `perMiss` for each of (denominator − numerator) missed, never below 0.
 */
export interface AutomaticItem extends ItemBase {
  readonly kind: 'automatic'
  readonly max: Points
  readonly by: { readonly formula: 'ratio' } | { readonly formula: 'deduct'; readonly perMiss: Points }
  /** What an empty denominator means. `missing` leaves the sheet without a total until somebody decides. */
  readonly whenEmpty: 'missing' | 'full' | 'zero'
}

/** Scored by a person, with evidence. */
export interface ManualItem extends ItemBase {
  readonly kind: 'manual'
  readonly max: Points
}

/** Extra points, with evidence; all of them together are capped by the sheet. */
export interface BonusItem extends ItemBase {
  readonly kind: 'bonus'
  readonly max: Points
}

/** One of these decides alone: 一票否决. */
export interface VetoItem extends ItemBase {
  readonly kind: 'veto'
}

export type AppraisalItem = AutomaticItem | ManualItem | BonusItem | VetoItem

export interface AppraisalSheet {
  readonly code: string
  readonly version: number
  readonly zh: string
  readonly en: string
  readonly items: readonly AppraisalItem[]
  /** What automatic and manual items add up to. */
  readonly full: Points
  readonly bonusMax: Points
  /** Items whose score breaks a tie, the first one first. Who is equal in all of them shares the place. */
  readonly tieBreakers: readonly string[]
}

const reason = defineReasons({
  'appraisal.sheet_twice': { zh: '评分项“{item}”重复', en: 'Item {item} is listed twice' },
  'appraisal.sheet_points': { zh: '评分项“{item}”的分值不对', en: 'The points of item {item} are not valid' },
  'appraisal.sheet_full': { zh: '各项合计 {sum},与满分 {full} 不符', en: 'The items add up to {sum}, not to {full}' },
  'appraisal.sheet_tie': { zh: '并列规则里的“{item}”不在评分表里', en: 'The tie rule names {item}, which is not on the sheet' },
})

/**
 * What is wrong with a sheet, or nothing.
 *
 * @example
 * checkSheet(COUNCIL_SHEET) // undefined
 */
export function checkSheet(sheet: AppraisalSheet): Refusal | undefined {
  const codes = new Set<string>()
  let sum = 0
  for (const item of sheet.items) {
    if (codes.has(item.code)) return reason('appraisal.sheet_twice', { item: item.code })
    codes.add(item.code)
    if (item.kind === 'veto') continue
    const step = item.kind === 'automatic' && item.by.formula === 'deduct' ? item.by.perMiss : 1
    if (!isPoints(item.max) || item.max === 0 || !isPoints(step) || step === 0) return reason('appraisal.sheet_points', { item: item.code })
    if (item.kind !== 'bonus') sum += item.max
  }
  if (!isPoints(sheet.bonusMax)) return reason('appraisal.sheet_points', { item: 'bonusMax' })
  if (sum !== sheet.full) return reason('appraisal.sheet_full', { sum, full: sheet.full })
  const unknown = sheet.tieBreakers.find((code) => !sheet.items.some((item) => item.code === code && item.kind !== 'veto'))
  return unknown === undefined ? undefined : reason('appraisal.sheet_tie', { item: unknown })
}

function isPoints(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
