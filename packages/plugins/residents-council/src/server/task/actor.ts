import { covers } from '@linli/core/access'
import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import { accounts, notifyRequested } from '@linli/kit/platform'
import { people } from '@linli/plugin-registry'
import { accountAccess } from '@linli/store'
import { actionAssigned } from '../../events.ts'
import { reason } from '../../reasons.ts'
import { actionItems } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

type Task = Row<typeof actionItems>
type Named = Partial<Pick<Task, 'actorName' | 'accountId' | 'personId'>>

/** Who answers for a task: a body by its name, a resident, or an account, in whose inbox alone it then stands. */
export async function namedActor(
  ctx: Ctx,
  communityId: string | null,
  { actorName, accountId, personId }: Named,
): Promise<Refusal | { readonly actorName: string }> {
  const all = ctx.elevated()
  const account = accountId ? await all.rows(accounts).find(accountId) : undefined
  if (accountId) {
    const access = await accountAccess(ctx, accountId)
    const place = { streetId: ctx.street.code, communityId }
    if (!account || !access || !covers(access.scope('council.action-items.finish'), place, 'community', true))
      return reason('action.account_cannot', { name: account?.name ?? '' }, 'accountId')
  }
  const person = personId ? await all.rows(people).find(personId) : undefined
  if (personId && (!person || person.deceasedAt || person.mergedInto || person.communityId !== communityId))
    return reason('action.person_elsewhere', undefined, 'personId')
  const name = actorName?.trim() || person?.name || account?.name
  return name ? { actorName: name } : reason('action.nobody', undefined, 'actorName')
}

/** What was given to an account is its own; only whoever verifies tasks steps in. */
export function refuseOthers(ctx: Ctx, { accountId, actorName }: Task): Refusal | undefined {
  if (!accountId || accountId === ctx.actor.id || ctx.actor.access.decide('council.action-items.verify').allowed) return undefined
  return reason('action.others', { name: actorName ?? '' })
}

/** Whoever was named is told by name. */
export async function tellActor(ctx: Ctx, { id, accountId, communityId }: Task): Promise<void> {
  if (!accountId) return
  const data = { accountId, urgency: 'today', about: actionAssigned.name, resource: actionItems.name, rowId: id } as const
  await ctx.emit(notifyRequested, { resource: actionItems, id, communityId }, data)
}
