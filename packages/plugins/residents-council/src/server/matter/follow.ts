import { addDays, dayOf } from '@linli/core/date'
import type { AnyEvent, EventData, Row } from '@linli/kit'
import { matterAccepted, matterClosed, matterExecuted, matterResolved, matterReturned } from '../../events.ts'
import { alerts, councils, gates, links, matters, moves, proposals, publications, votes } from '../../resources/index.ts'
import type { Gate } from '../../rules/options.ts'
import { NO_DAYS, standingOf, templateOf, votedAt } from '../../rules/ways.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { postedResolution } from './charter.ts'
import type { MatterRow } from './load.ts'

/** The steps by which a matter is decided and its resolution posted. */
export const RESOLVED: readonly string[] = ['settle', 'adopt', 'ratify', 'resolve']
const WAYS_BACK = ['returnToProposers', 'backToReview', 'backToConsultation', 'upholdObjection', 'returnToBranch', 'reconsider']
/** The steps by which the party organisation takes the lead. */
const TAKEN_UP: readonly string[] = ['accept', 'actFirst', 'takeUp']

/** What follows from every step: the record of the move and of the gates, the publication, the graph, the events. */
export async function afterMove(ctx: Ctx, name: string, before: MatterRow, after: MatterRow): Promise<void> {
  const step = templateOf(after.way, NO_DAYS).steps.find((each) => each.name === name)
  const all = ctx.elevated()
  await all.rows(moves).create({
    matterId: after.id,
    step: name,
    title: step?.title.zh ?? name,
    fromState: before.status,
    toState: after.status,
    gate: (step?.gate ?? null) as Gate | null,
    why: after.lastReason,
    byName: ctx.actor.name,
    at: ctx.now,
    communityId: after.communityId,
  })
  await closeGate(ctx, name, before, after)
  await openGate(ctx, after)
  if (TAKEN_UP.includes(name)) await linkLead(ctx, after)
  if (name === 'merge' && after.mergedInto) await moveProposals(ctx, after.id, after.mergedInto)
  if (RESOLVED.includes(name)) await postResolution(ctx, after)
  if (name === 'publishResult') await postResult(ctx, after)
  if (name === 'rework') await takenUpAgain(ctx, after)
  if (name === 'takeEffect') await endPosting(ctx, after.id, 'end')
  if (name === 'upholdObjection' || name === 'reconsider' || name === 'dropAfterObjection') await endPosting(ctx, after.id, 'withdraw')
  await tell(ctx, name, after)
}

async function openGate(ctx: Ctx, matter: MatterRow): Promise<void> {
  const gate = standingOf(matter.status)?.gate
  if (!gate) return
  const rows = ctx.elevated().rows(gates)
  const last = await lastGate(ctx, matter.id, gate)
  await rows.create({
    matterId: matter.id,
    gate,
    round: (last?.round ?? 0) + 1,
    councilId: await bodyOf(ctx, gate, matter),
    openedOn: ctx.today,
    dueOn: matter.dueAt ? dayOf(matter.dueAt) : addDays(ctx.today, ctx.settings.gateDays),
    communityId: matter.communityId,
  })
}

/** Whose gate it is: the review is the two committees', whether they vote or give the matter back; the party meeting's is its own. */
async function bodyOf(ctx: Ctx, gate: Gate, { councilId, communityId }: MatterRow): Promise<string> {
  const kind = gate === 'review' ? 'twoCommittees' : gate === 'partyReview' ? 'partyMeeting' : undefined
  if (!kind) return councilId
  const reviewing = await ctx.elevated().rows(councils).first({ communityId, kind, status: 'active' })
  return reviewing?.id ?? councilId
}

async function closeGate(ctx: Ctx, name: string, before: MatterRow, after: MatterRow): Promise<void> {
  const gate = standingOf(before.status)?.gate
  const open = gate && (await lastGate(ctx, before.id, gate))
  if (!open || open.closedOn) return
  const vote = votedAt(before.status) ? await lastVote(ctx, before.id, gate) : undefined
  await ctx
    .elevated()
    .rows(gates)
    .update(open.id, {
      closedOn: ctx.today,
      outcome: outcomeOf(name),
      opinion: after.lastReason ?? opinionOf(name, after, vote),
      ...(vote ? { voteId: vote.id, meetingId: vote.meetingId, councilId: vote.councilId, ruleCode: vote.ruleCode } : {}),
    })
}

function outcomeOf(name: string): 'passed' | 'returned' | 'rejected' | 'settled' | 'failed' | 'shelved' {
  if (name === 'settle') return 'settled'
  if (name === 'reject' || name === 'refuseRatification') return 'rejected'
  if (name === 'shelve' || name === 'dropAfterObjection') return 'shelved'
  if (name === 'backToConsultation') return 'failed'
  return WAYS_BACK.includes(name) ? 'returned' : 'passed'
}

function opinionOf(name: string, matter: MatterRow, vote: Row<typeof votes> | undefined): string | null {
  if (name === 'settle' || name === 'putToVote')
    return `共识：${(matter.agreedPoints ?? '').replace(/[。.]+$/, '')}。不同意见：${matter.minorityOpinions ?? ''}`
  return vote?.sentence ?? null
}

async function lastGate(ctx: Ctx, matterId: string, gate: Gate): Promise<Row<typeof gates> | undefined> {
  const { rows } = await ctx
    .elevated()
    .rows(gates)
    .list({ filter: { matterId, gate }, sort: ['round', 'desc'], limit: 1, total: 'none' })
  return rows[0]
}

async function lastVote(ctx: Ctx, matterId: string, gate: Gate): Promise<Row<typeof votes> | undefined> {
  const { rows } = await ctx
    .elevated()
    .rows(votes)
    .list({ filter: { matterId, gate: gate as 'review', status: 'closed' }, sort: ['closedAt', 'desc'], limit: 1, total: 'none' })
  return rows[0]
}

async function linkLead(ctx: Ctx, matter: MatterRow): Promise<void> {
  const council = await parentOf(ctx, councils, matter.councilId)
  await ctx
    .elevated()
    .rows(links)
    .create({ matterId: matter.id, from: council.name, to: matter.partyOrg ?? '', why: '牵头本议题', communityId: matter.communityId })
}

async function moveProposals(ctx: Ctx, from: string, to: string): Promise<void> {
  const rows = ctx.elevated().rows(proposals)
  for (const { id } of (await rows.list({ filter: { matterId: from }, limit: 200, total: 'none' })).rows)
    await rows.update(id, { matterId: to })
}

async function postResolution(ctx: Ctx, matter: MatterRow): Promise<void> {
  const council = await parentOf(ctx, councils, matter.councilId)
  await ctx
    .elevated()
    .rows(publications)
    .create({
      title: matter.way === 'branch' ? `「${matter.title}」决议公开` : `关于「${matter.title}」的决议`,
      kind: 'resolution',
      matterId: matter.id,
      content: matter.resolution ?? matter.title,
      place: '社区公告栏',
      from: ctx.today,
      days: council.publishDays,
      communityId: matter.communityId,
    })
}

async function postResult(ctx: Ctx, matter: MatterRow): Promise<void> {
  await ctx
    .elevated()
    .rows(publications)
    .create({
      title: matter.way === 'branch' ? `「${matter.title}」实施结果公开` : `「${matter.title}」办理结果`,
      kind: 'result',
      matterId: matter.id,
      content: matter.resultText ?? matter.title,
      place: matter.resultPlace ?? '社区公告栏',
      from: ctx.today,
      days: ctx.settings.resultDays,
      communityId: matter.communityId,
    })
}

async function endPosting(ctx: Ctx, matterId: string, how: 'end' | 'withdraw'): Promise<void> {
  const posted = await postedResolution(ctx, matterId)
  if (!posted || posted.status === 'ended') return
  const rows = ctx.elevated().rows(publications)
  if (how === 'end' && posted.status === 'suspended') await rows.step(posted.id, 'resume', {})
  await rows.step(posted.id, how, {})
}

/** What was not done well is done again: the result comes down, and whoever complained reads by when. */
async function takenUpAgain(ctx: Ctx, { id, lastReason, finishBy }: MatterRow): Promise<void> {
  const all = ctx.elevated()
  const posted = await all.rows(publications).first({ matterId: id, kind: 'result', status: ['running', 'suspended'] })
  if (posted) await all.rows(publications).step(posted.id, 'withdraw', {})
  const said = await all.rows(alerts).list({ filter: { matterId: id, kind: 'unsatisfied', status: 'open' }, limit: 50, total: 'none' })
  const answer = `${lastReason ?? ''}。继续办理，计划 ${finishBy ?? ''} 前完成`.slice(0, 200)
  for (const each of said.rows) await all.rows(alerts).step(each.id, 'settle', { answer })
}

/** Tells other modules, once for each record of theirs that the matter came from. */
async function tell(ctx: Ctx, name: string, matter: MatterRow): Promise<void> {
  const told: AnyEvent[] = []
  if (TAKEN_UP.includes(name)) told.push(matterAccepted)
  if (WAYS_BACK.includes(name)) told.push(matterReturned)
  if (RESOLVED.includes(name)) told.push(matterResolved)
  if (name === 'publishResult') told.push(matterExecuted)
  if (matters.workflow?.states[matter.status].final) told.push(matterClosed)
  if (told.length === 0) return
  const own = (
    await ctx
      .elevated()
      .rows(proposals)
      .list({ filter: { matterId: matter.id }, limit: 200, total: 'none' })
  ).rows
  const sourced = own.filter(({ sourceId }) => sourceId !== null)
  const data: readonly EventData<typeof matterClosed>[] =
    sourced.length > 0
      ? sourced.map(({ id, source, sourceId }) => ({ matterId: matter.id, proposalId: id, source, sourceId }))
      : [{ matterId: matter.id, proposalId: own[0]?.id ?? null, source: matter.source, sourceId: null }]
  for (const event of told)
    for (const each of data) await ctx.emit(event, { resource: matters, id: matter.id, communityId: matter.communityId }, each)
}
