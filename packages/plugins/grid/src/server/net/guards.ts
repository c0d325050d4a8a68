import type { Refusal } from '@linli/core/refusal'
import { places } from '@linli/kit/platform'
import type { ActionInput } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import type { drawCell } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { cells, outlines } from '../../resources/index.ts'
import type { Area } from '../../rules/area.ts'
import { sizeOf } from '../rules/partition.ts'
import type { Ctx } from '../context.ts'

/** Smaller than a room is a slip of the hand. */
const LEAST_SQUARE_METRES = 20

/** A cell's code says where it stands. */
export const cellGuards: Guards<Ctx, typeof cells> = {
  create: (_ctx, { values }) => {
    const communityId = values.communityId ?? values.code.slice(0, 12)
    if (!values.code.startsWith(communityId)) return reason('cell.wrong_community', undefined, 'code')
    return { communityId, gridId: values.code }
  },
}

/** A new cell is a place of the street, so that posts and homes can be put under it. */
export const cellEffects: Effects<Ctx, typeof cells> = {
  create: async (ctx, { after }) => {
    const rows = ctx.elevated().rows(places)
    if (await rows.first({ code: after.code })) return
    await rows.create({ code: after.code, name: after.name, kind: 'grid', parentCode: after.code.slice(0, 12) })
  },
}

/** Draws a cell, or takes its area away. */
export async function handleDrawCell(ctx: Ctx, { id, area = null }: ActionInput<typeof drawCell>): Promise<{ squareMetres: number }> {
  await ctx.rows(cells).lock(id)
  const squareMetres = measured(ctx, area)
  await ctx.rows(cells).update(id, { area, squareMetres })
  return { squareMetres: squareMetres ?? 0 }
}

/** Draws a community's outline. */
export async function handleDrawOutline(ctx: Ctx, { id, area = null }: ActionInput<typeof drawCell>): Promise<{ squareMetres: number }> {
  await ctx.rows(outlines).lock(id)
  const squareMetres = measured(ctx, area)
  await ctx.rows(outlines).update(id, { area })
  return { squareMetres: squareMetres ?? 0 }
}

function measured(ctx: Ctx, area: Area | null): number | null {
  if (!area) return null
  const squareMetres = sizeOf(area)
  const tooSmall: Refusal | undefined = squareMetres < LEAST_SQUARE_METRES ? reason('area.too_small', undefined, 'area') : undefined
  return tooSmall ? ctx.refuse(tooSmall) : squareMetres
}
