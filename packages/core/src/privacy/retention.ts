import { addDays, addMonths, parseLocalDate, type LocalDate } from '../date/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import { resolveRule, type RulePlace, type RuleSet } from '../ruleset/index.ts'

/** What happens to a record at the end of its time: gone, or kept for counting with everything that tells who it was taken out. */
export type RetentionAction = 'delete' | 'anonymise'

/** How long a class of records is kept. */
export interface RetentionRule {
  /** Whole months from the day named by `from`. */
  readonly months: number
  /** The event from whose day the months count, in words for the screen: `结案`, `搬离`. */
  readonly from: string
  readonly action: RetentionAction
  /** A law asks to keep it that long: a withdrawn consent then stops its use and does not delete it (PIPL art. 47). */
  readonly isDuty: boolean
}

/** A record as the plan sees it: no content, no names. */
export interface RetainedRecord {
  readonly id: string
  /** Code of the retention rule of its class. */
  readonly retention: string
  /** The day from which its time counts; absent while that event has not happened. */
  readonly since?: LocalDate
  /** The day on which the consent that it rests on was withdrawn. */
  readonly withdrawnOn?: LocalDate
  /** Why it must stay for now: a dispute, an audit, a court. */
  readonly hold?: string
}

/** One line of the plan. `unverified` says that the rule's length is nobody's law yet: somebody should confirm before it runs. */
export interface RetentionStep {
  readonly id: string
  readonly retention: string
  readonly action: RetentionAction
  readonly why: 'over' | 'withdrawn'
  /** The first day on which it is due. */
  readonly dueOn: LocalDate
  readonly unverified: boolean
}

/** What a run would do, record by record; every record stands in exactly one list. */
export interface RetentionPlan {
  readonly act: readonly RetentionStep[]
  /** Consent withdrawn while a law still asks to keep it: stored, and not used for anything else. */
  readonly restrict: readonly { readonly id: string; readonly until: LocalDate }[]
  /** Kept; `until` is the last day, open while the time has not begun. */
  readonly keep: readonly { readonly id: string; readonly until?: LocalDate }[]
  /** Not touched before somebody looks: a hold, no rule for the class, a day or a length that is none. */
  readonly ask: readonly { readonly id: string; readonly refusal: Refusal }[]
}

const reason = defineReasons({
  'retention.hold': { zh: '暂停处置：{hold}', en: 'On hold: {hold}' },
  'retention.months': { zh: '保存期限应为 1 到 1200 个月：{code}', en: 'A time to keep is 1 to 1200 months: {code}' },
  'retention.future': { zh: '起算日期晚于今天，请核对', en: 'The time begins after today; please check' },
})

/** Every reason for which a record waits for somebody to look. */
export type RetentionReason = Parameters<typeof reason>[0]

/**
 * The dry run of retention: which records a run on this day would delete or anonymise, which it would keep, and which it must not touch.
 * It does nothing itself; show it, let somebody confirm it, then carry out exactly the `act` list.
 *
 * Missing is not over: a record whose time has not begun is kept. The time runs through its last day. With several rules for a class the
 * place and day decide, as everywhere (`resolveRule`). Source: Personal Information Protection Law arts. 19 and 47; compared with a public transcription.
 * The lengths are data (`RETENTION_PRESETS`).
 *
 * @example
 * const plan = planRetention(RETENTION_PRESETS, [
 *   { id: 'a', retention: 'RETENTION_REGISTRY_LEFT', since: '2020-01-15' },
 *   { id: 'b', retention: 'RETENTION_REGISTRY_LEFT' },
 * ], { place: '411402004', on: '2026-11-22' })
 * plan.act.map(({ id, action, dueOn }) => `${id} ${action} ${dueOn}`) // ['a anonymise 2022-01-16']
 * plan.keep // [{ id: 'b' }]
 */
export function planRetention(rules: readonly RuleSet<RetentionRule>[], records: readonly RetainedRecord[], at: RulePlace): RetentionPlan {
  const found = new Map<string, ReturnType<typeof resolveRule<RetentionRule>>>()
  const ruleOf = (code: string): ReturnType<typeof resolveRule<RetentionRule>> => {
    const known = found.get(code) ?? resolveRule(rules, code, at)
    found.set(code, known)
    return known
  }
  const act: RetentionStep[] = []
  const restrict: { id: string; until: LocalDate }[] = []
  const keep: { id: string; until?: LocalDate }[] = []
  const ask: { id: string; refusal: Refusal }[] = []

  for (const record of records) {
    const { id, retention, since, withdrawnOn } = record
    const rule = ruleOf(retention)
    const refusal = rule.ok ? objectionTo(record, rule.value.rule, at.on) : rule.refusal
    if (!rule.ok || refusal !== undefined) {
      if (refusal !== undefined) ask.push({ id, refusal })
      continue
    }
    const { params, status } = rule.value.rule
    const until = since === undefined ? undefined : addMonths(since, params.months)
    const isWithdrawn = withdrawnOn !== undefined && withdrawnOn <= at.on
    const step = (why: RetentionStep['why'], dueOn: LocalDate): void =>
      void act.push({ id, retention, action: params.action, why, dueOn, unverified: status === 'unverified' })
    if (until !== undefined && at.on > until) step('over', addDays(until, 1))
    else if (isWithdrawn && !params.isDuty) step('withdrawn', withdrawnOn)
    else if (isWithdrawn && until !== undefined) restrict.push({ id, until })
    else keep.push({ id, ...(until === undefined ? {} : { until }) })
  }
  return { act, restrict, keep, ask }
}

function objectionTo(record: RetainedRecord, rule: RuleSet<RetentionRule>, on: LocalDate): Refusal | undefined {
  if (record.hold !== undefined && record.hold.trim() !== '') return reason('retention.hold', { hold: record.hold })
  const { months } = rule.params
  if (!Number.isSafeInteger(months) || months < 1 || months > 1200) return reason('retention.months', { code: rule.code })
  for (const day of [record.since, record.withdrawnOn]) {
    const parsed = day === undefined ? undefined : parseLocalDate(day)
    if (parsed?.ok === false) return parsed.refusal
  }
  return record.since !== undefined && record.since > on ? reason('retention.future') : undefined
}
