import type { Benefit, LimitPeriod, OfferTerms } from '@linli/core/eligibility'

/** The terms of an offer as its row keeps them. */
export interface OfferColumns {
  readonly benefit?: 'percent' | 'fixed' | 'free_item' | null
  readonly payPercent?: number | null
  readonly amountOff?: number | null
  readonly item?: string | null
  readonly itemValue?: number | null
  readonly itemOnBill?: 'yes' | 'no' | null
  readonly minSpend?: number | null
  readonly cap?: number | null
  readonly days?: readonly string[] | null
  readonly from?: string | null
  readonly to?: string | null
  readonly totalLimit?: number | null
  readonly personLimit?: number | null
  readonly personPeriod?: LimitPeriod | null
  readonly condition?: string | null
}

/**
 * The row as the terms that core's rules compute with. What the chosen benefit lacks becomes a value that `checkOffer` refuses by name.
 *
 * @example
 * offerTermsOf({ benefit: 'percent', payPercent: 90, cap: 2000, from: '2026-01-01' }).benefit // { kind: 'percent', payPercent: 90 }
 */
export function offerTermsOf(row: OfferColumns): OfferTerms {
  return {
    benefit: benefitOf(row),
    minSpendFen: row.minSpend ?? undefined,
    capFen: row.cap ?? undefined,
    days: row.days && row.days.length > 0 ? row.days.map(Number) : undefined,
    from: row.from ?? '',
    to: row.to ?? undefined,
    totalLimit: row.totalLimit ?? undefined,
    perPersonLimit: row.personLimit ? { n: row.personLimit, period: row.personPeriod ?? 'total' } : undefined,
    conditions: row.condition ? [row.condition] : undefined,
  }
}

function benefitOf(row: OfferColumns): Benefit {
  switch (row.benefit) {
    case 'fixed':
      return { kind: 'fixed', offFen: row.amountOff ?? 0 }
    case 'free_item':
      return { kind: 'free_item', item: row.item ?? '', valueFen: row.itemValue ?? 0, onBill: row.itemOnBill === 'yes' }
    default:
      return { kind: 'percent', payPercent: row.payPercent ?? 0 }
  }
}
