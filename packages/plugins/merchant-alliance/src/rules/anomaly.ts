import type { Instant } from '@linli/core/date'

/** One use, as far as suspicion needs it. */
export interface UseFact {
  readonly cardId: string
  readonly merchant: string
  readonly communityId: string | null
  readonly at: Instant
  readonly ownShop: boolean
}

/** A group of uses that wants a look. A suspicion, never a verdict. */
export interface Suspicion {
  readonly kind: 'burst' | 'far' | 'own_shop'
  readonly cardId: string
  readonly merchants: readonly string[]
  readonly first: Instant
  readonly last: Instant
  readonly count: number
}

/**
 * Finds uses of one card that crowd within a window (`burst`), that lie in different communities within one (`far`),
 * and those at a shop of the holder's own (`own_shop`). The window slides: wherever `least` uses lie no more than `windowMinutes` apart,
 * they are found; windows that share a use are told as one suspicion. Uses may come in any order.
 *
 * @example
 * findSuspicions([{ cardId: 'a', merchant: '粮店', communityId: null, at: '2026-11-22T01:00:00.000Z', ownShop: true }], 10, 4)[0]?.kind // 'own_shop'
 */
export function findSuspicions(uses: readonly UseFact[], windowMinutes: number, least: number): readonly Suspicion[] {
  const byCard = Map.groupBy(uses, (use) => use.cardId)
  return [...byCard.values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => a.at.localeCompare(b.at))
    const span = windowMinutes * 60_000
    return [
      ...crowds(sorted, span, (group) => group.length >= least).map((group) => suspicion('burst', group)),
      ...crowds(sorted, span, (group) => new Set(group.map(({ communityId }) => communityId)).size > 1).map((group) =>
        suspicion('far', group),
      ),
      ...sorted.filter(({ ownShop }) => ownShop).map((use) => suspicion('own_shop', [use])),
    ]
  })
}

/** The runs of uses that are covered by windows which want a look, each as long as such windows overlap. */
function crowds(sorted: readonly UseFact[], span: number, isSuspect: (group: readonly UseFact[]) => boolean): readonly UseFact[][] {
  const runs: { from: number; to: number }[] = []
  let to = 0
  for (const [from, use] of sorted.entries()) {
    while (to < sorted.length && Date.parse(sorted[to]?.at ?? '') - Date.parse(use.at) <= span) to += 1
    if (!isSuspect(sorted.slice(from, to))) continue
    const last = runs.at(-1)
    if (last && from < last.to) last.to = to
    else runs.push({ from, to })
  }
  return runs.map((run) => sorted.slice(run.from, run.to))
}

function suspicion(kind: Suspicion['kind'], group: readonly UseFact[]): Suspicion {
  const [first, last] = [group[0], group.at(-1)]
  return {
    kind,
    cardId: first?.cardId ?? '',
    merchants: [...new Set(group.map(({ merchant }) => merchant))],
    first: first?.at ?? '',
    last: last?.at ?? '',
    count: group.length,
  }
}
