import type { OpeningTimes } from '@linli/core/calendar'
import { OFFICE_HOURS } from '@linli/core/presets'

const SPAN = /^(\d\d:\d\d)-(\d\d:\d\d)$/

/** The pattern of the setting: `09:00-12:00 13:00-17:00`. */
export const OPENING_PATTERN = '^\\d\\d:\\d\\d-\\d\\d:\\d\\d( \\d\\d:\\d\\d-\\d\\d:\\d\\d)*$'

/**
 * Opening times as an administrator writes them.
 *
 * @example
 * openingOf('08:30-12:00 14:30-18:00').workingDay[1] // { from: '14:30', to: '18:00' }
 */
export function openingOf(text: string): OpeningTimes {
  const spans = text.split(' ').flatMap((span) => {
    const [, from, to] = SPAN.exec(span) ?? []
    return from && to ? [{ from, to }] : []
  })
  return spans.length > 0 ? { workingDay: spans } : OFFICE_HOURS
}
