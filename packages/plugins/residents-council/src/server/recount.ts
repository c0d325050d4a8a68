import type { Row } from '@linli/kit'
import { DUTIES } from '../rules/options.ts'
import { councils, members } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { knownPeople } from './known-people.ts'

/** The members of a body on a day. */
export async function membersOn(ctx: Ctx, councilId: string, day: string): Promise<readonly Row<typeof members>[]> {
  const { rows } = await ctx
    .elevated()
    .rows(members)
    .list({ filter: { councilId, from_lte: day }, sort: ['createdAt', 'asc'], limit: 1000, total: 'none' })
  return rows.filter(({ to }) => to === null || to >= day)
}

/** Which of the three officers a body has today. */
export async function dutiesOf(ctx: Ctx, councilId: string): Promise<ReadonlySet<keyof typeof DUTIES>> {
  return new Set((await membersOn(ctx, councilId, ctx.today)).flatMap(({ duty }) => duty ?? []))
}

/** Keeps a body's figures: members, women, and how many of the three officers are missing. */
export async function recounted(ctx: Ctx, councilId: string): Promise<Row<typeof councils>> {
  const rows = ctx.elevated().rows(councils)
  const sitting = await membersOn(ctx, councilId, ctx.today)
  const duties = new Set(sitting.map(({ duty }) => duty))
  const known = await knownPeople(
    ctx,
    sitting.map(({ personId }) => personId),
  )
  const figures = {
    members: sitting.length,
    women: [...known.values()].filter(({ sex }) => sex === 'female').length,
    vacancies: Object.keys(DUTIES).filter((duty) => !duties.has(duty as keyof typeof DUTIES)).length,
  }
  const before = await rows.get(councilId)
  const isSame = (Object.keys(figures) as (keyof typeof figures)[]).every((key) => before[key] === figures[key])
  return isSame ? before : rows.update(councilId, figures)
}
