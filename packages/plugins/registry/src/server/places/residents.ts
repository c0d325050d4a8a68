import type { NewRow, Row, RowPatch } from '@linli/kit'
import { organisations, people, type residences, units } from '../../resources/index.ts'
import type { Refusal } from '@linli/core/refusal'
import { organisationCreated } from '../../events.ts'
import type { Ctx } from '../context.ts'
import { settle } from '../people/settle.ts'
import { presentBatch } from '../hand.ts'
import { reason } from '../reasons.ts'

/** A residence stands where its home stands. */
export async function guardResidenceCreate(
  ctx: Ctx,
  { values }: { values: NewRow<typeof residences> },
): Promise<Refusal | RowPatch<typeof residences> | void> {
  if (presentBatch()) return undefined
  const all = ctx.elevated()
  const person = await all.rows(people).get(values.personId)
  if (person.mergedInto) return reason('person.merged', undefined, 'personId')
  const unit = await all.rows(units).get(values.unitId)
  return { communityId: unit.communityId, gridId: unit.gridId }
}

/** A person stands where she lives. */
export async function afterResidenceChange(ctx: Ctx, { after }: { after: Row<typeof residences> }): Promise<void> {
  if (!presentBatch()) await settle(ctx, after.personId)
}

/** An organisation stands where its premises stand. */
export async function guardOrganisationCreate(
  ctx: Ctx,
  { values }: { values: NewRow<typeof organisations> },
): Promise<RowPatch<typeof organisations> | void> {
  return values.unitId ? premises(ctx, values.unitId) : undefined
}

/** The same when the premises change. */
export async function guardOrganisationUpdate(
  ctx: Ctx,
  { row, patch }: { row: Row<typeof organisations>; patch: RowPatch<typeof organisations> },
): Promise<RowPatch<typeof organisations> | void> {
  return patch.unitId && patch.unitId !== row.unitId ? premises(ctx, patch.unitId) : undefined
}

/** Tells of a new organisation. */
export async function afterOrganisationCreate(ctx: Ctx, { after }: { after: Row<typeof organisations> }): Promise<void> {
  const { id, communityId, kind } = after
  await ctx.emit(organisationCreated, { resource: organisations, id, communityId }, { organisationId: id, kind })
}

async function premises(ctx: Ctx, unitId: string): Promise<RowPatch<typeof organisations>> {
  const { communityId, gridId } = await ctx.elevated().rows(units).get(unitId)
  return { communityId, gridId }
}
