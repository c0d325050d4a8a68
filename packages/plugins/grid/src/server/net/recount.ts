import { households, people, units } from '@linli/plugin-registry'
import { cells } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'

/** Counts what stands in each cell in reach: the population snapshot of the cell's page and ledger. */
export async function recountCells(ctx: Ctx): Promise<{ cells: number }> {
  const all = ctx.elevated()
  let counted = 0
  for await (const cell of ctx.rows(cells).each()) {
    const gridId = cell.code
    const counts = {
      homes: await all.rows(units).count({ gridId, kind: 'room' }),
      households: await all.rows(households).count({ gridId, endedAt_empty: true }),
      people: await all.rows(people).count({ gridId, deceasedAt_empty: true, mergedInto_empty: true }),
    }
    counted += 1
    if (cell.homes === counts.homes && cell.households === counts.households && cell.people === counts.people) continue
    await all.rows(cells).update(cell.id, { ...counts, countedOn: ctx.today })
  }
  return { cells: counted }
}
