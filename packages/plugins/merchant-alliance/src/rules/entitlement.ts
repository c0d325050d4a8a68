import type { EntitlementRule } from '@linli/core/eligibility'
import { TAG_OPTIONS } from '@linli/plugin-registry'

/** An entitlement rule as its row keeps it. */
export interface EntitlementColumns {
  readonly anyTags?: readonly string[] | null
  readonly allTags?: readonly string[] | null
  readonly incomeAtMost?: number | null
  readonly incomeFreshDays?: number | null
  readonly from?: string | null
  readonly to?: string | null
}

/** The row as the rule that core decides with; tags stand in it by their Chinese names, as they are shown. */
export function entitlementOf(row: EntitlementColumns): EntitlementRule {
  return {
    any: named(row.anyTags),
    all: named(row.allTags),
    income: row.incomeAtMost ? { monthlyAtMostFen: row.incomeAtMost, notOlderThanDays: row.incomeFreshDays ?? undefined } : undefined,
    from: row.from ?? undefined,
    to: row.to ?? undefined,
  }
}

/** A tag's Chinese name by its code. */
export function tagName(code: string): string {
  return Object.hasOwn(TAG_OPTIONS, code) ? TAG_OPTIONS[code as keyof typeof TAG_OPTIONS] : code
}

function named(codes: readonly string[] | null | undefined): string[] {
  return (codes ?? []).map(tagName)
}
