import { organisations, people, units } from '@linli/plugin-registry'
import type { MyArea } from '../../actions/index.ts'
import { cells, checkpoints, forms, gridEvents } from '../../resources/index.ts'
import { MOST_ON_PHONE as MOST, type PhoneList } from '../../rules/phone-lists.ts'
import type { Ctx } from '../context.ts'
import { UNANSWERED } from '../events/unanswered.ts'
import { fitting } from './fitting.ts'
import { inOffice, openPatrols, shiftsOf } from './my-duty.ts'
import { dueVisits, openEvents, shownEvent } from './my-work.ts'

/** The officer's day: cells, visits, events in hand, patrols and forms, all of the own area alone. What does not fit on the phone is told. */
export async function handleMyArea(ctx: Ctx): Promise<MyArea> {
  const own = await inOffice(ctx)
  const net = await fitting(ctx.rows(cells), { sort: ['code', 'asc'] }, MOST.cells)
  const lists = await placesOf(ctx)
  const published = await fitting(ctx.rows(forms), { filter: { status: 'published' }, sort: ['code', 'asc'] }, MOST.forms)
  const visits = await dueVisits(ctx)
  const events = await openEvents(ctx, MOST.events)
  const walks = await openPatrols(ctx, own)
  const { residents, homes, buildings, firms, points } = lists
  return {
    shifts: shiftsOf(own, new Map(net.rows.map(({ code, name }) => [code, name]))),
    cells: net.rows.map(({ code, name, area, homes: count, people: living }) => ({ code, name, area, homes: count, people: living })),
    visits: visits.visits,
    events: events.rows.map((row) => shownEvent(ctx, row)),
    patrols: walks.patrols,
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
    cut: [
      cut('residents', residents.rows.length, residents.all),
      cut('homes', homes.rows.length, homes.all),
      cut('buildings', buildings.rows.length, buildings.all),
      cut('organisations', firms.rows.length, firms.all),
      cut('facilities', points.rows.length, points.all),
      cut('visits', visits.visits.length, visits.all),
      cut('events', events.rows.length, events.all),
      cut('patrols', walks.patrols.length, walks.found.all),
      cut('forms', published.rows.length, published.all),
      cut('cells', net.rows.length, net.all),
    ].flat(),
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

/** Whom and what a form can be filled in for without network. */
async function placesOf(ctx: Ctx) {
  const living = { deceasedAt_empty: true, mergedInto_empty: true, homeId_empty: false } as const
  return {
    homes: await fitting(ctx.rows(units), { filter: { kind: 'room' }, sort: ['sortKey', 'asc'] }, MOST.homes),
    buildings: await fitting(ctx.rows(units), { filter: { kind: ['building', 'unit'] }, sort: ['sortKey', 'asc'] }, MOST.buildings),
    residents: await fitting(ctx.rows(people), { filter: living, sort: ['name', 'asc'] }, MOST.residents),
    firms: await fitting(ctx.rows(organisations), { filter: { closedAt_empty: true }, sort: ['name', 'asc'] }, MOST.organisations),
    points: await fitting(ctx.rows(checkpoints), { filter: { inUse: true }, sort: ['name', 'asc'] }, MOST.facilities),
  }
}

function cut(what: PhoneList, kept: number, all: number): MyArea['cut'] {
  return all > kept ? [{ what, kept, all }] : []
}
