import { dayOf } from '@linli/core/date'
import type { ActionInput, Row } from '@linli/kit'
import type {
  askLeave,
  castVote,
  confirmResult,
  joinMeeting,
  MyCouncil,
  MyMeeting,
  myMeeting,
  propose,
  publicBoard,
  raiseHand,
  raiseObjection,
  signMyMinutes,
  TrackedProposal,
} from '../actions/index.ts'
import type { ActionOutput } from '@linli/kit'
import { reason } from '../reasons.ts'
import {
  attendances,
  councils,
  feedback,
  leaves,
  matters,
  meetings,
  moves,
  objections,
  proposals,
  proxies,
  publications,
  supporters,
  voters,
  votes,
} from '../resources/index.ts'
import { amountText } from '../rules/area.ts'
import { STATES, TOPICS } from '../rules/options.ts'
import { stagesOf } from '../rules/stages.ts'
import type { people } from '@linli/plugin-registry'
import type { Ctx } from './context.ts'
import { inOffice } from './councils.ts'
import { liveOf } from './meeting/live.ts'
import { signed, signedIn, spoke } from './meeting/sign-in.ts'
import { proposersOf, residentOf } from './proposals.ts'
import { castForHome, castNamed, castSecret, lockOpen } from './vote/cast.ts'
import { linesOf } from './vote/record.ts'
import { answerTo } from './watch/unsatisfied.ts'
import { earlierOf } from './wording.ts'

type PersonRow = Row<typeof people>
const HALL = ['noticed', 'open', 'closed', 'written'] as const

/** What concerns a resident: their proposals, those that look for support, the meetings where they sit. */
export async function handleMyCouncil(ctx: Ctx): Promise<MyCouncil> {
  const me = await residentOf(ctx)
  const all = ctx.elevated()
  const here = (
    await all.rows(councils).list({ filter: { communityId: me.communityId, kind: 'council', status: 'active' }, limit: 100, total: 'none' })
  ).rows
  const nearest = here.filter(({ estateId }) => estateId === null || me.estateId === null || estateId === me.estateId)
  // An estate without a council of its own brings its proposals to one of the community's.
  const own = nearest.length > 0 ? nearest : here
  const needed = new Map(here.map(({ id, supportersMin }) => [id, supportersMin]))
  const backed = (await all.rows(supporters).list({ filter: { personId: me.id }, sort: ['createdAt', 'desc'], limit: 200, total: 'none' }))
    .rows
  const mineIds = backed.filter(({ role }) => role === 'proposer').map(({ proposalId }) => proposalId)
  const mine =
    mineIds.length === 0
      ? []
      : (await all.rows(proposals).list({ filter: { id: mineIds }, sort: ['createdAt', 'desc'], limit: 50, total: 'none' })).rows
  const open = (
    await all
      .rows(proposals)
      .list({ filter: { communityId: me.communityId, status: 'published' }, sort: ['createdAt', 'desc'], limit: 50, total: 'none' })
  ).rows
  const tracked: TrackedProposal[] = []
  const others: MyCouncil['open'][number][] = []
  for (const row of mine) tracked.push(await trackedOf(ctx, row, me))
  for (const row of open.filter(({ id }) => !mineIds.includes(id))) {
    const backing = backed.find(({ proposalId }) => proposalId === row.id)
    others.push({
      id: row.id,
      title: row.title,
      text: row.text,
      versionNo: row.versionNo,
      earlier: await earlierOf(ctx, row),
      topic: TOPICS[row.topic],
      supporters: row.supporters,
      needed: needed.get(row.councilId ?? '') ?? 0,
      supported: backing !== undefined,
      changedSince: backing && backing.versionNo < row.versionNo ? backing.versionNo : null,
    })
  }
  return {
    name: me.name,
    councils: own.map(({ id, name }) => ({ id, name })),
    mine: tracked,
    open: others,
    meetings: await myMeetings(ctx, me),
    ownerVotes: await ownerVotesOf(ctx, me),
  }
}

async function myMeetings(ctx: Ctx, me: PersonRow): Promise<MyCouncil['meetings']> {
  const { rows } = await ctx
    .elevated()
    .rows(meetings)
    .list({ filter: { communityId: me.communityId, status: HALL }, sort: ['scheduledAt', 'desc'], limit: 50, total: 'none' })
  const mine: MyCouncil['meetings'][number][] = []
  for (const meeting of rows.filter(({ roll }) => roll?.members.some(({ id }) => id === me.id))) {
    const here = await isHere(ctx, meeting.id, me.id)
    mine.push({
      id: meeting.id,
      title: meeting.title,
      at: meeting.scheduledAt,
      place: meeting.place,
      status: meetings.workflow?.states[meeting.status].title ?? '',
      signedIn: here,
      canLeave: meeting.status === 'noticed' || meeting.status === 'open',
      onLeave: (await ctx.elevated().rows(leaves).first({ meetingId: meeting.id, personId: me.id })) !== undefined,
    })
  }
  return mine
}

async function isHere(ctx: Ctx, meetingId: string, personId: string): Promise<boolean> {
  return (await ctx.elevated().rows(attendances).first({ meetingId, seat: personId })) !== undefined
}

/** What a proposer said of the result; of a result that was done again nothing yet, until they say it. */
async function lastSaid(
  ctx: Ctx,
  { id: matterId, reworkedAt, resultPublishedOn }: Row<typeof matters>,
  personId: string,
): Promise<Row<typeof feedback> | undefined> {
  const { rows } = await ctx
    .elevated()
    .rows(feedback)
    .list({ filter: { matterId, personId, kind: 'confirmed' }, sort: ['createdAt', 'desc'], limit: 1, total: 'none' })
  const [said] = rows
  const isOld = said !== undefined && reworkedAt !== null && (said.at ?? '') <= reworkedAt
  return isOld && resultPublishedOn !== null ? undefined : said
}

async function trackedOf(ctx: Ctx, row: Row<typeof proposals>, me: PersonRow): Promise<TrackedProposal> {
  const all = ctx.elevated()
  const matter = row.matterId ? await all.rows(matters).find(row.matterId) : undefined
  const council = row.councilId ? await all.rows(councils).find(row.councilId) : undefined
  const steps = matter
    ? (await all.rows(moves).list({ filter: { matterId: matter.id }, sort: ['createdAt', 'asc'], limit: 200, total: 'none' })).rows
    : []
  const said = matter ? await lastSaid(ctx, matter, me.id) : undefined
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    versionNo: row.versionNo,
    earlier: await earlierOf(ctx, row),
    status: row.status,
    statusTitle: proposals.workflow?.states[row.status].title ?? '',
    supporters: row.supporters,
    needed: council?.supportersMin ?? 0,
    answer: row.answer,
    matter: matter
      ? {
          id: matter.id,
          no: matter.no ?? '',
          statusTitle: matters.workflow?.states[matter.status].title ?? '',
          stages: stagesOf({ ...matter, state: matter.status, left: steps.map(({ fromState }) => fromState) }).map(({ state, at }) => ({
            title: STATES[state] ?? state,
            at,
          })),
          steps: steps.map(({ at, title, why }) => ({ at: dayOf(at), title, why })),
          result: matter.resultText,
          canConfirm: matter.resultPublishedOn !== null && !said && matter.status !== 'closed',
          feedback: said ? { satisfied: said.satisfied === 'yes', words: said.words, answer: await answerTo(ctx, said.id) } : null,
        }
      : null,
  }
}

export async function handlePropose(ctx: Ctx, input: ActionInput<typeof propose>): Promise<{ proposalId: string }> {
  const me = await residentOf(ctx)
  const all = ctx.elevated()
  const council = await all.rows(councils).find(input.councilId)
  if (!council || council.communityId !== me.communityId) return ctx.refuse(reason('proposal.council_needed', undefined, 'councilId'))
  const off = inOffice(council)
  if (off) return ctx.refuse(off)
  const made = await all.rows(proposals).create({
    councilId: council.id,
    title: input.title,
    topic: input.topic,
    text: input.text,
    source: 'resident',
    communityId: council.communityId,
  })
  await all.rows(supporters).create({ proposalId: made.id, personId: me.id, role: 'proposer' })
  return { proposalId: made.id }
}

export async function handleJoin(ctx: Ctx, input: ActionInput<typeof joinMeeting>): Promise<{ meetingId: string }> {
  const me = await residentOf(ctx)
  const { rows } = await ctx
    .elevated()
    .rows(meetings)
    .list({ filter: { communityId: me.communityId, status: ['noticed', 'open'] }, limit: 100, total: 'none' })
  const meeting = rows.find(({ code }) => code === input.code.trim())
  if (!meeting) return ctx.refuse(reason('meeting.code', undefined, 'code'))
  await signedIn(ctx, meeting.id, me.id, { mode: input.mode ?? 'inPerson', via: 'code' })
  return { meetingId: meeting.id }
}

/** A member's own meeting; whoever is not on its roll is told that there is none. */
async function mineOrNone(ctx: Ctx, meetingId: string, me: PersonRow): Promise<Row<typeof meetings>> {
  const meeting = await ctx.elevated().rows(meetings).find(meetingId)
  if (!meeting?.roll?.members.some(({ id }) => id === me.id)) return ctx.refuse(reason('meeting.not_on_roll'), 404)
  return meeting
}

export async function handleMyMeeting(ctx: Ctx, input: ActionInput<typeof myMeeting>): Promise<MyMeeting> {
  const me = await residentOf(ctx)
  const row = await mineOrNone(ctx, input.meetingId, me)
  const { people: everybody, code: _code, ...meeting } = await liveOf(ctx, row)
  const mine = everybody.find(({ id }) => id === me.id)
  const all = ctx.elevated()
  const given = (await all.rows(proxies).list({ filter: { meetingId: row.id, holderId: me.id }, limit: 20, total: 'none' })).rows
  const ballots: MyMeeting['ballots'][number][] = []
  for (const vote of meeting.votes.filter(({ status }) => status === 'open')) {
    const line = await all.rows(voters).first({ voteId: vote.id, memberKey: me.id })
    if (!line) continue
    const principals = []
    for (const { principalId } of vote.secret ? [] : given) {
      const theirs = await all.rows(voters).first({ voteId: vote.id, memberKey: principalId })
      if (theirs) principals.push({ id: principalId, name: theirs.name, voted: theirs.submitted })
    }
    ballots.push({ voteId: vote.id, voted: line.submitted, recused: line.recused, principals })
  }
  return { meeting, signedIn: mine?.here ?? false, hand: mine?.hand ?? 'none', ballots, maySign: row.status === 'written' }
}

/** The line of an owners' roll on which I stand, alone or with others who own the same homes. */
async function ownLineOf(ctx: Ctx, voteId: string, me: PersonRow): Promise<Row<typeof voters> | undefined> {
  return (await linesOf(ctx, voteId)).find(({ memberKey }) => (JSON.parse(memberKey) as readonly string[]).includes(me.id))
}

/** The owners' votes that are open and in which I have a home. */
async function ownerVotesOf(ctx: Ctx, me: PersonRow): Promise<MyCouncil['ownerVotes']> {
  const all = ctx.elevated()
  const open = await all
    .rows(votes)
    .list({ filter: { communityId: me.communityId, kind: 'owners', status: 'open' }, limit: 20, total: 'none' })
  const mine: MyCouncil['ownerVotes'][number][] = []
  for (const { id, title, noticedOn } of open.rows) {
    const line = await ownLineOf(ctx, id, me)
    if (!line) continue
    mine.push({
      id,
      title,
      noticedOn,
      homes: line.units?.length ?? 0,
      area: line.area === null ? '' : amountText(line.area),
      voted: line.submitted,
    })
  }
  return mine
}

/** A member's ballot. Everything is decided behind the lock of the vote. */
export async function handleCast(ctx: Ctx, input: ActionInput<typeof castVote>): Promise<{ receipt: string | null }> {
  const me = await residentOf(ctx)
  const known = await ctx.elevated().rows(votes).find(input.voteId)
  if (!known || known.communityId !== me.communityId)
    return ctx.refuse({ code: 'vote.not_eligible', zh: '不在这次表决的名册里', en: 'Not on the roll of this vote' })
  const vote = await lockOpen(ctx, input.voteId)
  const voter = input.principalId ?? me.id
  if (vote.kind === 'owners') {
    const home = (await ownLineOf(ctx, vote.id, me))?.units?.[0]
    if (!home) return ctx.refuse({ code: 'vote.not_eligible', zh: '不在这次表决的名册里', en: 'Not on the roll of this vote' })
    await castForHome(ctx, vote, home, input.choice, me.id)
    return { receipt: null }
  }
  if (!vote.secret) return castNamed(ctx, vote, voter, input.choice, me.id)
  if (voter !== me.id) return ctx.refuse(reason('vote.secret_operator', undefined, 'principalId'))
  return castSecret(ctx, vote, me.id, input.choice)
}

export async function handleRaiseHand(ctx: Ctx, input: ActionInput<typeof raiseHand>): Promise<{ speaking: boolean }> {
  const me = await residentOf(ctx)
  const meeting = await mineOrNone(ctx, input.meetingId, me)
  if (meeting.status !== 'open') return ctx.refuse(reason('meeting.not_open'))
  return spoke(ctx, meeting, me.id, true)
}

export async function handleAskLeave(ctx: Ctx, input: ActionInput<typeof askLeave>): Promise<{ asked: boolean }> {
  const me = await residentOf(ctx)
  const meeting = await mineOrNone(ctx, input.meetingId, me)
  await ctx.elevated().rows(leaves).create({ meetingId: meeting.id, personId: me.id, why: input.why })
  return { asked: true }
}

export async function handleSignMine(ctx: Ctx, input: ActionInput<typeof signMyMinutes>): Promise<{ signatures: number }> {
  const me = await residentOf(ctx)
  const meeting = await mineOrNone(ctx, input.meetingId, me)
  return signed(ctx, meeting.id, me.id, input.remark ?? null)
}

export async function handleConfirm(ctx: Ctx, input: ActionInput<typeof confirmResult>): Promise<{ thanks: boolean }> {
  const me = await residentOf(ctx)
  const matter = await ctx.elevated().rows(matters).find(input.matterId)
  if (!matter || !(await proposersOf(ctx, matter.id)).includes(me.id)) return ctx.refuse(reason('matter.not_proposer'), 403)
  if (!matter.resultPublishedOn) return ctx.refuse(reason('matter.no_result'))
  await ctx
    .elevated()
    .rows(feedback)
    .create({
      matterId: matter.id,
      personId: me.id,
      kind: 'confirmed',
      satisfied: input.satisfied,
      rating: input.rating,
      words: input.words ?? null,
    })
  return { thanks: true }
}

export async function handleObject(ctx: Ctx, input: ActionInput<typeof raiseObjection>): Promise<{ objectionId: string }> {
  const me = await residentOf(ctx)
  const posted = await ctx.elevated().rows(publications).find(input.publicationId)
  if (!posted || (posted.communityId !== null && posted.communityId !== me.communityId))
    return ctx.refuse(reason('publication.over', undefined, 'publicationId'))
  const row = await ctx
    .elevated()
    .rows(objections)
    .create({ publicationId: posted.id, personId: me.id, byName: me.name.slice(0, 30), text: input.text })
  return { objectionId: row.id }
}

export async function handlePublicBoard(ctx: Ctx): Promise<ActionOutput<typeof publicBoard>> {
  const me = await residentOf(ctx)
  const all = ctx.elevated()
  const posted = (
    await all.rows(publications).list({
      filter: { communityId: me.communityId, status: ['running', 'suspended', 'ended'] },
      sort: ['from', 'desc'],
      limit: 30,
      total: 'none',
    })
  ).rows
  const streets = (
    await all.rows(publications).list({
      filter: { communityId_empty: true, kind: 'ranking', status: ['running', 'suspended', 'ended'] },
      sort: ['from', 'desc'],
      limit: 5,
      total: 'none',
    })
  ).rows
  const under = (
    await all.rows(matters).list({ filter: { communityId: me.communityId }, sort: ['updatedAt', 'desc'], limit: 30, total: 'none' })
  ).rows
  const kinds = publications.fields.kind.options as Readonly<Record<string, string>>
  return {
    posted: [...streets, ...posted].map((row) => ({
      id: row.id,
      title: row.title,
      kind: kinds[row.kind] ?? '',
      content: row.content,
      place: row.place,
      from: row.from,
      until: row.until ?? row.from,
      status: publications.workflow?.states[row.status].title ?? '',
      running: row.status !== 'ended',
    })),
    matters: under.map(({ title, status, statusSince }) => ({
      title,
      statusTitle: matters.workflow?.states[status].title ?? '',
      since: dayOf(statusSince),
    })),
  }
}
