import { ageOn, dayOf } from '@linli/core/date'
import { elect, type ElectionResult, type VoteRule, checkNotice } from '@linli/core/voting'
import type { Refusal, Result } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import { people } from '@linli/plugin-registry'
import { reason } from '../../reasons.ts'
import { nominatorsMissing } from '../../rules/nomination.ts'
import { candidates, councils, elections, electors, members, nominations, publications } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { membersOn } from '../recount.ts'
import { parentOf } from '../inherit.ts'
import { householdOf } from '../household.ts'
import { mayNotSupervise } from '../supervision.ts'
import { electionRoll, linesOfRoll } from './roll.ts'
import { boxOf } from './urn.ts'

type Election = Row<typeof elections>
type Candidate = Row<typeof candidates>

export const electionGuards: Guards<Ctx, typeof elections> = {
  create: async (ctx, { values }) => {
    if (values.nominateUntil < ctx.today) return reason('election.past', undefined, 'nominateUntil')
    const council = await parentOf(ctx, councils, values.councilId)
    // A body that is set up has its first members elected.
    return council.status === 'ended'
      ? reason('council.not_active', { name: council.name }, 'councilId')
      : { communityId: council.communityId }
  },
  update: (_ctx, { row, patch }) =>
    row.status !== 'nominating' &&
    (['seats', 'nominateUntil', 'voteOn'] as const).some((key) => patch[key] !== undefined && patch[key] !== row[key])
      ? reason('election.not_listed')
      : undefined,
  list: async (ctx, { row, input }) => {
    if (ctx.today <= row.nominateUntil) return reason('election.nominations_running', { until: row.nominateUntil })
    const standing = await standingOf(ctx, row.id)
    if (standing.length === 0) return reason('election.no_candidates')
    for (const { name, nominatedBy, nominators } of standing) {
      const missing = nominatorsMissing(nominatedBy, nominators, nominationRule(ctx))
      if (missing > 0) return reason('election.nominators_short', { name: name ?? '', missing })
    }
    if (standing.length <= row.seats && !input.equalReason?.trim())
      return reason('election.equal', { count: standing.length, seats: row.seats }, 'equalReason')
    const roll = await electionRoll(ctx, row, row.voteOn)
    return roll.ok ? roll.value.patch : roll.refusal
  },
  open: (ctx, { row }) => {
    if (ctx.today < row.voteOn) return reason('election.too_early', { on: row.voteOn })
    return checkNotice(row.rule as VoteRule, row.noticedOn ?? undefined, ctx.today) ?? { openedAt: ctx.now }
  },
  close: async (ctx, { row, input }) => {
    const figures = await figuresOf(ctx, row, input)
    if ('code' in figures) return figures
    const made = counted(row, figures)
    if (!made.ok) return made.refusal
    return {
      closedAt: ctx.now,
      present: figures.present,
      ballots: figures.ballots,
      outcome: made.value.outcome,
      sentence: made.value.zh.slice(0, 1000),
    }
  },
  seat: async (ctx, { row }) => ((await electedOf(ctx, row.id)).length === 0 ? reason('election.nobody') : undefined),
}

export const electionEffects: Effects<Ctx, typeof elections> = {
  list: async (ctx, { after }) => {
    await ctx
      .elevated()
      .rows(electors)
      .createMany(await linesOfRoll(ctx, after))
    const names = (await standingOf(ctx, after.id)).map(({ name, words }) => `${name ?? ''}${words ? `：${words}` : ''}`)
    await post(
      ctx,
      after,
      `${after.title}候选人名单`,
      `应选 ${after.seats} 人，候选人（按提名先后）：\n${names.join('\n')}\n投票日：${after.voteOn}`,
    )
  },
  close: async (ctx, { after }) => {
    const figures = await figuresOf(ctx, after, { issued: after.present, returned: after.ballots })
    if ('code' in figures) return ctx.refuse(figures)
    const made = counted(after, figures)
    if (!made.ok) return ctx.refuse(made.refusal)
    const rows = ctx.elevated().rows(candidates)
    const has = (list: ElectionResult['elected'], id: string): boolean => list.some((each) => each.id === id)
    for (const { id, votes } of figures.candidates) {
      await rows.update(id, { votes })
      await rows.step(id, has(made.value.elected, id) ? 'elect' : has(made.value.runoff, id) ? 'tie' : 'lose', {})
    }
    const lines = figures.candidates.toSorted((a, b) => b.votes - a.votes)
    const names = new Map((await allOf(ctx, after.id)).map(({ id, name }) => [id, name ?? '']))
    await post(
      ctx,
      after,
      `${after.title}结果`,
      [
        ...lines.map(({ id, votes }) => `${names.get(id) ?? ''} ${votes} 票${has(made.value.elected, id) ? '，当选' : ''}`),
        made.value.zh,
      ].join('\n'),
    )
  },
  seat: async (ctx, { after }) => {
    const rows = ctx.elevated().rows(members)
    const sitting = await membersOn(ctx, after.councilId, ctx.today)
    const elected = await electedOf(ctx, after.id)
    if (after.renewal === 'general')
      for (const { id, personId, seat, from } of sitting)
        if (seat === after.seat && from < ctx.today && !elected.some((each) => each.personId === personId))
          await rows.update(id, { to: ctx.today })
    for (const { personId, relatives, declaration, createdAt } of elected) {
      const declaredOn = declaration ? dayOf(createdAt) : null
      const known = sitting.find((member) => member.personId === personId)
      const declared = declaration && (known?.declaredOn ?? '') < dayOf(createdAt) ? { relatives, declaration, declaredOn } : {}
      if (known) await rows.update(known.id, { seat: after.seat, voting: 'yes', to: null, ...declared })
      else
        await rows.create({
          councilId: after.councilId,
          personId,
          seat: after.seat,
          voting: 'yes',
          relatives,
          declaration,
          declaredOn,
          from: ctx.today,
          communityId: after.communityId,
        })
    }
  },
}

export const candidateGuards: Guards<Ctx, typeof candidates> = {
  create: async (ctx, { values }) => {
    const election = await ctx.elevated().rows(elections).lock(values.electionId)
    if (election.status !== 'nominating') return reason('election.not_nominating', undefined, 'electionId')
    const person = await adult(ctx, election, values.personId)
    if (!person) return reason('election.candidate', undefined, 'personId')
    if (values.votes !== undefined && values.votes !== null) return reason('election.votes_computed', undefined, 'votes')
    const barred = await mayNotSupervise(ctx, await parentOf(ctx, councils, election.councilId), values)
    return barred ?? { name: person.name.slice(0, 60), communityId: election.communityId }
  },
  // The count itself comes when the election is over; people write the votes of paper ballots before it.
  update: async (ctx, { row, patch }) => {
    if (patch.votes === undefined || patch.votes === row.votes) return undefined
    const election = await parentOf(ctx, elections, row.electionId)
    if (election.status === 'counted') return undefined
    return election.way === 'paper' && election.status === 'voting' ? undefined : reason('election.votes_computed', undefined, 'votes')
  },
  withdraw: async (ctx, { row }) => {
    const { status } = await parentOf(ctx, elections, row.electionId)
    return status === 'nominating' || status === 'listed' ? undefined : reason('election.not_listed')
  },
}

export const nominationGuards: Guards<Ctx, typeof nominations> = {
  create: async (ctx, { values }) => {
    const candidate = await ctx.elevated().rows(candidates).lock(values.candidateId)
    const election = await parentOf(ctx, elections, candidate.electionId)
    if (election.status !== 'nominating') return reason('election.not_nominating', undefined, 'candidateId')
    if (!(await adult(ctx, election, values.personId))) return reason('election.nominator', undefined, 'personId')
    const householdId = await householdOf(ctx, values.personId)
    const twice =
      candidate.nominatedBy === 'households' &&
      householdId !== null &&
      (await ctx.elevated().rows(nominations).first({ candidateId: candidate.id, householdId }))
    return twice ? reason('election.household_twice', undefined, 'personId') : { householdId, communityId: election.communityId }
  },
}

export const nominationEffects: Effects<Ctx, typeof nominations> = {
  create: async (ctx, { after }) => {
    const count = await ctx.elevated().rows(nominations).count({ candidateId: after.candidateId })
    await ctx.elevated().rows(candidates).update(after.candidateId, { nominators: count })
  },
}

/** A resident of the election's community who is of age today. */
async function adult(ctx: Ctx, { communityId }: Election, personId: string): Promise<Row<typeof people> | undefined> {
  const person = await parentOf(ctx, people, personId)
  const isOfAge = person.birthDate !== null && ageOn(person.birthDate, ctx.today) >= 18
  return isOfAge && !person.deceasedAt && !person.mergedInto && person.communityId === communityId ? person : undefined
}

function nominationRule({ settings }: Ctx): { readonly voters: number; readonly households: number } {
  return { voters: settings.nominateVoters, households: settings.nominateHouseholds }
}

async function allOf(ctx: Ctx, electionId: string): Promise<readonly Candidate[]> {
  return (
    await ctx
      .elevated()
      .rows(candidates)
      .list({ filter: { electionId }, sort: ['createdAt', 'asc'], limit: 200, total: 'none' })
  ).rows
}

export async function standingOf(ctx: Ctx, electionId: string): Promise<readonly Candidate[]> {
  return (await allOf(ctx, electionId)).filter(({ status }) => status === 'standing')
}

async function electedOf(ctx: Ctx, electionId: string): Promise<readonly Candidate[]> {
  return (await allOf(ctx, electionId)).filter(({ status }) => status === 'elected')
}

interface Figures {
  readonly present: number
  readonly ballots: number
  readonly candidates: readonly { readonly id: string; readonly votes: number }[]
}

/** What was counted: from the urn, or as the tellers wrote it. */
async function figuresOf(
  ctx: Ctx,
  election: Election,
  { issued, returned }: { readonly issued?: number | null; readonly returned?: number | null },
): Promise<Figures | Refusal> {
  const standing = await standingOf(ctx, election.id)
  if (election.way === 'phone') {
    const box = await boxOf(ctx, election.id)
    return {
      present: box.length,
      ballots: box.length,
      candidates: standing.map(({ id }) => ({ id, votes: box.filter(({ picks }) => picks.includes(id)).length })),
    }
  }
  if (typeof issued !== 'number' || typeof returned !== 'number') return reason('election.paper_figures', undefined, 'issued')
  const unwritten = standing.find(({ votes }) => votes === null)
  if (unwritten) return reason('election.votes_missing', { name: unwritten.name ?? '' })
  return { present: issued, ballots: returned, candidates: standing.map(({ id, votes }) => ({ id, votes: votes ?? 0 })) }
}

function counted({ rule, seats, base }: Election, { present, ballots, candidates: votes }: Figures): Result<ElectionResult> {
  return elect(rule as VoteRule, { seats, due: base, present, ballots, candidates: votes })
}

async function post(ctx: Ctx, { communityId }: Election, title: string, content: string): Promise<void> {
  await ctx
    .elevated()
    .rows(publications)
    .create({
      title: title.slice(0, 120),
      kind: 'other',
      content: content.slice(0, 3000),
      place: '社区公告栏',
      from: ctx.today,
      days: 7,
      communityId,
    })
}
