export { dueOf, extendClock, pauseClock, resumeClock, startClock, stopClock, supplementClock } from './clock.ts'
export type { Clock, ClockEvent, ClockReason, ClockStep, Extension, Pause } from './clock.ts'
export type { ClockContext, DueMoment, Standstill } from './due.ts'
export { DEFAULT_LADDER } from './ladder-step.ts'
export type { LadderLevel, LadderMoment, LadderReason, LadderStep } from './ladder-step.ts'
export { checkOpening } from './opening-times.ts'
export type { OpeningReason, OpeningTimes, OpenSpan, TimeOfDay } from './opening-times.ts'
export { isOverdue, ladderOf, readClock } from './reading.ts'
export type { ClockReading, LadderRung } from './reading.ts'
export { noticeText, readNoticeText } from './read-notice.ts'
export type { NoticeDays, NoticeTextReason } from './read-notice.ts'
export { recomputeClock } from './recompute.ts'
export type { Recomputed, RecomputeStep } from './recompute.ts'
export { definePromise } from './service-promise.ts'
export type {
  PauseReason,
  PromiseUnit,
  ServicePromise,
  ServicePromiseInput,
  ServicePromiseReason,
  StatutoryCap,
} from './service-promise.ts'
export { createWorkCalendar, withNotice } from './work-calendar.ts'
export type { WorkCalendar, YearTable } from './work-calendar.ts'
export { addWorkingDays, describeDay, workingDaysBetween } from './working-days.ts'
export type { Certainty, DayStatus, WorkingDate, WorkingDayCount, WorkingDayReason } from './working-days.ts'
export { CALENDAR_YEARS, checkYearNotice } from './year-notice.ts'
export type { HolidayPeriod, YearNotice, YearNoticeReason } from './year-notice.ts'
