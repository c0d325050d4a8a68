import { publications } from '../resources/index.ts'
import type { Ctx } from './context.ts'

/** Every night: ends what was posted for as many days as it had to be. What an objection stopped waits for its answer. */
export async function endPublications(ctx: Ctx): Promise<void> {
  const rows = ctx.elevated().rows(publications)
  for await (const { id } of rows.each({ filter: { status: 'running', until_lt: ctx.today } })) await rows.step(id, 'end', {})
}
