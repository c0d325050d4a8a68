import type { Row } from '@linli/kit'
import { alerts, type feedback, matters } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'

/** A proposer who is not satisfied with the result is told of at once; the alert is settled with an answer, which they read on their phone. */
export async function tellUnsatisfied(ctx: Ctx, said: Row<typeof feedback>): Promise<void> {
  if (said.kind !== 'confirmed' || said.satisfied !== 'no') return
  const { id: matterId, title, no, councilId, communityId } = await parentOf(ctx, matters, said.matterId)
  const words = `${said.rating === null ? '' : `，打 ${said.rating} 分`}${said.words?.trim() ? `：${said.words.trim()}` : '，没有留言'}`
  await ctx
    .elevated()
    .rows(alerts)
    .create({
      kind: 'unsatisfied',
      summary: `「${title}」（${no ?? ''}）的提议人不满意${words}`.slice(0, 160),
      councilId,
      matterId,
      feedbackId: said.id,
      key: `unsatisfied:${said.id}`,
      communityId,
    })
}

/** What the community answered to what somebody said of a result; null while it is open, and where there was nothing to answer. */
export async function answerTo(ctx: Ctx, feedbackId: string): Promise<string | null> {
  return (await ctx.elevated().rows(alerts).first({ feedbackId, status: 'settled' }))?.answer ?? null
}
