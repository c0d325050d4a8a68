import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { type AppraisalResult } from './score.ts'
import { type AppraisalSheet } from './sheet.ts'

export interface Placing {
  readonly subject: string
  /** 1, 2, 2, 4 …: equals share a place and the next one is left out. */
  readonly place: number
  readonly total: number
  /** Tie breaker that set this subject apart from the one before it; nothing where the total did. */
  readonly decidedBy?: string
}

export interface Ranking {
  readonly placings: readonly Placing[]
  /** Not ranked, and why: a veto, or a sheet without a total. */
  readonly unranked: readonly { readonly subject: string; readonly why: 'veto' | 'incomplete' }[]
}

const reason = defineReasons({
  'appraisal.rank_mixed': {
    zh: '只能比较同一评分表、同一版本、同一期的结果',
    en: 'Only results of one sheet, version and period are ranked',
  },
  'appraisal.rank_twice': { zh: '“{subject}”出现两次', en: '{subject} appears twice' },
})

/**
 * Ranks results by total, then by the sheet's tie breakers in their order. The order in which they are given makes no difference.
 *
 * @example
 * const sheet = { code: 's', version: 1, zh: '样表', en: 'Sample', full: 1000, bonusMax: 0, tieBreakers: [], items: [{ code: 'meetings', kind: 'automatic', max: 1000, by: { formula: 'ratio' }, whenEmpty: 'missing', zh: '会议', en: 'Meetings' }] }
 * const input = (subject, numerator) => ({ subject, period: '2026', asOf: '2026-12-31', automatic: { meetings: { numerator, denominator: 12, rows: [] } }, manual: {}, veto: {} })
 * const results = [input('a', 9), input('b', 12), input('c', undefined)].map((each) => scoreAppraisal(sheet, each).value)
 * rankAppraisals(sheet, results).value.placings.map(({ subject, place }) => `${place} ${subject}`) // ['1 b', '2 a']
 * rankAppraisals(sheet, results).value.unranked // [{ subject: 'c', why: 'incomplete' }]
 */
export function rankAppraisals(sheet: AppraisalSheet, results: readonly AppraisalResult[]): Result<Ranking> {
  const subjects = new Set<string>()
  for (const result of results) {
    const fits = result.sheet === sheet.code && result.sheetVersion === sheet.version && result.period === results[0]?.period
    if (!fits) return refused(reason('appraisal.rank_mixed'))
    if (subjects.has(result.subject)) return refused(reason('appraisal.rank_twice', { subject: result.subject }))
    subjects.add(result.subject)
  }
  const able = results.filter((result) => result.vetoes.length === 0 && result.total !== undefined)
  const sorted = able.toSorted((a, b) => compare(sheet, a, b).order || (a.subject < b.subject ? -1 : 1))
  const placings: Placing[] = []
  for (const [index, result] of sorted.entries()) {
    const before = sorted[index - 1]
    const { order, by } = before ? compare(sheet, before, result) : { order: -1, by: undefined }
    const place = order === 0 ? (placings[index - 1]?.place ?? index + 1) : index + 1
    placings.push({ subject: result.subject, place, total: result.total ?? 0, ...(by === undefined ? {} : { decidedBy: by }) })
  }
  const unranked = results
    .filter((result) => !able.includes(result))
    .map(({ subject, vetoes }) => ({ subject, why: vetoes.length > 0 ? ('veto' as const) : ('incomplete' as const) }))
    .toSorted((a, b) => (a.subject < b.subject ? -1 : 1))
  return ok({ placings, unranked })
}

/** Negative when `a` is ahead. */
function compare(sheet: AppraisalSheet, a: AppraisalResult, b: AppraisalResult): { readonly order: number; readonly by?: string } {
  const difference = (b.total ?? 0) - (a.total ?? 0)
  if (difference !== 0) return { order: difference }
  for (const by of sheet.tieBreakers) {
    const order = pointsOf(b, by) - pointsOf(a, by)
    if (order !== 0) return { order, by }
  }
  return { order: 0 }
}

function pointsOf(result: AppraisalResult, code: string): number {
  return result.items.find((item) => item.code === code)?.points ?? 0
}

/** A grade for the best so many: 优秀 for at most 30 %. */
export interface GradeQuota {
  readonly grade: string
  /** At most this share of those ranked; the last grade has none and takes the rest. */
  readonly atMost?: readonly [num: number, den: number]
}

/**
 * Gives grades by place without going over a quota: where a tie would burst it, all of the tied ones fall to the next grade.
 * A share that is none (a part of nothing, a fraction of a fraction) leaves no room.
 *
 * @example
 * assignGrades([{ subject: 'a', place: 1, total: 9000 }, { subject: 'b', place: 2, total: 8000 }, { subject: 'c', place: 3, total: 7000 }], [{ grade: '优秀', atMost: [1, 3] }, { grade: '合格' }]) // { a: '优秀', b: '合格', c: '合格' }
 */
export function assignGrades(placings: readonly Placing[], quotas: readonly GradeQuota[]): Readonly<Record<string, string>> {
  const grades: [string, string][] = []
  let from = 0
  for (const { grade, atMost } of quotas) {
    const room = atMost ? from + roomOf(placings.length, atMost) : placings.length
    let to = Math.min(room, placings.length)
    while (to > from && to < placings.length && placings[to]?.place === placings[to - 1]?.place) to -= 1
    for (const placing of placings.slice(from, to)) grades.push([placing.subject, grade])
    from = to
  }
  return Object.fromEntries(grades)
}

function roomOf(count: number, [num, den]: readonly [number, number]): number {
  const isShare = Number.isSafeInteger(num) && Number.isSafeInteger(den) && num >= 0 && den > 0
  return isShare ? Number((BigInt(count) * BigInt(num)) / BigInt(den)) : 0
}
