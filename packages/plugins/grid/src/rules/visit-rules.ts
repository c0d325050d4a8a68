import { nextDue } from '@linli/core/cadence'
import { addDays, type LocalDate } from '@linli/core/date'

/** Why somebody is visited again and again. */
export const VISIT_KINDS = { alone: '独居老人探访', review: '需求复核' } as const
export type VisitKind = keyof typeof VISIT_KINDS | 'key'

/** Who is due for a visit of a kind, and when they were last seen. */
export interface Visited {
  readonly personId: string
  /** The last visit at which somebody was met, or the day since which they are to be visited. */
  readonly since: LocalDate
}

/** A visit that falls due. */
export interface DueVisit {
  readonly personId: string
  readonly dueOn: LocalDate
}

/**
 * The visits that fall due within the days ahead, each counted from the last one; one that is late falls due today.
 *
 * @example
 * dueVisits([{ personId: 'a', since: '2026-11-16' }], 7, '2026-11-20', 3) // [{ personId: 'a', dueOn: '2026-11-23' }]
 */
export function dueVisits(people: readonly Visited[], everyDays: number, today: LocalDate, ahead: number): DueVisit[] {
  const horizon = addDays(today, ahead)
  return people.flatMap(({ personId, since }) => {
    const due = nextDue({ kind: 'interval', every: everyDays, unit: 'days' }, since, today)
    if (!due.ok || due.value.dueOn > horizon) return []
    return [{ personId, dueOn: due.value.dueOn < today ? today : due.value.dueOn }]
  })
}
