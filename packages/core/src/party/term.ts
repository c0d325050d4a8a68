import { addDays, addMonths, type LocalDate } from '../date/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import type { RuleSet } from '../ruleset/index.ts'
import { BRANCH_RULES, type BranchParams } from './party-rules.ts'

/** Whose committee it is: a village's or community's serves 5 years, any other branch's 3. */
export type BranchSetting = 'village_community' | 'other'

/** A term in office: first day, last day, and an approved change of its end. */
export interface PartyTerm {
  readonly electedOn: LocalDate
  readonly setting: BranchSetting
  /** The last day after an approved delay or advance. */
  readonly changedTo?: { readonly lastDay: LocalDate; readonly approvedBy: string }
}

const reason = defineReasons({
  'party.term_needs_approval': {
    zh: '提前或延期换届须报上级党组织批准',
    en: 'Advancing or delaying an election needs the approval of the superior organisation',
  },
  'party.term_delay_too_long': {
    zh: '延期不得超过 {months} 个月，最迟到 {latest}',
    en: 'A delay is at most {months} months, until {latest}',
  },
  'party.term_change_before_start': { zh: '届满日期不能早于当选日期', en: 'The term cannot end before it began' },
})

/**
 * The regular last day of a term: 5 years for villages and communities, 3 for others, the day before the anniversary. Source: 支部工作条例 ch. 6.
 *
 * @example
 * termLastDay('2021-12-01', 'village_community') // '2026-11-30'
 * termLastDay('2021-12-01', 'other') // '2024-11-30'
 */
export function termLastDay(electedOn: LocalDate, setting: BranchSetting, rules: RuleSet<BranchParams> = BRANCH_RULES): LocalDate {
  return addDays(addMonths(electedOn, rules.params.termYears[setting] * 12), -1)
}

/**
 * Whether a changed end of term is allowed: approved, not before its beginning, a delay of at most one year.
 *
 * @example
 * checkTermChange({ electedOn: '2021-12-01', setting: 'village_community', changedTo: { lastDay: '2027-12-01', approvedBy: '街道党工委' } })[0]?.code // 'party.term_delay_too_long'
 */
export function checkTermChange(term: PartyTerm, rules: RuleSet<BranchParams> = BRANCH_RULES): readonly Refusal[] {
  const { changedTo } = term
  if (!changedTo) return []
  const against: Refusal[] = []
  const latest = addMonths(termLastDay(term.electedOn, term.setting, rules), rules.params.delayMonths)
  if (changedTo.approvedBy.trim() === '') against.push(reason('party.term_needs_approval', undefined, 'approvedBy'))
  if (changedTo.lastDay < term.electedOn) against.push(reason('party.term_change_before_start', undefined, 'lastDay'))
  if (changedTo.lastDay > latest) against.push(reason('party.term_delay_too_long', { months: rules.params.delayMonths, latest }, 'lastDay'))
  return against
}

/** Where a term stands. `extended` is running beyond its regular end with approval. */
export type TermState = 'in_term' | 'due_soon' | 'extended' | 'overdue'

/**
 * Where a term stands on a day: due soon in the six months before its end, overdue after it. A change that is not allowed is ignored.
 *
 * @example
 * termState({ electedOn: '2021-12-01', setting: 'village_community' }, '2026-06-01') // 'due_soon'
 * termState({ electedOn: '2021-12-01', setting: 'village_community' }, '2026-12-01') // 'overdue'
 */
export function termState(term: PartyTerm, on: LocalDate, rules: RuleSet<BranchParams> = BRANCH_RULES): TermState {
  const regular = termLastDay(term.electedOn, term.setting, rules)
  const lastDay = term.changedTo && checkTermChange(term, rules).length === 0 ? term.changedTo.lastDay : regular
  if (on > lastDay) return 'overdue'
  if (on > regular) return 'extended'
  return on >= addMonths(lastDay, -rules.params.warnMonths) ? 'due_soon' : 'in_term'
}
