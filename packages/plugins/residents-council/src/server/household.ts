import { householdMembers } from '@linli/plugin-registry'
import type { Ctx } from './context.ts'

/** The household that somebody belongs to today. */
export async function householdOf(ctx: Ctx, personId: string): Promise<string | null> {
  const { rows } = await ctx
    .elevated()
    .rows(householdMembers)
    .list({ filter: { personId, to_empty: true }, limit: 1, total: 'none' })
  return rows[0]?.householdId ?? null
}
