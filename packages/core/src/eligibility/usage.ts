import { addDays, weekday, type LocalDate } from '../date/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import type { OfferTerms } from './offer.ts'
import { periodWindow, type LimitPeriod } from './period.ts'

/** How often an offer was used, counted inside the lock: by this person in the running period, and by everybody since it began. */
export interface OfferUsage {
  readonly byPerson: number
  readonly total: number
}

const PERIOD_TEXT: Readonly<Record<LimitPeriod, { readonly zh: string; readonly en: string }>> = {
  day: { zh: '每天', en: 'a day' },
  week: { zh: '每周', en: 'a week' },
  month: { zh: '每月', en: 'a month' },
  total: { zh: '总共', en: 'in all' },
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

const reason = defineReasons({
  'offer.not_started': { zh: '优惠自 {from} 起可用', en: 'The offer begins on {from}' },
  'offer.ended': { zh: '优惠已于 {to} 结束', en: 'The offer ended on {to}' },
  'offer.not_this_weekday': { zh: '今天{today}不可用，可用日：{days}', en: 'Not on this weekday; it holds on weekdays {numbers}' },
  'offer.total_limit': { zh: '优惠总数 {limit} 份已用完', en: 'All {limit} uses are taken' },
  'offer.person_limit': { zh: '{period}限 {n} 次，已用完', en: 'Limited to {n} {periodEn}, all used' },
  'offer.person_limit_until': {
    zh: '{period}限 {n} 次，已用完，{next} 起可再用',
    en: 'Limited to {n} {periodEn}, all used; again from {next}',
  },
})

/**
 * Whether an offer holds on a day: not before its first day, not after its last, on one of its weekdays. Undefined when it does.
 *
 * @example
 * checkOfferDay({ from: '2026-01-01', to: '2026-12-31', days: [1, 2, 3, 4, 5] }, '2026-11-22')?.code // 'offer.not_this_weekday'
 */
export function checkOfferDay(terms: Pick<OfferTerms, 'from' | 'to' | 'days'>, on: LocalDate): Refusal | undefined {
  if (on < terms.from) return reason('offer.not_started', { from: terms.from })
  if (terms.to !== undefined && on > terms.to) return reason('offer.ended', { to: terms.to })
  if (terms.days && !terms.days.includes(weekday(on))) {
    return reason('offer.not_this_weekday', {
      today: weekdayText([weekday(on)]),
      days: weekdayText(terms.days),
      numbers: terms.days.join(', '),
    })
  }
  return undefined
}

/**
 * Whether one more use fits the limits. Undefined when it does. The counts are those *before* this use.
 * Call it with counts read inside the transaction that records the use: checked earlier, two tills can both pass.
 *
 * @example
 * checkUsage({ totalLimit: 200 }, { byPerson: 1, total: 199 }, '2026-11-18') // undefined
 * checkUsage({ perPersonLimit: { n: 2, period: 'week' } }, { byPerson: 2, total: 50 }, '2026-11-18')?.zh // '每周限 2 次，已用完，2026-11-23 起可再用'
 */
export function checkUsage(
  terms: Pick<OfferTerms, 'totalLimit' | 'perPersonLimit'>,
  usage: OfferUsage,
  on: LocalDate,
): Refusal | undefined {
  if (terms.totalLimit !== undefined && usage.total >= terms.totalLimit) return reason('offer.total_limit', { limit: terms.totalLimit })
  const limit = terms.perPersonLimit
  if (!limit || usage.byPerson < limit.n) return undefined
  const window = periodWindow(limit.period, on)
  const { zh: period, en: periodEn } = periodText(limit.period)
  const text = { n: limit.n, period, periodEn }
  return window ? reason('offer.person_limit_until', { ...text, next: addDays(window.to, 1) }) : reason('offer.person_limit', text)
}

/**
 * A per-person limit in words.
 *
 * @example
 * limitText({ n: 2, period: 'week' }) // '每人每周限 2 次'
 */
export function limitText(limit: { readonly n: number; readonly period: LimitPeriod }): string {
  return `每人${periodText(limit.period).zh}限 ${limit.n} 次`
}

/**
 * Weekdays in words; three or more in a row become a stretch.
 *
 * @example
 * weekdayText([1, 2, 3, 4, 5, 7]) // '周一至周五、周日'
 */
export function weekdayText(days: readonly number[]): string {
  const sorted = [...new Set(days)].filter((day) => day >= 1 && day <= 7).toSorted((a, b) => a - b)
  const runs: number[][] = []
  for (const day of sorted) {
    const run = runs.at(-1)
    if (run && run.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${nameOf(run[0])}至${nameOf(run.at(-1))}`] : run.map(nameOf))).join('、')
}

function nameOf(day: number | undefined): string {
  return WEEKDAYS[(day ?? 1) - 1] ?? ''
}

function periodText(period: string): { readonly zh: string; readonly en: string } {
  return Object.hasOwn(PERIOD_TEXT, period) ? PERIOD_TEXT[period as LimitPeriod] : { zh: '', en: '' }
}
