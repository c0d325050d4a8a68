import { mustWrite } from '../context/sight.ts'
import { refuse } from '../refusals/index.ts'
import { askGuard, runEffect, ruleView } from './behaviour.ts'
import { notAllowed } from './create-row.ts'
import type { Door } from './door.ts'
import { lockRow } from './lock-row.ts'
import type { ChangeOptions } from './rows.ts'
import { guarded } from './values.ts'
import { recordChange, write } from './write.ts'

/** Removes a row that nothing points at. The audit keeps what it was. */
export async function removeRow(door: Door, id: string, options: ChangeOptions): Promise<void> {
  const { plan, session } = door
  mustWrite(session, `remove ${plan.resource.name}`)
  if (options.byRequest && plan.resource.writable?.delete !== true) refuse(notAllowed(door), 403)
  const row = await lockRow(door, id, { writing: true, ...(options.version === undefined ? {} : { version: options.version }) })
  guarded(await askGuard(door, 'remove', { row: ruleView(door, row) }))
  await write(door, { text: `delete from ${plan.table} where street_id = $1 and id = $2`, values: [session.as.street.code, row.id] })
  recordChange(door, { verb: 'remove', before: row, after: null, reason: options.reason })
  await runEffect(door, 'remove', row, row)
}
