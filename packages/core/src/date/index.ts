export { CHINA_OFFSET_MINUTES, dayOf, fromEpochMilliseconds, instantAt, wallTime } from './instant.ts'
export type { Instant } from './instant.ts'
export {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  daysInMonth,
  fromEpochDay,
  isLeapYear,
  parseLocalDate,
  toEpochDay,
  weekday,
} from './local-date.ts'
export type { LocalDate } from './local-date.ts'
