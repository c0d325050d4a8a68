import { addDays, parseLocalDate, type LocalDate } from '../date/index.ts'
import { ok, type Result } from '../refusal/index.ts'
import { type VoteRule } from '../voting/index.ts'

/** Days within which a new committee files with the street and the housing office (物业管理条例). */
export const OWNERS_FILE_WITHIN_DAYS = 30

export interface OwnersTimetable {
  /** The first day on which the vote may open. */
  readonly voteFrom: LocalDate
  /** Counted from `voteFrom`, as if decided on that day. */
  readonly publishUntil: LocalDate
  readonly fileBy: LocalDate
}

/**
 * The days that follow from the notice of an owners' vote. All are calendar days.
 *
 * @example
 * const rule = votePreset('OWNERS_278_ORDINARY', '2026-05-01').params
 * ownersTimetable(rule, '2026-05-01').value // { voteFrom: '2026-05-16', publishUntil: '2026-05-23', fileBy: '2026-06-15' }
 */
export function ownersTimetable(rule: VoteRule, noticedOn: LocalDate): Result<OwnersTimetable> {
  const day = parseLocalDate(noticedOn)
  if (!day.ok) return day
  const voteFrom = addDays(noticedOn, rule.noticeMinDays)
  return ok({ voteFrom, publishUntil: addDays(voteFrom, rule.publishDays), fileBy: addDays(voteFrom, OWNERS_FILE_WITHIN_DAYS) })
}
