import { type LocalDate } from '../date/index.ts'
import { ok, refused, type Result } from '../refusal/index.ts'
import { compareRatios, exactRatio, percentText, type ExactRatio } from './ratio.ts'
import { reason } from './reasons.ts'

/** The definition of a figure: without it two offices never mean the same. */
export interface Indicator {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  /** What is counted, in words. */
  readonly numerator: { readonly zh: string; readonly en: string }
  /** Of what; a plain count has none. */
  readonly denominator?: { readonly zh: string; readonly en: string }
  /** 件、人、次、% … */
  readonly unit: string
  readonly period: 'day' | 'month' | 'quarter' | 'halfYear' | 'year' | 'asOf'
  readonly scope: 'street' | 'community' | 'grid' | 'estate'
  /** Raised whenever the definition changes; figures of two versions are not compared. */
  readonly version: number
  /** Figures about people below this are hidden. Without it the figure is not about people. */
  readonly smallCell?: number
}

/** What was counted, with where it comes from. `undefined` is missing, which is not zero. */
export interface Counted {
  readonly numerator: number | undefined
  readonly denominator?: number | undefined
  readonly asOf: LocalDate
  /** How many rows were looked at. */
  readonly rows?: number
}

/** `notApplicable`: nothing to measure (0 of 0). `missing`: nobody knows. Neither is zero. */
export type Figure = { readonly indicator: string; readonly version: number; readonly asOf: LocalDate; readonly rows?: number } & (
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number; readonly ratio: ExactRatio }
  | { readonly kind: 'missing' }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'suppressed' }
)

/**
 * Turns what was counted into a figure of an indicator.
 *
 * @example
 * measure(ON_TIME, { numerator: undefined, denominator: 10, asOf: '2026-06-30' }).value.kind // 'missing'
 * measure(ON_TIME, { numerator: 0, denominator: 0, asOf: '2026-06-30' }).value.kind // 'notApplicable'
 * measure(ON_TIME, { numerator: 9, denominator: 12, asOf: '2026-06-30' }).value.ratio // { num: 3, den: 4 }
 */
export function measure(indicator: Indicator, counted: Counted): Result<Figure> {
  const { numerator, denominator, asOf, rows } = counted
  const about = { indicator: indicator.code, version: indicator.version, asOf, ...(rows === undefined ? {} : { rows }) }
  for (const value of [numerator, denominator]) {
    if (value !== undefined && (!Number.isSafeInteger(value) || value < 0)) return refused(reason('statistics.count'))
  }
  if (numerator === undefined) return ok({ ...about, kind: 'missing' })
  if (!indicator.denominator) {
    return ok(isSmall(numerator, indicator.smallCell) ? { ...about, kind: 'suppressed' } : { ...about, kind: 'count', value: numerator })
  }
  if (denominator === undefined) return ok({ ...about, kind: 'missing' })
  if (numerator > denominator) return refused(reason('statistics.part'))
  const ratio = exactRatio(numerator, denominator)
  if (!ratio) return ok({ ...about, kind: 'notApplicable' })
  const small = [numerator, denominator, denominator - numerator].some((value) => isSmall(value, indicator.smallCell))
  return ok(small ? { ...about, kind: 'suppressed' } : { ...about, kind: 'ratio', numerator, denominator, ratio })
}

function isSmall(value: number, smallCell: number | undefined): boolean {
  return smallCell !== undefined && value > 0 && value < smallCell
}

/**
 * A figure as people read it: `75.0%`, `12 件`, `—` for missing, `不适用`, `*` for hidden.
 *
 * @example
 * const text = (numerator, denominator) => figureText(ON_TIME, measure(ON_TIME, { numerator, denominator, asOf: '2026-06-30' }).value)
 * [text(9, 12), text(undefined, 12), text(0, 0)] // ['75.0%', '—', '不适用']
 */
export function figureText(indicator: Indicator, figure: Figure, decimals = 1): string {
  if (figure.kind === 'count') return `${figure.value} ${indicator.unit}`
  if (figure.kind === 'ratio') return percentText(figure.ratio, decimals)
  return { missing: '—', notApplicable: '不适用', suppressed: '*' }[figure.kind]
}

/**
 * Which of two figures is larger (negative, 0, positive); refused across versions and for figures that are not there.
 *
 * @example
 * const figure = (numerator) => measure(ON_TIME, { numerator, denominator: 12, asOf: '2026-06-30' }).value
 * compareFigures(figure(9), figure(8)).value // 1
 * compareFigures(figure(9), figure(undefined)).refusal.code // 'statistics.not_comparable'
 */
export function compareFigures(a: Figure, b: Figure): Result<number> {
  if (a.indicator !== b.indicator || a.version !== b.version) return refused(reason('statistics.versions'))
  if (a.kind === 'count' && b.kind === 'count') return ok(Math.sign(a.value - b.value))
  if (a.kind === 'ratio' && b.kind === 'ratio') return ok(compareRatios(a.ratio, b.ratio))
  return refused(reason('statistics.not_comparable'))
}

/** The sum of what is known, and how much is not. */
export interface KnownSum {
  readonly sum: number
  readonly known: number
  readonly missing: number
  /** Only then is `sum` the sum of all. */
  readonly complete: boolean
}

/**
 * Adds up what has been reported, and says how many have not.
 *
 * @example
 * sumKnown([3, undefined, 4]) // { sum: 7, known: 2, missing: 1, complete: false }
 */
export function sumKnown(values: readonly (number | undefined)[]): KnownSum {
  const known = values.filter((value) => value !== undefined)
  const missing = values.length - known.length
  return { sum: known.reduce((sum, value) => sum + value, 0), known: known.length, missing, complete: missing === 0 }
}

/** The definition of “on time” used with {@link onTime}. */
export const ON_TIME: Indicator = {
  code: 'ON_TIME',
  name: { zh: '按时办结率', en: 'On-time rate' },
  numerator: { zh: '在期限内办结的件数', en: 'Cases done within their deadline' },
  denominator: { zh: '有期限且已办结或已到期的件数', en: 'Cases with a deadline that are done or past it' },
  unit: '%',
  period: 'month',
  scope: 'community',
  version: 1,
}
