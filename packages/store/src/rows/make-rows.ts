import type { AnyResource } from '@linli/kit'
import type { Context } from '../context/context.ts'
import { clearanceOf, scopeFor, type Sight } from '../context/sight.ts'
import type { Session } from '../context/session.ts'
import { reason, refuse } from '../refusals/index.ts'
import { isRowId } from '../row-id.ts'
import { createRow, createRows } from './create-row.ts'
import type { Door } from './door.ts'
import { lockRow } from './lock-row.ts'
import { planOf } from './plan.ts'
import { countRows, readEach, readList, readOne, type Reading } from './read-list.ts'
import { removeRow } from './remove-row.ts'
import { revealRow } from './reveal-row.ts'
import type { Rows } from './rows.ts'
import { stepRow } from './step-row.ts'
import { presentRow } from './stored.ts'
import { updateRow } from './update-row.ts'

/** The door to a resource for a context. */
export function makeRows<R extends AnyResource>(session: Session, sight: Sight, ctx: Context, resource: R): Rows<R> {
  const plan = planOf(resource)
  const { show, reveal } = clearanceOf(session, sight)
  const scope = (verb: string): Reading['scope'] => scopeFor(session, sight, `${resource.name}.${verb}`)
  const reading = (): Reading => ({
    db: session.db,
    plan,
    scope: scope('read'),
    show,
    viewer: sight.isElevated ? undefined : session.as.actor.id,
    streetId: session.as.street.code,
    cipher: session.parts.cipher,
  })
  const door = (verb: string): Door => ({ session, sight, ctx, plan, scope: scope(verb), show, reveal })
  const missing = (): never => refuse(reason('row.not_found', { title: resource.title }), 404)

  const rows: Rows<R> = {
    find: async (id) => (isRowId(id) ? readOne<R>(reading(), id) : undefined),
    get: async (id) => (await rows.find(id)) ?? missing(),
    first: async (filter) => (await readList<R>(reading(), { filter, limit: 1, total: 'none' })).rows[0],
    list: async (query = {}) => readList<R>(reading(), query),
    each: (query = {}) => readEach<R>(reading(), query),
    count: async (filter = {}) => (await countRows(reading(), filter as Readonly<Record<string, unknown>>, 'exact')).count,
    lock: async (id) => presentRow(plan, await lockRow(door('read'), id, { writing: false }), show) as never,
    create: async (values, options = {}) => (await createRow(door('create'), values, options)) as never,
    createMany: async (values, options = {}) => (await createRows(door('create'), values, options)) as never,
    update: async (id, patch, options = {}) => (await updateRow(door('update'), id, patch, options)) as never,
    step: async (id, name, input, options = {}) => (await stepRow(door(name), id, name, input, options)) as never,
    remove: async (id, options = {}) => removeRow(door('delete'), id, options),
    reveal: async (id, fields, purpose) => (await revealRow(door('reveal'), id, fields, purpose)) as never,
  }
  return rows
}
