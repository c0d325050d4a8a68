import { wallTime, type Instant } from '../date/index.ts'
import { defineReasons, ok, refused, type Result } from '../refusal/index.ts'

/** What can be breached; the K numbers are those of domain.md §4.7. */
export type BreachKind =
  | 'overdue'
  | 'second-notice'
  | 'no-notice'
  | 'forbidden-material'
  | 'left-overnight'
  | 'rating-not-contacted'
  | 'hidden-pause'
  | 'back-dating'

/** One entry of a breach's history. */
export interface BreachEvent {
  readonly kind: 'detected' | 'explained' | 'found' | 'not-found' | 'measured' | 'appealed' | 'finalised'
  readonly by: string
  readonly at: Instant
  readonly text: string
}

/** A case of accountability: plain JSON, never changed in place. */
export interface Breach {
  readonly kind: BreachKind
  /** The person or unit that it is about. */
  readonly subject: string
  readonly state: 'detected' | 'explained' | 'found' | 'not-found' | 'measured' | 'appealed' | 'final'
  /** Until when the subject may explain. */
  readonly explainBy: Instant
  /** Until when the subject may appeal; set with the measure. */
  readonly appealBy?: Instant
  readonly history: readonly BreachEvent[]
}

/** A step of a breach: who, when (the server's time), and what they wrote. */
export interface BreachStep {
  readonly by: string
  readonly at: Instant
  readonly text: string
}

const reason = defineReasons({
  'breach.not_from_here': { zh: '该案件现在是“{state}”，不能这样做', en: 'The case is “{state}”; this step is not possible' },
  'breach.own_case': { zh: '当事人不能处理自己的案件', en: 'Nobody decides their own case' },
  'breach.only_subject': { zh: '只有当事人能作出说明或申诉', en: 'Only the one concerned can explain or appeal' },
  'breach.still_explaining': {
    zh: '说明期限到 {until}，之前要等当事人说明',
    en: 'The one concerned may explain until {until}; wait for it',
  },
  'breach.text': { zh: '请写明内容', en: 'Write what it is about' },
  'breach.appeal_late': { zh: '申诉期限已过（{until}）', en: 'The time for an appeal is over ({until})' },
  'breach.appeal_open': { zh: '申诉期限到 {until}，之前不能定案', en: 'An appeal is possible until {until}; the case is not final before' },
  'breach.appeal_by': { zh: '申诉期限的时间不对', en: 'The end of the time for an appeal is no moment in time' },
  'breach.same_decider': { zh: '申诉要由原认定人以外的人决定', en: 'Somebody other than the first decider decides an appeal' },
  'breach.back_dated': { zh: '时间早于上一步，不能倒填', en: 'The time lies before the last step; nothing is back-dated' },
})

/** Every reason for which a step of a breach can be refused. */
export type BreachReason = Parameters<typeof reason>[0]

/**
 * Opens a case when a breach is detected. Nothing is found yet: the subject explains first.
 *
 * @example
 * const breach = openBreach({ kind: 'overdue', subject: 'clerk', explainBy: '2026-11-25T09:00:00.000Z' }, { by: 'clock', at: '2026-11-22T01:00:00.000Z', text: '超期 1 个工作日' })
 * breach.state // 'detected'
 */
export function openBreach(about: Pick<Breach, 'kind' | 'subject' | 'explainBy'>, step: BreachStep): Breach {
  return { ...about, state: 'detected', history: [{ kind: 'detected', ...step }] }
}

/**
 * The subject's explanation.
 *
 * @example
 * const opened = openBreach({ kind: 'overdue', subject: 'clerk', explainBy: '2026-11-25T09:00:00.000Z' }, { by: 'clock', at: '2026-11-22T01:00:00.000Z', text: '超期 1 个工作日' })
 * const explained = explainBreach(opened, { by: 'clerk', at: '2026-11-23T01:00:00.000Z', text: '系统故障' }).value
 * explained.state // 'explained'
 * explainBreach(opened, { by: 'leader', at: '2026-11-23T01:00:00.000Z', text: '系统故障' }).refusal.code // 'breach.only_subject'
 */
export function explainBreach(breach: Breach, step: BreachStep): Result<Breach> {
  return move(breach, step, { from: ['detected'], to: 'explained', event: 'explained', who: 'subject' })
}

/**
 * Whether the breach is found, by somebody else, after the explanation or the time for it.
 *
 * @example
 * const opened = openBreach({ kind: 'overdue', subject: 'clerk', explainBy: '2026-11-25T09:00:00.000Z' }, { by: 'clock', at: '2026-11-22T01:00:00.000Z', text: '超期 1 个工作日' })
 * const explained = explainBreach(opened, { by: 'clerk', at: '2026-11-23T01:00:00.000Z', text: '系统故障' }).value
 * const found = decideBreach(explained, { by: 'leader', at: '2026-11-24T01:00:00.000Z', text: '情况属实', found: true }).value
 * found.state // 'found'
 * decideBreach(opened, { by: 'leader', at: '2026-11-24T01:00:00.000Z', text: '情况属实', found: true }).refusal.code // 'breach.still_explaining'
 */
export function decideBreach(breach: Breach, step: BreachStep & { readonly found: boolean }): Result<Breach> {
  if (breach.state === 'detected' && step.at <= breach.explainBy)
    return refused(reason('breach.still_explaining', { until: wallTime(breach.explainBy) }))
  const to = step.found ? 'found' : 'not-found'
  return move(breach, step, { from: ['detected', 'explained'], to, event: to, who: 'other' })
}

/**
 * The measure after a finding, with the time for an appeal.
 *
 * @example
 * const opened = openBreach({ kind: 'overdue', subject: 'clerk', explainBy: '2026-11-25T09:00:00.000Z' }, { by: 'clock', at: '2026-11-22T01:00:00.000Z', text: '超期 1 个工作日' })
 * const explained = explainBreach(opened, { by: 'clerk', at: '2026-11-23T01:00:00.000Z', text: '系统故障' }).value
 * const found = decideBreach(explained, { by: 'leader', at: '2026-11-24T01:00:00.000Z', text: '情况属实', found: true }).value
 * const measured = measureBreach(found, { by: 'leader', at: '2026-11-24T02:00:00.000Z', text: '批评教育', appealBy: '2026-12-01T09:00:00.000Z' }).value
 * measured.state // 'measured'
 * measureBreach(explained, { by: 'leader', at: '2026-11-24T02:00:00.000Z', text: '批评教育', appealBy: '2026-12-01T09:00:00.000Z' }).refusal.code // 'breach.not_from_here'
 */
export function measureBreach(breach: Breach, step: BreachStep & { readonly appealBy: Instant }): Result<Breach> {
  if (Number.isNaN(Date.parse(step.appealBy))) return refused(reason('breach.appeal_by', {}, 'appealBy'))
  const moved = move(breach, step, { from: ['found'], to: 'measured', event: 'measured', who: 'other' })
  return moved.ok ? ok({ ...moved.value, appealBy: step.appealBy }) : moved
}

/**
 * The subject's appeal, once and in time.
 *
 * @example
 * const opened = openBreach({ kind: 'overdue', subject: 'clerk', explainBy: '2026-11-25T09:00:00.000Z' }, { by: 'clock', at: '2026-11-22T01:00:00.000Z', text: '超期 1 个工作日' })
 * const explained = explainBreach(opened, { by: 'clerk', at: '2026-11-23T01:00:00.000Z', text: '系统故障' }).value
 * const found = decideBreach(explained, { by: 'leader', at: '2026-11-24T01:00:00.000Z', text: '情况属实', found: true }).value
 * const measured = measureBreach(found, { by: 'leader', at: '2026-11-24T02:00:00.000Z', text: '批评教育', appealBy: '2026-12-01T09:00:00.000Z' }).value
 * appealBreach(measured, { by: 'clerk', at: '2026-11-30T01:00:00.000Z', text: '确有故障记录' }).value.state // 'appealed'
 * appealBreach(measured, { by: 'clerk', at: '2026-12-02T01:00:00.000Z', text: '确有故障记录' }).refusal.code // 'breach.appeal_late'
 */
export function appealBreach(breach: Breach, step: BreachStep): Result<Breach> {
  if (breach.state === 'measured' && breach.appealBy !== undefined && step.at > breach.appealBy) {
    return refused(reason('breach.appeal_late', { until: wallTime(breach.appealBy) }))
  }
  return move(breach, step, { from: ['measured'], to: 'appealed', event: 'appealed', who: 'subject' })
}

/**
 * Ends a case: without a finding at once, with a measure after the time for an appeal, with an appeal by another decider.
 *
 * @example
 * const opened = openBreach({ kind: 'overdue', subject: 'clerk', explainBy: '2026-11-25T09:00:00.000Z' }, { by: 'clock', at: '2026-11-22T01:00:00.000Z', text: '超期 1 个工作日' })
 * const explained = explainBreach(opened, { by: 'clerk', at: '2026-11-23T01:00:00.000Z', text: '系统故障' }).value
 * const found = decideBreach(explained, { by: 'leader', at: '2026-11-24T01:00:00.000Z', text: '情况属实', found: true }).value
 * const measured = measureBreach(found, { by: 'leader', at: '2026-11-24T02:00:00.000Z', text: '批评教育', appealBy: '2026-12-01T09:00:00.000Z' }).value
 * finaliseBreach(measured, { by: 'leader', at: '2026-12-02T01:00:00.000Z', text: '归档' }).value.state // 'final'
 * finaliseBreach(measured, { by: 'leader', at: '2026-11-30T01:00:00.000Z', text: '归档' }).refusal.code // 'breach.appeal_open'
 */
export function finaliseBreach(breach: Breach, step: BreachStep): Result<Breach> {
  if (breach.state === 'measured' && breach.appealBy !== undefined && step.at <= breach.appealBy) {
    return refused(reason('breach.appeal_open', { until: wallTime(breach.appealBy) }))
  }
  const first = breach.history.find(({ kind }) => kind === 'found')?.by
  if (breach.state === 'appealed' && step.by === first) return refused(reason('breach.same_decider'))
  return move(breach, step, { from: ['not-found', 'measured', 'appealed'], to: 'final', event: 'finalised', who: 'other' })
}

interface Move {
  readonly from: readonly Breach['state'][]
  readonly to: Breach['state']
  readonly event: BreachEvent['kind']
  readonly who: 'subject' | 'other'
}

function move(breach: Breach, { by, at, text }: BreachStep, { from, to, event, who }: Move): Result<Breach> {
  if (!from.includes(breach.state)) return refused(reason('breach.not_from_here', { state: breach.state }))
  if (who === 'subject' && by !== breach.subject) return refused(reason('breach.only_subject'))
  if (who === 'other' && by === breach.subject) return refused(reason('breach.own_case'))
  if (text.trim() === '') return refused(reason('breach.text', {}, 'text'))
  if (at < (breach.history.at(-1)?.at ?? at)) return refused(reason('breach.back_dated'))
  return ok({ ...breach, state: to, history: [...breach.history, { kind: event, by, at, text }] })
}
