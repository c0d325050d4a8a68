import type { AnyResource, Row } from '@linli/kit'
import type { Ctx } from './context.ts'

/** The row that another one hangs on, seen as a rule sees it. */
export function parentOf<R extends AnyResource>(ctx: Ctx, resource: R, id: string): Promise<Row<R>> {
  return ctx.elevated().rows(resource).get(id)
}

/** A guard's answer that places a row where its parent is. */
export async function placedLike<R extends AnyResource>(ctx: Ctx, resource: R, id: string): Promise<{ communityId: string | null }> {
  return { communityId: (await parentOf(ctx, resource, id)).communityId }
}
