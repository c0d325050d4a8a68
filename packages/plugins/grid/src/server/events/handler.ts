import { covers } from '@linli/core/access'
import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import { accounts, notifyRequested } from '@linli/kit/platform'
import { accountAccess } from '@linli/store'
import { eventDispatched } from '../../events.ts'
import { reason } from '../../reasons.ts'
import { gridEvents, officers } from '../../resources/index.ts'
import { isInOffice } from '../../rules/in-office.ts'
import type { Ctx } from '../context.ts'

type Event = Row<typeof gridEvents>

interface Named {
  readonly handler?: Event['handler']
  readonly handlerName?: string | null
  readonly handlerId?: string | null
}

/** Who handles an event from now on: a unit by its name, or an account, in whose inbox alone it then stands. */
export async function namedHandler(
  ctx: Ctx,
  row: Event,
  { handler, handlerName, handlerId }: Named,
): Promise<Refusal | { handlerId: string | null; handlerName: string }> {
  const chosen = handlerId ?? (handler === 'officer' ? await officerOf(ctx, row) : null)
  const account = chosen ? await ctx.elevated().rows(accounts).find(chosen) : undefined
  if (handlerId) {
    const access = await accountAccess(ctx, handlerId)
    if (!account || !access) return reason('event.handler_gone', undefined, 'handlerId')
    const place = { streetId: ctx.street.code, communityId: row.communityId, gridId: row.gridId }
    if (!covers(access.scope('grid.events.accept'), place, 'grid', true))
      return reason('event.handler_cannot', { name: account.name }, 'handlerId')
  }
  // The dialogue begins with the former name; with another account it is that account's own.
  const given = handlerId && handlerName === row.handlerName ? undefined : handlerName
  const name = given || account?.name
  return name ? { handlerId: chosen, handlerName: name } : reason('event.nobody', undefined, 'handlerName')
}

/** What was given to somebody by name is theirs; only whoever may dispatch steps in for them. */
export function refuseOthers(ctx: Ctx, { handlerId, handlerName }: Event): Refusal | undefined {
  if (!handlerId || handlerId === ctx.actor.id || ctx.actor.access.decide('grid.events.dispatch').allowed) return undefined
  return reason('event.others', { name: handlerName ?? '' })
}

/** Whoever was named is told by name. */
export async function tellHandler(ctx: Ctx, { id, level, handlerId, communityId }: Event): Promise<void> {
  if (!handlerId) return
  const urgency = level === 'urgent' || level === 'major' ? 'now' : 'today'
  const data = { accountId: handlerId, urgency, about: eventDispatched.name, resource: gridEvents.name, rowId: id } as const
  await ctx.emit(notifyRequested, { resource: gridEvents, id, communityId }, data)
}

/** The account of the officer who looks after the event's cell now. */
async function officerOf(ctx: Ctx, { gridId }: Event): Promise<string | null> {
  if (!gridId) return null
  const { rows } = await ctx
    .elevated()
    .rows(officers)
    .list({ filter: { gridId, accountId_empty: false }, limit: 50, total: 'none' })
  const present = rows.filter((row) => isInOffice(row, ctx.today))
  return (present.find(({ duty }) => duty === 'main') ?? present[0])?.accountId ?? null
}
