export { cadenceReport, nextDue } from './cadence.ts'
export type {
  CadenceExcuse,
  CadenceRecord,
  CadenceReport,
  CadenceState,
  DueState,
  IntervalCadence,
  PeriodCadence,
  PeriodResult,
  TermCadence,
  YearlyDeadline,
} from './cadence.ts'
export { carryOver } from './opinions.ts'
export type { CarriedOpinion, MeetingOpinion, OpinionAgenda } from './opinions.ts'
export { periodOf, periodsBetween } from './periods.ts'
export type { CadencePeriod, CalendarPeriod } from './periods.ts'
export { CADENCE_PRESETS } from './presets.ts'
export type { CadencePreset } from './presets.ts'
export { yearlyState } from './yearly.ts'
export type { YearlyState } from './yearly.ts'
