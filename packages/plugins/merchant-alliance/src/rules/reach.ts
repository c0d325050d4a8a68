import type { ReportRow } from '@linli/kit'

/** How many carry a tag, how many of them used a card, and how often. */
export interface ReachLine {
  readonly tag: string
  readonly entitled: number
  readonly people: number
  readonly visits: number
}

/** The line over everybody, each counted once. */
export const ALL = '全部（不重复）'

/** The smallest number of people that is shown. */
export const SMALLEST_CELL = 5
const HIDDEN = '少于 5 人'

/**
 * The lines with small figures withheld: a count of one to four people, and whatever would give it away by subtraction
 * (the remainder of those entitled, the visits of so few, the rate).
 * Lines are per tag and one person may stand in several; for the line over everybody see {@link withheldTotal}.
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

/**
 * The line over everybody, each counted once. It is withheld as the others are, and also where it differs from a line that is shown by
 * one to four people: the difference would tell of them.
 *
 * @example
 * withheldTotal({ tag: ALL, entitled: 50, people: 22, visits: 60 }, [{ tag: '高龄', entitled: 40, people: 20, visits: 55 }]).people // '不显示'
 */
export function withheldTotal(total: ReachLine, lines: readonly ReachLine[]): ReportRow {
  const givesAway = lines.some(
    (line) => isSmall(total.people - line.people) || isSmall(total.entitled - line.entitled) || isSmall(rest(total) - rest(line)),
  )
  if (givesAway) return { tag: total.tag, entitled: '不显示', people: '不显示', visits: '—', uptake: '—' }
  return withheld([total])[0] ?? { tag: total.tag }
}

function rest({ entitled, people }: ReachLine): number {
  return entitled - people
}

function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_CELL
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`
}
