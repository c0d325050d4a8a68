import type { ReportRow } from '@linli/kit'

/** How many carry a tag, how many of them used a card, and how often. */
export interface ReachLine {
  readonly tag: string
  readonly entitled: number
  readonly people: number
  readonly visits: number
}

/** The smallest number of people that is shown. */
export const SMALLEST_CELL = 5
const HIDDEN = '少于 5 人'

/**
 * The lines with small figures withheld: a count of one to four people, and whatever would give it away by subtraction
 * (the remainder of those entitled, the visits of so few, the rate).
 * Lines are per tag and one person may stand in several, so no total is shown that a line could be subtracted from.
 *
 * @example
 * withheld([{ tag: '残疾', entitled: 40, people: 3, visits: 9 }])[0]?.people // '少于 5 人'
 */
export function withheld(lines: readonly ReachLine[]): readonly ReportRow[] {
  return lines.map(({ tag, entitled, people, visits }) => {
    if (isSmall(entitled)) return { tag, entitled: HIDDEN, people: HIDDEN, visits: '—', uptake: '—' }
    if (isSmall(people) || isSmall(entitled - people))
      return { tag, entitled: String(entitled), people: isSmall(people) ? HIDDEN : '不显示', visits: '—', uptake: '—' }
    return { tag, entitled: String(entitled), people: String(people), visits: String(visits), uptake: percent(people, entitled) }
  })
}

function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_CELL
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`
}
