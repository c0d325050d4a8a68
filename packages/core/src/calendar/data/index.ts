import type { YearNotice } from '../year-notice.ts'
import { expandYear } from './compact-year.ts'
import { compactYears } from './years.ts'

/**
 * The national notices on holidays and make-up working days, 2004–2026.
 *
 * Snapshot of the npm package chinese-days 1.5.7 (MIT), made by `scripts/snapshot-holidays.ts`; the years 2007–2026 agree on every day with
 * the independent transcription holiday-cn, which names the papers given as `source`. 2004–2006 have one transcription only (`crossChecked: false`).
 * The notice for 2027 was not in it: enter it with `withNotice`.
 *
 * @example
 * nationalNotices.at(-1)?.year // 2026
 */
export const nationalNotices: readonly YearNotice[] = compactYears.map(expandYear)
