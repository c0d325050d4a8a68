import { addMonths } from '@linli/core/date'
import type { Row } from '@linli/kit'
import { DUTIES } from '../../rules/options.ts'
import { councils, demands } from '../../resources/index.ts'
import { keepsSize, sizeRule } from '../../rules/size.ts'
import type { Ctx } from '../context.ts'
import { dutiesOf, recounted } from '../recount.ts'
import { clear, raise } from './alerts.ts'
import { watchAppraisals } from './appraisals.ts'
import { watchSupervisors } from './supervisors.ts'

type Council = Row<typeof councils>

/** Months before the end of a term from which it is told of. */
const WARN_MONTHS = 6

/** Whether a council in office has its three officers (有人管事、有人问事、有人干事). */
export async function watchOfficers(ctx: Ctx, council: Council): Promise<void> {
  const held = await dutiesOf(ctx, council.id)
  const missing = Object.entries(DUTIES).filter(([duty]) => !held.has(duty as keyof typeof DUTIES))
  if (council.kind !== 'council' || council.status !== 'active' || missing.length === 0) await clear(ctx, { kind: 'vacancy', council })
  else await raise(ctx, { kind: 'vacancy', council }, `「${council.name}」缺${missing.map(([, title]) => title).join('、')}，请尽快补上`)
}

/** Whether a body in office is as large as the law says. */
export async function watchSize(ctx: Ctx, council: Council): Promise<void> {
  const rule = sizeRule(council.kind, council.communityId ?? ctx.street.code)
  if (!rule || council.status !== 'active' || keepsSize(rule, council.members)) await clear(ctx, { kind: 'size', council })
  else await raise(ctx, { kind: 'size', council }, `「${council.name}」现有 ${council.members} 人，不合${rule.basis}`)
}

/** A demand that was let go by is told of until the meeting is called. */
async function watchDemand(ctx: Ctx, council: Council): Promise<void> {
  const owed = await ctx.elevated().rows(demands).first({ councilId: council.id, status: 'obliged' })
  if (owed?.dueOn && owed.dueOn < ctx.today)
    await raise(
      ctx,
      { kind: 'demand', council },
      `「${council.name}」应在 ${owed.dueOn} 前按 ${owed.backers} 人的联名要求召开会议，还没有发通知`,
    )
  else await clear(ctx, { kind: 'demand', council })
}

async function watchTerm(ctx: Ctx, council: Council): Promise<void> {
  if (council.termTo !== null && council.termTo <= addMonths(ctx.today, WARN_MONTHS))
    await raise(ctx, { kind: 'term', council }, `「${council.name}」任期到 ${council.termTo}，请着手换届`)
  else await clear(ctx, { kind: 'term', council })
}

/** Every night: counts the members of each body anew, because terms end by themselves, and tells of what is missing. */
export async function watchBodies(ctx: Ctx): Promise<void> {
  for await (const { id } of ctx
    .elevated()
    .rows(councils)
    .each({ filter: { status: 'active' } })) {
    const council = await recounted(ctx, id)
    await watchOfficers(ctx, council)
    await watchTerm(ctx, council)
    await watchSize(ctx, council)
    await watchSupervisors(ctx, council)
    await watchDemand(ctx, council)
  }
  await watchAppraisals(ctx)
}
