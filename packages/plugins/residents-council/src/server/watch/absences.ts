import type { Row } from '@linli/kit'
import { absencesInARow, type Came } from '../../rules/absence.ts'
import { attendances, councils, leaves, meetings, members, proxies } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { knownPeople } from '../known-people.ts'
import { clear, raise } from './alerts.ts'

type Meeting = Row<typeof meetings>

/** After a meeting: who stayed away without a word for the third time running is told of; who came is not any more. */
export async function watchAbsences(ctx: Ctx, meeting: Meeting): Promise<void> {
  const council = await parentOf(ctx, councils, meeting.councilId)
  const held = (
    await ctx
      .elevated()
      .rows(meetings)
      .list({
        filter: { councilId: council.id, status: ['closed', 'written', 'archived'] },
        sort: ['scheduledAt', 'desc'],
        limit: 24,
        total: 'none',
      })
  ).rows
  const came = new Map<string, ReadonlyMap<string, Came>>()
  for (const each of held) came.set(each.id, await cameTo(ctx, each))
  const sitting = (
    await ctx
      .elevated()
      .rows(members)
      .list({ filter: { councilId: council.id, to_empty: true }, limit: 1000, total: 'none' })
  ).rows
  const known = await knownPeople(
    ctx,
    sitting.map(({ personId }) => personId),
  )
  for (const member of sitting) {
    const missed = absencesInARow(held.flatMap(({ id }) => came.get(id)?.get(member.personId) ?? []))
    const about = { kind: 'absence', council, memberId: member.id } as const
    if (missed < ctx.settings.absenceLimit) await clear(ctx, about)
    else
      await raise(
        ctx,
        about,
        `${known.get(member.personId)?.name ?? '一名成员'}连续 ${missed} 次未请假缺席「${council.name}」，席位是否保留请按章程处理`,
      )
  }
}

async function cameTo(ctx: Ctx, { id, roll }: Meeting): Promise<ReadonlyMap<string, Came>> {
  const all = ctx.elevated()
  const page = { filter: { meetingId: id }, limit: 1000, total: 'none' } as const
  const here = new Set((await all.rows(attendances).list(page)).rows.map(({ personId }) => personId))
  const excused = new Set([
    ...(await all.rows(leaves).list(page)).rows.map(({ personId }) => personId),
    ...(await all.rows(proxies).list(page)).rows.map(({ principalId }) => principalId),
  ])
  return new Map(
    (roll?.members ?? []).map(
      (member) => [member.id, here.has(member.id) ? 'came' : excused.has(member.id) ? 'excused' : 'absent'] as const,
    ),
  )
}
