import type { Row } from '@linli/kit'
import type { MyArea } from '../../actions/index.ts'
import { officers, patrolPoints, patrols } from '../../resources/index.ts'
import { isInOffice } from '../../rules/in-office.ts'
import type { Ctx } from '../context.ts'
import { shiftOf } from '../patrols/track.ts'
import { type Fitting, fitting } from './fitting.ts'

type Officer = Row<typeof officers>
const MOST_PATROLS = 100

/** Whoever is signed in, as the officer of each cell where they are in office today. */
export async function inOffice(ctx: Ctx): Promise<readonly Officer[]> {
  const { rows } = await ctx
    .rows(officers)
    .list({ filter: { accountId: ctx.actor.id }, sort: ['createdAt', 'asc'], limit: 200, total: 'none' })
  return rows.filter((row) => isInOffice(row, ctx.today)).toSorted((a, b) => (a.gridId ?? '').localeCompare(b.gridId ?? ''))
}

/** The duty hours in each cell. */
export function shiftsOf(own: readonly Officer[], cells: ReadonlyMap<string, string>): MyArea['shifts'] {
  return own.map((officer) => ({ cell: cells.get(officer.gridId ?? '') ?? null, name: officer.name, ...shiftOf(officer) }))
}

/** The patrols to walk, each with its checkpoints and with the hours of its own cell. */
export async function openPatrols(
  ctx: Ctx,
  own: readonly Officer[],
): Promise<{ found: Fitting<typeof patrols>; patrols: MyArea['patrols'] }> {
  if (own.length === 0) return { found: { rows: [], all: 0 }, patrols: [] }
  const shifts = new Map(own.map((officer) => [officer.id, shiftOf(officer)]))
  const filter = { officerId: [...shifts.keys()], status: ['planned', 'walking'], plannedOn_lte: ctx.today } as const
  const found = await fitting(ctx.rows(patrols), { filter, sort: ['plannedOn', 'asc'] }, MOST_PATROLS)
  const patrolId = found.rows.map(({ id }) => id)
  const points = Map.groupBy(
    patrolId.length === 0
      ? []
      : (await fitting(ctx.rows(patrolPoints), { filter: { patrolId }, sort: ['title', 'asc'] }, MOST_PATROLS * 200)).rows,
    (point) => point.patrolId,
  )
  return {
    found,
    patrols: found.rows.flatMap(({ id, officerId, route, status, startedAt }) => {
      const shift = shifts.get(officerId)
      if (!shift) return []
      const planned = points.get(id) ?? []
      return [
        {
          id,
          route,
          status,
          startedAt,
          shift,
          points: planned.map(({ id: point, title, look, status: state }) => ({ id: point, title, look, status: state })),
        },
      ]
    }),
  }
}
