import { carryOver, type MeetingOpinion } from '@linli/core/cadence'
import { dayOf } from '@linli/core/date'
import type { NewRow, Row } from '@linli/kit'
import { agendaItems, councils, matters, meetings, opinions } from '../../resources/index.ts'
import type { BodyKind } from '../../rules/options.ts'
import type { Ctx } from '../context.ts'

const OPEN_AT_COUNCIL = ['proposed', 'inConsultation', 'voting', 'acting', 'branchProposing', 'inRepMeeting'] as const
/** What the community's other bodies have before them; those who are not named have what residents decide. */
const OPEN_AT: Readonly<Partial<Record<BodyKind, readonly ['underReview' | 'inPartyReview', ...'inDiscussion'[]]>>> = {
  twoCommittees: ['underReview', 'inDiscussion'],
  partyMeeting: ['inPartyReview'],
}
const OPEN_AT_RESIDENTS = ['voting', 'acting', 'inRepMeeting'] as const

/** The agenda of a month: what became of last month's opinions, the matters, next month's opinions. Nothing falls off before it is answered. */
export async function makeAgenda(ctx: Ctx, meeting: Row<typeof meetings>): Promise<number> {
  const all = ctx.elevated()
  const day = dayOf(meeting.scheduledAt)
  const held = await all
    .rows(meetings)
    .list({ filter: { councilId: meeting.councilId, status: ['closed', 'written', 'archived'] }, limit: 500, total: 'none' })
  const raised = (
    await all.rows(opinions).list({ filter: { councilId: meeting.councilId }, sort: ['raisedOn', 'desc'], limit: 300, total: 'none' })
  ).rows
  const { answered, open } = carryOver(
    raised.map(asOpinion),
    held.rows.map(({ scheduledAt }) => dayOf(scheduledAt)),
    day,
  )
  const items: Omit<NewRow<typeof agendaItems>, 'meetingId' | 'position'>[] = [
    ...answered.map(({ id, text, answer }) => ({
      kind: 'review' as const,
      title: text,
      opinionId: id,
      conclusion: `已答复：${answer?.text ?? ''}`.slice(0, 1000),
    })),
    ...open.map(({ opinion, carriedOver, ageDays }) => ({
      kind: 'review' as const,
      title: opinion.text,
      opinionId: opinion.id,
      carried: carriedOver,
      ageDays,
    })),
    ...(await mattersOf(ctx, meeting)).map(({ id, title }) => ({ kind: 'matter' as const, title, matterId: id })),
    { kind: 'opinions', title: '提出下月工作意见' },
  ]
  const known = (await all.rows(agendaItems).list({ filter: { meetingId: meeting.id }, limit: 200, total: 'none' })).rows
  const fresh = items.filter(
    (item) =>
      !known.some(
        (old) =>
          old.kind === item.kind &&
          old.matterId === (item.matterId ?? null) &&
          old.opinionId === (item.opinionId ?? null) &&
          (item.kind !== 'opinions' || old.title === item.title),
      ),
  )
  if (fresh.length > 0)
    await all.rows(agendaItems).createMany(
      fresh.slice(0, 100).map((item, index) => ({
        ...item,
        meetingId: meeting.id,
        position: Math.min(200, known.length + index + 1),
        communityId: meeting.communityId,
      })),
    )
  return fresh.length
}

async function mattersOf(ctx: Ctx, meeting: Row<typeof meetings>): Promise<readonly Row<typeof matters>[]> {
  const all = ctx.elevated()
  const council = await all.rows(councils).get(meeting.councilId)
  const filter =
    council.kind === 'council'
      ? { councilId: council.id, status: OPEN_AT_COUNCIL }
      : { communityId: meeting.communityId, status: OPEN_AT[council.kind] ?? OPEN_AT_RESIDENTS }
  return (await all.rows(matters).list({ filter, sort: ['createdAt', 'asc'], limit: 50, total: 'none' })).rows
}

function asOpinion(row: Row<typeof opinions>): MeetingOpinion {
  return {
    id: row.id,
    raisedOn: row.raisedOn,
    text: row.text,
    ...(row.answer && row.answeredOn ? { answer: { on: row.answeredOn, text: row.answer } } : {}),
  }
}
