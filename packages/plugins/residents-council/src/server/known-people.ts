import type { Row } from '@linli/kit'
import { people } from '@linli/plugin-registry'
import type { Ctx } from './context.ts'

/** Residents by id, read together. */
export async function knownPeople(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Row<typeof people>>> {
  const known = new Map<string, Row<typeof people>>()
  for (let start = 0; start < ids.length; start += 500) {
    const { rows } = await ctx
      .elevated()
      .rows(people)
      .list({ filter: { id: ids.slice(start, start + 500) }, limit: 500, total: 'none' })
    for (const row of rows) known.set(row.id, row)
  }
  return known
}
