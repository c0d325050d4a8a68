/** What a phone keeps of its officer's area, by the names of the lists. */
const PHONE_LISTS = {
  residents: '居民',
  homes: '房屋',
  buildings: '楼栋和单元',
  organisations: '单位',
  facilities: '巡查点位',
  visits: '走访',
  events: '事件',
  patrols: '巡查',
  forms: '采集表',
  cells: '网格',
} as const
export type PhoneList = keyof typeof PHONE_LISTS

/**
 * How much of each list a phone keeps. A cell is 300 to 500 households, some 1,500 residents; an officer has few cells. Four full cells are about a
 * megabyte. The bounds are this project's design.
 */
export const MOST_ON_PHONE = {
  residents: 6000,
  homes: 3000,
  buildings: 1000,
  organisations: 2000,
  facilities: 1000,
  events: 300,
  forms: 100,
  cells: 50,
} as const satisfies Partial<Record<PhoneList, number>>

/** A list of which the phone keeps the beginning alone. */
export interface CutList {
  readonly what: PhoneList
  readonly kept: number
  readonly all: number
}

/**
 * What an officer is told when the phone does not hold everything: what it holds, and what to do about it.
 *
 * @example
 * cutText([{ what: 'residents', kept: 6000, all: 6500 }]) // '手机没有存全：居民只有 6000（共 6500）。…'
 */
export function cutText(cut: readonly CutList[]): string {
  if (cut.length === 0) return ''
  const told = cut.map(({ what, kept, all }) => `${PHONE_LISTS[what]}只有 ${kept}（共 ${all}）`).join('，')
  return `手机没有存全：${told}。找不到的先问社区，不要当作新的登记；请社区把网格划小，或者少分几个网格。`
}
