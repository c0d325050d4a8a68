import type { Row } from '@linli/kit'
import type { Guards } from '@linli/store'
import type { publications } from '../resources/index.ts'
import { photoDay } from '../rules/publicity.ts'
import type { Ctx } from './context.ts'
import { publicationGuards } from './follow-up.ts'

type Said = Awaited<ReturnType<NonNullable<Guards<Ctx, typeof publications>['create']>>>

/** The guards of a publication, which also keep since when it has a photo. */
export const photographedGuards: Guards<Ctx, typeof publications> = {
  ...publicationGuards,
  create: async (ctx, given) => kept(ctx, await publicationGuards.create?.(ctx, given), null, given.values.photo ?? null),
  update: async (ctx, given) => {
    const said = await publicationGuards.update?.(ctx, given)
    return given.patch.photo === undefined ? said : kept(ctx, said, given.row, given.patch.photo)
  },
}

function kept(ctx: Ctx, said: Said, before: Row<typeof publications> | null, photo: string | null): Said {
  const isRefused = said && (Array.isArray(said) || 'code' in said)
  return isRefused ? said : { ...said, photoOn: photoDay({ before, photo, today: ctx.today }) }
}
