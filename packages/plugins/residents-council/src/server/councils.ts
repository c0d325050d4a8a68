import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import { people } from '@linli/plugin-registry'
import { reason } from '../reasons.ts'
import { DUTIES } from '../rules/options.ts'
import { councils, members } from '../resources/index.ts'
import type { Ctx } from './context.ts'
import { parentOf } from './inherit.ts'
import { knownPeople } from './known-people.ts'

/** The members of a body on a day. */
export async function membersOn(ctx: Ctx, councilId: string, day: string): Promise<readonly Row<typeof members>[]> {
  const { rows } = await ctx
    .elevated()
    .rows(members)
    .list({ filter: { councilId, from_lte: day }, sort: ['createdAt', 'asc'], limit: 1000, total: 'none' })
  return rows.filter(({ to }) => to === null || to >= day)
}

/** Refuses a body that is not in office. */
export function inOffice(council: Row<typeof councils>): Refusal | undefined {
  return council.status === 'active' ? undefined : reason('council.not_active', { name: council.name }, 'councilId')
}

export const councilGuards: Guards<Ctx, typeof councils> = {
  start: async (ctx, { row }) => {
    const sitting = await membersOn(ctx, row.id, ctx.today)
    return sitting.some(({ voting }) => voting === 'yes') ? undefined : reason('council.no_members')
  },
}

export const memberGuards: Guards<Ctx, typeof members> = {
  create: async (ctx, { values }) => {
    const person = await parentOf(ctx, people, values.personId)
    if (person.deceasedAt || person.mergedInto) return reason('council.person_gone', undefined, 'personId')
    const council = await ctx.elevated().rows(councils).lock(values.councilId)
    const sitting = (await everMembers(ctx, council.id)).filter(({ to }) => to === null || to >= values.from)
    if (sitting.some(({ personId }) => personId === values.personId)) return reason('council.member_twice', undefined, 'personId')
    if (values.duty && sitting.some(({ duty }) => duty === values.duty)) return reason('council.duty_taken', undefined, 'duty')
    return { communityId: council.communityId }
  },
  update: async (ctx, { row, patch }) => {
    if (!patch.duty || patch.duty === row.duty) return undefined
    const others = (await membersOn(ctx, row.councilId, ctx.today)).filter(({ id }) => id !== row.id)
    return others.some(({ duty }) => duty === patch.duty) ? reason('council.duty_taken', undefined, 'duty') : undefined
  },
}

export const memberEffects: Effects<Ctx, typeof members> = {
  create: (ctx, { after }) => recounted(ctx, after.councilId),
  update: (ctx, { after }) => recounted(ctx, after.councilId),
}

/** Keeps a body's figures: members, women, and which of the three officers are missing. */
export async function recounted(ctx: Ctx, councilId: string): Promise<void> {
  const rows = ctx.elevated().rows(councils)
  const sitting = await membersOn(ctx, councilId, ctx.today)
  const duties = new Set(sitting.map(({ duty }) => duty))
  const known = await knownPeople(
    ctx,
    sitting.map(({ personId }) => personId),
  )
  const women = [...known.values()].filter(({ sex }) => sex === 'female').length
  await rows.update(councilId, {
    members: sitting.length,
    women,
    vacancies: Object.keys(DUTIES).filter((duty) => !duties.has(duty as keyof typeof DUTIES)).length,
  })
}

async function everMembers(ctx: Ctx, councilId: string): Promise<readonly Row<typeof members>[]> {
  return (await ctx.elevated().rows(members).list({ filter: { councilId }, limit: 1000, total: 'none' })).rows
}
