import { covers, type Place } from '@linli/core/access'
import { reason, refuse } from '../refusals/index.ts'
import { isRowId } from '../row-id.ts'
import type { Door } from './door.ts'
import { isHidden } from './hidden-condition.ts'
import { decipherRow, type ClearRow } from './stored.ts'

/**
 * The row in clear, locked until the transaction ends.
 *
 * @throws RefusedError `row.not_found` 404 also for rows that may not be seen, `access.outside_scope` 403 for rows that may be seen and not written
 */
export async function lockRow(
  door: Door,
  id: unknown,
  { writing, version }: { readonly writing: boolean; readonly version?: number },
): Promise<ClearRow> {
  const { plan, session, scope } = door
  const missing = (): never => refuse(reason('row.not_found', { title: plan.resource.title }), 404)
  if (!isRowId(id)) return missing()
  const streetId = session.as.street.code
  const statement = plan.statement(
    session.mayWrite ? 'lock' : 'look',
    () => `select ${plan.selectAll} from ${plan.table} where street_id = $1 and id = $2${session.mayWrite ? ' for update' : ''}`,
  )
  const result = (await session.db.query({ ...statement, values: [streetId, id], rowMode: 'array' } as never)) as unknown as {
    readonly rows: unknown[][]
  }
  const values = result.rows[0]
  if (!values) return missing()
  const row = decipherRow(plan, streetId, values, session.parts.cipher)
  const place = placeIn(row, streetId)
  if (!covers(scope, place, plan.level)) return missing()
  if (isHidden(plan, door.sight.isElevated ? undefined : session.as.actor.id, row)) return missing()
  if (writing && !covers(scope, place, plan.level, true)) return refuse(reason('access.outside_scope'), 403)
  if (version !== undefined && row.version !== version)
    return refuse(reason('row.stale', { title: plan.resource.title, version: row.version }), 409)
  return row
}

/** Where a row belongs. */
export function placeIn(row: Readonly<Record<string, unknown>>, streetId: string): Place {
  return {
    streetId,
    communityId: (row.communityId as string | null | undefined) ?? null,
    gridId: (row.gridId as string | null | undefined) ?? null,
  }
}
