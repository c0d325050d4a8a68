import type { ActionInput, Row } from '@linli/kit'
import { people } from '@linli/plugin-registry'
import { sql } from 'kysely'
import type { callVote, LiveMeeting, liveMeeting, LiveVote, refreshAgenda } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { DUTIES, OUTCOMES, ruleTitle } from '../../rules/options.ts'
import {
  agendaItems,
  attendances,
  councils,
  leaves,
  matters,
  meetings,
  members,
  proxies,
  signatures,
  speeches,
  voters,
  votes,
} from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { votedAt } from '../../rules/ways.ts'
import { makeAgenda } from './agenda.ts'
import { presentNow, quorumOf, turnoutOf } from './presence.ts'

type MeetingRow = Row<typeof meetings>

/** A meeting as the hall sees it. */
export async function liveOf(ctx: Ctx, meeting: MeetingRow): Promise<LiveMeeting> {
  const council = await parentOf(ctx, councils, meeting.councilId)
  const running = meeting.status === 'noticed' || meeting.status === 'open'
  const present = running ? (await presentNow(ctx, meeting)).length : meeting.present
  const quorum = await quorumOf(ctx, meeting, running ? present : (await turnoutOf(ctx, meeting)).most)
  return {
    id: meeting.id,
    title: meeting.title,
    council: council.name,
    place: meeting.place,
    status: meeting.status,
    statusTitle: meetings.workflow?.states[meeting.status].title ?? '',
    scheduledAt: meeting.scheduledAt,
    code: running ? meeting.code : null,
    due: meeting.due,
    present,
    quorum: { reached: quorum.reached, needed: quorum.shares[0]?.needed ?? 0, text: quorum.zh },
    items: await itemsOf(ctx, meeting),
    people: await peopleOf(ctx, meeting),
    votes: await votesOf(ctx, meeting.id),
    minutes: meeting.minutes,
    signatures: meeting.signatures,
  }
}

async function itemsOf(ctx: Ctx, meeting: MeetingRow): Promise<LiveMeeting['items']> {
  const { rows } = await ctx
    .elevated()
    .rows(agendaItems)
    .list({ filter: { meetingId: meeting.id }, sort: ['position', 'asc'], limit: 200, total: 'none' })
  const ids = rows.flatMap(({ matterId }) => matterId ?? [])
  const known = new Map(
    ids.length === 0
      ? []
      : (
          await ctx
            .elevated()
            .rows(matters)
            .list({ filter: { id: ids }, limit: 200, total: 'none' })
        ).rows.map((row) => [row.id, row] as const),
  )
  const kinds = agendaItems.fields.kind.options as Readonly<Record<string, string>>
  return rows.map((item) => {
    const matter = item.matterId ? known.get(item.matterId) : undefined
    return {
      id: item.id,
      kind: item.kind,
      kindTitle: kinds[item.kind] ?? '',
      title: item.title,
      state: item.state,
      carried: item.carried,
      ageDays: item.ageDays,
      conclusion: item.conclusion,
      matterId: item.matterId,
      matterStatus: matter ? (matters.workflow?.states[matter.status].title ?? null) : null,
    }
  })
}

async function peopleOf(ctx: Ctx, meeting: MeetingRow): Promise<LiveMeeting['people']> {
  const all = ctx.elevated()
  const filter = { meetingId: meeting.id }
  const roll = (meeting.roll?.members ?? []).slice(0, 300)
  const names = new Map<string, string>()
  for await (const { id, name } of all.rows(people).each({ filter: { id: roll.map((member) => member.id) } })) names.set(id, name)
  const stays = (await all.rows(attendances).list({ filter, limit: 1000, total: 'none' })).rows
  const came = new Set(stays.map(({ personId }) => personId))
  const here = new Set(stays.filter(({ seat }) => seat !== null).map(({ personId }) => personId))
  const signed = new Set((await all.rows(signatures).list({ filter, limit: 1000, total: 'none' })).rows.map(({ personId }) => personId))
  const given = new Map(
    (await all.rows(proxies).list({ filter, limit: 1000, total: 'none' })).rows.map(({ principalId, holderId }) => [principalId, holderId]),
  )
  const hands = new Map(
    (await all.rows(speeches).list({ filter: { ...filter, endedAt_empty: true }, limit: 200, total: 'none' })).rows.map(
      ({ personId, startedAt }) => [personId, startedAt ? ('speaking' as const) : ('raised' as const)],
    ),
  )
  const away = new Set((await all.rows(leaves).list({ filter, limit: 1000, total: 'none' })).rows.map(({ personId }) => personId))
  const duties = new Map(
    (await all.rows(members).list({ filter: { councilId: meeting.councilId, to_empty: true }, limit: 1000, total: 'none' })).rows.map(
      ({ personId, duty }) => [personId, duty],
    ),
  )
  return roll.map(({ id, voting }) => {
    const holder = given.get(id)
    const duty = duties.get(id)
    return {
      id,
      name: names.get(id) ?? '',
      voting: voting !== false,
      here: here.has(id),
      came: came.has(id),
      signed: signed.has(id),
      proxy: holder ? (names.get(holder) ?? '已委托') : null,
      onLeave: away.has(id),
      duty: duty ? DUTIES[duty] : null,
      hand: hands.get(id) ?? 'none',
    }
  })
}

/** The votes of a meeting. Of an open secret vote nobody learns more than how many have voted; of the first few not even that. */
async function votesOf(ctx: Ctx, meetingId: string): Promise<readonly LiveVote[]> {
  const { rows } = await ctx
    .elevated()
    .rows(votes)
    .list({ filter: { meetingId }, sort: ['createdAt', 'asc'], limit: 100, total: 'none' })
  const shown: LiveVote[] = []
  for (const vote of rows) {
    const running = vote.status === 'open' && !vote.secret ? await runningCounts(ctx, vote.id) : null
    const closed = vote.status === 'closed' ? { for: vote.yes ?? 0, against: vote.no ?? 0, abstain: vote.abstain ?? 0 } : null
    shown.push({
      id: vote.id,
      title: vote.title,
      status: vote.status,
      secret: vote.secret,
      ruleTitle: ruleTitle(vote.ruleCode),
      unverified: vote.ruleStatus === 'unverified',
      base: vote.base,
      cast: await submittedOf(ctx, vote.id),
      counts: closed ?? running,
      outcome: vote.outcome ? OUTCOMES[vote.outcome] : null,
      sentence: vote.sentence,
      recused: await recusedOf(ctx, vote.id),
    })
  }
  return shown
}

async function recusedOf(ctx: Ctx, voteId: string): Promise<readonly string[]> {
  const { rows } = await ctx
    .elevated()
    .rows(voters)
    .list({ filter: { voteId, recused: true }, limit: 500, total: 'none' })
  return rows.flatMap(({ personId }) => personId ?? [])
}

/** How many of a vote's roll have voted. */
export async function submittedOf(ctx: Ctx, voteId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from council_voters where street_id = ${ctx.street.code} and vote_id = ${voteId} and submitted`.execute(
    ctx.db,
  )
  return rows[0]?.n ?? 0
}

async function runningCounts(ctx: Ctx, voteId: string): Promise<{ for: number; against: number; abstain: number }> {
  const { rows } = await sql<{ choice: string; n: number }>`
    select choice, count(*)::int as n from council_ballots where street_id = ${ctx.street.code} and vote_id = ${voteId} group by choice`.execute(
    ctx.db,
  )
  const count = (choice: string): number => rows.find((row) => row.choice === choice)?.n ?? 0
  return { for: count('for'), against: count('against'), abstain: count('abstain') }
}

export async function handleLive(ctx: Ctx, input: ActionInput<typeof liveMeeting>): Promise<LiveMeeting> {
  return liveOf(ctx, await ctx.rows(meetings).get(input.id))
}

/** A vote of the meeting, on the matter of an item if there is one: its gate follows from where the matter stands. */
export async function handleCallVote(ctx: Ctx, input: ActionInput<typeof callVote>): Promise<{ voteId: string }> {
  const meeting = await ctx.rows(meetings).lock(input.id)
  if (meeting.status !== 'noticed' && meeting.status !== 'open') return ctx.refuse(reason('meeting.not_open'))
  const item = input.itemId ? await parentOf(ctx, agendaItems, input.itemId) : undefined
  if (item && item.meetingId !== meeting.id) return ctx.refuse(reason('meeting.item_foreign', undefined, 'itemId'))
  const matter = item?.matterId ? await parentOf(ctx, matters, item.matterId) : undefined
  const gate = matter ? votedAt(matter.status) : undefined
  const vote = await ctx
    .elevated()
    .rows(votes)
    .create({
      title: input.title,
      councilId: meeting.councilId,
      meetingId: meeting.id,
      matterId: matter && gate ? matter.id : null,
      gate: gate === 'review' || gate === 'partyReview' || gate === 'resolve' ? gate : null,
      secret: input.secret === 'yes',
      communityId: meeting.communityId,
    })
  return { voteId: vote.id }
}

export async function handleRefreshAgenda(ctx: Ctx, input: ActionInput<typeof refreshAgenda>): Promise<{ added: number }> {
  const meeting = await ctx.rows(meetings).lock(input.id)
  if (!['planned', 'noticed', 'open'].includes(meeting.status)) return ctx.refuse(reason('meeting.agenda_fixed'))
  return { added: await makeAgenda(ctx, meeting) }
}
