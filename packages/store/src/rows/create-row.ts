import type { Refusal } from '@linli/core/refusal'
import { mustWrite } from '../context/sight.ts'
import { reason, refuse } from '../refusals/index.ts'
import { newRowId } from '../row-id.ts'
import { askGuard, runEffect } from './behaviour.ts'
import type { Door } from './door.ts'
import { checkedPlace, mustCover, placeOfNew } from './place.ts'
import { checkTargets } from './references.ts'
import type { ChangeOptions } from './rows.ts'
import { presentRow, type ClearRow } from './stored.ts'
import { completed, guarded, parsed } from './values.ts'
import { dueGiven, dueIn, insertRow, insertRows, recordChange } from './write.ts'

/** Creates a row: validated, placed, guarded, written, remembered. */
export async function createRow(door: Door, given: unknown, options: ChangeOptions): Promise<Record<string, unknown>> {
  const row = await newRow(door, given, options)
  await insertRow(door, row)
  return remembered(door, row, options)
}

/** Creates rows that belong together, written in few statements: all of them or, when one is refused, none. */
export async function createRows(door: Door, given: readonly unknown[], options: ChangeOptions): Promise<Record<string, unknown>[]> {
  const rows: ClearRow[] = []
  for (const each of given) rows.push(await newRow(door, each, options))
  await insertRows(door, rows)
  const created: Record<string, unknown>[] = []
  for (const row of rows) created.push(await remembered(door, row, options))
  return created
}

async function remembered(door: Door, row: ClearRow, options: ChangeOptions): Promise<Record<string, unknown>> {
  recordChange(door, { verb: 'create', before: null, after: row, reason: options.reason })
  await runEffect(door, 'create', null, row)
  return presentRow(door.plan, row, door.show)
}

/** A row that may be written: everything is known and nothing forbids it. */
async function newRow(door: Door, given: unknown, options: ChangeOptions): Promise<ClearRow> {
  const { plan, session } = door
  const { resource } = plan
  mustWrite(session, `create ${resource.name}`)
  if (options.byRequest && resource.writable?.create === false) refuse(notAllowed(door), 403)
  const { communityId, gridId, ...values } = asRecord(given)
  let all = completed(door, parsed(door, values, 'create', options.byRequest ?? false))
  let place = await placeOfNew(door, { communityId, gridId })
  const id = newRowId()
  const patch = guarded(await askGuard(door, 'create', { id, values: { ...all, communityId: place.communityId, gridId: place.gridId } }))
  if (Object.keys(patch).length > 0) {
    const {
      communityId: community = place.communityId,
      gridId: grid = place.gridId,
      dueAt: _dueAt,
      dueProvisional: _dueProvisional,
      ...more
    } = patch
    all = completed(door, { ...all, ...parsed(door, more, 'patch', false) })
    place = await checkedPlace(door, community, grid)
  }
  mustCover(door, place)
  await checkTargets(door, all)
  return {
    ...all,
    id,
    communityId: place.communityId ?? null,
    gridId: place.gridId ?? null,
    version: 1,
    createdAt: session.now,
    createdBy: session.as.actor.id,
    updatedAt: session.now,
    updatedBy: session.as.actor.id,
    ...entering(door, patch),
  }
}

/** What was given as an object; anything else is left to validation to refuse. */
export function asRecord(given: unknown): Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : { '': given }
}

/** That the resource does not allow this to anybody. */
export function notAllowed({ plan }: Door): Refusal {
  return reason('row.not_allowed', { title: plan.resource.title })
}

function entering(door: Door, patch: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { resource } = door.plan
  if (!resource.workflow) return {}
  const status: string = resource.workflow.initial
  const { now, calendar } = door.session
  return { status, statusSince: now, ...(dueGiven(patch) ?? dueIn(calendar, resource, status, now)) }
}
