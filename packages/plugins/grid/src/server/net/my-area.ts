import { organisations, people, units } from '@linli/plugin-registry'
import type { MyArea } from '../../actions/index.ts'
import { cells, checkpoints, forms, gridEvents, keyVisits, officers, patrolPoints, patrols, visits } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { UNANSWERED } from '../events/unanswered.ts'

/** Homes, and people in them, that a phone keeps for choosing without network. */
const MOST_HOMES = 1000
const IN_HAND: ReadonlySet<string> = new Set(['dispatched', 'accepted', 'handling'])

/** The officer's day: cells, visits, events in hand, patrols and forms, all of the own area alone. */
export async function handleMyArea(ctx: Ctx): Promise<MyArea> {
  const officer = await ctx.rows(officers).first({ accountId: ctx.actor.id, to_empty: true })
  const own = await ctx.rows(cells).list({ sort: ['code', 'asc'], limit: 50, total: 'none' })
  const published = await ctx.rows(forms).list({ filter: { status: 'published' }, sort: ['code', 'asc'], limit: 50, total: 'none' })
  const homes = await ctx.rows(units).list({ filter: { kind: 'room' }, sort: ['sortKey', 'asc'], limit: MOST_HOMES, total: 'none' })
  const buildings = await ctx
    .rows(units)
    .list({ filter: { kind: ['building', 'unit'] }, sort: ['sortKey', 'asc'], limit: MOST_HOMES, total: 'none' })
  const residents = await ctx.rows(people).list({
    filter: { deceasedAt_empty: true, mergedInto_empty: true, homeId_empty: false },
    sort: ['name', 'asc'],
    limit: MOST_HOMES,
    total: 'none',
  })
  const firms = await ctx
    .rows(organisations)
    .list({ filter: { closedAt_empty: true }, sort: ['name', 'asc'], limit: MOST_HOMES, total: 'none' })
  const points = await ctx.rows(checkpoints).list({ filter: { inUse: true }, sort: ['name', 'asc'], limit: 200, total: 'none' })
  return {
    officer: officer ? { name: officer.name, days: officer.days ?? [], shiftFrom: officer.shiftFrom, shiftTo: officer.shiftTo } : null,
    cells: own.rows.map(({ code, name, area, homes: count, people: residents }) => ({ code, name, area, homes: count, people: residents })),
    visits: await dueVisits(ctx),
    events: await eventsInHand(ctx),
    patrols: await openPatrols(ctx, officer?.id),
    forms: published.rows.map(({ id, title, edition: version, target, purpose, questions }) => ({
      id,
      title,
      version,
      target,
      purpose,
      questions: questions ?? [],
    })),
    facilities: points.rows.map(({ id, name }) => ({ id, label: name })),
    organisations: firms.rows.map(({ id, name }) => ({ id, label: name })),
    residents: residents.rows.map(({ id, name, homeId }) => ({ id, name, unitId: homeId })),
    buildings: buildings.rows.map(({ id, fullName, name }) => ({ id, label: fullName ?? name })),
    homes: homes.rows.map(({ id, fullName, name }) => ({ id, label: fullName ?? name })),
  }
}

/** What rings on the officer's phone. */
export async function handleMyAlarms(ctx: Ctx): Promise<{ events: readonly { id: string; title: string }[] }> {
  const { rows } = await ctx.rows(gridEvents).list({
    filter: { level: 'urgent', acknowledgedAt_empty: true, status: UNANSWERED },
    sort: ['createdAt', 'asc'],
    limit: 20,
    total: 'none',
  })
  return { events: rows.map(({ id, title }) => ({ id, title })) }
}

async function dueVisits(ctx: Ctx): Promise<MyArea['visits']> {
  const query = { filter: { status: 'due' }, sort: ['dueOn', 'asc'], limit: 100, total: 'none' } as const
  const ordinary = await ctx.rows(visits).list(query)
  const key = await ctx.rows(keyVisits).list(query)
  const open = [
    ...ordinary.rows.map((row) => ({ kind: 'visit' as const, row })),
    ...key.rows.map((row) => ({ kind: 'key' as const, row })),
  ].toSorted((a, b) => a.row.dueOn.localeCompare(b.row.dueOn))
  const known = await peopleOf(
    ctx,
    open.map(({ row }) => row.personId),
  )
  return open.map(({ kind, row }) => ({
    id: row.id,
    kind,
    title: row.title?.split(' · ')[0] ?? '走访',
    person: known.get(row.personId)?.name ?? '',
    address: known.get(row.personId)?.address ?? null,
    dueOn: row.dueOn,
    overdue: row.dueOn < ctx.today,
  }))
}

async function peopleOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, { name: string; address: string | null }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await ctx
    .elevated()
    .rows(people)
    .list({ filter: { id: [...new Set(ids)] }, limit: 500, total: 'none' })
  return new Map(rows.map(({ id, name, address }) => [id, { name, address }]))
}

async function eventsInHand(ctx: Ctx): Promise<MyArea['events']> {
  const { rows } = await ctx.rows(gridEvents).list({
    filter: { status: ['reported', 'verified', 'dispatched', 'returned', 'accepted', 'handling', 'reopened', 'checked'] },
    sort: ['createdAt', 'desc'],
    limit: 100,
    total: 'none',
  })
  return rows.map(({ id, no, title, place, level, status, dueAt, acknowledgedAt, handlerId, handlerName }) => ({
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
  }))
}

async function openPatrols(ctx: Ctx, officerId: string | undefined): Promise<MyArea['patrols']> {
  if (!officerId) return []
  const { rows } = await ctx
    .rows(patrols)
    .list({ filter: { officerId, status: ['planned', 'walking'], plannedOn_lte: ctx.today }, limit: 20, total: 'none' })
  if (rows.length === 0) return []
  const points = await ctx
    .rows(patrolPoints)
    .list({ filter: { patrolId: rows.map(({ id }) => id) }, sort: ['title', 'asc'], limit: 1000, total: 'none' })
  return rows.map(({ id, route, status, startedAt }) => ({
    id,
    route,
    status,
    startedAt,
    points: points.rows
      .filter(({ patrolId }) => patrolId === id)
      .map((point) => ({ id: point.id, title: point.title, look: point.look, status: point.status })),
  }))
}
