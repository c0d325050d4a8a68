import type { Instant } from '@linli/core/date'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** China has one time and no summer time. */
const OFFSET = 8 * 60 * MINUTE
const FIELDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const

/**
 * When a job is next due by its five cron fields in China's time, after a moment; nothing where the fields cannot be read or name no day of the next years.
 * Numbers, `*`, lists, ranges and steps; a day of the month and a weekday that are both given hold both.
 *
 * @example
 * nextRun('30 2 * * *', '2026-11-27T10:00:00.000Z') // '2026-11-27T18:30:00.000Z'
 */
export function nextRun(every: string, after: Instant): Instant | undefined {
  const parts = every.trim().split(/\s+/u)
  const sets = FIELDS.map(([low, high], index) => valuesOf(parts[index] ?? '', low, high))
  const [minutes, hours, days, months, weekdays] = sets
  if (parts.length !== 5 || !minutes || !hours || !days || !months || !weekdays) return undefined
  if (weekdays.has(7)) weekdays.add(0)

  const start = Math.floor((Date.parse(after) + OFFSET) / MINUTE) * MINUTE + MINUTE
  for (let day = Math.floor(start / DAY) * DAY, left = 1500; left > 0; day += DAY, left -= 1) {
    const date = new Date(day)
    if (!days.has(date.getUTCDate()) || !months.has(date.getUTCMonth() + 1) || !weekdays.has(date.getUTCDay())) continue
    for (let at = Math.max(day, start); at < day + DAY; at += MINUTE) {
      const time = new Date(at)
      if (hours.has(time.getUTCHours()) && minutes.has(time.getUTCMinutes())) return new Date(at - OFFSET).toISOString()
    }
  }
  return undefined
}

function valuesOf(field: string, low: number, high: number): Set<number> | undefined {
  const values = new Set<number>()
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/u.exec(part)
    if (!match) return undefined
    const [, first, last, step] = match
    const from = first === undefined ? low : Number(first)
    const to = last !== undefined ? Number(last) : first === undefined || step !== undefined ? high : from
    const by = Number(step ?? 1)
    if (from < low || to > high || from > to || by < 1) return undefined
    for (let value = from; value <= to; value += by) values.add(value)
  }
  return values
}
