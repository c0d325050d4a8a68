import { daysBetween, type LocalDate } from '../date/index.ts'
import { isFen, type Fen } from '../money/index.ts'
import { personTagName } from '../person/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'

/** A tag that a person carries: `困难` from a day to a last day (inclusive), or open-ended. */
export interface TagFact {
  readonly tag: string
  readonly from: LocalDate
  /** The last day on which the tag holds. */
  readonly to?: LocalDate
}

/** Proof of a monthly income: what was shown, on which day it was checked, and until which day it counts. */
export interface IncomeEvidence {
  readonly monthlyFen: Fen
  readonly checkedOn: LocalDate
  /** The last day on which the proof counts. */
  readonly validTo?: LocalDate
}

/** Who is entitled. Without `any`, `all` and `income` everybody is. */
export interface EntitlementRule {
  /** At least one of these tags must hold. An empty list asks for nothing. */
  readonly any?: readonly string[]
  /** Each of these tags must hold. */
  readonly all?: readonly string[]
  readonly income?: {
    readonly monthlyAtMostFen: Fen
    /** A proof older than this many days does not count. */
    readonly notOlderThanDays?: number
  }
  readonly from?: LocalDate
  /** The last day on which the rule entitles anybody. */
  readonly to?: LocalDate
}

/** What is known about the person on the day that is asked about. */
export interface EntitlementFacts {
  readonly tags: readonly TagFact[]
  readonly incomes?: readonly IncomeEvidence[]
  /** A person who has died is entitled to nothing, whatever the tags still say. */
  readonly deceasedOn?: LocalDate
}

/**
 * The answer in two parts that travel apart. `refusal` is neutral: word for word the same whatever the reason, fit for a merchant's screen.
 * `internal` says why and is for those who may read the person's data; it must not leave the street office.
 */
export type EntitlementVerdict =
  | { readonly eligible: true; readonly internal: readonly Refusal[] }
  | { readonly eligible: false; readonly refusal: Refusal; readonly internal: readonly Refusal[] }

const neutral = defineReasons({
  'eligibility.not_available': {
    zh: '此卡现在不能享受这项优惠，如有疑问请持卡人联系社区',
    en: 'This card cannot use the offer now; its holder may ask the community',
  },
})

const internal = defineReasons({
  'eligibility.has_tag': { zh: '具备标签：{name}', en: 'Carries the tag {tag}' },
  'eligibility.income_within': { zh: '收入证明在限额内', en: 'The proven income is within the limit' },
  'eligibility.everyone': { zh: '不限人群', en: 'Open to everybody' },
  'eligibility.rule_not_started': { zh: '资格规则自 {from} 起生效', en: 'The rule takes effect on {from}' },
  'eligibility.rule_ended': { zh: '资格规则已于 {to} 结束', en: 'The rule ended on {to}' },
  'eligibility.tag_missing': { zh: '缺少标签：{name}', en: 'Lacks the tag {tag}' },
  'eligibility.tag_ended': { zh: '标签{name}已于 {to} 结束', en: 'The tag {tag} ended on {to}' },
  'eligibility.tag_not_started': { zh: '标签{name}自 {from} 起生效', en: 'The tag {tag} begins on {from}' },
  'eligibility.no_tag_of': { zh: '不具备其中任何一个标签：{names}', en: 'Carries none of the tags {tags}' },
  'eligibility.income_unproven': { zh: '没有收入证明', en: 'No proof of income' },
  'eligibility.income_stale': { zh: '收入证明已过期', en: 'The proof of income is out of date' },
  'eligibility.income_above': { zh: '收入超过限额', en: 'The income is above the limit' },
  'eligibility.deceased': { zh: '持卡人已去世', en: 'The holder has died' },
})

const malformed = defineReasons({
  'eligibility.period_reversed': { zh: '结束日期不能早于开始日期', en: 'The last day cannot precede the first' },
  'eligibility.income_limit': { zh: '收入限额应为正数金额', en: 'The income limit must be a positive amount' },
  'eligibility.tag_empty': { zh: '标签不能为空', en: 'A tag cannot be empty' },
})

/**
 * Finds what is wrong with a rule before it is saved. An empty list means it can be used.
 *
 * @example
 * checkEntitlementRule({ any: ['困难'], from: '2026-02-01', to: '2026-01-01' })[0]?.code // 'eligibility.period_reversed'
 */
export function checkEntitlementRule(rule: EntitlementRule): readonly Refusal[] {
  const found: Refusal[] = []
  if (rule.from !== undefined && rule.to !== undefined && rule.to < rule.from)
    found.push(malformed('eligibility.period_reversed', undefined, 'to'))
  if (rule.income && !(isFen(rule.income.monthlyAtMostFen) && rule.income.monthlyAtMostFen > 0)) {
    found.push(malformed('eligibility.income_limit', undefined, 'income'))
  }
  if ([...(rule.any ?? []), ...(rule.all ?? [])].some((tag) => tag.trim() === ''))
    found.push(malformed('eligibility.tag_empty', undefined, 'any'))
  return found
}

/**
 * Whether a person is entitled on a day. All conditions must hold: the rule's period, each tag of `all`, one tag of `any`, the income proof.
 * First and last days are inclusive. A missing proof never counts as no income.
 *
 * @example
 * const rule = { any: ['高龄', '困难'] }
 * checkEntitlement(rule, { tags: [{ tag: '困难', from: '2026-01-01' }] }, '2026-11-22').eligible // true
 * checkEntitlement(rule, { tags: [{ tag: '困难', from: '2026-01-01', to: '2026-11-21' }] }, '2026-11-22').eligible // false
 */
export function checkEntitlement(rule: EntitlementRule, facts: EntitlementFacts, on: LocalDate): EntitlementVerdict {
  const against: Refusal[] = []
  const inFavour: Refusal[] = []
  if (facts.deceasedOn !== undefined && facts.deceasedOn <= on) against.push(internal('eligibility.deceased'))
  if (rule.from !== undefined && on < rule.from) against.push(internal('eligibility.rule_not_started', { from: rule.from }))
  if (rule.to !== undefined && on > rule.to) against.push(internal('eligibility.rule_ended', { to: rule.to }))
  for (const tag of rule.all ?? []) {
    if (holds(facts.tags, tag, on)) inFavour.push(internal('eligibility.has_tag', { tag, name: personTagName(tag) }))
    else against.push(whyNot(facts.tags, tag, on))
  }
  judgeAny(rule.any ?? [], facts.tags, on, inFavour, against)
  judgeIncome(rule.income, facts.incomes ?? [], on, inFavour, against)
  if (against.length > 0) return { eligible: false, refusal: neutral('eligibility.not_available'), internal: against }
  return { eligible: true, internal: inFavour.length > 0 ? inFavour : [internal('eligibility.everyone')] }
}

function judgeAny(any: readonly string[], tags: readonly TagFact[], on: LocalDate, inFavour: Refusal[], against: Refusal[]): void {
  if (any.length === 0) return
  const held = any.filter((tag) => holds(tags, tag, on))
  if (held.length > 0) {
    inFavour.push(...held.map((tag) => internal('eligibility.has_tag', { tag, name: personTagName(tag) })))
    return
  }
  against.push(internal('eligibility.no_tag_of', { tags: any.join(', '), names: any.map((tag) => personTagName(tag)).join('、') }))
  for (const tag of any) if (tags.some((fact) => fact.tag === tag)) against.push(whyNot(tags, tag, on))
}

function judgeIncome(
  limit: EntitlementRule['income'],
  proofs: readonly IncomeEvidence[],
  on: LocalDate,
  inFavour: Refusal[],
  against: Refusal[],
): void {
  if (!limit) return
  const known = proofs.filter((proof) => proof.checkedOn <= on)
  const newest = known.toSorted((a, b) => (a.checkedOn < b.checkedOn ? 1 : -1))[0]
  if (!newest) against.push(internal('eligibility.income_unproven'))
  else if (isStale(newest, limit.notOlderThanDays, on)) against.push(internal('eligibility.income_stale'))
  else if (newest.monthlyFen > limit.monthlyAtMostFen) against.push(internal('eligibility.income_above'))
  else inFavour.push(internal('eligibility.income_within'))
}

function isStale(proof: IncomeEvidence, notOlderThanDays: number | undefined, on: LocalDate): boolean {
  if (proof.validTo !== undefined && on > proof.validTo) return true
  return notOlderThanDays !== undefined && daysBetween(proof.checkedOn, on) > notOlderThanDays
}

function holds(tags: readonly TagFact[], tag: string, on: LocalDate): boolean {
  return tags.some((fact) => fact.tag === tag && fact.from <= on && (fact.to === undefined || on <= fact.to))
}

function whyNot(tags: readonly TagFact[], tag: string, on: LocalDate): Refusal {
  const ended = tags.filter((fact) => fact.tag === tag && fact.to !== undefined && fact.to < on).map((fact) => fact.to ?? '')
  if (ended.length > 0) return internal('eligibility.tag_ended', { tag, name: personTagName(tag), to: ended.toSorted().at(-1) ?? '' })
  const later = tags.find((fact) => fact.tag === tag && fact.from > on)
  return later
    ? internal('eligibility.tag_not_started', { tag, name: personTagName(tag), from: later.from })
    : internal('eligibility.tag_missing', { tag, name: personTagName(tag) })
}
