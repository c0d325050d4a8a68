import { createWorkCalendar, type WorkCalendar, type YearNotice } from '../../src/calendar/index.ts'
import { nationalNotices } from '../../src/calendar/data/index.ts'
import type { Result } from '../../src/refusal/index.ts'

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.en}`)
  return result.value
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code)

export const national: WorkCalendar = must(createWorkCalendar(nationalNotices))

export const empty: WorkCalendar = must(createWorkCalendar([]))

/** A made-up notice: New Year's Day and a week in February off, two Saturdays worked. */
export const notice2027: YearNotice = {
  year: 2027,
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
  ],
  makeUpDays: ['2026-12-26', '2027-02-13'],
  source: '测试用通知',
  crossChecked: false,
  complete: true,
}
