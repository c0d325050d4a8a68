import { checkNotice } from '@linli/core/voting'
import type { Effects, Guards } from '@linli/store'
import { reason } from '../../reasons.ts'
import { councils, meetings, voters, type votes } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { counted, presenceOf } from './decision.ts'
import { frozen, prepared } from './prepare.ts'
import { ballotsOf, ruleOf } from './record.ts'

export const voteGuards: Guards<Ctx, typeof votes> = {
  create: async (ctx, { values }) => {
    const made = await prepared(ctx, values)
    return 'code' in made ? made : made.patch
  },
  update: (_ctx, { row, patch }) =>
    patch.title !== undefined && patch.title !== row.title && row.status !== 'prepared' ? reason('vote.settings_fixed') : undefined,
  open: async (ctx, { row }) => {
    if (row.meetingId && (await parentOf(ctx, meetings, row.meetingId)).status !== 'open') return reason('meeting.not_open')
    const short = checkNotice(ruleOf(row), row.noticedOn ?? undefined, ctx.today)
    return short ?? { openedAt: ctx.now }
  },
  close: async (ctx, { row }) => {
    const last = (await ballotsOf(ctx, row.id)).at(-1)?.at ?? ctx.now
    const closedAt = last > ctx.now ? last : ctx.now
    const verdict = await counted(ctx, row, closedAt)
    if (!verdict.ok) return verdict.refusal
    const { figures, outcome, zh } = verdict.value
    return {
      closedAt,
      outcome,
      sentence: zh.slice(0, 1000),
      verdict: withoutBallots(verdict.value),
      yes: figures.for.heads,
      no: figures.against.heads,
      abstain: figures.abstain.heads,
      invalid: figures.invalid.heads,
      present: row.kind === 'owners' ? figures.participants.heads : (await presenceOf(ctx, row, closedAt)).present,
    }
  },
}

export const voteEffects: Effects<Ctx, typeof votes> = {
  create: async (ctx, { after }) => {
    const made = await frozen(ctx, after, await parentOf(ctx, councils, after.councilId))
    if ('code' in made) return ctx.refuse(made)
    await ctx
      .elevated()
      .rows(voters)
      .createMany(made.lines.map((line, index) => ({ ...line, voteId: after.id, position: index + 1 })))
  },
}

/** The verdict as it is kept: its figures, not the ballots that were set aside, which name their voters. */
function withoutBallots({ rejectedBallots, ...verdict }: { readonly rejectedBallots: readonly unknown[] } & object): object {
  return { ...verdict, rejected: rejectedBallots.length }
}
