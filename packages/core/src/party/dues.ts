import type { LocalDate } from '../date/index.ts'
import { formatFen, isFen, shareOf, yuanText, type Fen } from '../money/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import type { RuleSet } from '../ruleset/index.ts'
import { DUES_RULES, type DuesParams } from './party-rules.ts'

/**
 * How dues are computed. `salary`: fixed monthly income after tax. `irregular`: the mean of the last quarter. `retired`: the pension.
 * `farmer`: an agreed 0.2 to 1 yuan. `token`: students, the unemployed, those on relief: 0.2 yuan.
 */
export type DuesBase =
  | { readonly kind: 'salary'; readonly monthlyFen: Fen }
  | { readonly kind: 'irregular'; readonly lastQuarterFen: Fen }
  | { readonly kind: 'retired'; readonly monthlyFen: Fen }
  | { readonly kind: 'farmer'; readonly agreedFen: Fen }
  | { readonly kind: 'token' }

/** The monthly dues in fen, the rate in thousandths where there is one, and the sentence for the receipt. */
export interface DuesQuote {
  readonly dueFen: Fen
  readonly perMille: number | undefined
  readonly zh: string
}

const reason = defineReasons({
  'dues.income_unconfirmed': { zh: '收入须经党员本人确认后才能核定党费', en: 'The member must confirm the income before dues are set' },
  'dues.income_invalid': { zh: '请填写收入金额，不能是负数', en: 'Enter the income; it cannot be negative' },
  'dues.farmer_range': { zh: '农民党员每月党费为 {min} 元至 {max} 元', en: 'A farmer pays {min} to {max} yuan a month' },
})

/**
 * The monthly dues of a member. The whole base is multiplied by the rate of the band it falls into (not only the part above), and rounded half up to fen.
 * Source: 党费收缴、使用和管理的规定 arts. 1–6 (see DUES_RULES); the rounding is a proposal.
 * Refuses with `dues.income_unconfirmed`, `dues.income_invalid` or `dues.farmer_range`.
 *
 * @example
 * const quote = duesFor({ kind: 'salary', monthlyFen: 540000 }, true)
 * quote.ok && quote.value.zh // '5400 元 × 1.5% = 81 元'
 * duesFor({ kind: 'salary', monthlyFen: 540000 }, false).ok // false
 */
export function duesFor(base: DuesBase, confirmedByMember: boolean, rules: RuleSet<DuesParams> = DUES_RULES): Result<DuesQuote> {
  const { params } = rules
  if (base.kind === 'token') return ok({ dueFen: params.tokenFen, perMille: undefined, zh: `每月 ${yuanText(params.tokenFen)}` })
  if (base.kind === 'farmer') {
    if (!isFen(base.agreedFen) || base.agreedFen < params.farmer.minFen || base.agreedFen > params.farmer.maxFen)
      return refused(
        reason('dues.farmer_range', { min: formatFen(params.farmer.minFen), max: formatFen(params.farmer.maxFen) }, 'agreedFen'),
      )
    return ok({ dueFen: base.agreedFen, perMille: undefined, zh: `每月 ${yuanText(base.agreedFen)}` })
  }
  const incomeFen = base.kind === 'irregular' ? base.lastQuarterFen : base.monthlyFen
  if (!isFen(incomeFen) || incomeFen < 0) return refused(reason('dues.income_invalid', undefined, 'income'))
  if (!confirmedByMember) return refused(reason('dues.income_unconfirmed'))
  const months = base.kind === 'irregular' ? 3 : 1
  const bands = base.kind === 'retired' ? params.retired : params.employed
  const perMille = bands.find((band) => band.upToFen === undefined || incomeFen <= band.upToFen * months)?.perMille ?? 0
  const dueFen = shareOf(incomeFen, { num: perMille, den: 1000 * months }, 'half_up')
  const per = `${perMille / 10}%`
  const shown = base.kind === 'irregular' ? `上季度 ${yuanText(incomeFen)} ÷ 3` : yuanText(incomeFen)
  return ok({ dueFen, perMille, zh: `${shown} × ${per} = ${yuanText(dueFen)}` })
}

/**
 * The first month of dues: that of the branch meeting that admitted the probationary member, as `YYYY-MM`.
 *
 * @example
 * duesFromMonth('2026-06-30') // '2026-06'
 */
export function duesFromMonth(branchMeetingOn: LocalDate): string {
  return branchMeetingOn.slice(0, 7)
}

/**
 * Whether a voluntary extra goes to the centre in full: 1,000 yuan or more at once.
 *
 * @example
 * voluntaryDuesGoToCentre(100000) // true
 */
export function voluntaryDuesGoToCentre(fen: Fen, rules: RuleSet<DuesParams> = DUES_RULES): boolean {
  return fen >= rules.params.voluntaryToCentreFen
}
