import type { ActionInput } from '@linli/kit'
import { places } from '@linli/kit/platform'
import type { applyToJoin } from '../actions/index.ts'
import { reason } from '../reasons.ts'
import { merchants } from '../resources/index.ts'
import type { Ctx } from './context.ts'

/** More in one community on one day are a nuisance and no applications. */
const PER_DAY = 20

/** Where a merchant can apply. */
export async function handleApplyPage(
  ctx: Ctx,
): Promise<{ street: string; communities: readonly { readonly code: string; readonly name: string }[] }> {
  const { rows } = await ctx
    .rows(places)
    .list({ filter: { kind: 'community', validTo_empty: true }, sort: ['code', 'asc'], limit: 200, total: 'none' })
  return { street: ctx.street.name, communities: rows.map(({ code, name }) => ({ code, name })) }
}

/** Takes an application from the phone. A shop that is known already is told to ask the community. */
export async function handleApply(ctx: Ctx, input: ActionInput<typeof applyToJoin>): Promise<{ thanks: string }> {
  const rows = ctx.rows(merchants)
  const { communities } = await handleApplyPage(ctx)
  if (!communities.some(({ code }) => code === input.communityId)) ctx.refuse(reason('apply.community', undefined, 'communityId'))
  if (await rows.first({ creditCode: input.creditCode.toUpperCase() })) ctx.refuse(reason('apply.known', undefined, 'creditCode'), 409)
  const since = new Date(Date.parse(ctx.now) - 24 * 3_600_000).toISOString()
  const { communityId } = input
  if ((await rows.count({ communityId, source: 'phone', createdAt_gte: since })) >= PER_DAY) ctx.refuse(reason('apply.too_many'), 429)
  await rows.create({ ...input, source: 'phone', memberOwned: 'no' }, { reason: '商户在手机上申请' })
  return { thanks: '申请已收到，社区会在 5 个工作日内核验，请保持电话畅通' }
}
