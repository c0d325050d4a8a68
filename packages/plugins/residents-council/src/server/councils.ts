import type { Refusal } from '@linli/core/refusal'
import type { Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import { people } from '@linli/plugin-registry'
import { reason } from '../reasons.ts'
import { councils, members } from '../resources/index.ts'
import { keepsSize, sizeRule } from '../rules/size.ts'
import type { Ctx } from './context.ts'
import { parentOf } from './inherit.ts'
import { membersOn, recounted } from './recount.ts'
import { declaredAgain, mayNotSupervise } from './supervision.ts'
import { clearAll } from './watch/alerts.ts'
import { watchOfficers, watchSize } from './watch/bodies.ts'
import { watchSupervision } from './watch/supervisors.ts'

/** Refuses a body that is not in office. */
export function inOffice(council: Row<typeof councils>): Refusal | undefined {
  return council.status === 'active' ? undefined : reason('council.not_active', { name: council.name }, 'councilId')
}

export const councilGuards: Guards<Ctx, typeof councils> = {
  start: async (ctx, { row }) => {
    const sitting = await membersOn(ctx, row.id, ctx.today)
    if (!sitting.some(({ voting }) => voting === 'yes')) return reason('council.no_members')
    const rule = sizeRule(row.kind, row.communityId ?? ctx.street.code)
    return rule && !keepsSize(rule, sitting.length)
      ? reason('council.size', { name: row.name, count: sitting.length, basis: rule.basis })
      : undefined
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
    const declaredOn = values.declaration ? (values.declaredOn ?? ctx.today) : null
    return (await mayNotSupervise(ctx, council, values)) ?? { communityId: council.communityId, declaredOn }
  },
  update: async (ctx, { row, patch }) => {
    if (patch.duty && patch.duty !== row.duty) {
      const others = (await membersOn(ctx, row.councilId, ctx.today)).filter(({ id }) => id !== row.id)
      if (others.some(({ duty }) => duty === patch.duty)) return reason('council.duty_taken', undefined, 'duty')
    }
    return declaredAgain(ctx, row, patch)
  },
}

/** A body that comes into office without its three officers is told of at once. */
export const councilEffects: Effects<Ctx, typeof councils> = {
  start: async (ctx, { after }) => {
    await watchOfficers(ctx, after)
    await watchSupervision(ctx, after)
  },
  end: (ctx, { after }) => clearAll(ctx, after.id),
}

export const memberEffects: Effects<Ctx, typeof members> = {
  create: (ctx, { after }) => counted(ctx, after.councilId),
  update: (ctx, { after }) => counted(ctx, after.councilId),
}

async function counted(ctx: Ctx, councilId: string): Promise<void> {
  const council = await recounted(ctx, councilId)
  await watchOfficers(ctx, council)
  await watchSize(ctx, council)
  await watchSupervision(ctx, council)
}

async function everMembers(ctx: Ctx, councilId: string): Promise<readonly Row<typeof members>[]> {
  return (await ctx.elevated().rows(members).list({ filter: { councilId }, limit: 1000, total: 'none' })).rows
}
