import type { Row } from '@linli/kit'
import { people } from '@linli/plugin-registry'
import type { MyArea } from '../../actions/index.ts'
import { gridEvents, keyVisits, visits } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { UNANSWERED } from '../events/unanswered.ts'
import { type Fitting, fitting } from './fitting.ts'

const MOST_VISITS = 500
const IN_HAND: ReadonlySet<string> = new Set(['dispatched', 'accepted', 'handling'])
const OPEN = { status: ['reported', 'verified', 'dispatched', 'returned', 'accepted', 'handling', 'reopened', 'checked'] } as const

/** Whom to visit, of both kinds, the latest first. */
export async function dueVisits(ctx: Ctx): Promise<{ visits: MyArea['visits']; all: number }> {
  const query = { filter: { status: 'due' }, sort: ['dueOn', 'asc'] } as const
  const ordinary = await fitting(ctx.rows(visits), query, MOST_VISITS)
  const key = await fitting(ctx.rows(keyVisits), query, MOST_VISITS)
  const open = [
    ...ordinary.rows.map((row) => ({ kind: 'visit' as const, row })),
    ...key.rows.map((row) => ({ kind: 'key' as const, row })),
  ].toSorted((a, b) => a.row.dueOn.localeCompare(b.row.dueOn))
  const known = await peopleOf(
    ctx,
    open.map(({ row }) => row.personId),
  )
  return {
    visits: open.map(({ kind, row }) => ({
      id: row.id,
      kind,
      title: row.title?.split(' · ')[0] ?? '走访',
      person: known.get(row.personId)?.name ?? '',
      address: known.get(row.personId)?.address ?? null,
      dueOn: row.dueOn,
      overdue: row.dueOn < ctx.today,
    })),
    all: ordinary.all + key.all,
  }
}

async function peopleOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, { name: string; address: string | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await ctx
    .elevated()
    .rows(people)
    .list({ filter: { id: [...new Set(ids)] }, limit: 2 * MOST_VISITS, total: 'none' })
  return new Map(rows.map(({ id, name, address }) => [id, { name, address }]))
}

/** The events that are not over, the newest first. */
export async function openEvents(ctx: Ctx, most: number): Promise<Fitting<typeof gridEvents>> {
  return fitting(ctx.rows(gridEvents), { filter: OPEN, sort: ['createdAt', 'desc'] }, most)
}

/** An event as the officer sees it. */
export function shownEvent(
  ctx: Ctx,
  { id, no, title, place, level, status, dueAt, acknowledgedAt, handlerId, handlerName }: Row<typeof gridEvents>,
): MyArea['events'][number] {
  return {
    id,
    no: no ?? '',
    title,
    place,
    level,
    status,
    statusTitle: gridEvents.workflow?.states[status].title ?? '',
    dueAt,
    overdue: dueAt !== null && dueAt < ctx.now,
    inHandsOf: handlerId && handlerId !== ctx.actor.id && IN_HAND.has(status) ? (handlerName ?? '') : null,
    rings: level === 'urgent' && !acknowledgedAt && UNANSWERED.some((each) => each === status),
  }
}
