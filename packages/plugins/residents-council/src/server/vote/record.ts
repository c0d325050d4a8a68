import type { OwnersRoll } from '@linli/core/owners'
import type { BallotChoice, BaseMember, BaseSnapshot, SecretVote, VoteRecord, VoteRule } from '@linli/core/voting'
import type { Row } from '@linli/kit'
import { sql } from 'kysely'
import { attendances, ballots, proxies, voters, type votes } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

export type VoteRow = Row<typeof votes>
type Line = Row<typeof voters>

/** The lines of a vote's roll, in the order in which they were frozen. */
export async function linesOf(ctx: Ctx, voteId: string): Promise<readonly Line[]> {
  const lines: Line[] = []
  for await (const line of ctx
    .elevated()
    .rows(voters)
    .each({ filter: { voteId }, sort: ['position', 'asc'] }))
    lines.push(line)
  return lines
}

export function ruleOf(vote: VoteRow): VoteRule {
  return vote.rule as VoteRule
}

/** The roll as it is in the table now, with the fingerprint of when it was frozen: a changed roll does not fit it (N6). */
export function snapshotOf(vote: VoteRow, lines: readonly Line[]): BaseSnapshot {
  const rolled = lines.map(({ memberKey, area, woman, representative }): BaseMember => ({
    id: memberKey,
    ...(area === null ? {} : { area }),
    ...(woman === null ? {} : { woman }),
    ...(representative === null ? {} : { representative }),
  }))
  return { base: ruleOf(vote).base, takenOn: vote.takenOn ?? '', members: rolled, fingerprint: vote.fingerprint ?? '' }
}

/** Everything known of a named vote, until `closedAt`. */
export async function recordOf(ctx: Ctx, vote: VoteRow, closedAt: string): Promise<VoteRecord> {
  const all = ctx.elevated()
  const lines = await linesOf(ctx, vote.id)
  const cast = await ballotsOf(ctx, vote.id)
  return {
    snapshot: snapshotOf(vote, lines),
    ...(vote.noticedOn ? { noticedOn: vote.noticedOn } : {}),
    openedAt: vote.openedAt ?? ctx.now,
    closedAt: latest([closedAt, vote.openedAt ?? closedAt, ...cast.map(({ at }) => at)]),
    ...(vote.meetingId ? { attendance: await staysOf(ctx, vote.meetingId) } : {}),
    proxies: vote.meetingId
      ? (
          await all.rows(proxies).list({ filter: { meetingId: vote.meetingId }, sort: ['createdAt', 'asc'], limit: 1000, total: 'none' })
        ).rows.map(({ principalId, holderId }) => ({ principalId, holderId, written: true }))
      : [],
    recusals: lines
      .filter(({ recused }) => recused)
      .map(({ memberKey, recusalReason }) => ({ memberId: memberKey, reason: recusalReason ?? '' })),
    departures: await departuresOf(ctx, vote, lines),
    ballots: cast.map(({ slot, choice, at, castById }) => ({ voterId: slot, choice, at, ...(castById ? { castBy: castById } : {}) })),
  }
}

/** The stays of a meeting's attendance. */
export async function staysOf(ctx: Ctx, meetingId: string): Promise<NonNullable<VoteRecord['attendance']>> {
  const { rows } = await ctx
    .elevated()
    .rows(attendances)
    .list({ filter: { meetingId }, sort: ['inAt', 'asc'], limit: 1000, total: 'none' })
  return rows.map(({ personId, mode, inAt, outAt }) => ({ memberId: personId, mode, in: inAt, ...(outAt ? { out: outAt } : {}) }))
}

export async function ballotsOf(ctx: Ctx, voteId: string): Promise<readonly Row<typeof ballots>[]> {
  const cast: Row<typeof ballots>[] = []
  for await (const ballot of ctx
    .elevated()
    .rows(ballots)
    .each({ filter: { voteId }, sort: ['at', 'asc'] }))
    cast.push(ballot)
  return cast
}

/** Who died or left the body after the roll was taken: they stay in its number and vote no more. */
async function departuresOf(ctx: Ctx, vote: VoteRow, lines: readonly Line[]): Promise<NonNullable<VoteRecord['departures']>> {
  const ids = lines.flatMap(({ personId }) => personId ?? [])
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; died: string | null; left: string | null }>`
    select p.id, p.deceased_at as died, m.until as left
    from registry_people p
    left join lateral (
      select max("to") as until from council_members
      where street_id = p.street_id and council_id = ${vote.councilId} and person_id = p.id having bool_and("to" is not null)
    ) m on true
    where p.street_id = ${ctx.street.code} and p.id = any(${ids}::uuid[]) and (p.deceased_at is not null or m.until < ${ctx.today}::date)`.execute(
    ctx.db,
  )
  return rows.map(({ id, died, left }) => ({
    memberId: id,
    on: died ?? left ?? ctx.today,
    why: died ? ('deceased' as const) : ('left' as const),
  }))
}

/** The urn of a secret vote, in an order that tells nothing. */
export async function urnOf(ctx: Ctx, voteId: string): Promise<readonly { readonly token: string; readonly choice: BallotChoice }[]> {
  const { rows } = await sql<{ token: string; choice: BallotChoice }>`
    select token, choice from council_urn where street_id = ${ctx.street.code} and vote_id = ${voteId} order by token`.execute(ctx.db)
  return rows
}

/** A secret vote as core counts it: the roll with its flags, the urn without names. */
export async function secretOf(ctx: Ctx, vote: VoteRow, closed: boolean): Promise<SecretVote> {
  const lines = await linesOf(ctx, vote.id)
  return {
    rule: ruleOf(vote),
    snapshot: snapshotOf(vote, lines),
    opening: { openedAt: vote.openedAt ?? ctx.now, ...(vote.noticedOn ? { noticedOn: vote.noticedOn } : {}) },
    roll: lines.filter(({ recused }) => !recused).map(({ memberKey, submitted }) => ({ memberId: memberKey, submitted })),
    box: await urnOf(ctx, vote.id),
    closed,
  }
}

/** The owners' roll of a vote as it was frozen: who owns which homes since then makes no difference (N6). */
export async function ownersRollOf(ctx: Ctx, vote: VoteRow): Promise<OwnersRoll> {
  const lines = await linesOf(ctx, vote.id)
  const heads = lines.map(({ memberKey, area, units }) => ({
    id: memberKey,
    ownerIds: JSON.parse(memberKey) as readonly string[],
    unitIds: units ?? [],
    area: area ?? 0,
  }))
  return { snapshot: snapshotOf(vote, lines), heads, units: heads.reduce((sum, { unitIds }) => sum + unitIds.length, 0) }
}

function latest(instants: readonly string[]): string {
  return instants.reduce((last, each) => (Date.parse(each) > Date.parse(last) ? each : last))
}
