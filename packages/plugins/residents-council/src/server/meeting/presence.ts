import { checkQuorum, type QuorumCheck } from '@linli/core/voting'
import type { Row } from '@linli/kit'
import { attendances, councils, type meetings, proxies } from '../../resources/index.ts'
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

/** The quorum light of a meeting, by the rule of its body. */
export async function quorumOf(ctx: Ctx, meeting: MeetingRow, present: number): Promise<QuorumCheck> {
  const rule = ruleFor(ctx, await parentOf(ctx, councils, meeting.councilId))
  if (!rule.ok) return ctx.refuse(rule.refusal)
  return checkQuorum(rule.value.params, { heads: Math.max(1, meeting.due) }, { heads: present })
}
