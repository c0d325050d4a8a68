import type { GateDecision } from '@linli/core/deliberation'
import { tallyOwners } from '@linli/core/owners'
import type { Result } from '@linli/core/refusal'
import { tally, tallySecret, type SecretPresence, type Verdict } from '@linli/core/voting'
import { councils, votes } from '../../resources/index.ts'
import type { Gate } from '../../rules/options.ts'
import { DECIDING_BODIES } from '../../rules/ways.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { ballotsOf, linesOf, ownersRollOf, recordOf, ruleOf, secretOf, staysOf, type VoteRow } from './record.ts'

/** The counted vote of a matter's gate since it came there, with its record: core counts it again when a step is taken. */
export async function decisionOf(ctx: Ctx, matterId: string, gate: Gate, since: string): Promise<GateDecision | undefined> {
  const { rows } = await ctx
    .elevated()
    .rows(votes)
    .list({
      filter: { matterId, gate: gate as 'review', status: 'closed', closedAt_gte: since },
      sort: ['closedAt', 'desc'],
      limit: 1,
      total: 'none',
    })
  const vote = rows[0]
  if (!vote) return undefined
  const body = vote.kind === 'owners' ? 'owners' : DECIDING_BODIES[(await parentOf(ctx, councils, vote.councilId)).kind]
  const ruleCode = vote.ruleCode ?? ''
  if (vote.kind === 'owners') {
    const verdict = await counted(ctx, vote, vote.closedAt ?? ctx.now)
    return verdict.ok ? { body, ruleCode, vote: { kind: 'counted', verdict: verdict.value } } : undefined
  }
  if (vote.secret) {
    const closed = await secretOf(ctx, vote, true)
    return { body, ruleCode, vote: { kind: 'secret', vote: closed, presence: await presenceOf(ctx, vote, vote.closedAt ?? ctx.now) } }
  }
  return { body, ruleCode, vote: { kind: 'named', rule: ruleOf(vote), record: await recordOf(ctx, vote, vote.closedAt ?? ctx.now) } }
}

/** Counts a vote from its own rows, whatever its kind. */
export async function counted(ctx: Ctx, vote: VoteRow, closedAt: string): Promise<Result<Verdict>> {
  if (vote.kind === 'owners') {
    const cast = await ballotsOf(ctx, vote.id)
    const lines = await linesOf(ctx, vote.id)
    return tallyOwners(ruleOf(vote), {
      roll: await ownersRollOf(ctx, vote),
      ...(vote.noticedOn ? { noticedOn: vote.noticedOn } : {}),
      openedAt: vote.openedAt ?? ctx.now,
      closedAt: cast.reduce((last, { at }) => (at > last ? at : last), closedAt),
      ballots: cast.map(({ unitId, slot, personId, choice, at }) => ({
        unitId: unitId ?? '',
        ownerId: personId ?? ownerOf(lines, unitId) ?? slot,
        choice,
        at,
      })),
    })
  }
  if (vote.secret) return tallySecret(await secretOf(ctx, vote, true), await presenceOf(ctx, vote, closedAt))
  return tally(ruleOf(vote), await recordOf(ctx, vote, closedAt))
}

/** Whose home it was when the roll was frozen: for what the developer still holds. */
function ownerOf(lines: Awaited<ReturnType<typeof linesOf>>, unitId: string | null): string | undefined {
  const line = lines.find(({ units }) => unitId !== null && units?.includes(unitId))
  return line ? (JSON.parse(line.memberKey) as readonly string[])[0] : undefined
}

/** Who of the roll was there, recused ones left out where the rule does so. Somebody who voted and left was there. */
export async function presenceOf(ctx: Ctx, vote: VoteRow, closedAt: string): Promise<SecretPresence> {
  const rule = ruleOf(vote)
  const lines = (await linesOf(ctx, vote.id)).filter(({ recused }) => !recused || rule.recusal === 'staysInBase')
  const stays = vote.meetingId ? await staysOf(ctx, vote.meetingId) : []
  const here = (id: string, at: string): boolean =>
    stays.some((stay) => stay.memberId === id && stay.in <= at && (!stay.out || stay.out >= at))
  const measured = rule.quorum.measuredAt === 'open' ? (vote.openedAt ?? closedAt) : closedAt
  return {
    present: lines.filter(({ memberKey, submitted }) => submitted || here(memberKey, closedAt)).length,
    presentForQuorum: lines.filter(({ memberKey }) => here(memberKey, measured)).length,
  }
}
