import { checkQuorum, type QuorumCheck } from '@linli/core/voting'
import type { Row } from '@linli/kit'
import { attendances, councils, type meetings, proxies } from '../../resources/index.ts'
import { type Attendance, cameTo, mostAtOnce } from '../../rules/presence.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { ruleFor } from '../vote/rule.ts'

type MeetingRow = Row<typeof meetings>

/** Who of the voting roll is here: in person or online, or through a proxy whose holder is. */
export async function presentNow(ctx: Ctx, meeting: MeetingRow): Promise<readonly string[]> {
  const all = ctx.elevated()
  const here = new Set(
    (await all.rows(attendances).list({ filter: { meetingId: meeting.id, seat_empty: false }, limit: 1000, total: 'none' })).rows.map(
      ({ personId }) => personId,
    ),
  )
  const given = (await all.rows(proxies).list({ filter: { meetingId: meeting.id }, limit: 1000, total: 'none' })).rows
  const standing = new Set(given.filter(({ holderId }) => here.has(holderId)).map(({ principalId }) => principalId))
  const due = (meeting.roll?.members ?? []).filter(({ voting }) => voting !== false)
  return due.map(({ id }) => id).filter((id) => here.has(id) || standing.has(id))
}

async function attendanceOf(ctx: Ctx, { id, roll }: MeetingRow): Promise<Attendance> {
  const all = ctx.elevated()
  const page = { filter: { meetingId: id }, limit: 1000, total: 'none' } as const
  return {
    due: (roll?.members ?? []).filter(({ voting }) => voting !== false).map((member) => member.id),
    stays: (await all.rows(attendances).list(page)).rows,
    proxies: (await all.rows(proxies).list(page)).rows,
  }
}

/** How many of those due came, and the most who were there at once: what stays of a meeting when it is over. */
export async function turnoutOf(ctx: Ctx, meeting: MeetingRow): Promise<{ readonly came: number; readonly most: number }> {
  const attendance = await attendanceOf(ctx, meeting)
  return { came: cameTo(attendance).length, most: mostAtOnce({ ...attendance, openedAt: meeting.openedAt ?? meeting.scheduledAt }) }
}

/** The quorum light of a meeting, by the rule of its body. */
export async function quorumOf(ctx: Ctx, meeting: MeetingRow, present: number): Promise<QuorumCheck> {
  const rule = ruleFor(ctx, await parentOf(ctx, councils, meeting.councilId))
  if (!rule.ok) return ctx.refuse(rule.refusal)
  return checkQuorum(rule.value.params, { heads: Math.max(1, meeting.due) }, { heads: present })
}
