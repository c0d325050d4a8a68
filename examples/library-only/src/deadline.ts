import { pathToFileURL } from 'node:url'
import { addWorkingDays, createWorkCalendar, describeDay, type WorkCalendar } from '@linli/core/calendar'
import { nationalNotices } from '@linli/core/calendar/data'
import { addDays, type LocalDate } from '@linli/core/date'
import { ok, refused, type Result } from '@linli/core/refusal'

// A deadline calculator: from which day, how many working days, and which days do not count, and why.
// node src/deadline.ts 2026-04-30 5

export interface Deadline {
  readonly due: LocalDate
  /** Every day after the first up to the due day that a calendar on the wall would not explain. */
  readonly remarks: readonly string[]
  readonly provisional: boolean
}

const calendar = createWorkCalendar(nationalNotices)

export function deadline(received: LocalDate, workingDays: number): Result<Deadline> {
  if (!calendar.ok) return calendar
  const due = addWorkingDays(calendar.value, received, workingDays)
  if (!due.ok) return refused(due.refusal)
  const { date, provisional, unknownYears } = due.value
  const warning = provisional ? [`${unknownYears.join('、')} 年的放假通知还没有录入，结果是暂定的，通知发布后请重算`] : []
  return ok({ due: date, remarks: [...remarksBetween(calendar.value, received, date), ...warning], provisional })
}

function remarksBetween(known: WorkCalendar, received: LocalDate, due: LocalDate): readonly string[] {
  const remarks: string[] = []
  for (let day = addDays(received, 1); day <= due; day = addDays(day, 1)) {
    const status = describeDay(known, day)
    if (!status.ok) continue
    const { kind, holiday } = status.value
    if (kind === 'holiday') remarks.push(`${day} ${holiday ?? '法定节假日'}，不计`)
    if (kind === 'make-up') remarks.push(`${day} 周末调休上班，计入`)
  }
  return remarks
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [received = '', days = ''] = process.argv.slice(2)
  const answer = deadline(received, Number(days))
  console.log(answer.ok ? [`${answer.value.due} 前办结`, ...answer.value.remarks].join('\n') : answer.refusal.zh)
  process.exitCode = answer.ok ? 0 : 1
}
