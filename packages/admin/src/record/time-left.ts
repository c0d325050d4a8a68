const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface TimeLeft {
  readonly overdue: boolean
  readonly unit: 'days' | 'hours'
  /** Whole units, rounded so that nothing looks longer than it is. */
  readonly n: number
}

/**
 * How long until a moment, or how long past it.
 *
 * @example
 * timeLeft('2026-11-25T10:00:00.000Z', '2026-11-22T09:00:00.000Z') // { overdue: false, unit: 'days', n: 3 }
 */
export function timeLeft(dueAt: string, now: string): TimeLeft {
  const left = Date.parse(dueAt) - Date.parse(now)
  const size = Math.abs(left)
  const unit = size >= DAY ? 'days' : 'hours'
  return { overdue: left < 0, unit, n: Math.floor(size / (unit === 'days' ? DAY : HOUR)) }
}
