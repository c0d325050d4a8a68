import type { ActionInput, NewRow } from '@linli/kit'
import { people } from '@linli/plugin-registry'
import { RefusedError } from '@linli/store'
import type { confirmEvent, MyEvent, quickEvent, ReportedEvent, reportEvent } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { gridEvents } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** An officer's report. The same draft, sent again, is the same event (W3). */
export async function handleQuickEvent(ctx: Ctx, { gridCode, ...input }: ActionInput<typeof quickEvent>): Promise<ReportedEvent> {
  return once(ctx, input.offlineId, (all) => ({ ...input, foundBy: 'officer', ...ownPlace(all, gridCode) }))
}

/** A resident's report, in the resident's own community. */
export async function handleReportEvent(ctx: Ctx, input: ActionInput<typeof reportEvent>): Promise<ReportedEvent> {
  const person = await ownPerson(ctx)
  const { phone } = await ctx.elevated().rows(people).reveal(person.id, ['phone'], 'contact')
  return once(ctx, input.offlineId, () => ({
    ...input,
    foundBy: 'resident',
    level: 'normal',
    reporter: person.name,
    reporterPhone: phone,
    reporterId: person.id,
    communityId: person.communityId,
    gridId: input.spot ? null : person.gridId,
  }))
}

/** What the account's resident reported. */
export async function handleMyEvents(ctx: Ctx): Promise<{ events: readonly MyEvent[] }> {
  const person = await ownPerson(ctx)
  const { rows } = await ctx
    .elevated()
    .rows(gridEvents)
    .list({ filter: { reporterId: person.id }, sort: ['createdAt', 'desc'], limit: 50, total: 'none' })
  return {
    events: rows.map((row) => ({
      id: row.id,
      no: row.no ?? '',
      title: row.title,
      at: row.createdAt,
      status: row.status,
      statusTitle: gridEvents.workflow?.states[row.status].title ?? '',
      handlerName: row.handlerName,
      result: row.result,
      dueAt: row.dueAt,
      elsewhere: (['councilState', 'serviceState'] as const).flatMap((name) => {
        const { title: where, options = {} } = gridEvents.fields[name]
        const state = (options as Readonly<Record<string, string>>)[row[name] ?? '']
        return state ? [{ where, state }] : []
      }),
      asksMe: row.status === 'checked',
    })),
  }
}

/** The reporter's own word on whether it is done. */
export async function handleConfirm(ctx: Ctx, { eventId, answer, words }: ActionInput<typeof confirmEvent>): Promise<{ status: string }> {
  const person = await ownPerson(ctx)
  const all = ctx.elevated().rows(gridEvents)
  const event = await all.lock(eventId)
  if (event.reporterId !== person.id) return ctx.refuse(reason('event.not_yours'), 404)
  if (event.status !== 'checked') return ctx.refuse(reason('event.too_early'))
  const after =
    answer === 'no'
      ? await all.step(eventId, 'reopen', { reason: words || '报告人认为没有解决' })
      : await all.step(eventId, 'confirm', { confirmation: answer, how: words ? `本人在手机确认：${words}` : '本人在手机确认' })
  return { status: after.status }
}

async function once(ctx: Ctx, offlineId: string, values: (ctx: Ctx) => Partial<NewRow<typeof gridEvents>>): Promise<ReportedEvent> {
  const all = ctx.elevated().rows(gridEvents)
  const known = async (): Promise<ReportedEvent | undefined> => {
    const row = await all.first({ offlineId })
    return row && { eventId: row.id, no: row.no ?? '', repeated: true }
  }
  const before = await known()
  if (before) return before
  try {
    const row = await ctx.attempt(() => all.create({ ...values(ctx), offlineId } as NewRow<typeof gridEvents>))
    return { eventId: row.id, no: row.no ?? '', repeated: false }
  } catch (error) {
    // The same draft came in twice at the same moment; the other one was first.
    const first = error instanceof RefusedError && error.refusals.some(({ code }) => code === 'row.taken') ? await known() : undefined
    if (first) return first
    throw error
  }
}

function ownPlace(ctx: Ctx, gridCode: string | null | undefined): { communityId?: string; gridId?: string | null } {
  const scope = ctx.actor.access.scope('grid.quick-event')
  if (scope.kind !== 'places') return gridCode ? { communityId: gridCode.slice(0, 12), gridId: gridCode } : {}
  const chosen = gridCode ? scope.grids.find((code) => code === gridCode) : scope.grids[0]
  if (chosen) return { communityId: chosen.slice(0, 12), gridId: chosen }
  return { communityId: scope.communities[0] ?? scope.grids[0]?.slice(0, 12) ?? '' }
}

async function ownPerson(ctx: Ctx): Promise<{ id: string; name: string; communityId: string | null; gridId: string | null }> {
  const post = ctx.actor.access.posts.find(({ subject }) => subject?.resource === people.name)
  const person = post?.subject ? await ctx.elevated().rows(people).find(post.subject.id) : undefined
  return person ?? ctx.refuse(reason('resident.no_person'), 403)
}
