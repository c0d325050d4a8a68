import type { LocalDate } from '../date/index.ts'
import { isFen, type Fen, type Rounding } from '../money/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import type { LimitPeriod } from './period.ts'

/**
 * What the merchant gives.
 * `percent`: the share of the bill that is paid: 90 is 九折 (9/10 is paid), 85 is 八五折. A whole number from 1 to 99.
 * `fixed`: so many fen off.
 * `free_item`: something given. `onBill` says that its price stands on the bill and is taken off; otherwise it comes on top and the bill stays.
 */
export type Benefit =
  | { readonly kind: 'percent'; readonly payPercent: number; readonly rounding?: Rounding }
  | { readonly kind: 'fixed'; readonly offFen: Fen }
  | { readonly kind: 'free_item'; readonly item: string; readonly valueFen: Fen; readonly onBill?: boolean }

/** The terms of an offer. All limits are optional; without them nothing is limited. */
export interface OfferTerms {
  readonly benefit: Benefit
  /** The bill must reach this amount. */
  readonly minSpendFen?: Fen
  /** The most that one use can take off. */
  readonly capFen?: Fen
  /** ISO weekdays on which the offer holds: 1 Monday … 7 Sunday. */
  readonly days?: readonly number[]
  readonly from: LocalDate
  /** The last day on which the offer holds. */
  readonly to?: LocalDate
  readonly totalLimit?: number
  readonly perPersonLimit?: { readonly n: number; readonly period: LimitPeriod }
  /** Further conditions in the merchant's words, shown and not computed: 「堂食」. */
  readonly conditions?: readonly string[]
}

const reason = defineReasons({
  'offer.pay_percent': { zh: '折扣应在 0.1 折到 9.9 折之间（九折填 90）', en: 'The share to pay must be a whole number from 1 to 99' },
  'offer.benefit': { zh: '没有这种优惠', en: 'There is no such benefit' },
  'offer.amount': { zh: '金额应大于 0', en: 'The amount must be positive' },
  'offer.item_missing': { zh: '请写明赠送或免费的项目', en: 'Name the free item' },
  'offer.days': { zh: '可用日期应从周一到周日中选择，至少一天', en: 'Choose at least one weekday, Monday to Sunday' },
  'offer.period_reversed': { zh: '结束日期不能早于开始日期', en: 'The last day cannot precede the first' },
  'offer.limit': { zh: '次数限制应为不小于 1 的整数', en: 'A limit must be a whole number of at least 1' },
  'offer.fixed_above_minimum': {
    zh: '优惠金额不小于最低消费：账单刚好达到最低消费时会全免',
    en: 'The discount is not below the minimum spend: a bill at the minimum would be free',
  },
})

/**
 * Finds what is wrong with an offer before it is approved. An empty list means that it can be published.
 *
 * @example
 * checkOffer({ benefit: { kind: 'percent', payPercent: 90 }, capFen: 2000, from: '2026-01-01' }) // []
 * checkOffer({ benefit: { kind: 'percent', payPercent: 100 }, from: '2026-01-01' })[0]?.code // 'offer.pay_percent'
 */
export function checkOffer(terms: OfferTerms): readonly Refusal[] {
  const found: Refusal[] = [...checkBenefit(terms.benefit)]
  if (terms.minSpendFen !== undefined && !isPositive(terms.minSpendFen)) found.push(reason('offer.amount', undefined, 'minSpendFen'))
  if (terms.capFen !== undefined && !isPositive(terms.capFen)) found.push(reason('offer.amount', undefined, 'capFen'))
  if (terms.days && (terms.days.length === 0 || terms.days.some((day) => !Number.isInteger(day) || day < 1 || day > 7))) {
    found.push(reason('offer.days', undefined, 'days'))
  }
  if (terms.to !== undefined && terms.to < terms.from) found.push(reason('offer.period_reversed', undefined, 'to'))
  if (terms.totalLimit !== undefined && !isCount(terms.totalLimit)) found.push(reason('offer.limit', undefined, 'totalLimit'))
  if (terms.perPersonLimit && !isCount(terms.perPersonLimit.n)) found.push(reason('offer.limit', undefined, 'perPersonLimit'))
  if (terms.benefit.kind === 'fixed' && terms.minSpendFen !== undefined && terms.benefit.offFen >= terms.minSpendFen) {
    found.push(reason('offer.fixed_above_minimum', undefined, 'minSpendFen'))
  }
  return found
}

/** What is wrong with a benefit by itself. */
export function checkBenefit(benefit: Benefit): readonly Refusal[] {
  switch (benefit.kind) {
    case 'percent':
      return Number.isInteger(benefit.payPercent) && benefit.payPercent >= 1 && benefit.payPercent <= 99
        ? []
        : [reason('offer.pay_percent', undefined, 'benefit')]
    case 'fixed':
      return isPositive(benefit.offFen) ? [] : [reason('offer.amount', undefined, 'benefit')]
    case 'free_item':
      if (benefit.item.trim() === '') return [reason('offer.item_missing', undefined, 'benefit')]
      return isFen(benefit.valueFen) && benefit.valueFen >= 0 ? [] : [reason('offer.amount', undefined, 'benefit')]
    default:
      return [reason('offer.benefit', undefined, 'benefit')]
  }
}

function isPositive(fen: Fen): boolean {
  return isFen(fen) && fen > 0
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1
}
