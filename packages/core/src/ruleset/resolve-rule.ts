import { parseLocalDate, type LocalDate } from '../date/index.ts'
import { parseDivision } from '../identifier/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'
import { NATION, ruleKey, type RuleSet } from './rule-set.ts'

/** Where and when a rule is asked for. */
export interface RulePlace {
  /** Division code of the place: a street, a community; or `CN`. */
  readonly place: string
  readonly on: LocalDate
}

/** Why a rule that holds in this place on this day was not the one chosen. */
export type SetAsideReason = 'higher-law-prevails' | 'nearer-rule' | 'newer-rule' | 'superseded'

/** The rule that holds, and the ones that would have. */
export interface ResolvedRule<Params> {
  readonly rule: RuleSet<Params>
  /** Rules of the same code that cover this place and day and were set aside, with the reason. */
  readonly setAside: readonly { readonly rule: RuleSet<Params>; readonly why: SetAsideReason }[]
}

const reason = defineReasons({
  'ruleset.none': { zh: '没有适用于该地区和日期的规则：{code}', en: 'No rule {code} holds for this place and day' },
  'ruleset.place': { zh: '地区代码不对：{place}', en: 'Not a division code: {place}' },
})

/** Every reason for which a rule can fail to be found; a bad day is refused as `date.format` or `date.not_real`. */
export type ResolveRuleReason = Parameters<typeof reason>[0]

/**
 * Finds the rule of a code that holds in a place on a day.
 *
 * Of the rules that cover the place, a higher law marked `prevails` wins from the top down (Civil Code over a provincial ordinance);
 * otherwise the nearest place wins (street, district, city, province, nation), and in one place the newest.
 * A superseded rule is left out from the day on which its successor holds.
 *
 * @example
 * const rules = [{
 *   code: 'RC_TERM', title: { zh: '居委会任期', en: 'Term' }, jurisdiction: 'CN', from: '2019-01-01', params: { years: 5 },
 *   citation: { source: '城市居民委员会组织法' }, status: 'verified' as const,
 * }]
 * const found = resolveRule(rules, 'RC_TERM', { place: '411402004', on: '2026-11-22' })
 * found.ok && found.value.rule.params.years // 5
 */
export function resolveRule<Params>(rules: readonly RuleSet<Params>[], code: string, at: RulePlace): Result<ResolvedRule<Params>> {
  const day = parseLocalDate(at.on)
  if (!day.ok) return day
  const path = jurisdictionPath(at.place)
  if (path === undefined) return refused(reason('ruleset.place', { place: at.place }))

  const depthOf = (rule: RuleSet<Params>): number => path.indexOf(normalJurisdiction(rule.jurisdiction))
  const holds = rules.filter((rule) => rule.code === code && depthOf(rule) >= 0 && isInForce(rule, at.on))
  const inForceKeys = new Set(rules.filter((rule) => isInForce(rule, at.on)).map(ruleKey))
  const isSuperseded = (rule: RuleSet<Params>): boolean => rule.supersededBy !== undefined && inForceKeys.has(rule.supersededBy)

  const ranked = holds
    .filter((rule) => !isSuperseded(rule))
    .toSorted((a, b) => rank(a, depthOf(a)) - rank(b, depthOf(b)) || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
  const [chosen] = ranked
  if (chosen === undefined) return refused(reason('ruleset.none', { code }))

  const whyNot = (rule: RuleSet<Params>): SetAsideReason => {
    if (isSuperseded(rule)) return 'superseded'
    if (depthOf(rule) === depthOf(chosen)) return chosen.prevails === true && rule.prevails !== true ? 'higher-law-prevails' : 'newer-rule'
    return chosen.prevails === true ? 'higher-law-prevails' : 'nearer-rule'
  }
  return ok({ rule: chosen, setAside: holds.filter((rule) => rule !== chosen).map((rule) => ({ rule, why: whyNot(rule) })) })
}

/** Prevailing rules first, highest place first; then the others, nearest place first. */
function rank(rule: RuleSet, depth: number): number {
  return rule.prevails === true ? depth : 100 - depth
}

function isInForce(rule: RuleSet, on: LocalDate): boolean {
  return rule.from <= on && (rule.to === undefined || on <= rule.to)
}

function jurisdictionPath(place: string): readonly string[] | undefined {
  if (place === NATION) return [NATION]
  const division = parseDivision(place)
  return division.ok ? [NATION, ...division.value.path] : undefined
}

function normalJurisdiction(jurisdiction: string): string {
  const division = parseDivision(jurisdiction)
  return division.ok ? division.value.code : jurisdiction
}
