import { addDays, CHINA_OFFSET_MINUTES, dayOf, fromEpochMilliseconds, instantAt, type Instant, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { isWorked } from './working-days.ts'

/** A time of day, `09:00`; `24:00` is the end of the day. */
export type TimeOfDay = string

export interface OpenSpan {
  readonly from: TimeOfDay
  readonly to: TimeOfDay
}

/** When an office is open. Make-up working days are working days. */
export interface OpeningTimes {
  /** In order, without overlap: `[{ from: '09:00', to: '12:00' }, { from: '13:00', to: '17:00' }]`. */
  readonly workingDay: readonly OpenSpan[]
  /**
   * Weekend or holiday service (延时服务).
   * @default none
   */
  readonly restDay?: readonly OpenSpan[]
}

const reason = defineReasons({
  'opening.time': { zh: '时间应写作 09:00 这样的格式：{text}', en: 'A time is written like 09:00: {text}' },
  'opening.order': {
    zh: '开放时间要按先后填写，不能重叠：{from} 至 {to}',
    en: 'Opening times are in order and do not overlap: {from} to {to}',
  },
  'opening.none': { zh: '请至少填写一段工作日的开放时间', en: 'Enter at least one opening time of working days' },
})

/** Every reason for which opening times can be refused. */
export type OpeningReason = Parameters<typeof reason>[0]

const MINUTES_A_DAY = 1440
/** A century: far beyond any promise, and a stop for opening times that never come. */
const DAYS_LOOKED_AT = 36_525

/**
 * Checks opening times: written well, in order, at least one on working days.
 *
 * @example
 * checkOpening({ workingDay: [{ from: '09:00', to: '17:30' }] }).ok // true
 */
export function checkOpening(opening: OpeningTimes): Result<OpeningTimes> {
  if (opening.workingDay.length === 0) return refused(reason('opening.none', {}, 'opening'))
  for (const spans of [opening.workingDay, opening.restDay ?? []]) {
    const bad = refuseSpans(spans)
    if (bad) return refused(bad)
  }
  return ok(opening)
}

function refuseSpans(spans: readonly OpenSpan[]): Refusal | undefined {
  let earliest = 0
  for (const { from, to } of spans) {
    for (const text of [from, to]) {
      if (!/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)) return reason('opening.time', { text }, 'opening')
    }
    if (minuteOf(from) < earliest || minuteOf(to) <= minuteOf(from)) return reason('opening.order', { from, to }, 'opening')
    earliest = minuteOf(to)
  }
  return undefined
}

/** The minute of the day at which an office closes; the end of the day when it is not open at all, or no times are given. */
export function closingMinute(calendar: WorkCalendar, opening: OpeningTimes | undefined, date: LocalDate): number {
  const last = opening && spansOn(calendar, opening, date).at(-1)
  return last === undefined ? MINUTES_A_DAY : minuteOf(last.to)
}

/**
 * The moment at which an office has been open for `milliseconds` since another moment.
 * Exactly the last open minute of a day ends at its closing time, not the next morning.
 */
export function addOpenTime(
  calendar: WorkCalendar,
  opening: OpeningTimes,
  from: Instant,
  milliseconds: number,
  offsetMinutes: number = CHINA_OFFSET_MINUTES,
): Instant {
  let left = milliseconds
  let date = dayOf(from, offsetMinutes)
  const start = Date.parse(from)
  for (let looked = 0; looked < DAYS_LOOKED_AT; looked++) {
    for (const span of spansOn(calendar, opening, date)) {
      const opens = Math.max(start, momentOf(date, span.from, offsetMinutes))
      const open = momentOf(date, span.to, offsetMinutes) - opens
      if (open <= 0) continue
      if (left <= open) return fromEpochMilliseconds(opens + left)
      left -= open
    }
    date = addDays(date, 1)
  }
  return instantAt(date, 0, offsetMinutes)
}

/** The milliseconds for which an office is open between two moments; 0 when `to` is not later. */
export function openTimeBetween(
  calendar: WorkCalendar,
  opening: OpeningTimes,
  from: Instant,
  to: Instant,
  offsetMinutes: number = CHINA_OFFSET_MINUTES,
): number {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  let sum = 0
  for (let date = dayOf(from, offsetMinutes); date !== '' && date <= dayOf(to, offsetMinutes); date = addDays(date, 1)) {
    for (const span of spansOn(calendar, opening, date)) {
      const overlap = Math.min(last, momentOf(date, span.to, offsetMinutes)) - Math.max(first, momentOf(date, span.from, offsetMinutes))
      if (overlap > 0) sum += overlap
    }
  }
  return sum
}

function spansOn(calendar: WorkCalendar, opening: OpeningTimes, date: LocalDate): readonly OpenSpan[] {
  return isWorked(calendar, date) ? opening.workingDay : (opening.restDay ?? [])
}

function momentOf(date: LocalDate, time: TimeOfDay, offsetMinutes: number): number {
  return Date.parse(`${date}T00:00:00.000Z`) + (minuteOf(time) - offsetMinutes) * 60_000
}

function minuteOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
