import { randomBytes } from 'node:crypto'
import { castSecretBallot, checkBallot, type BallotChoice } from '@linli/core/voting'
import { sql } from 'kysely'
import { people, units } from '@linli/plugin-registry'
import { reason } from '../../reasons.ts'
import { ballots, votes } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { linesOf, recordOf, ruleOf, secretOf, staysOf, type VoteRow } from './record.ts'

export interface Cast {
  /** The voter's receipt of a secret ballot; kept by nobody else. */
  readonly receipt: string | null
}

/** The vote, locked until the end of the transaction, if it takes ballots: everything is checked behind this lock. */
export async function lockOpen(ctx: Ctx, voteId: string): Promise<VoteRow> {
  const vote = await ctx.elevated().rows(votes).lock(voteId)
  if (vote.status === 'prepared') return ctx.refuse(reason('vote.settings_fixed'))
  if (vote.status !== 'open') return ctx.refuse({ code: 'vote.closed', zh: '表决已经结束', en: 'The vote is closed' })
  return vote
}

/** A named ballot of a member, cast by themselves, by the holder of their proxy, or called out to the operator. */
export async function castNamed(ctx: Ctx, vote: VoteRow, personId: string, choice: BallotChoice, castById: string | null): Promise<Cast> {
  const record = await recordOf(ctx, vote, ctx.now)
  const ballot = { voterId: personId, choice, at: ctx.now, ...(castById && castById !== personId ? { castBy: castById } : {}) }
  const refusal = checkBallot(ruleOf(vote), record, ballot)
  if (refusal) return ctx.refuse(refusal)
  const person = await parentOf(ctx, people, personId)
  await ctx
    .elevated()
    .rows(ballots)
    .create({
      voteId: vote.id,
      slot: personId,
      name: person.name,
      personId,
      choice,
      castById: castById === personId ? null : castById,
      at: ctx.now,
      communityId: vote.communityId,
    })
  await marked(ctx, vote, personId)
  return { receipt: null }
}

/**
 * A secret ballot (N5). The roll's flag and the ballot are written by plain statements, so that no audit entry, time or author comes with them.
 * As both are written in one transaction, the database would mark them with the same number: therefore all ballots in the urn are taken out and put
 * back in a random order with every cast, and all carry the number of the last one. The next cast wipes the trace of this one.
 */
export async function castSecret(ctx: Ctx, vote: VoteRow, personId: string, choice: BallotChoice): Promise<Cast> {
  const token = randomBytes(12).toString('hex')
  const urn = await secretOf(ctx, vote, false)
  const refusal = castSecretBallot(urn, personId, { token, choice })
  if (!refusal.ok) return ctx.refuse(refusal.refusal)
  const stays = vote.meetingId ? await staysOf(ctx, vote.meetingId) : []
  const isHere = stays.some((stay) => stay.memberId === personId && stay.in <= ctx.now && (!stay.out || stay.out >= ctx.now))
  if (ruleOf(vote).quorum.by === 'present' && !isHere)
    return ctx.refuse({ code: 'vote.not_present', zh: '投票时不在会场', en: 'Was not present when voting' })
  await marked(ctx, vote, personId)
  await sql`select set_config('council.urn', ${vote.id}, true)`.execute(ctx.db)
  await sql`
    with taken as (delete from council_urn where street_id = ${ctx.street.code} and vote_id = ${vote.id} returning token, choice)
    insert into council_urn (street_id, vote_id, token, choice)
    select ${ctx.street.code}, ${vote.id}, token, choice
    from (select token, choice from taken union all select ${token}, ${choice}) as mixed order by random()`.execute(ctx.db)
  await sql`select set_config('council.urn', '', true)`.execute(ctx.db)
  return { receipt: token }
}

/** One way only: a trigger refuses the way back. In a secret vote every line is touched, so that the lines tell no order either. */
async function marked(ctx: Ctx, vote: VoteRow, memberKey: string): Promise<void> {
  await sql`update council_voters set submitted = submitted or member_key = ${memberKey}
    where street_id = ${ctx.street.code} and vote_id = ${vote.id} and (${vote.secret} or member_key = ${memberKey})`.execute(ctx.db)
}

/** An owner's ballot for a home, from paper or by the owner. */
export async function castForHome(ctx: Ctx, vote: VoteRow, unitId: string, choice: BallotChoice, personId: string | null): Promise<void> {
  const line = (await linesOf(ctx, vote.id)).find(({ units: homes }) => homes?.includes(unitId))
  const unit = await parentOf(ctx, units, unitId)
  if (!line)
    return ctx.refuse({
      code: 'owners.unknown_unit',
      zh: `房号 ${unit.fullName ?? unit.name} 不在名册里`,
      en: 'This home is not on the roll',
    })
  const ownerIds = JSON.parse(line.memberKey) as readonly string[]
  if (personId && !ownerIds.includes(personId))
    return ctx.refuse({
      code: 'owners.not_owner',
      zh: `投票人不是房号 ${unit.fullName ?? unit.name} 的业主`,
      en: 'The voter does not own this home',
    })
  if (await ctx.elevated().rows(ballots).first({ voteId: vote.id, slot: unitId }))
    return ctx.refuse(reason('vote.unit_voted', undefined, 'unitId'))
  await ctx
    .elevated()
    .rows(ballots)
    .create({
      voteId: vote.id,
      slot: unitId,
      name: `${unit.fullName ?? unit.name}（${line.name}）`.slice(0, 120),
      personId,
      unitId,
      choice,
      at: ctx.now,
      communityId: vote.communityId,
    })
  await marked(ctx, vote, line.memberKey)
}
