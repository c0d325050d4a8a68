import { parseLocalDate, type LocalDate } from '../date/index.ts'
import { defineReasons, ok, refused, type Refusal, type Result } from '../refusal/index.ts'
import { isPeriod, periodsBetween, type CadencePeriod, type CalendarPeriod } from './periods.ts'

/** So many times in each calendar period: meetings, contests, lectures. */
export interface PeriodCadence {
  readonly kind: 'period'
  readonly expects: number
  readonly per: CadencePeriod
}

/** A written excuse. It explains a gap and never makes it vanish: the period stays in the denominator. */
export interface CadenceExcuse {
  /** {@link CalendarPeriod} key. */
  readonly period: string
  readonly by: string
  readonly reason: string
  readonly writtenOn: LocalDate
}

export interface CadenceRecord {
  /** Days on which it was held. */
  readonly held: readonly LocalDate[]
  readonly excuses: readonly CadenceExcuse[]
}

/** `open` is a period that is not over yet; a green light is never given in advance. */
export type CadenceState = 'met' | 'excused' | 'missed' | 'open'

export interface PeriodResult extends CalendarPeriod {
  readonly expected: number
  readonly held: number
  /** What counts: never more than expected, so that a busy month does not hide an empty one. */
  readonly counted: number
  readonly state: CadenceState
  readonly light: 'green' | 'amber' | 'red' | 'none'
  readonly excuse?: CadenceExcuse
}

export interface CadenceReport {
  readonly periods: readonly PeriodResult[]
  /** Over periods that are finished, or met already. Excused ones are part of it. */
  readonly expected: number
  readonly counted: number
  /** Finished periods without enough and without an excuse. */
  readonly missed: number
  readonly excused: number
  /** Missed periods in a row up to the last finished one; an excused period neither adds nor breaks the row. */
  readonly missedInARow: number
  /** Excuses that were not accepted, with the reason. */
  readonly refusedExcuses: readonly { readonly excuse: CadenceExcuse; readonly refusal: Refusal }[]
}

const reason = defineReasons({
  'cadence.expects': { zh: '次数应为正整数', en: 'The number of times has to be a positive whole number' },
  'cadence.span': { zh: '起止日期不对', en: 'The span of days is not valid' },
  'cadence.held_date': { zh: '召开日期不对', en: 'A day on which it was held is not valid' },
  'cadence.excuse_writer': { zh: '说明须有填写人', en: 'An excuse names its writer' },
  'cadence.excuse_reason': { zh: '说明须写明原因', en: 'An excuse gives a reason' },
  'cadence.excuse_period': { zh: '没有“{period}”这一期', en: 'There is no period {period}' },
})

/**
 * Expected against held, period by period, up to a day.
 * A period counts once it is over, or earlier when it is met. The first and last period of the span are expected in full.
 *
 * @example
 * cadenceReport({ kind: 'period', expects: 1, per: 'month' }, { held: ['2026-01-10', '2026-01-20', '2026-03-05'], excuses: [] }, { from: '2026-01-01', to: '2026-12-31' }, '2026-04-10').value.missed // 1
 */
export function cadenceReport(
  cadence: PeriodCadence,
  record: CadenceRecord,
  span: { readonly from: LocalDate; readonly to: LocalDate },
  today: LocalDate,
): Result<CadenceReport> {
  if (!Number.isSafeInteger(cadence.expects) || cadence.expects < 1) return refused(reason('cadence.expects', undefined, 'expects'))
  if (!isPeriod(cadence.per) || ![span.from, span.to, today].every((day) => parseLocalDate(day).ok)) return refused(reason('cadence.span'))
  if (!record.held.every((day) => parseLocalDate(day).ok)) return refused(reason('cadence.held_date', undefined, 'held'))
  const periods = periodsBetween(cadence.per, span.from, span.to)
  const { excuses, refusedExcuses } = readExcuses(record.excuses, periods)
  const results = periods.map((period) => judge(cadence, period, record.held, excuses.get(period.key), today))
  const due = results.filter((result) => result.state !== 'open')
  return ok({
    periods: results,
    expected: due.length * cadence.expects,
    counted: due.reduce((sum, result) => sum + result.counted, 0),
    missed: due.filter((result) => result.state === 'missed').length,
    excused: due.filter((result) => result.state === 'excused').length,
    missedInARow: missedInARow(due),
    refusedExcuses,
  })
}

function judge(
  cadence: PeriodCadence,
  period: CalendarPeriod,
  days: readonly LocalDate[],
  excuse: CadenceExcuse | undefined,
  today: LocalDate,
): PeriodResult {
  const held = days.filter((day) => day >= period.from && day <= period.to && day <= today).length
  const state: CadenceState = held >= cadence.expects ? 'met' : today <= period.to ? 'open' : excuse ? 'excused' : 'missed'
  const light = ({ met: 'green', open: 'none', excused: 'amber', missed: 'red' } as const)[state]
  const result = { ...period, expected: cadence.expects, held, counted: Math.min(held, cadence.expects), state, light }
  return excuse ? { ...result, excuse } : result
}

function missedInARow(due: readonly PeriodResult[]): number {
  let count = 0
  for (const { state } of due) count = state === 'missed' ? count + 1 : state === 'met' ? 0 : count
  return count
}

function readExcuses(
  given: readonly CadenceExcuse[],
  periods: readonly CalendarPeriod[],
): { excuses: Map<string, CadenceExcuse>; refusedExcuses: CadenceReport['refusedExcuses'] } {
  const excuses = new Map<string, CadenceExcuse>()
  const refusedExcuses: { excuse: CadenceExcuse; refusal: Refusal }[] = []
  for (const excuse of given) {
    const refusal = checkExcuse(excuse, periods)
    if (refusal) refusedExcuses.push({ excuse, refusal })
    else excuses.set(excuse.period, excuse)
  }
  return { excuses, refusedExcuses }
}

function checkExcuse(excuse: CadenceExcuse, periods: readonly CalendarPeriod[]): Refusal | undefined {
  if (excuse.by.trim() === '') return reason('cadence.excuse_writer', undefined, 'by')
  if (excuse.reason.trim() === '') return reason('cadence.excuse_reason', undefined, 'reason')
  return periods.some((period) => period.key === excuse.period)
    ? undefined
    : reason('cadence.excuse_period', { period: excuse.period }, 'period')
}
