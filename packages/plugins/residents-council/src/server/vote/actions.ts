import { amountText } from '../../rules/area.ts'
import type { ShareCheck } from '@linli/core/voting'
import type { ActionInput } from '@linli/kit'
import type { castFor, Meter, ownerBallot, recuse, voteMeters } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { attendances, proxies, stakeholders, voters, votes } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { submittedOf } from '../meeting/live.ts'
import { people } from '@linli/plugin-registry'
import { castForHome, castNamed, lockOpen } from './cast.ts'
import { counted } from './decision.ts'

export async function handleCastFor(ctx: Ctx, input: ActionInput<typeof castFor>): Promise<{ counted: boolean }> {
  await ctx.rows(votes).get(input.id)
  const vote = await lockOpen(ctx, input.id)
  if (vote.secret) return ctx.refuse(reason('vote.secret_operator'))
  await castNamed(ctx, vote, input.personId, input.choice, await calledOutBy(ctx, vote.meetingId, input.personId))
  return { counted: true }
}

/** Who called a vote out: the member, or where they stay away, the holder of their written proxy. */
async function calledOutBy(ctx: Ctx, meetingId: string | null, personId: string): Promise<string | null> {
  if (!meetingId || (await ctx.elevated().rows(attendances).first({ meetingId, seat: personId }))) return null
  return (await ctx.elevated().rows(proxies).first({ meetingId, principalId: personId }))?.holderId ?? null
}

export async function handleOwnerBallot(ctx: Ctx, input: ActionInput<typeof ownerBallot>): Promise<{ counted: boolean }> {
  await ctx.rows(votes).get(input.id)
  const vote = await lockOpen(ctx, input.id)
  if (vote.kind !== 'owners') return ctx.refuse(reason('vote.not_owners'))
  await castForHome(ctx, vote, input.unitId, input.choice, input.personId ?? null)
  return { counted: true }
}

/** Takes somebody with a stake off the vote, and writes it to the matter so that its gate knows (N4). */
export async function handleRecuse(ctx: Ctx, input: ActionInput<typeof recuse>): Promise<{ recused: boolean }> {
  const vote = await ctx.rows(votes).lock(input.id)
  if (vote.status !== 'prepared' && vote.status !== 'open')
    return ctx.refuse({ code: 'vote.closed', zh: '表决已经结束', en: 'The vote is closed' })
  const all = ctx.elevated()
  const line = await all.rows(voters).first({ voteId: vote.id, memberKey: input.personId })
  if (!line)
    return ctx.refuse({ code: 'vote.not_eligible', zh: '不在这次表决的名册里', en: 'Not on the roll of this vote', field: 'personId' })
  if (line.submitted) return ctx.refuse({ code: 'vote.already_voted', zh: '已经投过票', en: 'Has voted already', field: 'personId' })
  await all.rows(voters).update(line.id, { recused: true, recusalReason: input.why })
  if (vote.matterId) {
    const person = await parentOf(ctx, people, input.personId)
    await all.rows(stakeholders).create({
      matterId: vote.matterId,
      group: 'other',
      name: person.name,
      personId: person.id,
      invited: true,
      present: true,
      recused: true,
      recusalReason: input.why,
      communityId: vote.communityId,
    })
  }
  return { recused: true }
}

/** Where a vote stands against each of its thresholds. */
export async function handleMeters(
  ctx: Ctx,
  input: ActionInput<typeof voteMeters>,
): Promise<{ meters: readonly Meter[]; sentence: string; unverified: boolean; source: string; cast: number }> {
  const vote = await ctx.rows(votes).get(input.id)
  const common = { unverified: vote.ruleStatus === 'unverified', source: vote.ruleSource ?? '', cast: await submittedOf(ctx, vote.id) }
  if (vote.status === 'prepared' || vote.status === 'cancelled')
    return {
      ...common,
      meters: [],
      sentence: `名册 ${vote.base} 人${vote.baseArea ? `，${amountText(vote.baseArea)}` : ''}，还没有开始投票。`,
    }
  if (vote.secret && vote.status === 'open')
    return { ...common, meters: [], sentence: `无记名投票进行中，已投 ${common.cast} 人；结束后才显示结果。` }
  const verdict = await counted(ctx, vote, vote.closedAt ?? ctx.now)
  if (!verdict.ok) return { ...common, meters: [], sentence: verdict.refusal.zh }
  const { quorum, pass, passOf } = verdict.value
  const taking = quorum.by === 'present' ? '到会' : '参与'
  return {
    ...common,
    sentence: verdict.value.zh,
    meters: [
      ...quorum.shares.map((share) =>
        meterOf(share, `${taking}${share.on === 'area' ? '面积' : '人数'}（占${quorum.of === 'due' ? '应到' : '全体'}）`),
      ),
      ...pass.map((share) => meterOf(share, `赞成${share.on === 'area' ? '面积' : '人数'}（占${OF[passOf]}）`)),
    ],
  }
}

const OF = { present: '到会', due: '应到', allMembers: '全体', participants: '参与' } as const

function meterOf({ on, part, whole, needed, reached }: ShareCheck, title: string): Meter {
  return { title, part, whole, needed, area: on === 'area', reached }
}
