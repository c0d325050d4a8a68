import type { Refusal } from '@linli/core/refusal'
import type { NewRow, Row, RowPatch } from '@linli/kit'
import { units } from '../../resources/index.ts'
import { parentKinds, placeUnit } from '../../rules/unit-place.ts'
import type { Ctx } from '../context.ts'
import { byRule, presentBatch } from '../hand.ts'
import { reason } from '../reasons.ts'

type Unit = Row<typeof units>

/** Gives a new unit its place in the tree and its parent's community and grid. */
export async function guardUnitCreate(
  ctx: Ctx,
  { values }: { values: NewRow<typeof units> },
): Promise<Refusal | RowPatch<typeof units> | void> {
  if (presentBatch()) return undefined
  const all = ctx.elevated()
  const parent = values.parentId ? await all.rows(units).find(values.parentId) : undefined
  const wanted = parentKinds(values.kind)
  if (wanted.length > 0 && (!parent || !wanted.includes(parent.kind))) {
    const options = units.fields.kind.options ?? {}
    return reason(
      'unit.wrong_parent',
      { kind: options[values.kind] ?? '', wanted: wanted.map((each) => options[each]).join('、') },
      'parentId',
    )
  }
  if (!parent && !values.communityId) return reason('unit.community_missing', undefined, 'communityId')
  const place = placeUnit(values.kind, values.name, parent)
  const communityId = parent ? parent.communityId : (values.communityId ?? null)
  const twin = await all.rows(units).first({ communityId, fullName: place.fullName })
  if (twin) return reason('unit.twice', { name: place.fullName }, 'name')
  return { ...place, communityId, gridId: values.gridId ?? parent?.gridId ?? null }
}

/** Keeps a renamed unit in its place. The community of a place never changes by editing. */
export async function guardUnitUpdate(
  ctx: Ctx,
  { row, patch }: { row: Unit; patch: RowPatch<typeof units> },
): Promise<Refusal | RowPatch<typeof units> | void> {
  if (patch.name === undefined || patch.name === row.name) return undefined
  const all = ctx.elevated()
  const parent = row.parentId ? await all.rows(units).find(row.parentId) : undefined
  const place = placeUnit(row.kind, patch.name, parent)
  const twin = await all.rows(units).first({ communityId: row.communityId, fullName: place.fullName })
  if (twin && twin.id !== row.id) return reason('unit.twice', { name: place.fullName }, 'name')
  return { name: place.name, fullName: place.fullName, sortKey: place.sortKey }
}

/** Renames what stands in a renamed unit, level by level. */
export async function afterUnitUpdate(ctx: Ctx, { before, after }: { before: Unit | null; after: Unit }): Promise<void> {
  if (!before || before.fullName === after.fullName) return
  const all = ctx.elevated()
  await byRule(async () => {
    for await (const child of all.rows(units).each({ filter: { parentId: after.id } })) {
      const { fullName, sortKey } = placeUnit(child.kind, child.name, after)
      await all.rows(units).update(child.id, { fullName, sortKey })
    }
  })
}
