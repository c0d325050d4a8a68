import type { Row } from '@linli/kit'
import { reason } from '../../reasons.ts'
import { merchants } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** The merchant to which the actor's post is bound. Refuses an account without one. */
export async function tillMerchant(ctx: Ctx): Promise<Row<typeof merchants>> {
  const post = ctx.actor.access.posts.find(({ subject }) => subject?.resource === merchants.name)
  const merchant = post?.subject ? await ctx.elevated().rows(merchants).find(post.subject.id) : undefined
  return merchant ?? ctx.refuse(reason('till.no_merchant'), 403)
}
