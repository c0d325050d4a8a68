import type { LocalDate } from '../../date/index.ts'
import type { HolidayPeriod, YearNotice } from '../year-notice.ts'

/** A year's notice in the short form of the data file: `元旦 0101-0103 劳动节 0501`. */
export interface CompactYear {
  readonly year: number
  readonly off: string
  readonly work: string
  readonly source: string
  readonly crossChecked: boolean
}

/** Spells a compact year out. */
export function expandYear({ year, off, work, source, crossChecked }: CompactYear): YearNotice {
  const day = (text: string): LocalDate => `${year}-${text.slice(0, 2)}-${text.slice(2)}`
  const words = off.split(' ')
  const holidays: HolidayPeriod[] = []
  for (let index = 0; index < words.length; index += 2) {
    const [name = '', period = ''] = words.slice(index, index + 2)
    holidays.push({ name, from: day(period.slice(0, 4)), to: day(period.slice(-4)) })
  }
  return { year, holidays, makeUpDays: work === '' ? [] : work.split(' ').map(day), source, crossChecked, complete: true }
}
