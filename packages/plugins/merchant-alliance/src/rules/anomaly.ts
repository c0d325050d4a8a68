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
 * Finds uses of one card that crowd within the window (`burst`), that lie in different communities within it (`far`),
 * and those at a shop of the holder's own (`own_shop`). Uses may come in any order; windows do not overlap.
 *
 * @example
 * findSuspicions([{ cardId: 'a', merchant: '粮店', communityId: null, at: '2026-11-22T01:00:00.000Z', ownShop: true }], 10, 4)[0]?.kind // 'own_shop'
 */
export function findSuspicions(uses: readonly UseFact[], windowMinutes: number, least: number): readonly Suspicion[] {
  const byCard = Map.groupBy(uses, (use) => use.cardId)
  return [...byCard.values()].flatMap((own) => {
    const sorted = own.toSorted((a, b) => a.at.localeCompare(b.at))
    const windows = cluster(sorted, windowMinutes * 60_000)
    return [
      ...windows.filter((group) => group.length >= least).map((group) => suspicion('burst', group)),
      ...windows.filter((group) => new Set(group.map(({ communityId }) => communityId)).size > 1).map((group) => suspicion('far', group)),
      ...sorted.filter(({ ownShop }) => ownShop).map((use) => suspicion('own_shop', [use])),
    ]
  })
}

function cluster(sorted: readonly UseFact[], span: number): UseFact[][] {
  const groups: UseFact[][] = []
  for (const use of sorted) {
    const group = groups.at(-1)
    if (group?.[0] && Date.parse(use.at) - Date.parse(group[0].at) <= span) group.push(use)
    else groups.push([use])
  }
  return groups
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
