import type { GeoPointValue } from '@linli/kit'
import { units } from '@linli/plugin-registry'
import { cells } from '../../resources/index.ts'
import { cellAt } from '../rules/place-of.ts'
import type { Ctx } from '../context.ts'

export interface FoundPlace {
  readonly communityId: string | null
  readonly gridId: string | null
}

/** Where something belongs: where its unit stands, else in whose drawn cell its point lies. `undefined` where neither tells. */
export async function placeOf(
  ctx: Ctx,
  { unitId, spot }: { readonly unitId?: string | null; readonly spot?: GeoPointValue | null },
): Promise<FoundPlace | undefined> {
  const all = ctx.elevated()
  const unit = unitId ? await all.rows(units).find(unitId) : undefined
  if (unit) return { communityId: unit.communityId, gridId: unit.gridId }
  if (!spot) return undefined
  const { rows } = await all.rows(cells).list({ filter: { kind: 'basic' }, sort: ['code', 'asc'], limit: 1000, total: 'none' })
  const cell = cellAt(rows, spot)
  return cell && { communityId: cell.communityId, gridId: cell.gridId }
}
