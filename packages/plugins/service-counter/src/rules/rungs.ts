import type { LadderRung } from '@linli/core/calendar'
import type { Instant } from '@linli/core/date'
import { type Rung, RUNGS } from './options.ts'

/** A rung that is reached, and until when whoever holds it has time: until the next one is reached. */
export interface ReachedRung {
  readonly level: Rung
  readonly at: Instant
  /** Nothing for the last rung: then the street's own rule says how long. */
  readonly until: Instant | null
}

/**
 * The rungs above the handler's light that a clock has reached, lowest first.
 *
 * @example
 * reachedRungs(ladder).map(({ level }) => level) // ['urge', 'supervise']
 */
export function reachedRungs(ladder: readonly LadderRung[]): readonly ReachedRung[] {
  return ladder.flatMap(({ level, at, reached }, index) =>
    level === 'light' || !reached || !Object.hasOwn(RUNGS, level) ? [] : [{ level, at, until: ladder[index + 1]?.at ?? null }],
  )
}
