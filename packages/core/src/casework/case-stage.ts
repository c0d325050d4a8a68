import { addMonths, type LocalDate } from '../date/index.ts'
import { defineReasons, type Refusal } from '../refusal/index.ts'
import { NATION, type RuleSet } from '../ruleset/index.ts'

/** The stages of casework, each after the one before. */
export type CaseStage = 'intake' | 'assessment' | 'planning' | 'intervention' | 'evaluation' | 'closed' | 'follow_up'

/** The clocks of casework: follow-ups after closing in months, and the hours in which a hand-over is answered. */
export interface CaseworkParams {
  readonly followUpMonths: readonly number[]
  readonly acceptHours: number
  readonly urgentAcceptHours: number
}

/** 接案 → 预估 → 计划 → 介入 → 评估 → 结案 → 追踪. The six steps are on public pages; the standard's text was not found, the figures are proposals. */
export const CASEWORK_RULES: RuleSet<CaseworkParams> = {
  code: 'CASEWORK',
  title: { zh: '个案工作', en: 'Casework' },
  jurisdiction: NATION,
  from: '2017-01-01',
  params: { followUpMonths: [3, 6, 12], acceptHours: 24, urgentAcceptHours: 4 },
  citation: { source: 'MZ/T 094-2017 社会工作方法 个案工作', note: '须核对：各阶段必备文书、转介与跟进的时限；交接时限为本系统建议' },
  status: 'unverified',
}

/** The stages in order with their names. */
export const CASE_STAGES: readonly { readonly code: CaseStage; readonly zh: string; readonly en: string }[] = [
  { code: 'intake', zh: '接案', en: 'Intake' },
  { code: 'assessment', zh: '预估', en: 'Assessment' },
  { code: 'planning', zh: '计划', en: 'Planning' },
  { code: 'intervention', zh: '介入', en: 'Intervention' },
  { code: 'evaluation', zh: '评估', en: 'Evaluation' },
  { code: 'closed', zh: '结案', en: 'Closed' },
  { code: 'follow_up', zh: '追踪', en: 'Follow-up' },
]

/** What a case has on record. */
export interface CaseRecord {
  readonly consented: boolean
  readonly assessed: boolean
  readonly goals: number
  readonly planAgreedByClient: boolean
  readonly interventions: number
  readonly evaluated: boolean
  /** Duties that must be done first, such as a report to the police. */
  readonly openDuties: number
}

const reason = defineReasons({
  'casework.skips': { zh: '不能从{from}直接到{to}，须逐步进行', en: 'Stages cannot be skipped' },
  'casework.same_stage': { zh: '已经在{from}阶段', en: 'It is in this stage already' },
  'casework.back_needs_reason': { zh: '退回{to}须写明原因', en: 'Going back needs a reason' },
  'casework.reopen_to_assessment': { zh: '结案后重新开案应从预估开始', en: 'A closed case reopens at the assessment' },
  'casework.no_consent': { zh: '服务对象还没有同意接受服务', en: 'The client has not consented' },
  'casework.not_assessed': { zh: '还没有完成预估', en: 'The assessment is not complete' },
  'casework.no_goals': { zh: '计划至少要有一个目标', en: 'A plan needs at least one goal' },
  'casework.plan_not_agreed': { zh: '服务计划须经服务对象同意', en: 'The client must agree to the plan' },
  'casework.no_intervention': { zh: '还没有介入记录', en: 'There is no record of an intervention' },
  'casework.not_evaluated': { zh: '没有评估不能结案', en: 'A case is not closed without an evaluation' },
  'casework.open_duties': { zh: '还有 {count} 项必须完成的事项（如强制报告）', en: '{count} mandatory duties are open' },
})

/**
 * What forbids a step from one stage to another; an empty list means it may be taken. Forward goes one stage at a time, each with its record;
 * back to an earlier stage needs a reason; a closed case reopens at the assessment, with a reason.
 *
 * @example
 * const record = { consented: true, assessed: true, goals: 1, planAgreedByClient: false, interventions: 0, evaluated: false, openDuties: 0 }
 * checkCaseStep(record, 'planning', 'intervention').map((each) => each.code) // ['casework.plan_not_agreed']
 * checkCaseStep(record, 'intake', 'planning').map((each) => each.code) // ['casework.skips']
 */
export function checkCaseStep(record: CaseRecord, from: CaseStage, to: CaseStage, why = ''): readonly Refusal[] {
  const names = { from: nameOf(from), to: nameOf(to) }
  const distance = indexOf(to) - indexOf(from)
  if (distance === 0) return [reason('casework.same_stage', names)]
  if (distance < 0) {
    if (indexOf(from) >= indexOf('closed') && to !== 'assessment') return [reason('casework.reopen_to_assessment')]
    return why.trim() === '' ? [reason('casework.back_needs_reason', names, 'reason')] : []
  }
  if (distance > 1) return [reason('casework.skips', names)]
  return missingFor(record, to)
}

function missingFor(record: CaseRecord, to: CaseStage): readonly Refusal[] {
  switch (to) {
    case 'assessment':
      return record.consented ? [] : [reason('casework.no_consent', undefined, 'consented')]
    case 'planning':
      return record.assessed ? [] : [reason('casework.not_assessed')]
    case 'intervention':
      return [
        ...(record.goals > 0 ? [] : [reason('casework.no_goals', undefined, 'goals')]),
        ...(record.planAgreedByClient ? [] : [reason('casework.plan_not_agreed', undefined, 'planAgreedByClient')]),
      ]
    case 'evaluation':
      return record.interventions > 0 ? [] : [reason('casework.no_intervention')]
    case 'closed':
      return [
        ...(record.evaluated ? [] : [reason('casework.not_evaluated')]),
        ...(record.openDuties > 0 ? [reason('casework.open_duties', { count: record.openDuties })] : []),
      ]
    default:
      return []
  }
}

/**
 * The days on which a closed case is looked at again: after 3, 6 and 12 months unless a street's rule says otherwise.
 *
 * @example
 * followUpDays('2026-11-30') // ['2027-02-28', '2027-05-30', '2027-11-30']
 */
export function followUpDays(closedOn: LocalDate, rules: RuleSet<CaseworkParams> = CASEWORK_RULES): readonly LocalDate[] {
  return rules.params.followUpMonths.map((count) => addMonths(closedOn, count))
}

function indexOf(stage: CaseStage): number {
  return CASE_STAGES.findIndex((each) => each.code === stage)
}

function nameOf(stage: CaseStage): string {
  return CASE_STAGES[indexOf(stage)]?.zh ?? stage
}
