import type { LocalDate } from '@linli/core/date'

/**
 * Whether somebody looks after a cell on a day: from the first day of service to the last, both included; an open end has not come.
 *
 * @example
 * isInOffice({ from: null, to: '2026-11-30' }, '2026-11-30') // true
 */
export function isInOffice({ from, to }: { readonly from: LocalDate | null; readonly to: LocalDate | null }, today: LocalDate): boolean {
  return (from === null || from <= today) && (to === null || to >= today)
}
