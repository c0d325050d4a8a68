/** Whether somebody on the roll was at a meeting. */
export type Came = 'came' | 'excused' | 'absent'

/**
 * Unexcused absences in a row up to the last meeting. A leave or a proxy neither adds nor breaks the row.
 *
 * @param meetings of one body where the member was on the roll, latest first
 * @example
 * absencesInARow(['absent', 'excused', 'absent', 'came', 'absent']) // 2
 */
export function absencesInARow(meetings: readonly Came[]): number {
  const end = meetings.indexOf('came')
  return (end < 0 ? meetings : meetings.slice(0, end)).filter((each) => each === 'absent').length
}
