import type { WorkCalendar } from '@linli/core/calendar'
import { type Finding, note, ok, wrong } from './check.ts'

/** Whether a street's working days of this year, and near its end of the next, are known. */
export function checkCalendar(name: string, calendar: Pick<WorkCalendar, 'isKnown'>, today: string): Finding {
  const year = Number(today.slice(0, 4))
  if (!calendar.isKnown(year))
    return wrong(
      `${name}：没有 ${year} 年的放假安排，办理时限只按周一到周五推算。请街道管理员在“系统管理 → 放假安排”里粘贴国务院办公厅的通知，或更新程序。`,
      `${name}: the holidays of ${year} are not known, so promises in working days are counted by weekdays alone. Enter the State Council's notice in the admin app under "Holidays", or update the program.`,
    )
  if (today.slice(5) >= '11-15' && !calendar.isKnown(year + 1))
    return note(
      `${name}：还没有 ${year + 1} 年的放假安排，跨年的办理时限都标“暂定”。通知发布后，请街道管理员在“系统管理 → 放假安排”里录入，或更新程序。`,
      `${name}: the holidays of ${year + 1} are not known yet, and promises over the turn of the year are marked provisional. Once the notice is published, enter it in the admin app under "Holidays", or update the program.`,
    )
  return ok(`${name}：${year} 年的放假和调休安排齐全`, `${name}: the holidays of ${year} are known`)
}
