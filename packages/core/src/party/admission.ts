import { addDays, addMonths, ageOn, daysBetween, type LocalDate } from '../date/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import type { RuleSet } from '../ruleset/index.ts'
import type { MemberStatus } from './branch.ts'
import { ADMISSION_RULES, type AdmissionParams } from './party-rules.ts'

/** What has happened on the way from the application to full membership. */
export interface AdmissionRecord {
  readonly birth: LocalDate
  readonly appliedOn: LocalDate
  readonly talkOn?: LocalDate
  readonly activistOn?: LocalDate
  /** The half-yearly reviews of an activist. */
  readonly reviews?: readonly LocalDate[]
  readonly targetOn?: LocalDate
  readonly politicalReviewOn?: LocalDate
  readonly training?: { readonly days: number; readonly hours: number }
  readonly introducers?: number
  readonly preCheckOn?: LocalDate
  /** The branch meeting that admitted the probationary member; probation counts from this day. */
  readonly branchMeetingOn?: LocalDate
  readonly approvedOn?: LocalDate
  /** A probation may be extended once, by 6 to 12 months. */
  readonly extensionMonths?: number
}

const reason = defineReasons({
  'admission.too_young': { zh: '申请入党须年满 {age} 周岁', en: 'An applicant must be {age} years old' },
  'admission.no_talk': { zh: '党组织还没有派人同申请人谈话', en: 'Nobody has talked with the applicant yet' },
  'admission.not_activist': { zh: '还没有确定为入党积极分子', en: 'Not yet an activist' },
  'admission.cultivation_short': {
    zh: '入党积极分子须培养教育满 {months} 个月，最早 {earliest}',
    en: 'An activist is cultivated for {months} months; not before {earliest}',
  },
  'admission.not_target': { zh: '还没有确定为发展对象', en: 'Not yet a development target' },
  'admission.no_political_review': { zh: '未经政治审查，不能接收', en: 'No political review' },
  'admission.training_short': {
    zh: '短期集中培训不少于 {days} 天或 {hours} 个学时',
    en: 'Training takes at least {days} days or {hours} hours',
  },
  'admission.introducers': { zh: '须有 {n} 名正式党员作入党介绍人', en: '{n} full members must introduce' },
  'admission.no_pre_check': { zh: '未经上级党委预审', en: 'No pre-check by the superior committee' },
  'admission.no_branch_meeting': { zh: '支部党员大会还没有讨论通过', en: 'The branch meeting has not decided' },
  'admission.meeting_before_pre_check': { zh: '支部大会不能早于预审', en: 'The branch meeting cannot precede the pre-check' },
  'admission.not_approved': { zh: '上级党委还没有批准为预备党员', en: 'The superior committee has not approved' },
  'admission.approval_too_late': {
    zh: '审批超过 {months} 个月（最迟 {latest}），须重新办理接收手续',
    en: 'Approved after {months} months (latest {latest}): admission must start again',
  },
  'admission.probation_running': { zh: '预备期未满，最早 {earliest} 转正', en: 'Probation is running; not before {earliest}' },
  'admission.extension_range': {
    zh: '预备期只能延长一次，{min} 至 {max} 个月',
    en: 'Probation is extended once, by {min} to {max} months',
  },
  'admission.skips': { zh: '不能跳过阶段', en: 'Stages cannot be skipped' },
  'admission.talk_late': {
    zh: '收到申请 {months} 个月内应派人谈话，已超期',
    en: 'A talk is due within {months} months of the application',
  },
  'admission.review_late': {
    zh: '入党积极分子每 {months} 个月应考察一次，已超期',
    en: 'An activist is reviewed every {months} months; overdue',
  },
  'admission.meeting_late': {
    zh: '预审后 {months} 个月内应开支部大会，已超期',
    en: 'The branch meeting is due within {months} months of the pre-check',
  },
  'admission.approval_late': {
    zh: '{months} 个月内应审批，已超期（{latest} 后须重新办理）',
    en: 'Approval is due within {months} months; after {latest} admission starts again',
  },
})

const STAGES: readonly MemberStatus[] = ['applicant', 'activist', 'development_target', 'probationary', 'full']

/**
 * What forbids the next step on a day; an empty list means it may be taken. Stages follow each other without a gap:
 * applicant → activist → development target → probationary → full. Source: 发展党员工作细则 (see ADMISSION_RULES).
 *
 * @example
 * const record = { birth: '1990-01-01', appliedOn: '2025-01-10', talkOn: '2025-01-20', activistOn: '2025-06-01' }
 * checkAdmissionStep(record, 'activist', 'development_target', '2026-05-31')[0]?.code // 'admission.cultivation_short'
 * checkAdmissionStep(record, 'activist', 'development_target', '2026-06-01') // []
 */
export function checkAdmissionStep(
  record: AdmissionRecord,
  from: MemberStatus,
  to: MemberStatus,
  on: LocalDate,
  rules: RuleSet<AdmissionParams> = ADMISSION_RULES,
): readonly Refusal[] {
  const { params } = rules
  if (STAGES.indexOf(to) !== STAGES.indexOf(from) + 1) return [reason('admission.skips')]
  switch (to) {
    case 'activist':
      return [
        ...(ageOn(record.birth, record.appliedOn) < params.minAge ? [reason('admission.too_young', { age: params.minAge }, 'birth')] : []),
        ...(happened(record.talkOn, on) ? [] : [reason('admission.no_talk', undefined, 'talkOn')]),
      ]
    case 'development_target':
      return againstTarget(record, on, params)
    case 'probationary':
      return againstProbation(record, on, params)
    case 'full':
      return againstFull(record, on, rules)
    default:
      return [reason('admission.skips')]
  }
}

function happened(day: LocalDate | undefined, on: LocalDate): day is LocalDate {
  return day !== undefined && day <= on
}

function againstTarget(record: AdmissionRecord, on: LocalDate, params: AdmissionParams): readonly Refusal[] {
  if (!happened(record.activistOn, on)) return [reason('admission.not_activist', undefined, 'activistOn')]
  const earliest = addMonths(record.activistOn, params.cultivationMonths)
  return on < earliest ? [reason('admission.cultivation_short', { months: params.cultivationMonths, earliest }, 'targetOn')] : []
}

function againstProbation(record: AdmissionRecord, on: LocalDate, params: AdmissionParams): readonly Refusal[] {
  const against: Refusal[] = []
  if (!happened(record.targetOn, on)) against.push(reason('admission.not_target', undefined, 'targetOn'))
  if (!happened(record.politicalReviewOn, on)) against.push(reason('admission.no_political_review', undefined, 'politicalReviewOn'))
  if ((record.training?.days ?? 0) < params.training.days && (record.training?.hours ?? 0) < params.training.hours)
    against.push(reason('admission.training_short', { ...params.training }, 'training'))
  if ((record.introducers ?? 0) < params.introducers)
    against.push(reason('admission.introducers', { n: params.introducers }, 'introducers'))
  if (!happened(record.preCheckOn, on)) against.push(reason('admission.no_pre_check', undefined, 'preCheckOn'))
  if (!happened(record.branchMeetingOn, on)) return [...against, reason('admission.no_branch_meeting', undefined, 'branchMeetingOn')]
  if (record.preCheckOn !== undefined && record.branchMeetingOn < record.preCheckOn)
    against.push(reason('admission.meeting_before_pre_check', undefined, 'branchMeetingOn'))
  const latest = addMonths(record.branchMeetingOn, params.approvalMaxMonths)
  if (!happened(record.approvedOn, on)) against.push(reason('admission.not_approved', undefined, 'approvedOn'))
  else if (record.approvedOn > latest)
    against.push(reason('admission.approval_too_late', { months: params.approvalMaxMonths, latest }, 'approvedOn'))
  return against
}

function againstFull(record: AdmissionRecord, on: LocalDate, rules: RuleSet<AdmissionParams>): readonly Refusal[] {
  if (!happened(record.branchMeetingOn, on)) return [reason('admission.no_branch_meeting', undefined, 'branchMeetingOn')]
  const { extension } = rules.params
  const months = record.extensionMonths
  if (months !== undefined && !(Number.isInteger(months) && months >= extension.min && months <= extension.max))
    return [reason('admission.extension_range', { ...extension }, 'extensionMonths')]
  const earliest = probationEnds(record.branchMeetingOn, months, rules)
  return on < earliest ? [reason('admission.probation_running', { earliest })] : []
}

/**
 * The day on which probation is over: a year after the branch meeting, later by an extension.
 *
 * @example
 * probationEnds('2025-06-30') // '2026-06-30'
 * probationEnds('2025-06-30', 6) // '2026-12-30'
 */
export function probationEnds(
  branchMeetingOn: LocalDate,
  extensionMonths = 0,
  rules: RuleSet<AdmissionParams> = ADMISSION_RULES,
): LocalDate {
  return addMonths(branchMeetingOn, rules.params.probationMonths + extensionMonths)
}

/**
 * What is late on a day: the talk within a month, the review every half-year, the branch meeting within a month of the pre-check, the approval within 3 months.
 * Lateness is shown, not forbidden; only an approval after 6 months makes admission start again.
 *
 * @example
 * admissionDelays({ birth: '1990-01-01', appliedOn: '2026-01-10' }, '2026-02-11').map((each) => each.code) // ['admission.talk_late']
 */
export function admissionDelays(
  record: AdmissionRecord,
  on: LocalDate,
  rules: RuleSet<AdmissionParams> = ADMISSION_RULES,
): readonly Refusal[] {
  const { params } = rules
  const late: Refusal[] = []
  if ((record.talkOn ?? on) > addMonths(record.appliedOn, params.talkMonths))
    late.push(reason('admission.talk_late', { months: params.talkMonths }, 'talkOn'))
  if (
    record.activistOn !== undefined &&
    record.targetOn === undefined &&
    reviewLate(record.activistOn, record.reviews ?? [], on, params.reviewMonths)
  ) {
    late.push(reason('admission.review_late', { months: params.reviewMonths }, 'reviews'))
  }
  if (record.preCheckOn !== undefined && (record.branchMeetingOn ?? on) > addMonths(record.preCheckOn, params.meetingMonths))
    late.push(reason('admission.meeting_late', { months: params.meetingMonths }, 'branchMeetingOn'))
  if (record.branchMeetingOn !== undefined && (record.approvedOn ?? on) > addMonths(record.branchMeetingOn, params.approvalMonths)) {
    late.push(
      reason(
        'admission.approval_late',
        { months: params.approvalMonths, latest: addMonths(record.branchMeetingOn, params.approvalMaxMonths) },
        'approvedOn',
      ),
    )
  }
  return late
}

function reviewLate(activistOn: LocalDate, reviews: readonly LocalDate[], on: LocalDate, months: number): boolean {
  const last = [activistOn, ...reviews.filter((day) => day <= on)].toSorted().at(-1) ?? activistOn
  return on > addMonths(last, months)
}

/** What an organisation last saw of a member. */
export interface MemberActivity {
  /** The last day up to which dues are paid. */
  readonly duesPaidTo: LocalDate
  readonly lastActivityOn: LocalDate
}

const lapse = defineReasons({
  'party.lapse_dues': {
    zh: '已连续 {days} 天（超过 6 个月）未交党费，请支部核实',
    en: 'No dues for {days} days, more than 6 months; the branch should look into it',
  },
  'party.lapse_activity': {
    zh: '已连续 {days} 天（超过 6 个月）未参加组织生活，请支部核实',
    en: 'No activity for {days} days, more than 6 months; the branch should look into it',
  },
})

/**
 * Signs of 自行脱党: six months in a row without dues or without activity. A sign asks the branch to look; nobody is struck off by a program.
 * Source: 党章 art. 9 (unverified).
 *
 * @example
 * lapseSigns({ duesPaidTo: '2026-05-31', lastActivityOn: '2026-11-01' }, '2026-12-01').map((each) => each.code) // ['party.lapse_dues']
 */
export function lapseSigns(activity: MemberActivity, on: LocalDate): readonly Refusal[] {
  const signs: Refusal[] = []
  if (addDays(addMonths(addDays(activity.duesPaidTo, 1), 6), -1) < on)
    signs.push(lapse('party.lapse_dues', { days: daysBetween(activity.duesPaidTo, on) }))
  if (addMonths(activity.lastActivityOn, 6) < on)
    signs.push(lapse('party.lapse_activity', { days: daysBetween(activity.lastActivityOn, on) }))
  return signs
}
