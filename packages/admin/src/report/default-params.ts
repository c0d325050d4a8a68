import type { LocalDate } from '@linli/core/date'
import type { Fields } from '@linli/kit'

/**
 * The conditions with which a report opens: its own defaults, and where it asks for a first and a last day the present month so far,
 * so that something can be seen at once.
 *
 * @example
 * defaultParams({ from: date({ title: '从', required: true }), to: date({ title: '到', required: true }) }, '2026-11-22') // { from: '2026-11-01', to: '2026-11-22' }
 */
export function defaultParams(params: Fields, today: LocalDate): Readonly<Record<string, unknown>> {
  const own = Object.entries(params).flatMap(([key, field]) => (field.default === undefined ? [] : [[key, field.default] as const]))
  const [from, to, ...others] = Object.entries(params).filter(
    ([, field]) => field.kind === 'date' && field.required && field.default === undefined,
  )
  const isPeriod = from !== undefined && to !== undefined && others.length === 0
  return Object.fromEntries([...own, ...(isPeriod ? [[from[0], `${today.slice(0, 8)}01`] as const, [to[0], today] as const] : [])])
}
