import { addMonths, daysBetween, type LocalDate } from '../date/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import type { AbilityLevel } from './ability-items.ts'

/** What can happen to an elder in care. The first five are the care-risk events (照护风险事件) that the ability assessment counts. */
export type CareEventKind = 'fall' | 'choking' | 'wandering' | 'suicide' | 'self_harm' | 'infection' | 'other'

/** The care events: which count as risk events, and which the family must hear of before the incident can be closed. */
export const CARE_EVENT_KINDS: readonly {
  readonly code: CareEventKind
  readonly zh: string
  readonly en: string
  readonly riskEvent: boolean
  readonly tellFamily: boolean
}[] = [
  { code: 'fall', zh: '跌倒', en: 'Fall', riskEvent: true, tellFamily: true },
  { code: 'choking', zh: '噎食', en: 'Choking', riskEvent: true, tellFamily: true },
  { code: 'wandering', zh: '走失', en: 'Wandering off', riskEvent: true, tellFamily: true },
  { code: 'suicide', zh: '自杀', en: 'Suicide attempt', riskEvent: true, tellFamily: true },
  { code: 'self_harm', zh: '自伤', en: 'Self-harm', riskEvent: true, tellFamily: true },
  { code: 'infection', zh: '感染', en: 'Infection', riskEvent: false, tellFamily: false },
  { code: 'other', zh: '其他', en: 'Other', riskEvent: false, tellFamily: false },
]

/** Something that happened on a day. */
export interface CareEvent {
  readonly kind: CareEventKind
  readonly on: LocalDate
}

/**
 * How many care-risk events happened in the last `days` days, the day asked about and the day `days` before it included.
 *
 * @example
 * countRiskEvents([{ kind: 'fall', on: '2026-11-01' }, { kind: 'infection', on: '2026-11-02' }], '2026-11-22') // 1
 */
export function countRiskEvents(events: readonly CareEvent[], on: LocalDate, days = 30): number {
  return events.filter((event) => {
    const ago = daysBetween(event.on, on)
    return isRiskEvent(event.kind) && ago >= 0 && ago <= days
  }).length
}

function isRiskEvent(kind: CareEventKind): boolean {
  return CARE_EVENT_KINDS.some((entry) => entry.code === kind && entry.riskEvent)
}

const reason = defineReasons({
  'care.never_assessed': { zh: '还没有做过能力评估', en: 'No ability assessment yet' },
  'care.assessment_expired': { zh: '上次评估已满 {months} 个月，应复评', en: 'The last assessment is {months} months old' },
  'care.risk_events': {
    zh: '近 {days} 天发生照护风险事件 {count} 次，应即时评估',
    en: '{count} care-risk events in {days} days call for an immediate assessment',
  },
  'care.family_not_told': { zh: '{kind}事件须先告知家属，再办结', en: 'The family must be told before this incident is closed' },
  'care.no_follow_up': { zh: '请先填写后续处理，再办结', en: 'Record the follow-up before closing' },
})

/**
 * Why an elder must be assessed (again) now; an empty list means not yet. Twelve months are a proposal of this project, two events in thirty days come from the standard (unverified).
 * Events from before the last assessment were known to it and don't count again.
 *
 * @example
 * assessmentDue({ lastOn: '2026-01-10', events: [{ kind: 'fall', on: '2026-11-01' }, { kind: 'fall', on: '2026-11-20' }] }, '2026-11-22').map((each) => each.code) // ['care.risk_events']
 */
export function assessmentDue(
  facts: { readonly lastOn?: LocalDate; readonly events: readonly CareEvent[] },
  on: LocalDate,
  rules: { readonly months: number; readonly riskEvents: number; readonly riskDays: number } = { months: 12, riskEvents: 2, riskDays: 30 },
): readonly Refusal[] {
  const { lastOn } = facts
  if (lastOn === undefined) return [reason('care.never_assessed')]
  const due: Refusal[] = []
  if (addMonths(lastOn, rules.months) <= on) due.push(reason('care.assessment_expired', { months: rules.months }))
  const count = countRiskEvents(
    facts.events.filter((event) => event.on > lastOn),
    on,
    rules.riskDays,
  )
  if (count >= rules.riskEvents) due.push(reason('care.risk_events', { days: rules.riskDays, count }))
  return due
}

/**
 * Whether an incident may be closed: followed up, and the family told when its kind demands it.
 *
 * @example
 * checkIncidentClose({ kind: 'fall', followedUp: true }).map((each) => each.code) // ['care.family_not_told']
 */
export function checkIncidentClose(incident: {
  readonly kind: CareEventKind
  readonly followedUp: boolean
  readonly familyToldAt?: string
}): readonly Refusal[] {
  const entry = CARE_EVENT_KINDS.find((each) => each.code === incident.kind)
  const against: Refusal[] = []
  if (entry?.tellFamily && incident.familyToldAt === undefined)
    against.push(reason('care.family_not_told', { kind: entry.zh }, 'familyToldAt'))
  if (!incident.followedUp) against.push(reason('care.no_follow_up', undefined, 'followedUp'))
  return against
}

/** The risk of taking somebody into day care. */
export type CareRiskLevel = 'low' | 'medium' | 'high'

/**
 * The risk level before admission, with its reasons; a plan must answer each. A proposal of this project (the duty to assess: 山东省养老服务条例 art. 34, verified; the thresholds: unverified).
 * High: level 4, a wandering, suicide or self-harm event in a year, or two risk events in thirty days. Medium: level 2 or 3, any risk event in a year, or a swallowing difficulty.
 *
 * @example
 * careRisk({ level: 1, events: [] }, '2026-11-22').level // 'low'
 * careRisk({ level: 1, events: [{ kind: 'wandering', on: '2026-05-01' }] }, '2026-11-22').level // 'high'
 */
export function careRisk(
  facts: { readonly level: AbilityLevel; readonly events: readonly CareEvent[]; readonly swallowingDifficulty?: boolean },
  on: LocalDate,
): { readonly level: CareRiskLevel; readonly zh: readonly string[] } {
  const year = facts.events.filter((event) => event.on <= on && daysBetween(event.on, on) <= 365)
  const grave = year.filter((event) => event.kind === 'wandering' || event.kind === 'suicide' || event.kind === 'self_harm')
  const recent = countRiskEvents(facts.events, on)
  const inYear = countRiskEvents(facts.events, on, 365)
  const high = [
    ...(facts.level === 4 ? ['能力等级为完全失能'] : []),
    ...(grave.length > 0 ? ['一年内有走失、自杀或自伤'] : []),
    ...(recent >= 2 ? [`近 30 天照护风险事件 ${recent} 次`] : []),
  ]
  const medium = [
    ...(facts.level === 2 || facts.level === 3 ? ['能力等级为中度或重度失能'] : []),
    ...(inYear > 0 ? [`一年内照护风险事件 ${inYear} 次`] : []),
    ...(facts.swallowingDifficulty ? ['吞咽困难'] : []),
  ]
  if (high.length > 0) return { level: 'high', zh: [...high, ...medium] }
  return medium.length > 0 ? { level: 'medium', zh: medium } : { level: 'low', zh: ['未发现风险因素'] }
}
